// Shared by the files of the query language; nobody else includes it.
#pragma once

#include "core/model/query.h"

namespace throughline::model {

// Everything a card says in words, folded, one part a line; DRI and objective left out.
std::string query_text(const Workspace& workspace, const Card& card);

}  // namespace throughline::model
