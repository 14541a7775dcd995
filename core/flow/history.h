// The deliveries that forecasts draw from.
//
// metrics, section 8: deliveries per local day of the last 12 whole weeks, zeros included, today
// excluded (it is not over), days marked unusual excluded. Working and non-working days are
// separate pools by the calendar; one pool gives wrong Fridays. Without deliveries a forecast is
// refused; fewer than 20 working days or 10 deliveries is "thin history".
#pragma once

#include "core/flow/scope.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace throughline::flow {

struct History {
    Day from;
    std::vector<int> by_day;  // deliveries; kUnusual where the day does not count
    static constexpr int kUnusual = -1;

    int deliveries() const;
    friend bool operator==(const History&, const History&) = default;
};

// The whole weeks that end yesterday, for the slice's cards, as known at its as_of. Weeks that were
// over before the first row of any chosen card are left out: the team was not there yet.
History history_of(const Slice& slice, int weeks = 12, const std::vector<Day>& unusual = {});
// The day of the first row of any chosen card; absent without a row.
std::optional<Day> first_day(const Slice& slice);
// A plain list of daily counts that ends the day before `today`, for figures by hand.
History history_from(std::vector<int> by_day, Day today);

struct Pools {
    std::vector<int> working;
    std::vector<int> idle;
};
Pools pools_of(const History& history, const WorkingCalendar& calendar);

bool is_thin(const History& history, const WorkingCalendar& calendar);

// The variance of weekly sums is over 1.5 times that of independent days: draw whole weeks as
// blocks. False with fewer than 3 whole weeks.
inline constexpr double kDispersion = 1.5;
bool is_dispersed(const History& history, const WorkingCalendar& calendar);

// Cards added per card delivered in the period: first rows over finishes. Absent without
// deliveries.
std::optional<double> scope_growth(const Slice& slice);

}  // namespace throughline::flow
