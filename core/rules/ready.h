// The program's own checks at the commitment point, for a card and its request as they would be.
#pragma once

#include "core/rules/gates.h"

namespace throughline::rules {

std::vector<ReadyState> check_ready(const model::Board& board, const model::Card& card,
                                    const model::Request* request);

}  // namespace throughline::rules
