// Process behaviour charts: signals and noise of weekly throughput and of single cycle times.
#include "core/base/text.h"
#include "core/flow/cycle.h"
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

constexpr std::size_t kBaseline = 20;  // the first values: limits come from them and stay
constexpr std::size_t kRecent = 8;     // signals this near to the end decide the verdict
constexpr std::size_t kBins = 400;

// One value, with where it stands and what a hover says.
struct Value {
    double x = 0;
    double value = 0;
    Mark mark;
    std::vector<std::string> row;  // its first cells in the table
};

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

// Signals by value: the first rule that each breaks, 0 for none.
std::vector<int> rules_of(const std::vector<double>& numbers, const fl::XmrLimits& limits) {
    std::vector<int> rules(numbers.size());
    for (const fl::XmrSignal& signal : fl::xmr_signals(numbers, limits)) {
        rules[signal.index] = rules[signal.index] == 0 ? signal.rule : rules[signal.index];
    }
    return rules;
}

void add_rows(std::vector<Value>& values, const std::vector<int>& rules,
              const std::vector<std::size_t>& jumps, Chart& chart) {
    std::size_t jump = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool jumped = jump < jumps.size() && jumps[jump] == i;
        jump += jumped ? 1 : 0;
        std::vector<std::string> row = std::move(values[i].row);
        row.insert(row.end(), {decimal(values[i].value, 0),
                               rules[i] == 0 ? "" : std::to_string(rules[i]), yes_words(jumped)});
        chart.table.rows.push_back(std::move(row));
        if (rules[i] != 0) {
            values[i].mark.lines.push_back("signal: " + std::string(rule_words(rules[i])));
        }
        if (jumped) {
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

// Fills in everything but the x axis and the head of the table. False when nothing can be drawn.
bool add_behaviour(std::vector<Value> values, const std::string& what, Chart& chart) {
    std::vector<double> numbers;
    for (const Value& one : values) {
        numbers.push_back(one.value);
    }
    const auto baseline =
        std::span<const double>(numbers).first(std::min(numbers.size(), kBaseline));
    const auto limits = fl::xmr_limits(baseline);
    if (!limits) {
        set_missing(chart, "Fewer than 2 values: there are no limits yet.",
                    "Choose a longer period.");
        return false;
    }
    const std::vector<int> rules = rules_of(numbers, *limits);
    chart.y = number_axis(
        what, std::max(*std::max_element(numbers.begin(), numbers.end()), limits->upper),
        std::min(0.0, limits->lower));
    add_limits(*limits, chart);
    add_rows(values, rules, fl::range_signals(numbers, *limits), chart);
    add_dots(values, numbers, rules, chart);
    add_legend(rules, chart);
    const auto signals =
        std::count_if(rules.begin(), rules.end(), [](int rule) { return rule != 0; });
    chart.says = (signals == 0 ? "No signals" : plural(signals, "signal", "signals")) + " among " +
                 std::to_string(numbers.size()) + " values.";
    chart.note = "Limits come from the first " + std::to_string(limits->n) + " values" +
                 (limits->is_provisional() ? " and are provisional." : ".");
    chart.verdict = judge(rules, *limits);
    return true;
}

}  // namespace

void make_xmr_throughput(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const DayCards finished = finished_cards(slice);
    std::vector<Value> values;
    for (const fl::WeekCount& week : fl::by_week(slice.from(), fl::throughput_by_day(slice))) {
        if (!week.whole || week.monday + 6 >= slice.flow().today()) {
            continue;
        }
        Value value{.x = week.monday.number + 3.5,
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
    add_behaviour(std::move(values), "cards a week", chart);
}

void make_xmr_cycle(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const CrossingRows rows(slice);
    std::vector<Value> values;
    for (const fl::CycleTime& time : fl::cycle_times(slice)) {
        Value value{.x = static_cast<double>(values.size()) + 1,
                    .value = static_cast<double>(time.days),
                    .mark = {},
                    .row = {card_key(slice, time.card), to_text(time.end)}};
        add_cards(slice, {time.card}, value.mark);
        value.mark.lines.push_back(days_words(slice, time.days) + ", finished " +
                                   long_date(time.end));
        value.mark.moves = rows.of(time.card);
        values.push_back(std::move(value));
    }
    chart.x =
        number_axis("finished cards, one after another", static_cast<double>(values.size()) + 0.5);
    chart.table.head = {"card", "finish", "days", "rule", "jump"};
    add_behaviour(std::move(values), "days", chart);
}

Chart make_kpi_chart(const fl::KpiReading& reading, const std::string& name,
                     const std::string& unit) {
    Chart chart;
    chart.name = "kpi";
    chart.title = name;
    chart.tells = "Which changes of the value are signals and which are noise.";
    std::vector<Value> values;
    for (const fl::KpiPoint& point : reading.points) {
        Value value{.x = point.day.number + 0.5,
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
    if (add_behaviour(std::move(values), unit, chart) && reading.target) {
        chart.y.from = std::min(chart.y.from, *reading.target);
        chart.y.to = std::max(chart.y.to, *reading.target);
        chart.y.whole = false;
        chart.guides.push_back({.at = *reading.target,
                                .stroke = {.ink = Ink::Success, .width = 2},
                                .words = "target " + short_decimal(*reading.target)});
    }
    return chart;
}

}  // namespace throughline::report
