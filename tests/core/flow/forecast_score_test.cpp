#include "core/flow/forecast_score.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using model::ForecastKind;
using test::FlowBuilder;

namespace {

model::Forecast told(const FlowBuilder& board, ForecastKind kind, std::array<int, 4> levels) {
    model::Forecast forecast;
    forecast.id = {1};
    forecast.kind = kind;
    forecast.told_at = board.at("d1");
    forecast.p50 = levels[0];
    forecast.p70 = levels[1];
    forecast.p85 = levels[2];
    forecast.p95 = levels[3];
    return forecast;
}

// Two cards before the forecast, then one on day 3, 5 and 8.
FlowBuilder team() {
    FlowBuilder board;
    board.card("A", "Create d1, Done d1").card("B", "Create d1, Done d1");
    board.card("C", "Create d1, Done d3")
        .card("D", "Create d2, Done d5")
        .card("E", "Create d2, Done d8");
    return board;
}

}  // namespace

TEST_CASE("section 8: when is scored by the day the last of them was delivered") {
    const FlowBuilder board = team();
    model::Forecast forecast = told(board, ForecastKind::When, {3, 4, 6, 9});
    forecast.count = 2;
    CHECK(score(board.flow(board.end_of(4)), {forecast}, {}).open == 1);
    const ForecastScore done = score(board.flow(board.end_of(5)), {forecast}, {});
    REQUIRE(done.due.size() == 1);
    CHECK(done.due[0].actual == 4);
    CHECK(done.due[0].right == std::array{false, true, true, true});
    CHECK(done.hits[0] == Ratio{0, 1});
    CHECK(done.hits[3] == Ratio{1, 1});
}

TEST_CASE("section 8: what is later than its 95% day is wrong at every level") {
    const FlowBuilder board = team();
    model::Forecast forecast = told(board, ForecastKind::When, {3, 4, 6, 9});
    forecast.count = 4;
    CHECK(score(board.flow(board.end_of(10)), {forecast}, {}).open == 1);
    const ForecastScore late = score(board.flow(board.end_of(11)), {forecast}, {});
    REQUIRE(late.due.size() == 1);
    CHECK_FALSE(late.due[0].actual);
    CHECK(late.due[0].right == std::array{false, false, false, false});
}

TEST_CASE("section 8: how many is scored when its last day is over") {
    const FlowBuilder board = team();
    model::Forecast forecast = told(board, ForecastKind::HowMany, {4, 3, 2, 1});
    forecast.until = FlowBuilder::day(8);
    CHECK(score(board.flow(board.end_of(8)), {forecast}, {}).open == 1);
    const ForecastScore done = score(board.flow(board.end_of(9)), {forecast}, {});
    REQUIRE(done.due.size() == 1);
    CHECK(done.due[0].actual == 3);
    CHECK(done.due[0].right == std::array{false, true, true, true});
}

TEST_CASE("section 8: a card and an objective are scored by their own cards only") {
    FlowBuilder board = team();
    model::Forecast one = told(board, ForecastKind::Card, {2, 3, 5, 9});
    one.card = board.id("D");
    CHECK(score(board.flow(board.end_of(9)), {one}, {}).due[0].actual == 4);
    model::Card tied = *board.workspace().find(board.id("E"));
    tied.objective = {7};
    board.workspace().put(tied);
    model::Forecast all = told(board, ForecastKind::Objective, {2, 3, 5, 9});
    all.objective = {7};
    all.count = 1;
    CHECK(score(board.flow(board.end_of(9)), {all}, {}).due[0].actual == 7);
}

TEST_CASE("section 8: a forecast with a filter counts the cards that pass it") {
    const FlowBuilder board = team();
    model::Forecast forecast = told(board, ForecastKind::When, {3, 4, 6, 9});
    forecast.count = 1;
    const auto only_e = [&](const model::Forecast&, const model::Card& card) {
        return card.id == board.id("E");
    };
    CHECK(score(board.flow(board.end_of(9)), {forecast}, only_e).due[0].actual == 7);
}

TEST_CASE("section 8: forecasts told later are not known yet") {
    const FlowBuilder board = team();
    model::Forecast forecast = told(board, ForecastKind::When, {3, 4, 6, 9});
    forecast.told_at = board.at("d6");
    forecast.count = 1;
    const ForecastScore none = score(board.flow(board.end_of(5)), {forecast}, {});
    CHECK(none.due.empty());
    CHECK(none.open == 0);
}
