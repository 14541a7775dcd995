#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::settings {
namespace {

using test::Bench;

TEST_CASE("a limit may be lowered below what is there; the column then says so") {
    Bench bench({.size = {1440, 1600}});
    bench.card("One");
    bench.card("Two");
    bench.settings("columns");
    bench.ui.fill("limit:ready", "1");
    bench.ui.key(ImGuiKey_Tab);
    bench.settle();
    CHECK(bench.ws().find(bench.column("ready"))->wip_limit == 1);
    CHECK(bench.ui.shows("2 of 1 now, over by 1: takes nothing until it is under"));
}

TEST_CASE("the window is busy until the settings have read the history") {
    Bench bench;
    bench.deliver(bench.card("One"));
    bench.settings("score");
    CHECK_FALSE(bench.window().is_busy());
    CHECK_FALSE(bench.ui.shows("Reading the history"));
    CHECK(bench.ui.shows("too few for a proposal"));
}

TEST_CASE("a limit is emptied for none") {
    Bench bench({.size = {1440, 1600}});
    bench.settings("columns");
    bench.ui.fill("limit:review", "");
    bench.ui.key(ImGuiKey_Tab);
    bench.settle();
    CHECK_FALSE(bench.ws().find(bench.column("review"))->wip_limit.has_value());
}

TEST_CASE(
    "a delivery point left of the commitment point is refused at the field, and the old one "
    "stays") {
    Bench bench({.size = {1440, 1600}});
    const model::ColumnId before = bench.ws().board()->delivery;
    bench.settings("board");
    bench.ui.click("delivery");
    bench.ui.frames(2);
    bench.ui.type("Ready");
    bench.ui.key(ImGuiKey_Enter);
    bench.settle();
    CHECK(bench.ws().board()->delivery == before);
    CHECK(bench.ui.shows("The commitment point must lie left of the delivery point"));
}

TEST_CASE("a column with cards is not removed, and says why in its place") {
    Bench bench({.size = {1440, 1600}});
    bench.card("One");
    bench.settings("columns");
    const auto columns = bench.ws().columns().size();
    bench.ui.click("More: Ready");
    bench.ui.click("remove");
    bench.settle();
    CHECK(bench.ws().columns().size() == columns);
    CHECK(bench.ui.shows("Ready holds 1 card"));
}

TEST_CASE("a column is added, renamed and moved") {
    Bench bench({.size = {1440, 2000}});
    bench.settings("columns");
    bench.ui.fill("new-column", "Legal check");
    bench.ui.click("add");
    bench.settle();
    const model::Column* added = bench.ws().column_by_handle("legal-check");
    REQUIRE(added != nullptr);
    const model::ColumnId id = added->id;
    CHECK(bench.ws().columns().back() == id);
    bench.ui.click("Earlier: Legal check");
    bench.settle();
    CHECK(bench.ws().columns()[bench.ws().columns().size() - 2] == id);
    bench.ui.fill("name:legal-check", "Legal");
    bench.ui.key(ImGuiKey_Tab);
    bench.settle();
    CHECK(bench.ws().find(id)->name == "Legal");
}

TEST_CASE("an edit is one entry, on leaving the field") {
    Bench bench;
    bench.settings("board");
    const std::int64_t before = bench.ws().seq();
    bench.ui.fill("name", "Brand team");
    CHECK(bench.ws().seq() == before);
    bench.ui.key(ImGuiKey_Tab);
    bench.settle();
    CHECK(bench.ws().seq() == before + 1);
    CHECK(bench.ws().board()->name == "Brand team");
}

TEST_CASE("who may not change settings sees them, and whom to ask") {
    Bench bench;
    REQUIRE(bench.run(rules::AddPerson{"cem", "Cem", model::Role::Member}));
    bench.desk().set_actor(bench.ws().person_by_handle("cem")->id);
    bench.settings("board");
    CHECK(bench.ui.shows("Only a lead or an admin can change this: ask Ana Lima."));
    bench.ui.click("name");
    bench.ui.type("Mine");
    bench.ui.key(ImGuiKey_Tab);
    bench.settle();
    CHECK(bench.ws().board()->name == "Marketing");
}

TEST_CASE("a gate item is added to a column and to the definition of ready") {
    Bench bench({.size = {1440, 2600}});
    bench.settings("gates");
    bench.ui.click("ready:measure");
    bench.settle();
    const auto& checks = bench.ws().board()->ready_checks;
    CHECK(std::find(checks.begin(), checks.end(), "measure") != checks.end());
}

TEST_CASE("a template is changed as a new version with a reason; the old version stays") {
    Bench bench({.size = {1440, 2600}});
    bench.settings("templates");
    bench.ui.click("template:email");
    bench.settle();
    bench.ui.fill("description", "One mailing.");
    bench.ui.fill("why", "Sequences have their own template");
    bench.ui.click("save");
    bench.settle();
    const model::Template* form = bench.ws().template_by_handle("email");
    const model::TemplateVersion* version = bench.ws().find(form->current);
    CHECK(version->number == 2);
    CHECK(version->description == "One mailing.");
    CHECK(version->why == "Sequences have their own template");
    CHECK(bench.ui.shows("Email, version 2"));
}

TEST_CASE("every section is drawn, wide and narrow") {
    for (const float width : {700.0f, 1440.0f}) {
        Bench bench({.size = {width, 900}});
        for (const char* section : {"board", "columns", "gates", "templates", "taxonomy", "score",
                                    "calendar", "appearance"}) {
            bench.settings(section);
            CHECK(bench.ui.texts().size() > 10);
        }
    }
}

}  // namespace
}  // namespace throughline::gui::settings
