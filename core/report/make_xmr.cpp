// Process behaviour charts: signals and noise of weekly throughput and of single cycle times.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/cycle.h"
#include "core/flow/history.h"
#include "core/flow/throughput.h"
#include "core/flow/xmr.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/kpi_chart.h"

#include <algorithm>
#include <array>
#include <span>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr std::size_t kBaseline = 20;  // values that limits come from
constexpr std::size_t kRecent = 8;     // signals this near to the end decide the verdict
constexpr std::size_t kBins = 400;

// One value, with where it stands and what a hover says.
struct Value {
    Day day;
    double x = 0;
    double value = 0;
    Mark mark;
    std::vector<std::string> row;  // its first cells in the table
};

// Values in time order. Limits come from the first ones from `baseline` on, wherever the period
// begins, and stay; what lies before `shown` is not drawn.
struct Series {
    std::vector<Value> values;
    std::size_t baseline = 0;
    std::size_t shown = 0;
};

Series series_of(std::vector<Value> values, std::optional<Day> limits_from, Day shown_from) {
    const auto first = [&](Day day) {
        return static_cast<std::size_t>(std::ranges::lower_bound(values, day, {}, &Value::day) -
                                        values.begin());
    };
    const std::size_t baseline = limits_from ? first(*limits_from) : 0;
    const std::size_t shown = first(shown_from);
    return {std::move(values), baseline, shown};
}

std::string_view rule_words(int rule) {
    switch (rule) {
        case 1: return "outside the limits";
        case 2: return "eighth or later in a row on one side of the mean";
        default: return "three of four nearer to a limit than to the mean";
    }
}

void add_limits(const fl::XmrLimits& limits, Chart& chart) {
    const Stroke edge{.ink = Ink::Warning, .width = 1.5, .dash = Dash::Dashed};
    if (!limits.lower_off) {
        chart.guides.push_back(
            {.at = limits.lower, .stroke = edge, .words = "lower " + decimal(limits.lower)});
    }
    chart.guides.push_back({.at = limits.mean,
                            .stroke = {.ink = Ink::TextMuted},
                            .words = "mean " + decimal(limits.mean)});
    chart.guides.push_back(
        {.at = limits.upper, .stroke = edge, .words = "upper " + decimal(limits.upper)});
}

// Signals by value: the first rule that each breaks, 0 for none. Values before the baseline are
// not judged by it.
std::vector<int> rules_of(const std::vector<double>& numbers, std::size_t baseline,
                          const fl::XmrLimits& limits) {
    std::vector<int> rules(numbers.size());
    const std::span<const double> judged = std::span(numbers).subspan(baseline);
    for (const fl::XmrSignal& signal : fl::xmr_signals(judged, limits)) {
        int& rule = rules[baseline + signal.index];
        rule = rule == 0 ? signal.rule : rule;
    }
    return rules;
}

std::vector<bool> jumps_of(const std::vector<double>& numbers, std::size_t baseline,
                           const fl::XmrLimits& limits) {
    std::vector<bool> jumps(numbers.size());
    const std::span<const double> judged = std::span(numbers).subspan(baseline);
    for (const std::size_t at : fl::range_signals(judged, limits)) {
        jumps[baseline + at] = true;
    }
    return jumps;
}

void add_rows(std::vector<Value>& values, const std::vector<int>& rules,
              const std::vector<bool>& jumps, Chart& chart) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::vector<std::string> row = std::move(values[i].row);
        row.insert(row.end(), {decimal(values[i].value, 0),
                               rules[i] == 0 ? "" : std::to_string(rules[i]), yes_words(jumps[i])});
        chart.table.rows.push_back(std::move(row));
        if (rules[i] != 0) {
            values[i].mark.lines.push_back("signal: " + std::string(rule_words(rules[i])));
        }
        if (jumps[i]) {
            values[i].mark.lines.emplace_back("signal: a jump beyond the range limit");
        }
    }
}

void add_dots(std::vector<Value>& values, const std::vector<double>& numbers,
              const std::vector<int>& rules, Chart& chart) {
    Line line{"", {}, {.ink = Ink::Accent, .width = 1.5, .opacity = 0.8}};
    for (const std::size_t i : extremes(numbers, kBins)) {
        Value& one = values[i];
        const Point at{one.x, one.value};
        const bool outside = rules[i] == 1;
        line.points.push_back(at);
        chart.dots.push_back({.at = at,
                              .glyph = outside         ? Glyph::Diamond
                                       : rules[i] != 0 ? Glyph::Triangle
                                                       : Glyph::Circle,
                              .ink = outside         ? Ink::Danger
                                     : rules[i] != 0 ? Ink::Warning
                                                     : Ink::Accent});
        one.mark.x0 = one.mark.x1 = at.x;
        one.mark.y0 = one.mark.y1 = at.y;
        chart.marks.push_back(std::move(one.mark));
    }
    chart.lines.push_back(std::move(line));
}

