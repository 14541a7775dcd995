// Each chart says what the figures of core/flow say.
#include "core/base/words.h"
#include "core/flow/backtest.h"
#include "core/flow/forecast.h"
#include "core/flow/xmr.h"
#include "core/report/chart_ticks.h"
#include "tests/core/report/charts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace throughline::report {
namespace {

using test::busy_board;
using test::chart_of;
using test::fixture_a;
using test::FlowBuilder;
using Call = Verdict::Call;
using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> column(const Chart& chart, std::string_view name) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < chart.table.head.size(); ++i) {
        if (chart.table.head[i] == name) {
            for (const auto& row : chart.table.rows) {
                cells.push_back(row[i]);
            }
        }
    }
    return cells;
}

// Cards that each took `days`, one finished every day from day 1 + days on.
FlowBuilder steady(int cards, int days) {
    FlowBuilder board;
    for (int i = 1; i <= cards; ++i) {
        board.card("C" + std::to_string(i),
                   "Ready d" + std::to_string(i) + ", Done d" + std::to_string(i + days - 1));
    }
    return board;
}

using Words = std::vector<std::string>;

TEST_CASE("every chart has a name of its own, a sentence and its place in the metrics") {
    std::set<std::string_view> names;
    for (const ChartKind& kind : chart_kinds()) {
        CAPTURE(kind.name);
        CHECK(names.insert(kind.name).second);
        CHECK(kind.tells.ends_with("."));
        CHECK_FALSE(kind.group.empty());
        CHECK(kind.section >= 2);
        CHECK(kind.section <= 9);
        CHECK(find_chart(kind.name) == &kind);
    }
    CHECK(find_chart("pie") == nullptr);
    CHECK(nearest_chart("scater") == "cycle-time-scatter");
    CHECK(nearest_chart("cumulative flow diagram") == "cumulative-flow");
    CHECK(nearest_chart("bloker") == "blockers");
}

TEST_CASE("fixture A: cycle times with the rows behind them") {
    const Chart chart = chart_of(fixture_a(), "cycle-time-scatter", 1, 6);
    CHECK(column(chart, "days") == Words{"4", "6", "4"});  // by finish
    CHECK(chart.dots.size() == 3);
    CHECK(chart.says.starts_with("85% of 3 cards took 6 days or less."));
    CHECK(chart.verdict.call == Call::None);
    // P: in by row 1, out by row 3.
    CHECK(chart.marks[0].moves == std::vector<model::TransitionId>{{1}, {3}});
    CHECK(chart.marks[0].cards.size() == 1);
}

TEST_CASE("section 3: a percentile tells on hover how far the true one may lie from it") {
    test::FlowBuilder board;
    for (int i = 1; i <= 20; ++i) {
        board.card(std::to_string(i), "Ready d1, Done d" + std::to_string(i));
    }
    // Ranks 14 to 19 of 20 for 85%, by the binomial.
    for (const char* name : {"cycle-time-scatter", "cycle-time-histogram"}) {
        CAPTURE(name);
        const Chart chart = chart_of(board, name, 1, 20);
        const auto found = std::ranges::find_if(chart.marks, [](const Mark& mark) {
            return std::ranges::find(mark.lines, "85% of 20 cards took 17 days or less") !=
                   mark.lines.end();
        });
        REQUIRE(found != chart.marks.end());
        CHECK(std::ranges::find(found->lines,
                                "with so many cards the true 85% may lie from 14 to 19 days") !=
              found->lines.end());
    }
}

TEST_CASE("fixture A: throughput by day, with its zeros") {
    const Chart chart = chart_of(fixture_a(), "throughput", 1, 6, {.by_day = true});
    CHECK(column(chart, "cards") == Words{"0", "0", "1", "1", "0", "2"});
    CHECK(column(chart, "whole") == Words{"yes", "yes", "yes", "yes", "yes", ""});
    CHECK(chart.marks.back().cards.size() == 2);
    const Chart weeks = chart_of(fixture_a(), "throughput", 1, 6);
    CHECK(column(weeks, "cards") == Words{"4"});
    CHECK(column(weeks, "whole") == Words{""});
}

