// The main job of the whole program, by mouse and keyboard, without a window: a brief becomes a
// request, the request a card, the card goes over the board, and its cycle time is found.
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::workbench {
namespace {

using test::Bench;

void choose(Bench& bench, std::string_view field, const char* words) {
    bench.ui.click(field);
    bench.ui.frames(2);
    bench.ui.type(words);
    bench.ui.key(ImGuiKey_Enter);
    bench.ui.frames(3);
}

void drag(Bench& bench, std::string_view card, std::string_view column) {
    bench.ui.drag(card, column, {0.5f, 0.5f});
    bench.settle();
}

model::CardId card_of(Bench& bench, std::string_view key) {
    const model::Card* card = model::card_by_key(bench.ws(), key);
    return card == nullptr ? model::CardId{} : card->id;
}

std::string column_of(Bench& bench, model::CardId card) {
    const model::Column* column = bench.ws().find(bench.ws().find(card)->column);
    return column == nullptr ? "" : column->handle;
}

TEST_CASE("from the brief to the cycle time") {
    Bench bench({.size = {2200, 2200}});
    REQUIRE(bench.made());
    // Somebody else's card fills Review, whose limit is one.
    const model::CardId other = bench.card("Battle card");
    REQUIRE(bench.run(rules::EditColumn{bench.column("review"), {{"wip_limit", "1"}}}));
    for (const char* to : {"create", "create-done", "review"}) {
        bench.pass_gate(other);
        REQUIRE(bench.move(other, to));
    }
    bench.pass_gate(other);

    // The form: refused while incomplete, then submitted.
    bench.ui.click("new-brief");
    bench.settle();
    bench.ui.click("template:content-asset");
    bench.settle();
    bench.ui.click("submit");
    bench.settle();
    CHECK(bench.ws().rows<model::Request>().size() == 1);
    CHECK(bench.ui.shows("For whom is missing"));
    bench.ui.fill("field:title", "Spring launch");
    bench.ui.fill("field:what", "A launch page and three mails.");
    bench.ui.fill("field:audience", "Existing customers");
    bench.ui.fill("field:why_now", "The module ships in May.");
    bench.ui.fill("field:success_measure", "Demo bookings");
    choose(bench, "field:objective", "triage");
    bench.ui.click("field:needed_by:none");
    choose(bench, "field:format", "Article");
    bench.ui.click("submit");
    bench.settle();
    REQUIRE(bench.ws().rows<model::Request>().size() == 2);
    CHECK(bench.ui.shows("R-2 is submitted"));

    // Triage accepts it.
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_2);
    bench.settle();
    bench.ui.click("tab:triage");
    bench.settle();
    bench.ui.key(ImGuiKey_A);
    bench.ui.frames(4);
    bench.ui.key(ImGuiKey_Enter);
    bench.ui.type("Ana");
    bench.ui.key(ImGuiKey_Enter);
    bench.ui.frames(3);
    choose(bench, "field:objective", "Demo");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    const model::CardId card = card_of(bench, "MKT-2");
    REQUIRE(card);
    CHECK(column_of(bench, card) == "ready");

    // Along the board by mouse; into the full column it is refused, with the numbers.
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_1);
    bench.settle();
    drag(bench, "card:MKT-2", "column:create");
    REQUIRE(column_of(bench, card) == "create");
    bench.pass(days(3));
    drag(bench, "card:MKT-2", "column:create-done");
    REQUIRE(column_of(bench, card) == "create-done");
    bench.pass_gate(card);
    drag(bench, "card:MKT-2", "column:review");
    CHECK(column_of(bench, card) == "create-done");
    CHECK(bench.ui.shows("Review"));
    CHECK(bench.ui.shows("1 of 1"));

    // A place is freed; then it goes in.
    drag(bench, "card:MKT-1", "column:launch-prep");
    REQUIRE(column_of(bench, other) == "launch-prep");
    drag(bench, "card:MKT-2", "column:review");
    REQUIRE(column_of(bench, card) == "review");

    // The gate holds until its items are passed.
    drag(bench, "card:MKT-2", "column:launch-prep");
    CHECK(column_of(bench, card) == "review");
    CHECK(bench.ui.shows("Creative approval"));
    bench.ui.double_click("card:MKT-2");
    bench.settle();
    bench.ui.click("approve:Creative approval");
    bench.settle();
    bench.ui.click("approve:Legal and brand");
    bench.settle();
    bench.ui.click("gate:Accessibility");
    bench.settle();
    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    drag(bench, "card:MKT-2", "column:launch-prep");
    REQUIRE(column_of(bench, card) == "launch-prep");
    bench.pass_gate(card);
    drag(bench, "card:MKT-2", "column:live");
    REQUIRE(column_of(bench, card) == "live");

    // Its cycle time: committed on day one, three days passed, both ends counted.
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_4);
    bench.settle();
    CHECK(bench.ui.shows("85% of 1 card took 4 days or less"));
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_7);
    bench.settle();
    CHECK(bench.ui.shows("'Spring launch' from Launch prep to Live and measure"));
    CHECK(bench.ui.shows("refused"));
}

}  // namespace
}  // namespace throughline::gui::workbench
