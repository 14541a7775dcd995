#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace throughline::gui::workbench {
namespace {

using test::Bench;

// A folder that goes when the test ends.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() /
        ("throughline-welcome-" +
         std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::string board() const { return (path / "team" / "marketing.throughline").string(); }
};

TEST_CASE("the welcome makes an empty marketing board and shows it") {
    const Folder folder;
    Bench bench({.kind = "", .setup = {.where = folder.board(), .zone = "Europe/Berlin"}});
    CHECK(bench.ui.shows("Welcome to Throughline"));
    CHECK_FALSE(bench.window().has_board());
    bench.ui.click("start:marketing");
    bench.ui.click("begin");
    bench.settle();
    CHECK(bench.ui.shows("Write a short name for yourself"));
    bench.ui.fill("person-name", "Ana Lima");
    bench.ui.click("begin");
    bench.settle();
    REQUIRE(bench.window().has_board());
    CHECK(bench.ws().board()->zone == "Europe/Berlin");
    CHECK(bench.ws().find(bench.desk().actor())->handle == "ana");
    CHECK(bench.ws().column_by_handle("launch-prep") != nullptr);
    CHECK(std::filesystem::exists(folder.board()));
}

TEST_CASE("the welcome offers the demo only where there is one, and runs it") {
    const Folder folder;
    {
        Bench without({.kind = "", .setup = {.where = folder.board()}});
        CHECK(without.ui.find("start:demo") == nullptr);
    }
    bool made = false;
    Bench bench(
        {.kind = "",
         .setup = {
             .where = folder.board(),
             .make_demo = [&made](desk::Desk& desk, std::uint64_t, Instant) -> Status {
                 made =
                     desk.run(rules::CreateBoard{"marketing", "Demo", "UTC", "lena", "Lena"}).ok();
                 return Done{};
             }}});
    bench.ui.click("start:demo");
    bench.ui.click("begin");
    bench.settle();
    CHECK(made);
    REQUIRE(bench.window().has_board());
    CHECK(bench.ui.shows("Demo"));
    CHECK(bench.ws().find(bench.desk().actor())->handle == "lena");
}

TEST_CASE("a file that is no board says so, and is left alone") {
    const Folder folder;
    const std::string where = (folder.path / "notes.txt").string();
    REQUIRE(write_text(where, "not a board"));
    Bench bench({.kind = "", .setup = {.where = where}});
    CHECK(bench.ui.shows("The board could not be opened"));
    CHECK(read_text(where) == "not a board");
}

TEST_CASE("what a person chose is there again at the next start") {
    const Folder folder;
    const std::string config = (folder.path / "config").string();
    const WorkbenchSetup setup{.where = folder.board(), .config_folder = config};
    model::CardId card;
    {
        Bench bench({.kind = "", .setup = setup});
        bench.ui.fill("person-name", "Ana Lima");
        bench.ui.click("begin");
        bench.settle();
        REQUIRE(bench.window().has_board());
        bench.ui.frames(2);
        card = bench.card("Spring launch");
        bench.context().open_card(card);
        bench.settle();
        bench.ui.click("tab-comments");
        bench.ui.fill("new-comment", "Nearly done");
        bench.settle();
        bench.go(Screen::History);
        bench.ui.click("theme");
        bench.settle();
        for (int i = 0; i < 500 && !bench.window().may_close(); ++i)
            bench.settle();
        bench.settle();
    }
    Bench again({.kind = "", .setup = setup});
    REQUIRE(again.window().has_board());
    CHECK(again.context().appearance().dark);
    CHECK(again.ui.shows("Everything that happened on this board"));
    again.context().open_card(card);
    again.settle();
    again.ui.click("tab-comments");
    CHECK(again.ui.shows("Nearly done"));
    CHECK(again.ws().find(again.desk().actor())->handle == "ana");
}

TEST_CASE("preferences survive being written, and damage") {
    BoardPrefs prefs{
        .actor = "ana",
        .screen = Screen::Flow,
        .filter = {.query = "dri:me \"spring\"", .lanes = "dri"},
        .collapsed_columns = {"done"},
        .collapsed_lanes = {},
        .recents = {"card:3"},
        .settings_section = "gates",
        .flow_weeks = 26,
        .working_days = true,
        .limits_from = "2026-10-05",
        .comment_drafts = {{model::PersonId{3}, model::CardId{(std::int64_t{1} << 60U) + 1},
                            "Nearly \"done\", 日本"}},
        .card_drafts = {{model::CardId{9},
                         {.id = 7,
                          .owner = model::PersonId{3},
                          .version = model::TemplateVersionId{4},
                          .title = "Spring",
                          .answers = {{"audience", "Customers"}},
                          .changed_at = Instant{123}}}}};
    CHECK(board_prefs(to_json(prefs)) == prefs);
    CHECK(board_prefs("{\"comment_drafts\": [{\"card\": 1}, 7], \"card_drafts\": 3}") ==
          BoardPrefs{});
    CHECK(board_prefs("{\"actor\": 3, \"screen\": \"moon\"") == BoardPrefs{});
    CHECK(board_prefs("{\"actor\": 3, \"screen\": \"moon\"}") == BoardPrefs{});
    const WindowPrefs window{.appearance = {.dark = true, .high_contrast = true, .zoom = 1.25},
                             .width = 1280,
                             .height = 720,
                             .maximized = true};
    CHECK(window_prefs(to_json(window)) == window);
    CHECK(window_prefs("{\"zoom\": 90}").appearance.zoom == 2.0);
    CHECK(window_prefs("\xff") == WindowPrefs{});
}

}  // namespace
}  // namespace throughline::gui::workbench