TEST_CASE("fixture A: cumulative flow and flow debt") {
    const Chart chart = chart_of(fixture_a(), "cumulative-flow", 1, 6);
    CHECK(column(chart, "Ready") == Words{"2", "3", "5", "5", "6", "6"});
    CHECK(column(chart, "Create") == Words{"0", "1", "3", "4", "6", "6"});
    CHECK(column(chart, "Done") == Words{"0", "0", "1", "3", "4", "6"});
    CHECK(column(chart, "rework") == Words{"0", "0", "0", "1", "0", "0"});
    CHECK(chart.areas.size() == 2);
    CHECK(chart.marks[3].lines[1] == "2 cards in process");
    const Chart debt = chart_of(fixture_a(), "flow-debt", 1, 6);
    CHECK(column(debt, "flow_debt_days")[5] == "-2.666667");
    const Chart before = chart_of(fixture_a(), "flow-debt", 1, 4);
    CHECK(column(before, "flow_debt_days")[3] == "0.000000");
}

TEST_CASE("fixture A: ages at the end of day 3, oldest first, and what came and left") {
    const Chart aging = chart_of(fixture_a(), "aging", 1, 3);
    CHECK(column(aging, "days") == Words{"3", "3", "2", "1"});
    CHECK(aging.marks.front().moves.size() == 1);
    const Chart rates = chart_of(fixture_a(), "arrivals-departures", 1, 6);
    CHECK(column(rates, "arrivals") == Words{"6"});
    CHECK(column(rates, "delivered") == Words{"5"});
    CHECK(column(rates, "discarded") == Words{"1"});
    CHECK(column(chart_of(fixture_a(), "net-flow", 1, 6), "net") == Words{"0"});
    const Chart wip = chart_of(fixture_a(), "wip-by-column", 1, 6);
    CHECK(column(wip, "wip") == Words{"2", "3", "4", "2", "2", "0"});
    CHECK(column(wip, "Ready") == Words{"2", "2", "2", "2", "0", "0"});
    // Each day is a step of its own: the 4 of day 3 hold from its begin to its end.
    const std::vector<Point>& line = wip.lines.front().points;
    REQUIRE(line.size() == 12);
    CHECK(line[4] == Point{wip.x.from + 2, 4});
    CHECK(line[5] == Point{wip.x.from + 3, 4});
    CHECK(line[6] == Point{wip.x.from + 3, 2});
}

TEST_CASE("cycle times are judged by the service level of their class") {
    FlowBuilder board = steady(20, 5);
    board.service_level(model::ServiceClass::Standard, 85, 5);
    CHECK(chart_of(board, "cycle-time-scatter", 1, 30).verdict.call == Call::Fine);
    board.service_level(model::ServiceClass::Standard, 85, 4);
    const Chart late = chart_of(board, "cycle-time-scatter", 1, 30);
    CHECK(late.verdict.call == Call::Act);
    CHECK(late.verdict.rule.find("0 of 20") != std::string::npos);
    CHECK(late.dots.front().glyph == Glyph::Diamond);
    board.service_class("C1", model::ServiceClass::Expedite);
    // The expedite has no level; the others are judged by theirs all the same.
    const Chart mixed = chart_of(board, "cycle-time-scatter", 1, 30);
    CHECK(mixed.verdict.call == Call::Act);
    CHECK(mixed.verdict.rule.starts_with("Standard: Only 0 of 19"));
    board.service_level(model::ServiceClass::Expedite, 85, 9);
    const Chart both = chart_of(board, "cycle-time-scatter", 1, 30);
    REQUIRE(both.guides.size() == 6);
    CHECK(both.guides[4].words == "Standard SLE 4 d");
    CHECK(both.guides[5].words == "Expedite SLE 9 d");
    CHECK(both.says.find("19 took longer than the service level of their class") !=
          std::string::npos);
}

