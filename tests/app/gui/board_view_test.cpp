// The board on screen, driven as a person would.
#include "tests/app/gui/board_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::test {
namespace {

TEST_CASE("an empty board says what to do next") {
    BoardBench b;
    CHECK(b.ui.shows("Nothing is on the board yet"));
    b.ui.click("new-brief");
    REQUIRE_FALSE(b.desk.asked.empty());
    CHECK(b.desk.asked.back() == "brief");
}

TEST_CASE("a card dragged to another column stands there, and the cursor follows it") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.ui.drag(b.item(card), "column:create");
    b.ui.frames(3);
    CHECK(b.handle_of(card) == "create");
    CHECK(b.view.cursor() == card);
    CHECK(b.ui.find(b.item(card)) != nullptr);
}

TEST_CASE("while dragging, a full column says so before the drop") {
    BoardBench b;
    b.open_gates();
    const auto standing = b.add("Standing");
    const auto other = b.add("Other");
    REQUIRE(b.move(standing, "review"));
    REQUIRE(b.limit("review", "1"));
    b.ui.frames(2);
    b.ui.drag_begin(b.item(other));
    b.ui.drag_to("column:review");
    b.ui.frames(2);
    CHECK(b.ui.shows("Review is full: 1 of 1 card."));
    CHECK(b.ui.shows("full"));  // in the head, short enough to be read whole
    b.ui.key(ImGuiKey_Escape);
    b.ui.drop();
    b.ui.frames(2);
    CHECK(b.handle_of(other) == "ready");
    CHECK_FALSE(b.ui.shows("stays where it was"));
}

TEST_CASE("a refused drop says why at the place, with number and remedy, and the card stays") {
    BoardBench b;
    b.open_gates();
    const auto standing = b.add("Standing");
    const auto other = b.add("Other");
    REQUIRE(b.move(standing, "review"));
    REQUIRE(b.limit("review", "1"));
    b.ui.frames(2);
    b.ui.drag(b.item(other), "column:review");
    b.ui.frames(3);
    CHECK(b.handle_of(other) == "ready");
    CHECK(b.ui.shows(b.desk.key(other) + " stays where it was"));
    CHECK(b.ui.shows("Review is full: 1 of 1 card."));
    CHECK(b.ui.shows("Move on or finish " + b.desk.key(standing)));

    SUBCASE("an override with a reason passes the limit") {
        b.ui.click("override");
        b.ui.frames(3);
        CHECK(b.ui.need("dialog-confirm").disabled);
        b.ui.fill("override-reason", "The fair is tomorrow");
        b.ui.click("dialog-confirm");
        b.ui.frames(3);
        CHECK(b.handle_of(other) == "review");
        REQUIRE(b.desk.workspace().rows<model::Override>().size() == 1);
        CHECK(b.desk.workspace().rows<model::Override>().begin()->reason == "The fair is tomorrow");
        CHECK(b.ui.shows("over by 1"));
    }
    SUBCASE("Tab reaches its buttons, Escape leaves it") {
        b.ui.key(ImGuiKey_Tab);
        b.ui.frames(2);
        CHECK(b.ui.focused("override"));
        b.ui.key(ImGuiKey_Tab);
        CHECK(b.ui.focused("show"));
        b.ui.key(ImGuiMod_Shift | ImGuiKey_Tab);
        b.ui.key(ImGuiKey_Enter);
        b.ui.frames(3);
        CHECK(b.ui.find("override-reason") != nullptr);
        b.ui.key(ImGuiKey_Escape);  // once, though the reason has the keyboard
        b.ui.frames(2);
        CHECK(b.ui.find("override-reason") == nullptr);
    }
    SUBCASE("the notice goes when it is closed") {
        b.ui.click("close");
        b.ui.frames(2);
        CHECK_FALSE(b.ui.shows("stays where it was"));
    }
}

