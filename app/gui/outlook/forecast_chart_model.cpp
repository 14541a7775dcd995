#include "app/gui/outlook/forecast_chart_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/promise.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/forecast_parts.h"

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

constexpr int kMostTinted = 400;  // days, beyond which single ones are not seen

void tint_idle_days(const flow::ForecastInput& input, int days, report::Chart& chart) {
    for (int k = 1; k <= days && days <= kMostTinted; ++k) {
        const Day day = input.today + k;
        if (!input.calendar.is_working(day)) {
            chart.grounds.push_back({.x0 = 1.0 * day.number,
                                     .x1 = day.number + 1.0,
                                     .y1 = 100,
                                     .ink = report::Ink::Neutral});
        }
    }
    if (!chart.grounds.empty()) {
        chart.legend.push_back(
            {.words = "not worked", .ink = report::Ink::Neutral, .opacity = 0.3});
    }
}

report::Mark day_mark(const flow::ForecastInput& input, Day day, const flow::Forecast& exactly,
                      const std::optional<flow::Forecast>& growing) {
    report::Mark mark = report::slot_mark(day.number, day.number + 1);
    const int k = day - input.today;
    mark.lines = {long_date(day) + (input.calendar.is_working(day) ? "" : ", not worked"),
                  "done by then: " + report::chance_words(flow::chance_by(exactly, k))};
    if (growing) {
        mark.lines.push_back("with growth: " + report::chance_words(flow::chance_by(*growing, k)));
    }
    return mark;
}

}  // namespace

std::optional<report::Chart> when_chart(const flow::ForecastInput& input,
                                        const flow::Forecast& exactly,
                                        const std::optional<flow::Forecast>& growing) {
    const int p95 = *exactly.at(95);
    if (p95 > flow::kMostDays) {
        return std::nullopt;
    }
    const int last = growing ? std::clamp(*growing->at(95), p95, 3 * p95) : p95;
    report::Chart chart{.name = "outlook-when", .title = "When they are done"};
    chart.legend.push_back({.words = "these cards", .ink = report::Ink::Accent});
    report::Line line{.stroke = {.ink = report::Ink::Warning, .width = 2}};
    for (int k = 1; k <= last; ++k) {
        const Day day = input.today + k;
        if (k <= p95) {
            report::add_chance(day.number, day.number + 1, flow::chance_by(exactly, k), chart);
        }
        if (growing && k <= *growing->at(95)) {
            const flow::Claim claim = flow::claim_of(flow::chance_by(*growing, k));
            line.points.push_back({day.number + 0.5, 100 * claim.chance});
        }
        chart.marks.push_back(day_mark(input, day, exactly, growing));
    }
    if (growing) {
        chart.lines.push_back(std::move(line));
        chart.legend.push_back({.look = report::LegendEntry::Look::Line,
                                .words = "with growth",
                                .ink = report::Ink::Warning});
    }
    tint_idle_days(input, last, chart);
    for (const flow::Level& level : exactly.levels) {
        const Day day = input.today + level.value;
        report::add_level(day.number + 0.5, std::to_string(level.percent) + "%: " + short_date(day),
                          chart);
    }
    chart.x = report::day_axis(input.today + 1, input.today + last);
    chart.y = report::number_axis("chance that all are done", 100);
    chart.y.unit = "%";
    return chart;
}

report::Chart how_many_chart(const flow::Forecast& forecast, Day until) {
    report::Chart chart{.name = "outlook-how-many", .title = "How many are done"};
    report::add_how_many(forecast, until, chart);
    return chart;
}

}  // namespace throughline::gui::outlook
