#include "core/flow/day_sort.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace throughline::flow {

void sort_days(std::vector<int>& days) {
    constexpr std::size_t kFewValues = 32;
    if (days.size() < kFewValues) {
        std::sort(days.begin(), days.end());
        return;
    }
    const auto [least, most] = std::minmax_element(days.begin(), days.end());
    const std::int64_t low = *least;
    const std::int64_t span = *most - low + 1;
    if (span > 4 * static_cast<std::int64_t>(days.size())) {
        std::sort(days.begin(), days.end());
        return;
    }
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(span));
    for (const int day : days) {
        ++counts[static_cast<std::size_t>(day - low)];
    }
    auto at = days.begin();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        at = std::fill_n(at, counts[i], static_cast<int>(low + static_cast<std::int64_t>(i)));
    }
}

}  // namespace throughline::flow
