// Age of work in process: each card as a dot over its column, against what finished cards had
// reached when they left that column (bands), and the service level. A dot's shape tells its state
// as its colour does: circle fresh, diamond watch, triangle at risk, square beyond.
#pragma once

#include "core/report/charts_axis.h"

#include <optional>

namespace throughline::report {

enum class AgeMark { Fresh, Watch, AtRisk, Beyond };

struct AgingColumn {
    std::string name;
    std::optional<int> p50;  // days at which cards left it; absent without a finished card
    std::optional<int> p85;
    std::optional<int> p95;
};
struct AgingDot {
    std::size_t column = 0;
    int days = 0;
    AgeMark mark = AgeMark::Fresh;
    bool blocked = false;  // ringed
};
struct AgingChart {
    std::vector<AgingColumn> columns;  // in process, from left to right
    std::vector<AgingDot> dots;
    std::optional<int> sle_days;
};

std::vector<ChartHit> draw_aging(Canvas& canvas,
                                 const AgingChart& chart,
                                 std::optional<std::size_t> lit = std::nullopt);
// One dot at a place, for legends.
void draw_age_mark(Canvas& canvas, Point at, double radius, AgeMark mark);

}  // namespace throughline::report
