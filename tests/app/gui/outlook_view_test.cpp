#include "app/gui/palette/palette_view.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <string>

namespace throughline::gui::outlook {
namespace {

using test::Bench;

// Two cards a week for eight weeks, one of them still at work.
struct Team {
    Bench bench;
    headless::UiDriver& ui = bench.ui;

    explicit Team(ImVec2 size = {1440, 1000}) : bench({.size = size}) {
        bench.objective("Demo bookings from 12 to 30 a month", "2026-Q2");
        for (int i = 0; i < 16; ++i) {
            const model::CardId card = bench.card("Card " + std::to_string(i));
            bench.move(card, "create");
            bench.pass(days(3));
            bench.deliver(card);
            bench.pass(hours(12));
        }
        REQUIRE(bench.move(bench.card("Spring launch"), "create"));
        bench.pass(days(1));
        bench.go(Screen::Forecast);
    }
};

void open_tab(Team& team, const char* tab) {
    team.ui.click(tab);
    team.bench.settle();
}

TEST_CASE("a forecast of what is in process is there at once, with its levels and its history") {
    Team team;
    CHECK(team.ui.shows("When 1 card is done"));
    CHECK(team.ui.shows("With 85% confidence by "));
    CHECK(team.ui.shows("not"));
    CHECK(team.ui.shows("Drawn 10,000 times from 16 deliveries"));
    CHECK(team.ui.shows("Working and other days are drawn apart"));
}

TEST_CASE("how many by a day, and a number of cards, are asked in place") {
    Team team;
    team.ui.fill("cards", "9");
    team.ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(team.ui.shows("When 9 cards are done"));
    team.ui.click("How many");
    team.bench.settle();
    CHECK(team.ui.shows("How many cards are done by "));
    CHECK(team.ui.shows("at least "));
}

TEST_CASE("the seed and the history window change what is drawn") {
    Team team;
    team.ui.fill("seed", "7");
    team.ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(team.ui.shows("seed 7."));
}

TEST_CASE("a told forecast is kept once and listed with its score to come") {
    Team team;
    team.ui.click("tell");
    team.ui.frames(3);
    CHECK(team.ui.shows("Ana Lima"));
    team.ui.click("Keep as told");
    team.bench.settle();
    REQUIRE(team.bench.ws().rows<model::Forecast>().size() == 1);
    const model::Forecast& kept = *team.bench.ws().rows<model::Forecast>().begin();
    CHECK(kept.kind == model::ForecastKind::When);
    CHECK(kept.count == 1);
    CHECK(kept.told_to == team.bench.ana());
    CHECK(kept.p95 >= kept.p85);
    open_tab(team, "tab:told");
    CHECK(team.ui.shows("When 1 card is done"));
    CHECK(team.ui.shows("None is due yet; 1 open."));
    // Delivered: its day has come.
    for (const model::Card& card : team.bench.ws().rows<model::Card>()) {
        if (card.title == "Spring launch") {
            const model::CardId id = card.id;
            team.bench.pass(days(1));
            team.bench.deliver(id);
            break;
        }
    }
    team.bench.settle();
    CHECK(team.ui.shows("took 1 day"));
}

TEST_CASE("a told forecast that nobody keeps is not stored") {
    Team team;
    team.ui.click("tell");
    team.ui.frames(3);
    team.ui.key(ImGuiKey_Escape);
    team.bench.settle();
    CHECK(team.bench.ws().rows<model::Forecast>().size() == 0);
}

TEST_CASE("the backtest is one click away and says when there is too little to judge") {
    Team team;
    team.ui.click("to-backtest");
    team.bench.settle();
    CHECK(team.ui.shows("Every past week is forecast anew"));
    CHECK(team.ui.shows("Not enough to judge"));
    CHECK(team.ui.shows("cards in 7 days"));
}

TEST_CASE("each objective shows whether its cards will be done in its quarter") {
    Team team;
    open_tab(team, "tab:objectives");
    CHECK(team.ui.shows("O-1  Demo bookings from 12 to 30 a month"));
    CHECK(team.ui.shows("1 open, 16 done"));
    team.ui.click("tell:O-1");
    team.ui.frames(3);
    team.ui.click("Keep as told");
    team.bench.settle();
    REQUIRE(team.bench.ws().rows<model::Forecast>().size() == 1);
    CHECK(team.bench.ws().rows<model::Forecast>().begin()->kind == model::ForecastKind::Objective);
    team.bench.go(Screen::Objectives);
    CHECK(team.ui.shows("All cards done by 30 Jun 2026: "));
}

TEST_CASE("what-if first reproduces the past or says that it cannot advise") {
    Team team;
    open_tab(team, "tab:what-if");
    CHECK(team.ui.shows("Limits to try"));
    team.ui.click("run");
    team.bench.settle();
    CHECK(team.ui.shows("The past is reproduced") != team.ui.shows("No advice"));
}

TEST_CASE("a limit can be tried, put back, and a run cancelled") {
    Team team;
    open_tab(team, "tab:what-if");
    CHECK(team.ui.find("reset") == nullptr);
    team.ui.fill("limit:board", "2");
    team.ui.key(ImGuiKey_Enter);
    team.bench.settle();
    team.ui.click("reset");
    team.ui.frames(3);
    CHECK(team.ui.find("reset") == nullptr);
    team.ui.click("run");
    if (team.ui.find("cancel-run") != nullptr) {
        team.ui.click("cancel-run");
        team.bench.settle();
        CHECK(team.ui.shows("Cancelled: nothing is said."));
    }
    CHECK(team.ui.find("run") != nullptr);
}

TEST_CASE("without the points the forecast says what to set") {
    Bench bench({.kind = "empty"});
    bench.go(Screen::Forecast);
    CHECK(bench.ui.shows("no commitment and delivery point"));
}

TEST_CASE("the palette leads to each part of the forecast") {
    Team team;
    team.bench.window().palette().actions().run("forecast.what-if", team.bench.context());
    team.bench.settle();
    CHECK(team.ui.shows("Limits to try"));
}

}  // namespace
}  // namespace throughline::gui::outlook
