// Travelling in time in the whole window, driven by keys and item names.
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui {
namespace {

// A card in Ready, moved to Create two days later, ten days ago.
model::CardId a_life(test::Bench& bench) {
    const model::CardId card = bench.card("Spring launch");
    bench.pass(days(2));
    bench.ui.frames(2);
    CHECK(bench.move(card, "create"));
    bench.pass(days(10));
    bench.settle();
    return card;
}

std::string column_of(test::Bench& bench, model::CardId card) {
    const model::Card* found = bench.ws().find(card);
    return found == nullptr ? "not there" : bench.ws().find(found->column)->handle;
}

TEST_CASE("the window goes to a past moment by keys, shows it, refuses commands, and comes back") {
    test::Bench bench;
    const model::CardId card = a_life(bench);
    bench.ui.click("travel");
    bench.settle();
    REQUIRE(bench.ui.find("slider") != nullptr);
    CHECK(bench.ui.shows("The past: the board as it was on Sun 15 Mar 2026, 10:00"));
    CHECK(bench.ui.need("new-brief").disabled);
    CHECK(column_of(bench, card) == "create");
    CHECK(bench.context().now() == bench.now() - days(7));

    bench.ui.key(ImGuiKey_LeftArrow);  // to the move
    bench.settle();
    CHECK(bench.context().now() == bench.now() - days(10));
    CHECK(column_of(bench, card) == "create");
    bench.ui.key(ImGuiMod_Shift | ImGuiKey_LeftArrow);  // a day before it
    bench.settle();
    CHECK(bench.context().now() == bench.now() - days(11));
    CHECK(column_of(bench, card) == "ready");

    CHECK_FALSE(bench.move(card, "create"));
    CHECK_FALSE(bench.context()
                    .run(rules::EditCard{card, {{"title", "Other"}}, ""}, Context::At::Toast)
                    .ok());
    bench.ui.frames(3);
    CHECK(bench.ui.shows("nothing in it can be changed"));
    CHECK(bench.ws().find(card)->title == "Spring launch");

    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    CHECK(bench.ui.find("slider") == nullptr);
    CHECK(column_of(bench, card) == "create");
    CHECK(bench.context().now() == bench.now());
    CHECK(bench.run(rules::EditCard{card, {{"title", "Other"}}, ""}));

    // What was done meanwhile is part of the next journey.
    bench.pass(days(1));
    bench.settle();
    bench.ui.click("travel");
    bench.settle();
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_RightArrow);
    bench.settle();
    CHECK(bench.context().now() == bench.now());
    CHECK(bench.ws().find(card)->title == "Other");
    bench.ui.key(ImGuiKey_LeftArrow, 2);
    bench.settle();
    CHECK(bench.ws().find(card)->title == "Spring launch");
}

TEST_CASE("a second journey without news begins at once") {
    test::Bench bench;
    a_life(bench);
    for (int i = 0; i < 2; ++i) {
        bench.ui.click("travel");
        bench.settle();
        CHECK(bench.ui.shows("The past: the board as it was on Sun 15 Mar 2026, 10:00"));
        bench.ui.click("back-to-now");
        bench.settle();
        CHECK_FALSE(bench.ui.shows("The past: "));
    }
}

TEST_CASE("every screen can be opened at a past moment") {
    test::Bench bench;
    a_life(bench);
    bench.ui.click("travel");
    bench.settle();
    for (const Screen screen : {Screen::Intake, Screen::Objectives, Screen::Flow, Screen::History,
                                Screen::Settings, Screen::Board}) {
        bench.go(screen);
        CHECK(bench.ui.shows("The past: "));
    }
    bench.context().open_import();
    bench.ui.frames(3);
    CHECK(bench.ui.shows("nothing in it can be changed"));
}

TEST_CASE("play walks through the life and stops at its end") {
    test::Bench bench;
    a_life(bench);
    bench.ui.click("travel");
    bench.settle();
    bench.ui.click("play");
    bench.ui.frames(2);
    CHECK(bench.ui.find("Pause") != nullptr);
    const Instant before = bench.context().now();
    for (int i = 0; i < 4; ++i) {
        bench.pass(Duration{250'000});
        bench.ui.frames(2);
    }
    bench.ui.click("play");
    bench.settle();
    CHECK(bench.context().now() > before);
    CHECK(bench.ui.find("Pause") == nullptr);
}

TEST_CASE("a comparison lists the move, leads to the card and can be copied") {
    test::Bench bench;
    const model::CardId card = a_life(bench);
    bench.ui.click("travel");
    bench.settle();
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_LeftArrow);  // to the begin, before the move
    bench.settle();
    CHECK(column_of(bench, card) == "ready");
    bench.ui.click("compare");
    bench.settle();
    CHECK(bench.ui.shows("Moved (1)"));
    CHECK(bench.ui.shows("MKT-1 'Spring launch' moved from Ready to Create (Doing)"));
    CHECK(bench.ui.shows("throughline diff 2026-03-10T10:00:00Z 2026-03-22T10:00:00Z"));
    bench.ui.click("copy");
    CHECK(bench.ui.clipboard().find("moved from Ready to Create (Doing)") != std::string::npos);
    bench.ui.click("line:1");
    bench.settle();
    CHECK(bench.context().now() == bench.now());
    CHECK(bench.ui.find("travel-compare") == nullptr);
    CHECK(bench.ui.shows("Spring launch"));
}

}  // namespace
}  // namespace throughline::gui
