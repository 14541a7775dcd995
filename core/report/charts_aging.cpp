#include "core/report/charts_aging.h"

#include <algorithm>
#include <array>
#include <map>

namespace throughline::report {
namespace {

constexpr double kHead = 14;
constexpr double kTail = 70;
constexpr double kDot = 5;
constexpr double kSpread = 13;  // between dots of one age

int highest(const AgingChart& chart) {
    int top = chart.sle_days.value_or(1);
    for (const AgingDot& dot : chart.dots) {
        top = std::max(top, dot.days);
    }
    for (const AgingColumn& column : chart.columns) {
        top = std::max(top, column.p85.value_or(0));
    }
    return top + 1;
}

// As much of a name as fits, with an ellipsis.
std::string fitted(const Canvas& canvas, std::string name, double width) {
    if (canvas.text_width(name, TextSize::Caption) <= width) {
        return name;
    }
    while (!name.empty() && canvas.text_width(name + "…", TextSize::Caption) > width) {
        do {
            name.pop_back();
        } while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U);
    }
    return name + "…";
}

void draw_band(Canvas& canvas,
               const Plot& plot,
               const Box& slot,
               std::optional<int> low,
               std::optional<int> high,
               Ink ink) {
    if (!high) {
        return;
    }
    const double bottom = plot.y(std::min(low.value_or(0), plot.top));
    const double top = plot.y(std::min(*high, plot.top));
    canvas.fill_rect({slot.x, top, slot.width, bottom - top}, {.ink = ink, .opacity = 0.13});
}

void draw_column(Canvas& canvas, const Plot& plot, const AgingColumn& column, const Box& slot) {
    draw_band(canvas, plot, slot, 0, column.p50, Ink::AgeFresh);
    draw_band(canvas, plot, slot, column.p50, column.p85, Ink::AgeWatch);
    draw_band(canvas, plot, slot, column.p85, column.p95, Ink::AgeAtRisk);
    for (const auto& [percent, days] : {std::pair{"50%", column.p50}, {"85%", column.p85}}) {
        if (days && *days <= plot.top) {
            canvas.line({slot.x, plot.y(*days)}, {slot.x + slot.width, plot.y(*days)},
                        {.ink = Ink::TextFaint, .dash = Dash::Dotted});
            canvas.text({slot.x + 4, plot.y(*days) - 2}, percent,
                        {.ink = Ink::TextMuted, .level = Level::Bottom});
        }
    }
    const double floor = plot.box.y + plot.box.height;
    canvas.line({slot.x, plot.box.y}, {slot.x, floor}, {.ink = Ink::Grid});
    canvas.text({slot.x + slot.width * 0.5, floor + 8}, fitted(canvas, column.name, slot.width - 6),
                {.ink = Ink::TextMuted, .side = Side::Middle, .level = Level::Top});
}

}  // namespace

void draw_age_mark(Canvas& canvas, Point at, double r, AgeMark mark) {
    switch (mark) {
        case AgeMark::Fresh: canvas.fill_circle(at, r, {.ink = Ink::AgeFresh}); return;
        case AgeMark::Watch: {
            const double d = r * 1.3;
            const std::array corners{Point{at.x, at.y - d}, Point{at.x + d, at.y},
                                     Point{at.x, at.y + d}, Point{at.x - d, at.y}};
            canvas.fill_polygon(corners, {.ink = Ink::AgeWatch});
            return;
        }
        case AgeMark::AtRisk: {
            const double d = r * 1.25;
            const std::array corners{Point{at.x, at.y - d}, Point{at.x + d, at.y + d * 0.85},
                                     Point{at.x - d, at.y + d * 0.85}};
            canvas.fill_polygon(corners, {.ink = Ink::AgeAtRisk});
            return;
        }
        case AgeMark::Beyond:
            canvas.fill_rect({at.x - r, at.y - r, 2 * r, 2 * r}, {.ink = Ink::AgeBeyond}, 1);
            return;
    }
}

std::vector<ChartHit> draw_aging(Canvas& canvas,
                                 const AgingChart& chart,
                                 std::optional<std::size_t> lit) {
    std::vector<ChartHit> hits;
    if (chart.columns.empty()) {
        return hits;
    }
    const Plot plot = begin_plot(canvas, {}, {}, highest(chart), "days", kHead, kTail);
    const double width = plot.box.width / static_cast<double>(chart.columns.size());
    const auto slot_of = [&](std::size_t column) {
        return Box{plot.box.x + width * static_cast<double>(column), plot.box.y, width,
                   plot.box.height};
    };
    for (std::size_t i = 0; i < chart.columns.size(); ++i) {
        draw_column(canvas, plot, chart.columns[i], slot_of(i));
    }
    if (chart.sle_days) {
        std::vector<double> taken;
        draw_level(canvas, plot, *chart.sle_days, {.ink = Ink::Warning, .width = 2},
                   "SLE " + std::to_string(*chart.sle_days) + " d", taken);
    }
    // Dots of one column and age stand side by side around the middle.
    std::map<std::pair<std::size_t, int>, std::pair<int, int>> counts;  // how many, how many drawn
    for (const AgingDot& dot : chart.dots) {
        ++counts[{dot.column, dot.days}].first;
    }
    for (std::size_t i = 0; i < chart.dots.size(); ++i) {
        const AgingDot& dot = chart.dots[i];
        auto& [all, drawn] = counts[{dot.column, dot.days}];
        const Box slot = slot_of(dot.column);
        const double step = std::min(kSpread, (slot.width - 2 * kDot) / std::max(1, all));
        const Point at{slot.x + slot.width * 0.5 + step * (drawn++ - (all - 1) * 0.5),
                       plot.y(dot.days)};
        if (lit == i) {
            canvas.fill_circle(at, kDot + 6, {.ink = Ink::Accent, .opacity = 0.25});
        }
        draw_age_mark(canvas, at, kDot, dot.mark);
        if (dot.blocked) {
            canvas.stroke_circle(at, kDot + 3, {.ink = Ink::Danger, .width = 1.5});
        }
        hits.push_back({at, kDot, i});
    }
    return hits;
}

}  // namespace throughline::report
