// Whether work that was promised for a day will be done by then.
//
// metrics, section 8. P(done by day k) is read from a forecast of when; no claim above 95% is made
// (the window is only a sample). An objective: its open cards on the board against the days left in
// its quarter, drawn from the deliveries of its own cards. Example, history 0 1 2, exactly: of 2
// open cards P(done by day 1..5) = 1/3, 2/3, 23/27, 76/81, 79/81; with 3 days left the promise
// holds in 23/27 = 85% of cases, with 5 in "95% or more".
#pragma once

#include "core/flow/forecast.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline::flow {

// Of a forecast of when: the share of cases that are done within so many days; day 1 is tomorrow. 0
// without a day left.
double chance_by(const Forecast& when, int days);

inline constexpr double kMostClaimed = 0.95;
struct Claim {
    double chance = 0;     // kMostClaimed at most
    bool or_more = false;  // the forecast says more than is claimed
};
Claim claim_of(double chance);
// "62%", "95% or more"; never rounded up: 84.6% is not yet 85%.
std::string claim_words(const Claim& claim);

// The day that is named for what is done within `days` days from today. In the working-day view the
// first worked day from then on: nothing is promised for a day on which nobody works. Example:
// today a Friday, 2 days: Sunday, or Monday in the working-day view.
Day named_day(const WorkingCalendar& calendar, DayCount view, Day today, int days);

// Cards of a slice that came on the board, as of its instant.
struct Standing {
    int done = 0;
    int open = 0;      // on the board, not beyond the delivery point
    int given_up = 0;  // left the board undelivered
    friend bool operator==(const Standing&, const Standing&) = default;
};
Standing standing_of(const Slice& slice);

}  // namespace throughline::flow