TEST_CASE("a move by keys that is refused says so beside the card") {
    BoardBench b;
    b.open_gates();
    const auto card = b.add("Standing");
    b.ui.key(ImGuiKey_DownArrow);
    const model::ColumnGroupId group = b.desk.workspace().find(b.column("create"))->group;
    REQUIRE(b.desk.desk().run(rules::EditGroup{group, {{"wip_limit", "0"}}}));
    b.ui.frames(2);
    b.ui.key(ImGuiMod_Alt | ImGuiKey_RightArrow);
    b.ui.frames(3);
    CHECK(b.ui.shows("stays where it was"));
    const ImRect at = b.ui.need(b.item(card)).rect;
    const ImRect close = b.ui.need("close").rect;
    CHECK(close.Min.y >= at.Min.y);
    CHECK(close.Min.y < at.Max.y + at.GetHeight());
}

TEST_CASE("while dragging, the other half of a full column is open: no place is taken") {
    BoardBench b;
    b.open_gates();
    const auto card = b.add("Standing");
    REQUIRE(b.move(card, "create"));
    const model::ColumnGroupId group = b.desk.workspace().find(b.column("create"))->group;
    REQUIRE(b.desk.desk().run(rules::EditGroup{group, {{"wip_limit", "1"}}}));
    b.ui.frames(2);
    b.ui.drag_begin(b.item(card));
    b.ui.drag_to("column:create-done");
    b.ui.frames(2);
    CHECK(b.ui.shows("keeps its place in Create"));
    CHECK_FALSE(b.ui.shows("room for 0"));
    b.ui.drop();
    b.ui.frames(2);
    CHECK(b.handle_of(card) == "create-done");
}

TEST_CASE("the WIP line is drawn after the Nth card") {
    BoardBench b;
    for (int i = 0; i < 3; ++i)
        b.add("Card " + std::to_string(i));
    REQUIRE(b.limit("ready", "2"));
    b.ui.frames(2);
    CHECK(b.ui.shows("over WIP limit 2"));
    CHECK(b.ui.shows("3 of 2"));
    REQUIRE(b.limit("ready", "3"));
    b.ui.frames(2);
    CHECK(b.ui.shows("WIP limit 3"));
    // With places free there is no Nth card to draw it after.
    REQUIRE(b.limit("ready", "4"));
    b.ui.frames(2);
    CHECK_FALSE(b.ui.shows("WIP limit"));
    CHECK(b.ui.shows("near limit"));
}

TEST_CASE("arrows walk, Alt+arrows move, focus follows the moved card") {
    BoardBench b;
    const auto first = b.add("First");
    const auto second = b.add("Second");
    b.ui.key(ImGuiKey_DownArrow);
    CHECK(b.view.cursor() == first);
    b.ui.key(ImGuiKey_DownArrow);
    CHECK(b.view.cursor() == second);
    b.ui.key(ImGuiMod_Alt | ImGuiKey_UpArrow);
    b.ui.frames(2);
    CHECK(b.desk.workspace().cards_in(b.column("ready")).front() == second);
    b.ui.key(ImGuiMod_Alt | ImGuiKey_RightArrow);
    b.ui.frames(2);
    CHECK(b.handle_of(second) == "create");
    CHECK(b.view.cursor() == second);
    b.ui.key(ImGuiKey_Enter);
    CHECK(b.desk.asked.back() == "card:" + b.desk.key(second));
}

TEST_CASE("several chosen cards move together and keep their order") {
    BoardBench b;
    const auto first = b.add("First");
    const auto second = b.add("Second");
    const auto third = b.add("Third");
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
    CHECK(b.view.selection().size() == 2);
    b.ui.key(ImGuiMod_Alt | ImGuiKey_RightArrow);
    b.ui.frames(2);
    CHECK(b.handle_of(first) == "create");
    CHECK(b.handle_of(second) == "create");
    CHECK(b.handle_of(third) == "ready");
    const auto cards = b.desk.workspace().cards_in(b.column("create"));
    CHECK(std::vector(cards.begin(), cards.end()) == std::vector{first, second});
}

