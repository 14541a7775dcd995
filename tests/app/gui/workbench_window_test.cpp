#include "app/gui/palette/palette_view.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::workbench {
namespace {

using test::Bench;

TEST_CASE("the screens are reached by Ctrl and their number, and by the navigation") {
    Bench bench;
    REQUIRE(bench.made());
    bench.card("Webinar");
    const std::pair<ImGuiKey, const char*> screens[]{{ImGuiKey_2, "New brief"},
                                                     {ImGuiKey_3, "Big bets"},
                                                     {ImGuiKey_4, "Flow"},
                                                     {ImGuiKey_5, "When and how many"},
                                                     {ImGuiKey_6, "Rules"},
                                                     {ImGuiKey_7, "Everything that happened"},
                                                     {ImGuiKey_8, "Board and points"},
                                                     {ImGuiKey_1, "Ready"}};
    for (const auto& screen : screens) {
        bench.ui.key(ImGuiMod_Ctrl | screen.first);
        bench.settle();
        CHECK_MESSAGE(bench.ui.shows(screen.second), std::string(screen.second));
    }
    bench.ui.click("nav.history");
    bench.settle();
    CHECK(bench.ui.shows("Everything that happened on this board"));
}

TEST_CASE("the navigation tells how many requests wait") {
    Bench bench;
    bench.submit("Landing page");
    bench.submit("Battle card");
    bench.settle();
    CHECK(bench.ui.shows("2"));
}

TEST_CASE("the theme is switched by its button and by keys") {
    Bench bench;
    CHECK_FALSE(bench.context().appearance().dark);
    bench.ui.click("theme");
    CHECK(bench.context().appearance().dark);
    bench.ui.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_D);
    CHECK_FALSE(bench.context().appearance().dark);
}

TEST_CASE("undo says what it takes back, and takes it back") {
    Bench bench;
    const model::CardId card = bench.card("Webinar");
    REQUIRE(bench.move(card, "create"));
    bench.ui.hover("undo");
    bench.ui.click("undo");
    bench.settle();
    CHECK(bench.ws().find(card)->column == bench.column("ready"));
    CHECK(bench.ui.shows("Undone: "));
    bench.ui.click("redo");
    bench.settle();
    CHECK(bench.ws().find(card)->column == bench.column("create"));
}

TEST_CASE("a refused command is told with its remedy") {
    Bench bench;
    const model::CardId card = bench.card("Webinar");
    REQUIRE(bench.run(rules::EditColumn{bench.column("review"), {{"wip_limit", "0"}}}));
    REQUIRE(bench.move(card, "create"));
    REQUIRE(bench.move(card, "create-done"));
    bench.pass_gate(card);
    CHECK_FALSE(bench.context().run(rules::MoveCards{{card}, bench.column("review"), {}, ""}).ok());
    bench.ui.frames(3);
    CHECK(bench.ui.shows("Review"));
    CHECK(bench.ui.shows("0"));
}

TEST_CASE("another person is chosen at the top") {
    Bench bench;
    REQUIRE(bench.run(rules::AddPerson{"ben", "Ben Cole", model::Role::Viewer}));
    bench.ui.click("actor");
    bench.ui.click("act-as:ben");
    bench.settle();
    CHECK(bench.desk().actor() == bench.ws().person_by_handle("ben")->id);
    CHECK_FALSE(bench.run(rules::EditBoard{{{"name", "Mine"}}}));
}

TEST_CASE("the state of saving is written in words") {
    Bench bench;
    bench.settle();
    CHECK(bench.ui.shows("Saved"));
}

TEST_CASE("the palette opens by Ctrl+K over every screen") {
    Bench bench;
    for (const Screen screen : {Screen::Board, Screen::Flow, Screen::Settings}) {
        bench.go(screen);
        bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_K);
        bench.ui.frames(3);
        CHECK(bench.window().palette().is_open());
        bench.ui.key(ImGuiKey_Escape);
        bench.ui.frames(3);
        CHECK_FALSE(bench.window().palette().is_open());
    }
}

TEST_CASE("an idle window asks for a frame only at the next minute") {
    Bench bench;
    bench.pass(Duration{20 * kMicrosPerSecond});
    bench.settle();
    const double seconds = static_cast<double>(bench.now().us) / 1e6;
    CHECK(bench.window().next_deadline_s() == doctest::Approx(seconds + 40));
}

}  // namespace
}  // namespace throughline::gui::workbench