void add_legend(const std::vector<int>& rules, Chart& chart) {
    const bool outside = std::ranges::find(rules, 1) != rules.end();
    const bool run = std::ranges::any_of(rules, [](int rule) { return rule > 1; });
    if (outside || run) {
        chart.legend.push_back({.look = LegendEntry::Look::Dot, .words = "noise"});
    }
    if (outside) {
        chart.legend.push_back({.look = LegendEntry::Look::Dot,
                                .words = "signal: outside the limits",
                                .ink = Ink::Danger,
                                .glyph = Glyph::Diamond});
    }
    if (run) {
        chart.legend.push_back({.look = LegendEntry::Look::Dot,
                                .words = "signal: part of a run",
                                .ink = Ink::Warning,
                                .glyph = Glyph::Triangle});
    }
}

Verdict judge(const std::vector<int>& rules, const fl::XmrLimits& limits) {
    if (!limits.is_enough()) {
        return {Verdict::Call::None, "Fewer than 6 values for limits."};
    }
    if (limits.few_values) {
        return {Verdict::Call::None, "Fewer than 4 different values: choose a longer period."};
    }
    const std::size_t from = rules.size() > kRecent ? rules.size() - kRecent : 0;
    const std::span recent = std::span(rules).subspan(from);
    if (std::ranges::find(recent, 1) != recent.end()) {
        return {Verdict::Call::Act,
                "One of the last 8 values lies outside the limits: find its cause."};
    }
    if (std::ranges::any_of(recent, [](int rule) { return rule != 0; })) {
        return {Verdict::Call::Watch,
                "One of the last 8 values is part of a run: the level may have shifted."};
    }
    return {Verdict::Call::Fine, "No signal among the last 8 values: what varies is noise."};
}

// "Limits come from 20 values, Mon 4 May to Fri 26 Jun 2026."
std::string baseline_words(std::span<const Value> baseline, const fl::XmrLimits& limits) {
    return "Limits come from " + std::to_string(limits.n) + " values, " +
           long_date(baseline.front().day) + " to " + long_date(baseline.back().day) +
           (limits.is_provisional() ? ", and are provisional." : ".");
}

template <class T>
void drop_first(std::vector<T>& list, std::size_t count) {
    list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
}

// Fills in everything but the x axis and the head of the table. False when nothing can be drawn.
bool add_behaviour(Series series, const std::string& what, Chart& chart) {
    std::vector<Value>& values = series.values;
    std::vector<double> numbers;
    for (const Value& one : values) {
        numbers.push_back(one.value);
    }
    const std::size_t n = std::min(numbers.size() - series.baseline, kBaseline);
    const auto limits = fl::xmr_limits(std::span(numbers).subspan(series.baseline, n));
    if (!limits) {
        set_missing(chart, "Fewer than 2 values: there are no limits yet.",
                    "Take the limits from an earlier day, or wait for more values.");
        return false;
    }
    if (series.shown == values.size()) {
        set_missing(chart, "There is no value in this period.", "Choose a longer period.");
        return false;
    }
    chart.note = baseline_words(std::span(values).subspan(series.baseline, n), *limits);
    std::vector<int> rules = rules_of(numbers, series.baseline, *limits);
    std::vector<bool> jumps = jumps_of(numbers, series.baseline, *limits);
    drop_first(values, series.shown);
    drop_first(numbers, series.shown);
    drop_first(rules, series.shown);
    drop_first(jumps, series.shown);
    chart.y = number_axis(
        what, std::max(*std::max_element(numbers.begin(), numbers.end()), limits->upper),
        std::min(0.0, limits->lower));
    add_limits(*limits, chart);
    add_rows(values, rules, jumps, chart);
    add_dots(values, numbers, rules, chart);
    add_legend(rules, chart);
    const auto signals =
        std::count_if(rules.begin(), rules.end(), [](int rule) { return rule != 0; });
    chart.says = (signals == 0 ? "No signals" : plural(signals, "signal", "signals")) + " among " +
                 std::to_string(numbers.size()) + " values.";
    chart.verdict = judge(rules, *limits);
    return true;
}