TEST_CASE("a service level that nobody adopted judges nothing") {
    const FlowBuilder board = steady(20, 5);
    const Chart chart = chart_of(board, "cycle-time-scatter", 1, 30);
    CHECK(chart.verdict.call == Call::None);
    CHECK(chart.verdict.rule ==
          "No service level was adopted to judge by. Proposed: Standard 5 days.");
    CHECK(chart.guides.back().words == "proposed SLE 5 d");
    CHECK(chart_of(steady(5, 5), "cycle-time-scatter", 1, 30)
              .verdict.rule.ends_with("from 10 cards finished in 12 weeks."));
}

TEST_CASE("the histogram has one bar a day that happened, and judges its tail") {
    FlowBuilder board = steady(19, 2);
    board.card("Long", "Ready d1, Done d12");
    const Chart fine = chart_of(board, "cycle-time-histogram", 1, 30);
    CHECK(fine.bars.size() == 2);
    CHECK(column(fine, "cards").size() == 12);
    CHECK(fine.verdict.call == Call::Fine);
    board.card("Longer", "Ready d1, Done d13");
    CHECK(chart_of(board, "cycle-time-histogram", 1, 30).verdict.call == Call::Act);
    CHECK(chart_of(steady(5, 2), "cycle-time-histogram", 1, 30).verdict.call == Call::None);
}

TEST_CASE("weeks in which nothing was finished are told") {
    const FlowBuilder board = steady(20, 2);  // the last on day 21, the end of week 3
    CHECK(chart_of(board, "throughput", 1, 22).verdict.call == Call::None);
    CHECK(chart_of(board, "throughput", 1, 29).verdict.call == Call::Watch);
    CHECK(chart_of(board, "throughput", 1, 36).verdict.call == Call::Act);
}

TEST_CASE("more arrivals than departures, week after week, call for action") {
    FlowBuilder board;
    for (int i = 1; i <= 28; ++i) {
        board.card("C" + std::to_string(i), "Ready d" + std::to_string(i) +
                                                (i % 2 == 0 ? ", Done d" + std::to_string(i) : ""));
    }
    CHECK(chart_of(board, "arrivals-departures", 1, 29).verdict.call == Call::Act);
    CHECK(chart_of(board, "net-flow", 1, 29).verdict.call == Call::Act);
    const FlowBuilder even = steady(27, 1);
    CHECK(chart_of(even, "arrivals-departures", 1, 29).verdict.call == Call::Fine);
    CHECK(chart_of(even, "net-flow", 1, 29).verdict.call == Call::Fine);
}

TEST_CASE("ages call for action beyond the service level, and stay silent without a yardstick") {
    FlowBuilder board = steady(20, 3);
    board.service_level(model::ServiceClass::Standard, 85, 5);
    board.card("Open", "Ready d22");
    CHECK(chart_of(board, "aging", 1, 22).verdict.call == Call::Fine);
    const Chart old = chart_of(board, "aging", 1, 30);
    CHECK(old.verdict.call == Call::Act);
    CHECK(old.dots.front().glyph == Glyph::Square);
    // Four bands a column, told apart by their edges, and nothing on the very edge of the plot.
    CHECK(old.lines.size() == 4 * old.x.names.size());
    CHECK(old.grounds.size() == old.lines.size());
    CHECK(old.legend[0].words == "50% had left");
    CHECK(old.legend[2].dash != old.legend[1].dash);
    CHECK(old.legend[3].words == "95%");
    for (const Guide& guide : old.guides) {
        CHECK(guide.at < old.y.to);
    }
    for (const Line& line : old.lines) {
        CHECK(line.points[0].y < old.y.to);
    }
    FlowBuilder fresh;
    fresh.card("Open", "Ready d1");
    CHECK(chart_of(fresh, "aging", 1, 3).verdict.call == Call::None);
}

