// The age of what is in process.
//
// metrics, section 2: age = day(as_of) - day(cycle start) + 1, cards in process only; blocked and
// idle days count. Total age is the sum. Section 3: a card is fresh below the p50 band of its
// column (bands.h), watch from there, at-risk from the p85 band, beyond-sle past the days of the
// SLE of its class. Example: started 1 May, finished 9 May: as of 6 May age 6; as of 9 May no age,
// cycle time 9.
#pragma once

#include "core/flow/scope.h"
#include "core/flow/sle.h"

#include <optional>
#include <string_view>
#include <vector>

namespace throughline::flow {

enum class AgeState { Unknown, Fresh, Watch, AtRisk, BeyondSle };
// "fresh", "watch", "at-risk", "beyond-sle"; "" while nothing is known to compare with.
std::string_view to_text(AgeState state);

// What the ages of one class of service are judged by: all its cards that finished in the 12 weeks
// up to as_of, whatever the slice's period and filter are, and its SLE (adopted, else proposed).
struct AgeYardstick {
    std::vector<std::optional<int>> p50;  // per position of the workflow; empty: no finished card
    std::vector<std::optional<int>> p85;
    std::optional<int> sle_days;
    std::vector<int> cycle_days;  // in no order
};
// Indexed by the class as a number. Kept by whoever draws a board; judging a card is then a
// look-up.
std::vector<AgeYardstick> yardsticks(const Slice& slice);
AgeState age_state(int age_days, Position column, const AgeYardstick& yardstick);

struct CardAge {
    CardIndex card = 0;
    int days = 0;
    Duration elapsed;
    Position column = kNoColumn;
    Instant column_since;
    AgeState state = AgeState::Unknown;
    std::optional<Risk> risk;  // by the yardstick of its class; absent without an SLE
};
// Oldest first, then by card id.
std::vector<CardAge> ages(const Slice& slice);
// Sum of ages, in card-days. Absent when nothing is in process.
std::optional<std::int64_t> total_age(const std::vector<CardAge>& ages);
// What total age is compared with: the board's WIP limit x SLE days of the standard class. Absent
// while one of the two is not set.
std::optional<std::int64_t> total_age_reference(const Slice& slice);

}  // namespace throughline::flow
