#include "app/gui/context/promise_model.h"
#include "app/gui/outlook/answer_model.h"
#include "app/gui/outlook/backtest_model.h"
#include "app/gui/outlook/told_model.h"
#include "app/gui/outlook/what_if_model.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

using test::FlowBuilder;

std::string on(int day) {
    return "d" + std::to_string(day);
}

// One card delivered on each working day of so many weeks: nothing is left to chance. The last day
// is a Sunday.
FlowBuilder steady(int weeks) {
    FlowBuilder board;
    for (int day = 1; day <= 7 * weeks; ++day) {
        if (weekday(FlowBuilder::day(day)) < 5) {
            board.card("C" + std::to_string(day), "Ready " + on(day) + "@08:00, Create " + on(day) +
                                                      "@09:00, Done " + on(day));
        }
    }
    return board;
}

ForecastAnswer ask(const FlowBuilder& board, int as_of_day, const Asked& asked) {
    return make_answer(board.flow(board.end_of(as_of_day)), asked, {});
}

TEST_CASE("when: dates by level, split into days worked and not") {
    const FlowBuilder board = steady(12);
    const ForecastAnswer answer = ask(board, 84, {.cards = 12, .growth = 0});
    REQUIRE(answer.rows.size() == 4);
    CHECK(answer.title == "When 12 cards are done");
    // Day 85 is a Monday: five, five and two cards.
    for (const LevelRow& row : answer.rows) {
        CHECK(row.answer == "by " + long_date(FlowBuilder::day(100)));
        CHECK(row.split == "16 days: 12 working, 4 not");
        CHECK(row.growing.empty());
    }
    CHECK(answer.warnings.empty());
    CHECK(answer.basis[1].find("60 on 60 working days, 0 on 24 other days") != std::string::npos);
    REQUIRE(answer.record);
    CHECK(answer.record->kind == model::ForecastKind::When);
    CHECK(answer.record->count == 12);
    CHECK(answer.record->p85 == 16);
    CHECK(answer.record->history_from == FlowBuilder::day(0));
    CHECK(answer.record->history_to == FlowBuilder::day(83));
}

TEST_CASE("scope growth is measured, shown beside, and can be changed") {
    const FlowBuilder board = steady(12);
    const ForecastAnswer measured = ask(board, 84, {.cards = 5});
    CHECK(*measured.measured_growth == doctest::Approx(1.0));
    CHECK(measured.growth == "1.00 cards added for each delivered");
    CHECK(measured.rows[2].answer == "by " + long_date(FlowBuilder::day(89)));
    CHECK(measured.rows[2].growing == "by " + long_date(FlowBuilder::day(96)));
    const ForecastAnswer chosen = ask(board, 84, {.cards = 5, .growth = 0.2});
    CHECK(chosen.rows[2].growing == "by " + long_date(FlowBuilder::day(92)));
}

TEST_CASE("how many by a day") {
    const FlowBuilder board = steady(12);
    const ForecastAnswer answer =
        ask(board, 84, {.question = flow::Question::HowMany, .until = FlowBuilder::day(84 + 14)});
    REQUIRE(answer.rows.size() == 4);
    CHECK(answer.rows[3].answer == "at least 10 cards");
    CHECK(answer.says.find("14 days: 10 working, 4 not") != std::string::npos);
    CHECK(answer.record->until == FlowBuilder::day(98));
    CHECK(ask(board, 84, {.question = flow::Question::HowMany, .until = FlowBuilder::day(84)})
              .missing);
}

TEST_CASE("nothing is claimed above 95%, in figures or in the picture") {
    const ForecastAnswer answer = ask(steady(12), 84, {.cards = 3, .growth = 0});
    REQUIRE(answer.chart);
    double highest = 0;
    for (const report::Bar& bar : answer.chart->bars) {
        highest = std::max(highest, bar.y1);
    }
    CHECK(highest == doctest::Approx(95));
    for (const report::Mark& mark : answer.chart->marks) {
        CHECK(mark.lines[1].find("100%") == std::string::npos);
    }
}

TEST_CASE("days that are not worked are tinted in the picture") {
    const ForecastAnswer answer = ask(steady(12), 84, {.cards = 6, .growth = 0});
    REQUIRE(answer.chart);
    REQUIRE(answer.chart->grounds.size() == 2);  // Saturday and Sunday, days 90 and 91
    CHECK(answer.chart->grounds[0].x0 == FlowBuilder::day(90).number);
}

TEST_CASE("a thin history warns, a history without deliveries refuses") {
    FlowBuilder young;
    young.card("A", "Create d1, Done d3").card("B", "Create d2");
    const ForecastAnswer thin = ask(young, 14, {});
    CHECK(thin.title == "When 1 card is done");  // those in process, when nothing is said
    CHECK(thin.warnings.size() == 1);
    FlowBuilder fresh;
    fresh.card("A", "Create d1");
    REQUIRE(ask(fresh, 14, {}).missing);
    CHECK(ask(fresh, 14, {}).missing->what.starts_with("No card was delivered from"));
    CHECK(ask(steady(12), 84, {}).missing->what == "Nothing is in process to be done.");
}

