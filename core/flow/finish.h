// When one card that is on the board will be finished.
//
// metrics, section 8: by age-conditional cycle time, not by throughput: the percentiles of the past
// cycle times that were at least as long as the card's age. Example: cycle times 2 3 3 4 5 5 6 8 9
// 14, age 5: of 5 5 6 8 9 14, p50 6, p85 14: one to nine more days.
#pragma once

#include "core/flow/scope.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace throughline::flow {

struct FinishRange {
    int age_days = 0;
    std::size_t n = 0;  // past cards at least this old
    struct At {
        int percent = 50;
        int cycle_days = 0;
        Day day;
    };
    std::vector<At> levels;  // 50, 70, 85, 95; empty when no past card got this old
};

// Percentiles of the cycle times >= age, at the four levels; empty when there is none.
std::vector<int> cycle_times_from_age(std::span<const int> cycle_times, int age_days);

// From the cards of the slice's period and of the card's class. Absent unless the card is in
// process.
std::optional<FinishRange> finish_range(const Slice& slice, CardIndex card);

}  // namespace throughline::flow
