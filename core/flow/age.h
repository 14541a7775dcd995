// The age of what is in process.
//
// metrics, section 2: age = day(as_of) - day(cycle start) + 1, cards in process only; blocked and idle
// days count. Total age is the sum. Section 3: fresh below p50 of the cycle times, watch from there,
// at-risk from p85, beyond-sle past the days of the SLE of the card's class.
// Example: started 1 May, finished 9 May: as of 6 May age 6; as of 9 May no age, cycle time 9.
#pragma once

#include "core/flow/scope.h"

#include <optional>
#include <string_view>
#include <vector>

namespace throughline::flow {

enum class AgeState { Unknown, Fresh, Watch, AtRisk, BeyondSle };
// "fresh", "watch", "at-risk", "beyond-sle"; "" while nothing is known to compare with.
std::string_view to_text(AgeState state);

// What ages are judged by: from the cycle times of one class of service, and its SLE.
struct AgeYardstick {
    std::optional<int> p50;
    std::optional<int> p85;
    std::optional<int> sle_days;
};
AgeState age_state(int age_days, const AgeYardstick& yardstick);

struct CardAge {
    CardIndex card = 0;
    int days = 0;
    Duration elapsed;
    Position column = kNoColumn;
    Instant column_since;
    AgeState state = AgeState::Unknown;
};
// Oldest first, then by card id. Yardsticks: cycle times of the slice's period per class, and the
// adopted service level, or the proposed one while none is adopted.
std::vector<CardAge> ages(const Slice& slice);
// Sum of ages, in card-days. Absent when nothing is in process.
std::optional<std::int64_t> total_age(const std::vector<CardAge>& ages);

// Yardstick per class of service, indexed by the class as a number.
std::vector<AgeYardstick> yardsticks(const Slice& slice);

}  // namespace throughline::flow
