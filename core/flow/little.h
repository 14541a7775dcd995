// Little's law over a window, and whether the process is steady enough to read averages.
//
// metrics, section 5 (J. Little, Oper. Res. 59(3), 2011). Exact for every window [0, T): H =
// elapsed presence of all cards inside, L = H / T, Lambda = (WIP at 0 + arrivals) / T, w = H / (WIP
// at 0 + arrivals), so L = Lambda * w. Stability: r = average WIP / (throughput * mean elapsed
// cycle time), steady for 0.8 <= r <= 1.25. The law describes the past; it forecasts nothing.
// Example: stays 0-4, 1-3, 2-7, 5-open, T = 8: H 14, L 1.75, Lambda 0.5, w 3.5; finished: mean
// 11/3, throughput 3/8, r = 1.27: the open card's 3 days are the whole difference.
#pragma once

#include "core/flow/scope.h"

#include <optional>
#include <string_view>
#include <vector>

namespace throughline::flow {

struct Little {
    double window_days = 0;    // T, exact elapsed days from the period's begin to its end or as_of
    double presence_days = 0;  // H
    int wip_at_begin = 0;
    int arrivals = 0;                      // in the window
    std::optional<double> average_wip;     // L
    std::optional<double> lambda_per_day;  // absent when nothing was there
    std::optional<double> time_days;       // w
};
Little little(const Slice& slice);

// What may spoil the reading of averages.
enum class Unsteady { Rates, WipAtEnds, AgeDrifts, NotFinished };
std::string_view to_text(Unsteady condition);

struct Stability {
    std::optional<double> ratio;  // r; absent without deliveries
    bool steady = false;
    std::vector<Unsteady> failing;  // which conditions are not met; empty when steady
    double arrivals_per_day = 0;
    double departures_per_day = 0;
    int wip_at_begin = 0;
    int wip_at_end = 0;
    std::optional<double> mean_age_at_begin;
    std::optional<double> mean_age_at_end;
    std::optional<double> discarded_share;  // of the departures
};
Stability stability(const Slice& slice);

}  // namespace throughline::flow
