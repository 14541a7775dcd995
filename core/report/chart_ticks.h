// Round numbers and readable dates for axes, and dates in words.
#pragma once

#include "core/base/time.h"

#include <string>
#include <vector>

namespace throughline::report {

struct NumberTicks {
    double step = 1;
    std::vector<double> at;  // ascending; the first is <= low, the last >= high
};
// Multiples of 1, 2 or 5 times a power of ten, at most `most` + 1 of them (at least 2), around
// [low, high]. `whole`: no step below 1. Example: (0, 13, 5): 0 5 10 15; (-2.7, 4, 4): -5 0 5.
NumberTicks number_ticks(double low, double high, int most, bool whole = true);
// As many decimals as the step needs: "2.5", "1,000".
std::string tick_label(double value, double step);

struct DayTick {
    Day day;
    std::string label;

    friend bool operator==(const DayTick&, const DayTick&) = default;
};
// At most `most` days in [from, to]: every day, Mondays, every other Monday, months, quarters, half
// years or years. Labels: "12 Oct"; a year is added to January and to the first of them: "5 Jan
// 2026", "Jan 2026".
std::vector<DayTick> day_ticks(Day from, Day to, int most);

}  // namespace throughline::report
