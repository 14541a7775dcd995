#include "core/report/charts_scatter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::report {
namespace {

constexpr double kHead = 14;
constexpr double kTail = 96;  // for the words of the lines
constexpr double kDot = 3.6;

int highest(const ScatterChart& chart) {
    int top = chart.sle_days.value_or(1);
    for (const ScatterDot& dot : chart.dots) {
        top = std::max(top, dot.days);
    }
    return top + 1;
}

void draw_lines(Canvas& canvas, const Plot& plot, const ScatterChart& chart) {
    struct Level {
        int days;
        Stroke stroke;
        std::string words;
    };
    std::vector<Level> levels;
    for (const PercentLine& line : chart.lines) {
        levels.push_back({line.days,
                          {.ink = Ink::TextMuted, .dash = Dash::Dashed, .opacity = 0.7},
                          std::to_string(line.percent) + "%: " + std::to_string(line.days) +
                              (line.few ? " d (few)" : " d")});
    }
    if (chart.sle_days) {
        levels.push_back({*chart.sle_days,
                          {.ink = Ink::Warning, .width = 2},
                          "SLE " + std::to_string(*chart.sle_days) + " d"});
    }
    std::stable_sort(levels.begin(), levels.end(),
                     [](const Level& a, const Level& b) { return a.days < b.days; });
    std::vector<double> taken;
    for (const Level& level : levels) {
        draw_level(canvas, plot, level.days, level.stroke, level.words, taken);
    }
}

void draw_dot(Canvas& canvas, Point at, double radius, bool beyond, bool lit) {
    if (lit) {
        canvas.fill_circle(at, radius + 5, {.ink = Ink::Accent, .opacity = 0.25});
    }
    if (beyond) {
        const double r = radius * 1.35;
        const std::array corners{Point{at.x, at.y - r}, Point{at.x + r, at.y},
                                 Point{at.x, at.y + r}, Point{at.x - r, at.y}};
        canvas.fill_polygon(corners, {.ink = Ink::AgeBeyond, .opacity = 0.9});
        return;
    }
    canvas.fill_circle(at, radius, {.ink = Ink::Accent, .opacity = 0.9});
}

}  // namespace

std::vector<ChartHit> draw_scatter(Canvas& canvas,
                                   const ScatterChart& chart,
                                   std::optional<std::size_t> lit) {
    const Plot plot =
        begin_plot(canvas, chart.from, chart.to, highest(chart), "days", kHead, kTail);
    draw_days(canvas, plot);
    draw_lines(canvas, plot, chart);
    std::vector<ChartHit> hits;
    for (std::size_t i = 0; i < chart.dots.size(); ++i) {
        const ScatterDot& dot = chart.dots[i];
        const Point at{plot.x(dot.day), plot.y(dot.days)};
        const double radius = kDot + 1.6 * std::sqrt(static_cast<double>(dot.count - 1));
        draw_dot(canvas, at, radius, chart.sle_days && dot.days > *chart.sle_days, lit == i);
        hits.push_back({at, radius, i});
    }
    return hits;
}

}  // namespace throughline::report
