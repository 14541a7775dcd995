#include "app/gui/outlook/forecast_chart_model.h"

#include "core/base/text.h"
#include "core/flow/promise.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

constexpr double kRare = 0.001;   // below it no number of cards is worth showing
constexpr int kMostTinted = 400;  // days, beyond which single ones are not seen

double shown(double chance) {
    return std::min(chance, flow::kMostClaimed);
}

void add_level(double at, std::string words, report::Chart& chart) {
    chart.guides.push_back(
        {.at = at,
         .stroke = {.ink = report::Ink::Text, .width = 1.5, .dash = report::Dash::Dashed},
         .words = std::move(words),
         .upright = true});
}

void add_chance(double x0, double x1, double chance, report::Chart& chart) {
    const double inset = 0.06 * (x1 - x0);
    chart.bars.push_back({.x0 = x0 + inset,
                          .x1 = x1 - inset,
                          .y1 = 100 * shown(chance),
                          .ink = report::Ink::Accent});
}

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
    mark.lines = {report::long_date(day) + (input.calendar.is_working(day) ? "" : ", not worked"),
                  "done by then: " + report::percent_words(shown(flow::chance_by(exactly, k)))};
    if (growing) {
        mark.lines.push_back("with growth: " +
                             report::percent_words(shown(flow::chance_by(*growing, k))));
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
        add_chance(day.number, day.number + 1, flow::chance_by(exactly, k), chart);
        if (growing) {
            line.points.push_back({day.number + 0.5, 100 * shown(flow::chance_by(*growing, k))});
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
        add_level(day.number + 0.5, std::to_string(level.percent) + "%: " + report::short_date(day),
                  chart);
    }
    chart.x = report::day_axis(input.today + 1, input.today + last);
    chart.y = report::number_axis("chance that all are done", 100);
    chart.y.unit = "%";
    return chart;
}

report::Chart how_many_chart(const flow::Forecast& forecast, Day until) {
    report::Chart chart{.name = "outlook-how-many", .title = "How many are done"};
    int most = 1;
    for (std::size_t x = 1; x < forecast.reached.size() && forecast.reached[x] >= kRare; ++x) {
        const auto at = static_cast<double>(x);
        add_chance(at - 0.5, at + 0.5, forecast.reached[x], chart);
        report::Mark mark = report::slot_mark(at - 0.5, at + 0.5);
        mark.lines = {"at least " + plural(static_cast<std::int64_t>(x), "card", "cards"),
                      "chance " + report::percent_words(shown(forecast.reached[x]))};
        chart.marks.push_back(std::move(mark));
        most = static_cast<int>(x);
    }
    for (const flow::Level& level : forecast.levels) {
        add_level(level.value, std::to_string(level.percent) + "%: " + std::to_string(level.value),
                  chart);
    }
    chart.x = report::number_axis("cards done by " + report::short_date(until), most + 0.5);
    chart.y = report::number_axis("chance of at least so many", 100);
    chart.y.unit = "%";
    return chart;
}

}  // namespace throughline::gui::outlook
