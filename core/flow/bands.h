// The bands of the aging chart.
//
// metrics, section 3: per column the percentiles 50, 70, 85, 95 of the age at which cards first
// left that column forward, over the finished cards of the window. The same cards count in every
// column (a skipped column is left at the same moment as the one before), so bands never fall from
// left to right. Example: a card in Ready on day 1, Create on day 2, Done on day 4 left Ready at
// age 2, Create at age 4.
#pragma once

#include "core/flow/percentile.h"
#include "core/flow/scope.h"

#include <vector>

namespace throughline::flow {

struct AgingBand {
    Position column = kNoColumn;
    Percentiles days;
};
// One per column in process, from left to right; n = 0 without a finished card.
std::vector<AgingBand> aging_bands(const Slice& slice);

// Ages at which one finished card first left each column in process; index 0 is the leftmost.
std::vector<int> leaving_ages(const Slice& slice, CardIndex card);

}  // namespace throughline::flow