TEST_CASE("time in column and blockers count what was lost where") {
    FlowBuilder board;
    for (int i = 0; i < 8; ++i) {
        const std::string name = "C" + std::to_string(i);
        board.card(name, "Ready d1, Create d7, Done d9");
        board.block(name, "d2", i < 6 ? "d4" : "d3", i < 6 ? "legal" : "");
    }
    const Chart times = chart_of(board, "time-in-column", 1, 10);
    CHECK(column(times, "p50_days") == Words{"6.000000", "2.000000"});
    CHECK(times.says == "75% of the time in process was spent in Ready.");
    CHECK(times.verdict.call == Call::Act);
    const Chart blockers = chart_of(board, "blockers", 1, 10);
    CHECK(column(blockers, "cause") == Words{"legal", ""});
    CHECK(column(blockers, "days_lost") == Words{"12.000000", "2.000000"});
    CHECK(blockers.marks[0].cards.size() == 6);
    CHECK(blockers.y.names[1] == "cause unknown");
    CHECK(blockers.verdict.call == Call::Watch);  // 14 of 64 days
}

TEST_CASE("load is told by person and judged for the team") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d1").dri("A", 7);
    CHECK(chart_of(board, "load", 1, 5).missing->what == "No person has a WIP limit.");
    board.workspace().put(
        model::Person{.id = {7}, .handle = "ana", .name = "Ana Lima", .wip_limit = 1});
    const Chart full = chart_of(board, "load", 1, 5);
    CHECK(column(full, "load") == Words{"1.000000"});
    CHECK(full.verdict.call == Call::Act);
    board.workspace().put(
        model::Person{.id = {7}, .handle = "ana", .name = "Ana Lima", .wip_limit = 4});
    CHECK(chart_of(board, "load", 1, 5).verdict.call == Call::Watch);
    // The band is the team's own.
    model::Board settings = *board.workspace().board();
    settings.load_low = 20;
    settings.load_high = 40;
    board.workspace().put(settings);
    const Chart own = chart_of(board, "load", 1, 5);
    CHECK(own.verdict.call == Call::Fine);
    CHECK(own.grounds[0].x0 == 20);
    CHECK(own.legend[0].words == "healthy band, 20% to 40%");
}

TEST_CASE("process behaviour shows the limits and signals of the formulas") {
    FlowBuilder board;
    int card = 0;
    const std::vector<double> days{5, 7, 4, 6, 8, 6, 30};
    for (const double length : days) {
        ++card;
        board.card("C" + std::to_string(card),
                   "Ready d" + std::to_string(40 + card - static_cast<int>(length)) + ", Done d" +
                       std::to_string(39 + card));
    }
    const Chart chart = chart_of(board, "xmr-cycle-time", 1, 60);
    const auto limits = flow::xmr_limits(days);
    REQUIRE(limits);
    CHECK(chart.guides.back().at == doctest::Approx(limits->upper));
    CHECK(column(chart, "days") == Words{"5", "7", "4", "6", "8", "6", "30"});
    const auto signals = flow::xmr_signals(days, *limits);
    CHECK(column(chart, "rule").back() == (signals.empty() ? "" : "1"));
    CHECK(chart.note.starts_with("Limits come from 7 values, "));
    CHECK(chart.note.ends_with(", and are provisional."));
    CHECK(chart_of(steady(1, 1), "xmr-cycle-time", 1, 9).missing);
    const Chart weeks = chart_of(steady(70, 2), "xmr-throughput", 1, 75);
    CHECK(column(weeks, "cards").size() == 10);
}

TEST_CASE("section 7: limits stay when the period moves, until they are taken from another day") {
    FlowBuilder board;  // 5 to 8 days for a while, then 11 to 14
    for (int i = 0; i < 60; ++i) {
        const int days = (i < 30 ? 5 : 11) + i % 4;
        board.card(std::to_string(i),
                   "Ready d" + std::to_string(41 + i - days) + ", Done d" + std::to_string(40 + i));
    }
    const auto mean = [](const Chart& chart) { return chart.guides[chart.guides.size() - 2].at; };
    const Chart whole = chart_of(board, "xmr-cycle-time", 1, 100);
    const Chart late = chart_of(board, "xmr-cycle-time", 70, 100);
    CHECK(mean(whole) == 6.5);
    CHECK(mean(late) == 6.5);
    CHECK(late.note == whole.note);
    CHECK(late.dots.size() == 30);
    CHECK(late.dots.front().at.x == 1);
    // Every card after the shift lies outside.
    CHECK(column(late, "rule").back() == "1");
    CHECK(late.verdict.call == Call::Act);
    // Taken anew from the day of the explained change: what came before is not judged by them.
    const ChartChoices anew{.limits_from = FlowBuilder::day(70)};
    const Chart again = chart_of(board, "xmr-cycle-time", 1, 100, anew);
    CHECK(mean(again) == 12.5);
    CHECK(column(again, "rule").front().empty());
    CHECK(again.verdict.call == Call::Fine);
    // Weeks: the period begins after the weeks that the limits come from.
    const Chart weeks = chart_of(steady(140, 2), "xmr-throughput", 100, 140);
    CHECK(weeks.note.starts_with("Limits come from 19 values, "));  // the last week is not over
    CHECK(column(weeks, "cards").size() == 4);
    CHECK(chart_of(board, "xmr-cycle-time", 1, 100, {.limits_from = FlowBuilder::day(200)})
              .missing.has_value());
}