TEST_CASE("the backtest says what levels have meant, and when there is too little to judge") {
    const FlowBuilder old = steady(40);
    const BacktestAnswer long_past = make_backtest(old.flow(old.end_of(280)), {.weeks = 8}, {});
    CHECK(long_past.is_enough);
    CHECK_FALSE(long_past.is_kept);  // what never fails has promised too little
    CHECK(std::ranges::any_of(long_past.verdict, [](const std::string& words) {
        return words.find("\"85%\" for the next 7 days has meant 100%: too cautious.") == 0;
    }));
    CHECK(long_past.rows.size() == 24);
    CHECK_FALSE(long_past.chart);
    const FlowBuilder some = steady(9);
    const BacktestAnswer short_past = make_backtest(some.flow(some.end_of(63)), {}, {});
    CHECK_FALSE(short_past.is_enough);
    CHECK(short_past.verdict.front().starts_with("Not enough to judge"));
    CHECK(short_past.chart);
    FlowBuilder none;
    CHECK(make_backtest(none.flow(none.end_of(5)), {}, {}).missing);
}

model::Forecast told(int id, const FlowBuilder& board, const std::string& at) {
    model::Forecast forecast;
    forecast.id = model::ForecastId{id};
    forecast.count = 2;
    forecast.p50 = 1;
    forecast.p70 = 2;
    forecast.p85 = 3;
    forecast.p95 = 5;
    forecast.told_at = board.at(at);
    return forecast;
}

TEST_CASE("told forecasts are scored when their day has come") {
    FlowBuilder board;
    board.card("A", "Create d1, Done d5").card("B", "Create d1, Done d6").card("C", "Create d2");
    ToldInputs inputs;
    inputs.passing.emplace("", Passing{});
    inputs.forecasts = {told(1, board, "d4"), told(2, board, "d7")};
    model::Forecast many = told(3, board, "d4");
    many.kind = model::ForecastKind::HowMany;
    many.until = FlowBuilder::day(6);
    inputs.forecasts.push_back(many);
    const ToldAnswer answer = make_told(board.flow(board.end_of(9)), inputs);
    REQUIRE(answer.rows.size() == 3);
    CHECK(answer.open == 1);
    // The newest first, whatever their ids.
    CHECK(answer.rows[0].state == ToldRow::State::Open);
    CHECK(answer.rows[0].outcome.starts_with("open until 13 Mar 2026"));
    CHECK(answer.rows[1].state == ToldRow::State::Right);
    CHECK(answer.rows[1].outcome == "took 2 days: 85% was right");
    CHECK(answer.rows[2].outcome == "2 cards were done: 85% was wrong");  // promised 3 or more
    REQUIRE(answer.hits.size() == 4);
    CHECK(answer.hits[2] == "85%: right 1 of 2");
}

TEST_CASE("the limits that can be tried are those the simulation knows") {
    const FlowBuilder board = steady(12);
    const auto limits = limits_of(board.flow(board.end_of(84)), {}, {});
    REQUIRE(limits);
    REQUIRE(limits->size() == 3);
    CHECK((*limits)[0].handle == "ready");
    CHECK((*limits)[1].handle == "create");
    CHECK((*limits)[2].kind == LimitRow::Kind::Board);
    FlowBuilder none;
    none.card("A", "Create d1");
    CHECK_FALSE(limits_of(none.flow(none.end_of(9)), {}, {}));
}

TEST_CASE("an objective's open cards are held against the end of its quarter") {
    FlowBuilder board = steady(12);
    const model::Objective objective{.id = model::ObjectiveId{7}, .quarter = "2026-Q2"};
    const auto promise = [&](int as_of) {
        return promise_of(board.flow(board.end_of(as_of)), objective,
                          parse_period(objective.quarter)->last, {});
    };
    CHECK(promise(84).why_not == "No card on the board");
    std::vector<model::Card> cards(board.workspace().rows<model::Card>().begin(),
                                   board.workspace().rows<model::Card>().end());
    for (model::Card& card : cards) {
        card.objective = objective.id;
        board.workspace().put(card);
    }
    CHECK(promise(84).why_not == "All 60 cards are done");
    // 100 more cards need 20 weeks; from 24 May the quarter has five.
    for (int i = 0; i < 100; ++i) {
        const std::string name = "Open " + std::to_string(i);
        board.card(name, "Create d84");
        model::Card card = *board.workspace().find(board.id(name));
        card.objective = objective.id;
        board.workspace().put(card);
    }
    const ObjectivePromise late = promise(84);
    REQUIRE(late.claim);
    CHECK(late.standing.open == 100);
    CHECK(late.days_left == 37);
    CHECK(claim_words(*late.claim) == "0%");
    CHECK(likelihood_of(*late.claim) == Likelihood::Unlikely);
}

TEST_CASE("a chance is never rounded up, and never told above 95%") {
    CHECK(flow::claim_words({.chance = 0.846}) == "84%");
    CHECK(claim_words(flow::claim_of(0.999)) == "95% or more");
    CHECK(likelihood_of({.chance = 0.85}) == Likelihood::Likely);
    CHECK(likelihood_of({.chance = 0.84}) == Likelihood::Open);
}

}  // namespace
}  // namespace throughline::gui::outlook
