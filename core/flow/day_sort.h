// Sorting whole days: cycle times, ages and the like lie close together, so counting them is faster
// than comparing them.
#pragma once

#include <vector>

namespace throughline::flow {

// Ascending. By counting while the values span at most a few times their number, else by comparing.
void sort_days(std::vector<int>& days);

}  // namespace throughline::flow