TEST_CASE("undo takes a move back, redo does it again") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.ui.drag(b.item(card), "column:create");
    b.desk.settle();
    b.ui.frames(2);
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    b.ui.frames(2);
    CHECK(b.handle_of(card) == "ready");
    CHECK(b.desk.last_toast().starts_with("Undone: "));
    b.desk.settle();
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_Y);
    b.ui.frames(2);
    CHECK(b.handle_of(card) == "create");
}

TEST_CASE("a card is blocked and cleared by keys") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_B);
    b.ui.frames(3);
    b.ui.fill("reason", "Legal has the claim");
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    b.ui.frames(3);
    CHECK(b.desk.workspace().is_blocked(card));
    CHECK(b.ui.shows("Blocked under 1 min: Legal has the claim"));
    b.ui.key(ImGuiKey_U);
    b.ui.frames(3);
    CHECK_FALSE(b.desk.workspace().is_blocked(card));
}

TEST_CASE("M moves to a column whose name is typed") {
    BoardBench b;
    b.open_gates();
    const auto card = b.add("Spring launch");
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_M);
    b.ui.frames(3);
    b.ui.type("rev");
    b.ui.frames(2);
    b.ui.key(ImGuiKey_Enter);
    b.ui.frames(3);
    CHECK(b.handle_of(card) == "review");
}

TEST_CASE("a filter hides what does not pass and says how many are shown") {
    BoardBench b;
    const auto spring = b.add("Spring launch");
    const auto webinar = b.add("Webinar");
    b.desk.filter().query = "spring";
    b.ui.frames(2);
    CHECK(b.ui.find(b.item(spring)) != nullptr);
    CHECK(b.ui.find(b.item(webinar)) == nullptr);
    CHECK(b.ui.shows("1 of 2 cards"));
    b.desk.filter().query.clear();
    b.ui.frames(2);
    b.ui.click("is:blocked");
    CHECK(b.desk.filter().query == "is:blocked");
}

TEST_CASE("the filter line offers what a word could become") {
    BoardBench b;
    b.add("Spring launch");
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_F);
    b.ui.frames(3);
    b.ui.type("dri:a");
    b.ui.frames(2);
    CHECK(b.ui.shows("dri:ana"));
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_Tab);
    b.ui.frames(3);
    CHECK(b.desk.filter().query == "dri:ana ");
}

TEST_CASE("a view is saved under a name, shown again and deleted") {
    BoardBench b;
    b.add("Spring launch");
    b.desk.filter() = {.query = "is:blocked", .lanes = "dri"};
    b.ui.frames(2);
    b.ui.click("views");
    b.ui.frames(2);
    b.ui.click("save-view");
    b.ui.frames(4);
    b.ui.fill("view-name", "Stuck, by person");
    b.ui.click("dialog-confirm");
    b.ui.frames(3);
    REQUIRE(b.desk.workspace().rows<model::SavedView>().size() == 1);
    b.desk.filter() = {};
    b.ui.frames(2);
    b.ui.click("views");
    b.ui.frames(2);
    b.ui.click("view:Stuck, by person");
    b.ui.frames(3);
    CHECK(b.desk.filter() == FilterState{.query = "is:blocked", .lanes = "dri"});
    b.ui.click("views");
    b.ui.frames(2);
    b.ui.click("delete-view");
    b.ui.frames(3);
    CHECK(b.desk.workspace().rows<model::SavedView>().size() == 0);
}

TEST_CASE("the head of a column tells its policies and its gate") {
    BoardBench b;
    b.add("Spring launch");
    b.ui.click("Review");
    b.ui.frames(3);
    CHECK(b.ui.shows("Every approval is signed."));
    CHECK(b.ui.shows("Legal and brand (approval)"));
}