TEST_CASE("requests are followed from submission to delivery") {
    const Chart chart = chart_of(busy_board(), "intake", 197, 280);
    CHECK(chart.y.names == Words{"submitted", "accepted", "committed", "delivered", "still waiting",
                                 "declined", "merged"});
    CHECK(chart.note.starts_with("All requests"));
    CHECK(chart.bars[0].x1 >= chart.bars[2].x1);
    CHECK(column(chart, "submitted").size() == 12);
}

struct Asked {
    flow::Flow flow;
    flow::Slice slice;
    flow::ForecastInput input;

    explicit Asked(const FlowBuilder& board, flow::DayCount days = flow::DayCount::Calendar)
        : flow(board.flow(board.end_of(280))),
          slice(flow, scope(days)),
          input{.history = flow::history_of(slice),
                .calendar = flow.rows().calendar,
                .today = flow.today()} {}
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;
    flow::Scope scope(flow::DayCount days) const {
        flow::Scope asked = FlowBuilder::scope(flow, 197, 280);
        asked.days = days;
        return asked;
    }
};

// The chances of a forecast's table, and how many of them are "95% or more".
std::size_t claims(const Chart& chart) {
    const Words or_more = column(chart, "or_more");
    return static_cast<std::size_t>(std::ranges::count(or_more, "yes"));
}

TEST_CASE("a forecast of when ends with the first day of which 95% or more can be said") {
    const Asked asked(busy_board());
    const auto when = flow::when(asked.input, 9, {.seed = 3});
    REQUIRE(when);
    const Chart chart =
        make_chart(*find_chart("forecast-when"), asked.slice, {.seed = 3, .cards = 9});
    CHECK(chart.guides.size() == 4);
    CHECK(chart.guides[2].at == (asked.flow.today() + *when->at(85)).number + 0.5);
    CHECK(chart.table.rows.size() == static_cast<std::size_t>(*when->at(95)));
    CHECK(claims(chart) == 1);
    CHECK(column(chart, "chance_done").back() == "0.950000");
    CHECK(column(chart, "or_more").back() == "yes");
    CHECK(chart.bars.back().hatch);
    CHECK(chart.legend.back().words == "95% or more");
    CHECK(chart.marks[chart.bars.size() - 1].lines[1] == "done by then: 95% or more");
    for (std::size_t i = 0; i + 1 < chart.bars.size(); ++i) {
        CHECK(chart.bars[i].y1 == 100 * when->reached[i]);
        CHECK_FALSE(chart.bars[i].hatch);
    }
}

TEST_CASE("a forecast of how many begins with the last number of which 95% or more can be said") {
    const Asked asked(busy_board());
    const auto many = flow::how_many(asked.input, 14, {.seed = 3});
    REQUIRE(many);
    const int surest = *many->at(95);
    REQUIRE(surest > 1);
    const Chart chart =
        make_chart(*find_chart("forecast-how-many"), asked.slice, {.seed = 3, .days = 14});
    CHECK(chart.guides[2].at == *many->at(85));
    CHECK(column(chart, "cards").front() == std::to_string(surest));
    CHECK(column(chart, "chance_at_least").front() == "0.950000");
    CHECK(chart.x.from == surest - 0.5);
    CHECK(claims(chart) == 1);
    CHECK(chart.bars.front().hatch);
    for (std::size_t i = 1; i < chart.bars.size(); ++i) {
        CHECK(chart.bars[i].y1 == 100 * many->reached[static_cast<std::size_t>(surest) + i]);
        CHECK(chart.bars[i].y1 < 95);
    }
    // Nothing is that sure within a day.
    const Chart rare =
        make_chart(*find_chart("forecast-how-many"), asked.slice, {.seed = 3, .days = 1});
    CHECK(claims(rare) == 0);
    CHECK(column(rare, "cards").front() == "1");
    CHECK(rare.x.from == 0);
}