// From the first day that is known to the end of the period, with the slice's cards: what limits
// are taken from lies before the period as a rule.
fl::Slice all_until(const fl::Slice& slice) {
    const fl::Flow& flow = slice.flow();
    fl::Scope scope = slice.scope();
    scope.from = std::min(slice.from(), fl::first_day(slice).value_or(slice.from()));
    scope.filter = nullptr;  // answered by the slice, which may be narrowed further
    return fl::Slice(flow, std::move(scope)).narrowed([&](const fl::CardInfo& card) {
        const auto index = flow.index_of(card.id);
        return index && slice.has(*index);
    });
}

}  // namespace

void make_xmr_throughput(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const fl::Slice all = all_until(slice);
    const DayCards finished = finished_cards(all);
    const Day first = finished.empty() ? all.from() : finished.front().first;
    std::vector<Value> values;
    for (const fl::WeekCount& week : fl::by_week(all.from(), fl::throughput_by_day(all))) {
        // Before the first delivery the team was not there yet; today's week is not over.
        if (!week.whole || week.monday + 6 < first || week.monday + 6 >= slice.flow().today()) {
            continue;
        }
        Value value{.day = week.monday,
                    .x = week.monday.number + 3.5,
                    .value = static_cast<double>(week.count),
                    .mark = {},
                    .row = {to_text(week.monday)}};
        value.mark.lines = {"Week of " + long_date(week.monday),
                            plural(week.count, "card", "cards") + " finished"};
        add_cards(slice, cards_within(finished, week.monday, week.monday + 6), value.mark);
        values.push_back(std::move(value));
    }
    chart.x = day_axis(slice.from(), slice.to());
    chart.table.head = {"week", "cards", "rule", "jump"};
    add_behaviour(series_of(std::move(values), choices.limits_from, slice.from()), "cards a week",
                  chart);
}

void make_xmr_cycle(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const CrossingRows rows(slice);
    std::vector<Value> values;
    std::size_t shown = 0;
    for (const fl::CycleTime& time : fl::cycle_times(all_until(slice))) {
        shown += time.end >= slice.from() ? 1U : 0U;
        Value value{.day = time.end,
                    .x = static_cast<double>(shown),
                    .value = static_cast<double>(time.days),
                    .mark = {},
                    .row = {card_key(slice, time.card), to_text(time.end)}};
        if (time.end >= slice.from()) {
            add_cards(slice, {time.card}, value.mark);
            value.mark.lines.push_back(days_words(slice, time.days) + ", finished " +
                                       long_date(time.end));
            value.mark.moves = rows.of(time.card);
        }
        values.push_back(std::move(value));
    }
    chart.x = number_axis("finished cards, one after another", static_cast<double>(shown) + 0.5);
    chart.table.head = {"card", "finish", "days", "rule", "jump"};
    add_behaviour(series_of(std::move(values), choices.limits_from, slice.from()), "days", chart);
}

Chart make_kpi_chart(const fl::KpiReading& reading, const std::string& name,
                     const std::string& unit) {
    Chart chart;
    chart.name = "kpi";
    chart.title = name;
    chart.tells = "Which changes of the value are signals and which are noise.";
    std::vector<Value> values;
    for (const fl::KpiPoint& point : reading.points) {
        Value value{.day = point.day,
                    .x = point.day.number + 0.5,
                    .value = point.value,
                    .mark = {},
                    .row = {to_text(point.day)}};
        value.mark.lines = {long_date(point.day), short_decimal(point.value) + " " + unit};
        if (point.corrected) {
            value.mark.lines.emplace_back("corrected afterwards");
        }
        values.push_back(std::move(value));
    }
    chart.table.head = {"day", "value", "rule", "jump"};
    if (values.empty()) {
        set_missing(chart, "There is no value yet.", "Measure it, or import its values.");
        return chart;
    }
    chart.x = day_axis(reading.points.front().day, reading.points.back().day);
    if (!add_behaviour({.values = std::move(values)}, unit, chart)) {
        return chart;
    }
    if (reading.target) {
        chart.guides.push_back({.at = *reading.target,
                                .stroke = {.ink = Ink::Success, .width = 2},
                                .words = "target " + short_decimal(*reading.target)});
    }
    // Not from 0: a share of 30 to 40% would be a flat line.
    chart.y.from = std::ranges::min(reading.points, {}, &fl::KpiPoint::value).value;
    for (const auto& guide : chart.guides) {
        chart.y.from = std::min(chart.y.from, guide.at);
        chart.y.to = std::max(chart.y.to, guide.at);
    }
    chart.y.whole = false;
    if (unit == "%") {
        chart.y.name.clear();
        chart.y.unit = unit;
    }
    return chart;
}

}  // namespace throughline::report
