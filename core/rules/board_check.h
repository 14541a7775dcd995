// What is asked of the board's settings, whatever command changes them.
#pragma once

#include "core/rules/edit.h"

namespace throughline::rules {

// 0 or more, or none.
Verdict check_limit(const std::optional<int>& limit);
// Name, zone, calendar, limits, points and the rest fit together.
Verdict check_board(const Edit& edit, const model::Board& board);

}  // namespace throughline::rules
