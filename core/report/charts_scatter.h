// Cycle time scatter: each finished card as a dot at its finish day and its days, with lines of the
// percentiles and the service level. Cards of the same day and days are one larger dot.
#pragma once

#include "core/report/charts_axis.h"

#include <optional>

namespace throughline::report {

struct ScatterDot {
    Day day;
    int days = 0;
    int count = 1;
};
struct PercentLine {
    int percent = 50;
    int days = 0;
    bool few = false;  // merely the greatest value of few cards
};
struct ScatterChart {
    Day from;
    Day to;
    std::vector<ScatterDot> dots;
    std::vector<PercentLine> lines;  // ascending
    std::optional<int> sle_days;     // dots above it are told by their shape too
    int sle_percent = 85;
};

// Result: one hit per dot. `lit`: the dot under the pointer.
std::vector<ChartHit> draw_scatter(Canvas& canvas,
                                   const ScatterChart& chart,
                                   std::optional<std::size_t> lit = std::nullopt);

}  // namespace throughline::report
