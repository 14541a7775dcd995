// What all charts share: the plot inside its margins, round numbers and readable dates on the axes,
// and what can be hovered. Charts take figures and draw on a Canvas; nothing here computes a
// figure.
#pragma once

#include "core/base/time.h"
#include "core/report/canvas.h"

#include <string>
#include <vector>

namespace throughline::report {

// Something drawn that stands for item number `index` of the chart's figures.
struct ChartHit {
    Point at;
    double radius = 0;
    std::size_t index = 0;
};
// The nearest hit within its radius and `slack` of the point; null for none.
const ChartHit* hit_at(const std::vector<ChartHit>& hits, Point point, double slack = 4);

// Numbers at steps of 1, 2 or 5 times a power of ten, at most `most` of them, from 0 to at least
// `highest`. Whole numbers only. Example: (13, 5): 0 5 10 15.
std::vector<int> round_ticks(int highest, int most);

struct DayTick {
    Day day;
    std::string label;

    friend bool operator==(const DayTick&, const DayTick&) = default;
};
// At most `most` days in [from, to]: every day, Mondays, every other Monday, months or quarters.
// Labels: "12 Oct"; a year is added to January and to the first of them: "5 Jan 2026", "Jan 2026".
std::vector<DayTick> day_ticks(Day from, Day to, int most);

// "Mon 12 Oct 2026", for reading one value.
std::string long_date(Day day);

// The plot of days against whole numbers from 0.
struct Plot {
    Box box;
    Day from;
    Day to;
    int top = 1;  // value at the upper edge

    double x(Day day) const;     // middle of the day
    double left(Day day) const;  // its left edge
    double y(double value) const;
};

// Draws the y axis with its grid and name, and makes the plot below `head` pixels and left of
// `tail`.
Plot begin_plot(Canvas& canvas,
                Day from,
                Day to,
                int highest,
                std::string_view y_name,
                double head,
                double tail);
// Draws the dates under the plot.
void draw_days(Canvas& canvas, const Plot& plot);
// A horizontal line over the whole plot with words at its right end, moved up or down when another
// label is in the way; `taken` are the y of those drawn so far.
void draw_level(Canvas& canvas,
                const Plot& plot,
                double value,
                const Stroke& stroke,
                std::string_view words,
                std::vector<double>& taken);

}  // namespace throughline::report