TEST_CASE("after Tab the arrows are the buttons', until Escape") {
    BoardBench b;
    b.add("Spring launch");
    b.ui.key(ImGuiKey_Tab);
    b.ui.frames(2);
    b.ui.key(ImGuiKey_Escape, 2);
    b.ui.frames(2);
    b.ui.key(ImGuiKey_DownArrow);
    CHECK(b.view.cursor() != model::CardId{});
}

TEST_CASE("swimlanes by DRI; a lane folds away and says how many it holds") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.desk.filter().lanes = "dri";
    b.ui.frames(3);
    CHECK(b.ui.shows("Ana Lima"));
    CHECK(b.ui.find(b.item(card)) != nullptr);
    b.ui.click("lane:dri:ana");
    b.ui.frames(2);
    CHECK(b.ui.find(b.item(card)) == nullptr);
    CHECK(b.view.memory().collapsed_lanes == std::vector<std::string>{"dri:ana"});
}

TEST_CASE("lanes in which no card passes the filter say so and show the way back") {
    BoardBench b;
    b.add("Spring launch");
    b.desk.filter().lanes = "dri";
    b.desk.filter().query = "zzzz";
    b.ui.frames(3);
    CHECK(b.ui.shows("No card is found"));
    b.ui.click("clear-filter");
    b.ui.frames(3);
    CHECK(b.desk.filter().query.empty());
    CHECK(b.ui.shows("Spring launch"));
}

TEST_CASE("a free place offers the next card, and pulling it is one press") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    CHECK(b.ui.shows("4 places free"));
    b.ui.click("pull:create");
    b.ui.frames(3);
    CHECK(b.handle_of(card) == "create");
}

TEST_CASE("a column folds away and comes back") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_F);
    b.ui.frames(2);
    CHECK(b.ui.find(b.item(card)) == nullptr);
    CHECK(b.view.memory().collapsed_columns == std::vector<std::string>{"ready"});
    b.ui.click("column:ready");
    b.ui.frames(2);
    CHECK(b.ui.find(b.item(card)) != nullptr);
}

TEST_CASE("the menu of a card shows what is possible with its keys") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.ui.right_click(b.item(card));
    b.ui.frames(3);
    CHECK(b.ui.find("board.move-to") != nullptr);
    CHECK(b.ui.need("board.return").disabled);
    CHECK_FALSE(b.ui.need("board.archive").disabled);
    b.ui.click("board.archive");
    b.ui.frames(3);
    b.ui.fill("reason", "Not this year");
    b.ui.click("dialog-confirm");
    b.ui.frames(3);
    CHECK(b.card(card).state == model::CardState::Archived);
    CHECK(b.desk.last_toast() == "Archived " + b.desk.key(card));
}

TEST_CASE("of ten thousand cards in one column only the visible ones are drawn") {
    BoardBench b;
    const auto first = b.add("First");
    const model::Table& table = model::table_of<model::Card>();
    rules::Import import{.format = "test", .source = "test", .summary = "many"};
    for (std::int64_t i = 1; i < 10'000; ++i) {
        model::Card card = b.card(first);
        card.id = {1'000'000 + i};
        card.number = 1'000 + i;
        card.rank = static_cast<double>(i) * 1024 + 1e6;
        card.source = "test";
        card.source_id = std::to_string(i);
        card.title = "Card number " + std::to_string(i);
        import.changes.push_back(
            *journal::make_change(table, card.id.value, std::nullopt, model::to_row(card)));
    }
    REQUIRE(b.limit("ready", ""));
    const auto done = b.desk.desk().run(import);
    REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : rules::to_text(done.error())));
    b.ui.frames(3);
    int drawn = 0;
    for (const std::string& name : b.ui.names())
        drawn += name.find("card:MKT-") != std::string::npos ? 1 : 0;
    CHECK(drawn >= 3);
    CHECK(drawn < 40);
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_End);
    b.ui.frames(4);
    CHECK(b.ui.find("card:MKT-10000") != nullptr);
}

}  // namespace
}  // namespace throughline::gui::test
