// The verbs of records that come as templates: what there is, and adding some.
#pragma once

#include "app/cli/syntax.h"

#include <string_view>

namespace throughline::cli {

// Of "kpi" and "accountability"; nothing for tables without templates.
void add_shipped_verbs(Verb& verb, std::string_view table, const std::string& call);

}  // namespace throughline::cli
