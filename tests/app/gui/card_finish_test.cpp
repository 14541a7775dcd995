#include "app/gui/card/finish_model.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "tests/app/gui/workbench_bench.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

namespace throughline::gui::card {
namespace {

using throughline::test::FlowBuilder;

// Cycle times 2 3 3 4 5 5 6 8 9 14, and a card that is five days old on day 40.
FlowBuilder history() {
    FlowBuilder board;
    int i = 0;
    for (const int days : {2, 3, 3, 4, 5, 5, 6, 8, 9, 14}) {
        board.card("C" + std::to_string(++i), "Ready d10, Done d" + std::to_string(10 + days - 1));
    }
    board.card("Now", "Ready d36");
    return board;
}

TEST_CASE("a card's finish is read from the past cards that got as old") {
    const FlowBuilder board = history();
    const Finish finish = make_finish(board.flow(board.end_of(40)), board.id("Now"));
    CHECK(finish.in_process);
    CHECK(finish.age == "5 days old");
    REQUIRE(finish.levels.size() == 4);
    // Half of 5 5 6 8 9 14 took 6 days: one more; 85% took 14.
    CHECK(finish.levels[0] == "50%: by " + long_date(FlowBuilder::day(41)) + ", cycle time 6 days");
    CHECK(finish.levels[2] ==
          "85%: by " + long_date(FlowBuilder::day(49)) + ", cycle time 14 days");
    CHECK(finish.says == "Half of such cards are done by " + short_date(FlowBuilder::day(41)) +
                             ", 85% by " + short_date(FlowBuilder::day(49)) + ".");
    CHECK(finish.basis.starts_with("From 6 cards of its class"));
    CHECK(finish.basis.find("Few") != std::string::npos);
}

TEST_CASE("a card older than all before it is told so, one that is not in process nothing") {
    const FlowBuilder board = history();
    const Finish old = make_finish(board.flow(board.end_of(60)), board.id("Now"));
    CHECK(old.levels.empty());
    CHECK(old.says.starts_with("No card of its class"));
    CHECK_FALSE(make_finish(board.flow(board.end_of(40)), board.id("C1")).in_process);
    CHECK_FALSE(make_finish(board.flow(board.end_of(40)), model::CardId{999}).in_process);
}

TEST_CASE("the panel of a card in process shows its finish, and the word for its age") {
    gui::test::Bench bench({.size = {1440, 1400}});
    bench.objective("Demo bookings from 12 to 30 a month", "2026-Q2");
    for (int i = 0; i < 8; ++i) {
        const model::CardId card = bench.card("Card " + std::to_string(i));
        bench.move(card, "create");
        bench.pass(days(2 + i % 3));
        bench.deliver(card);
    }
    const model::CardId card = bench.card("Spring launch");
    bench.move(card, "create");
    bench.context().open_card(card);
    bench.settle();
    CHECK(bench.ui.shows("When it will be done"));
    CHECK(bench.ui.shows("85%: by "));
    CHECK(bench.ui.shows("fresh"));
    bench.ui.click("tell-finish");
    bench.settle();
    REQUIRE(bench.ws().rows<model::Forecast>().size() == 1);
    const model::Forecast& told = *bench.ws().rows<model::Forecast>().begin();
    CHECK(told.kind == model::ForecastKind::Card);
    CHECK(told.card == card);
    CHECK(told.p50 == 3);  // cycle times 3 3 3 4 4 4 5 5, of a card one day old
    CHECK(told.p95 == 4);
    bench.pass(days(4));
    bench.settle();
    CHECK(bench.ui.shows("at risk"));
    bench.deliver(card);
    bench.settle();
    CHECK_FALSE(bench.ui.shows("When it will be done"));
}

}  // namespace
}  // namespace throughline::gui::card
