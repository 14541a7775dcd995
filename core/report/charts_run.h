// Run chart of counts per week or day as bars, zeros drawn, with the mean. A period that is cut by
// the range or not over yet is hatched and not part of the mean.
#pragma once

#include "core/report/charts_axis.h"

#include <optional>

namespace throughline::report {

struct RunBar {
    Day from;
    int days = 1;  // 7 for a week
    int count = 0;
    bool whole = true;
};
struct RunChart {
    std::vector<RunBar> bars;
    std::optional<double> mean;  // of the whole ones
    std::string unit = "cards";  // name of the y axis
};

std::vector<ChartHit> draw_run(Canvas& canvas,
                               const RunChart& chart,
                               std::optional<std::size_t> lit = std::nullopt);

}  // namespace throughline::report