TEST_CASE("a forecast names the days it was drawn from") {
    const Asked asked(busy_board());
    const Chart chart = make_chart(*find_chart("forecast-how-many"), asked.slice);
    CHECK(chart.period ==
          short_date(asked.flow.today() - 84) + " to " + short_date(asked.flow.today() - 1));
}

TEST_CASE("in the view of working days nothing is promised for a day that is not worked") {
    const Asked asked(busy_board(), flow::DayCount::Working);
    const auto when = flow::when(asked.input, 9, {.seed = 3});
    const Chart chart =
        make_chart(*find_chart("forecast-when"), asked.slice, {.seed = 3, .cards = 9});
    for (const std::string& day : column(chart, "day")) {
        CHECK(asked.input.calendar.is_working(*parse_day(day)));
    }
    for (std::size_t i = 0; i < chart.guides.size(); ++i) {
        const Day named{static_cast<std::int32_t>(chart.guides[i].at)};
        CHECK(asked.input.calendar.is_working(named));
        CHECK(named - asked.flow.today() >= when->levels[i].value);
        CHECK(named - asked.flow.today() <= when->levels[i].value + 2);
    }
    CHECK(claims(chart) == 1);
}

TEST_CASE("the backtest shows hits against what a calibrated forecast gets") {
    const FlowBuilder board = busy_board();
    const flow::Flow flow = board.flow(board.end_of(280));
    const flow::Slice slice(flow, FlowBuilder::scope(flow, 197, 280));
    const flow::Backtest result = flow::backtest(slice, 12, {.seed = 1});
    const Chart chart = make_chart(*find_chart("backtest"), slice);
    CHECK(chart.x.names ==
          Words{"7 days", "14 days", "28 days", "5 cards", "10 cards", "20 cards"});
    CHECK(column(chart, "hits")[0] == std::to_string(result.horizons[0].levels[0].hits));
    CHECK(chart.table.rows.size() == 24);
    CHECK_FALSE(chart.verdict.rule.empty());
}

TEST_CASE("days on which a limit was changed are flagged, the making of the board is not") {
    const Chart chart = chart_of(busy_board(), "cycle-time-scatter", 197, 280);
    std::vector<const Mark*> flags;
    for (const Mark& mark : chart.marks) {
        if (mark.is_flag) flags.push_back(&mark);
    }
    REQUIRE(flags.size() == 2);
    CHECK(flags[0]->lines == Words{"Fri 2 Oct 2026", "Create: limit 4 to 5"});
    CHECK(flags[1]->lines.size() == 3);
}

TEST_CASE("without the points of the board every chart says so") {
    const FlowBuilder board({{"Ideas", model::ColumnKind::Queue}}, "", "");
    for (const ChartKind& kind : chart_kinds()) {
        CHECK(chart_of(board, kind.name, 1, 7).missing->what.find("commitment point") !=
              std::string::npos);
    }
}

TEST_CASE("working days are counted where the slice counts them") {
    const FlowBuilder board = steady(20, 8);
    const flow::Flow flow = board.flow(board.end_of(30));
    flow::Scope scope = FlowBuilder::scope(flow, 1, 30);
    scope.days = flow::DayCount::Working;
    const Chart chart = make_chart(*find_chart("cycle-time-scatter"), flow::Slice(flow, scope));
    CHECK(chart.says.find("working days") != std::string::npos);
    CHECK(chart.period.ends_with("working days"));
}

}  // namespace
}  // namespace throughline::report
