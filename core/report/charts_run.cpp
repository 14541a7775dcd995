#include "core/report/charts_run.h"

#include <algorithm>
#include <cmath>

namespace throughline::report {
namespace {

constexpr double kHead = 18;
constexpr double kTail = 96;
constexpr double kWidest = 54;

std::string mean_words(double mean) {
    const long tenths = std::lround(mean * 10);
    return "mean " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

std::vector<ChartHit> draw_run(Canvas& canvas,
                               const RunChart& chart,
                               std::optional<std::size_t> lit) {
    std::vector<ChartHit> hits;
    if (chart.bars.empty()) {
        return hits;
    }
    int top = 1;
    for (const RunBar& bar : chart.bars) {
        top = std::max(top, bar.count);
    }
    const RunBar& last = chart.bars.back();
    const Plot plot = begin_plot(canvas, chart.bars.front().from, last.from + (last.days - 1), top,
                                 chart.unit, kHead, kTail);
    draw_days(canvas, plot);
    const double floor = plot.y(0);
    const bool numbers = plot.box.width / static_cast<double>(chart.bars.size()) > 18;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const RunBar& bar = chart.bars[i];
        const double slot = plot.left(bar.from + bar.days) - plot.left(bar.from);
        const double width = std::min(kWidest, slot * 0.68);
        const double x = plot.left(bar.from) + (slot - width) * 0.5;
        const double y = plot.y(bar.count);
        const Box box{x, y, width, floor - y};
        if (lit == i) {
            canvas.fill_rect({plot.left(bar.from), plot.box.y, slot, plot.box.height},
                             {.ink = Ink::Accent, .opacity = 0.12});
        }
        if (bar.count == 0) {
            canvas.line({x, floor}, {x + width, floor}, {.ink = Ink::Accent, .width = 2});
        } else if (bar.whole) {
            canvas.fill_rect(box, {.ink = Ink::Accent, .opacity = 0.85}, 2);
        } else {
            canvas.fill_rect(box, {.ink = Ink::Accent, .opacity = 0.25}, 2);
            canvas.hatch(box, Hatch::Forward, {.ink = Ink::Accent, .opacity = 0.6});
        }
        if (numbers) {
            canvas.text({x + width * 0.5, y - 3}, std::to_string(bar.count),
                        {.ink = bar.count == 0 ? Ink::TextMuted : Ink::Text,
                         .side = Side::Middle,
                         .level = Level::Bottom});
        }
        hits.push_back({{x + width * 0.5, (y + floor) * 0.5}, std::max(width, floor - y) * 0.5, i});
    }
    if (chart.mean) {
        std::vector<double> taken;
        draw_level(canvas, plot, *chart.mean, {.ink = Ink::TextMuted, .dash = Dash::Dashed},
                   mean_words(*chart.mean), taken);
    }
    return hits;
}

}  // namespace throughline::report
