// What charts of forecasts share, here and on the screen: bars of chances, levels, the rare end.
//
// Nothing is claimed above 95% (metrics, section 8). A bar that is cut down to 95% would show a
// chance that is not true, so there is at most one such bar: the last value of which "95% or more"
// can be said. It is hatched and named, and every other bar shows its true chance.
#pragma once

#include "core/flow/forecast.h"
#include "core/report/chart.h"

#include <string>

namespace throughline::report {

// A bar from x0 to x1 with a chance of 0 .. 1; hatched, with its legend, from 95% on.
void add_chance(double x0, double x1, double chance, Chart& chart);
// "63%", "95% or more".
std::string chance_words(double chance);
// A level of confidence at its place, upright over the plot.
void add_level(double at, std::string words, Chart& chart);

// Bars, marks, levels and axes of "how many by this day", and the rows of its table. Begins at the
// last number that is reached in 95% of cases or more, ends before chances of one in a thousand.
void add_how_many(const flow::Forecast& forecast, Day by, Chart& chart);

}  // namespace throughline::report
