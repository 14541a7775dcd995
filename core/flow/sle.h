// Service level expectation, risk of one card, and the check against cards that are still open.
//
// metrics, section 3. SLE = (probability, days): by default 85% and that percentile of the cycle
// times of the last 12 weeks; set by hand while there are fewer than 10 (The Kanban Guide).
// Attainment = share of finished cards with cycle time <= days. Risk of one card: among past cards
// with cycle time >= its age, the share above the SLE. Cycle times 2 3 3 4 5 5 6 8 9 14, SLE 9: age
// 5 gives 1/6, age 8 1/3, age 9 1/2, age 10: beyond already.
#pragma once

#include "core/flow/cycle.h"

#include <optional>
#include <span>
#include <vector>

namespace throughline::flow {

inline constexpr std::size_t kFewestForSle = 10;

// A proportion with its counts, so that 0 of 0 is never shown as a number.
struct Ratio {
    std::int64_t part = 0;
    std::int64_t whole = 0;

    std::optional<double> value() const {
        return whole == 0 ? std::nullopt
                          : std::optional(static_cast<double>(part) / static_cast<double>(whole));
    }
    friend bool operator==(const Ratio&, const Ratio&) = default;
};

// Absent below 10 cycle times: to be set by hand.
std::optional<int> propose_sle(std::span<const int> cycle_times, int probability = 85);
Ratio attainment(std::span<const int> cycle_times, int sle_days);

struct Risk {
    bool beyond = false;  // the age is past the SLE already
    Ratio share;          // of past cards at least this old, those that missed the SLE
};
Risk risk_of(std::span<const int> cycle_times, int sle_days, int age_days);

// Kaplan and Meier (1958): open cards count as not finished up to their age. At each cycle time t
// the share still open S is multiplied by (1 - finished at t / still at risk at t). Example:
// finished 2 3 3 5 8, open 6 6 10: S(2) 7/8, S(3) 5/8, S(5) 1/2, S(8) 1/4. Finished only: p50 3,
// p85 8; with open cards p50 5, p85 not reached.
struct SurvivalStep {
    int days = 0;
    double open_share = 1;
};
std::vector<SurvivalStep> survival(std::span<const int> finished, std::span<const int> open_ages);
// The smallest days with open share <= 1 - percent; absent: not reached.
std::optional<int> survival_percentile(std::span<const SurvivalStep> steps, int percent);
// They differ by more than a fifth, or the second is not reached: to be said beside the SLE.
bool differs_by_a_fifth(int finished_only, std::optional<int> with_open_cards);

// Time to market: from the day a brief was submitted to the day its card went live, in calendar
// days whatever the slice counts, against the board's target. Cards without a request are left out.
// Example: submitted 1 May, live 9 May: 9 days; with a target of 8 it is missed.
struct TimeToMarket {
    Percentiles days;
    std::optional<int> target;  // absent: not set
    Ratio within;               // 0 of 0 without a target
};
TimeToMarket time_to_market(const Slice& slice);

// An adopted level was adopted in calendar days: the working-day view shows the proposed one
// instead. Proposals come from all cards of the 12 weeks up to as_of; attainment from the slice.
struct SleFigures {
    int probability = 85;
    std::optional<int> days;  // adopted, else proposed
    bool adopted = false;
    std::optional<int> proposed;
    std::size_t n = 0;  // finished cards in the period
    Ratio attained;
    std::optional<int> with_open_cards;  // the survival percentile
    bool open_cards_matter = false;
};
// The adopted days, else the proposed ones; as SleFigures::days.
std::optional<int> sle_days(const Slice& slice, model::ServiceClass service_class);
// Of one class of service, or of all cards pooled (no adopted level then).
SleFigures sle_figures(const Slice& slice, std::optional<model::ServiceClass> service_class);

}  // namespace throughline::flow
