// The board's models without drawing: fills in words, the WIP line, lanes, moves, quick chips.
#include "app/gui/board/board_model.h"
#include "app/gui/board/filter_model.h"
#include "app/gui/board/moves_model.h"
#include "app/gui/context/face_model.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

namespace throughline::gui::board {
namespace {

struct Board {
    test::Team team;
    BoardModel model;
    Zone zone = Zone::utc();
    std::string query;
    LaneKind lanes = LaneKind::None;
    std::uint64_t revision = 0;

    bool refresh() {
        return model.refresh({.workspace = team.ws(),
                              .revision = ++revision,
                              .zone = zone,
                              .now = team.now(),
                              .me = team.person("ana"),
                              .query = query,
                              .lanes = lanes});
    }
    std::vector<model::CardId> cards(std::string_view column, std::size_t lane = 0) {
        return model.cell(lane, *model.column_index(team.ws().column_by_handle(column)->id)).cards;
    }
    const ColumnHead& head(std::string_view column) {
        return model.columns()[*model.column_index(team.ws().column_by_handle(column)->id)];
    }
};

TEST_CASE("a fill says room, near, full and over in words") {
    CHECK(fill_words(7, std::nullopt).numbers == "7");
    CHECK(fill_words(7, std::nullopt).words.empty());
    CHECK(fill_words(1, 4).words == "room for 3");
    CHECK(fill_words(3, 4).numbers == "3 of 4");
    CHECK(fill_words(3, 4).words == "near limit");
    CHECK(fill_words(4, 4).words == "full");
    CHECK(fill_words(6, 4).words == "over by 2");
    // With a limit of one, one free place is not "near".
    CHECK(fill_words(0, 1).state == FillState::Room);
}

TEST_CASE("the WIP line runs after the Nth card, and cards beyond it are over") {
    Board b;
    for (int i = 0; i < 4; ++i)
        b.team.make_card("Card " + std::to_string(i));
    b.team.set_limit("ready", "2");
    b.refresh();
    const auto& cell = b.model.cell(0, 0);
    CHECK(cell.cards.size() == 4);
    CHECK(cell.line_at == 2);
    CHECK(b.head("ready").fill.words == "over by 2");
    b.team.set_limit("ready", "4");
    b.refresh();
    CHECK(b.model.cell(0, 0).line_at == 4);
    b.team.set_limit("ready", "6");
    b.refresh();
    CHECK_FALSE(b.model.cell(0, 0).line_at);
}

TEST_CASE("closing an objective changes the faces of its cards, and of no others") {
    Board b;
    const model::CardId card = b.team.make_card("Serves it");
    b.refresh();
    b.refresh();
    CHECK(b.model.changed_cards().empty());
    const model::ObjectiveId objective = b.team.card(card).objective;
    b.team.run(rules::EditObjective{objective, {{"closed", "true"}}});
    b.refresh();
    REQUIRE(b.model.changed_cards().size() == 1);
    CHECK(b.model.changed_cards().front() == card);
    b.team.run(rules::EditObjective{objective, {{"title", "Another title"}}});
    b.refresh();
    CHECK(b.model.changed_cards().empty());
    b.team.run(rules::EditBoard{{{"delivery", "done"}}});
    b.refresh();
    CHECK(b.model.changed_cards().size() == 1);
}

TEST_CASE("halves of a column stand under one header with one limit") {
    Board b;
    b.refresh();
    CHECK(b.head("create").group_name == "Create");
    CHECK(b.head("create").group_fill.numbers == "0 of 4");
    CHECK(b.head("create").first_in_group);
    CHECK_FALSE(b.head("create-done").first_in_group);
    CHECK(b.head("create").commitment_edge);
    CHECK(b.head("live").delivery_edge);
    CHECK(b.head("review").gate.size() == 3);
}

TEST_CASE("a free place names the card that should be pulled next") {
    Board b;
    const auto card = b.team.make_card("Pull me");
    b.refresh();
    CHECK(b.head("create").free_places == 4);
    CHECK(b.head("create").next == card);
    CHECK(b.model.is_next(card));
}

TEST_CASE("a change of one card touches its column only") {
    Board b;
    const auto card = b.team.make_card("One");
    b.team.make_card("Two");
    b.refresh();
    const auto ready = b.model.cell(0, 0).version;
    const auto review = b.model.cell(0, 3).version;
    b.team.run(rules::EditCard{.card = card, .set = {{"title", "One, renamed"}}});
    CHECK(b.refresh());
    CHECK_FALSE(b.model.rebuilt());
    CHECK(b.model.cell(0, 0).version != ready);
    CHECK(b.model.cell(0, 3).version == review);
    REQUIRE(b.model.changed_cards().size() == 1);
    CHECK(b.model.changed_cards().front() == card);
}

TEST_CASE("nothing is done twice for the same revision") {
    Board b;
    b.refresh();
    --b.revision;
    CHECK_FALSE(b.refresh());
}

TEST_CASE("a filter hides cards, and a card that begins to pass comes in") {
    Board b;
    const auto spring = b.team.make_card("Spring launch");
    const auto webinar = b.team.make_card("Webinar");
    b.query = "spring";
    b.refresh();
    CHECK(b.cards("ready") == std::vector{spring});
    CHECK(b.model.shown() == 1);
    CHECK(b.model.total() == 2);
    b.team.run(rules::EditCard{.card = webinar, .set = {{"title", "Spring webinar"}}});
    b.refresh();
    CHECK(b.cards("ready") == std::vector{spring, webinar});
    b.query = "wrong:";
    b.refresh();
    CHECK_FALSE(b.model.lanes().empty());
}

TEST_CASE("lanes by DRI, by objective and by class hold the cards they should") {
    Board b;
    const auto anas = b.team.make_card("Ana's", "ana");
    const auto bobs = b.team.make_card("Bob's", "bob");
    b.lanes = LaneKind::Dri;
    b.refresh();
    REQUIRE(b.model.lanes().size() == 2);
    CHECK(b.model.lanes()[0].key == "dri:ana");
    CHECK(b.cards("ready", 0) == std::vector{anas});
    CHECK(b.cards("ready", 1) == std::vector{bobs});
    b.team.run(rules::EditCard{.card = bobs, .set = {{"dri", "cem"}}});
    b.refresh();
    CHECK(b.model.lanes()[1].key == "dri:cem");
    b.lanes = LaneKind::Objective;
    b.refresh();
    REQUIRE(b.model.lanes().size() == 1);
    CHECK(b.model.lanes()[0].key == "objective:O-1");
    b.lanes = LaneKind::Class;
    b.refresh();
    CHECK(b.model.lanes()[0].key == "class:standard");
    b.lanes = LaneKind::Type;
    b.refresh();
    CHECK(b.model.lanes().size() == 1);
    CHECK(b.model.lanes()[0].count == 2);
}

TEST_CASE("a lane with nothing open stands after the others") {
    Board b;
    const auto anas = b.team.make_card("Ana's own", "ana");
    b.team.make_card("Bob's own", "bob");
    for (const char* column : {"create", "create-done", "review", "launch-prep", "live"}) {
        b.team.run(b.team.move(anas, column));
        if (std::string_view(column) != "live") b.team.pass_gate(anas);
    }
    b.lanes = LaneKind::Dri;
    b.refresh();
    REQUIRE(b.model.lanes().size() == 2);
    CHECK(b.model.lanes()[0].key == "dri:bob");
    CHECK(b.model.lanes()[1].only_done);
}

TEST_CASE("a drop between two shown cards becomes a position in the whole column") {
    Board b;
    const auto a = b.team.make_card("alpha one");
    const auto hidden = b.team.make_card("beta");
    const auto c = b.team.make_card("alpha two");
    const auto d = b.team.make_card("alpha three");
    b.query = "alpha";
    b.refresh();
    // Before "two": after the hidden one.
    auto move = move_to(b.model, b.team.ws(), std::array{d}, {0, 0, 1});
    CHECK(move.position == 2);
    b.team.run(move);
    b.query.clear();
    b.refresh();
    CHECK(b.cards("ready") == std::vector{a, hidden, d, c});
    // After the last one: the bottom.
    move = move_to(b.model, b.team.ws(), std::array{a}, {0, 0, 4});
    CHECK_FALSE(move.position.has_value());
    CHECK(is_where_it_was(b.model, std::array{d}, {0, 0, 2}));
    CHECK(is_where_it_was(b.model, std::array{d}, {0, 0, 3}));
    CHECK_FALSE(is_where_it_was(b.model, std::array{d}, {0, 0, 1}));
}

TEST_CASE("several cards of one column go together between two others") {
    Board b;
    const auto first = b.team.make_card("First");
    const auto second = b.team.make_card("Second");
    const auto third = b.team.make_card("Third");
    const auto fourth = b.team.make_card("Fourth");
    b.refresh();
    // First and third before the fourth.
    b.team.run(move_to(b.model, b.team.ws(), std::array{third, first}, {0, 0, 3}));
    b.refresh();
    CHECK(b.cards("ready") == std::vector{second, first, third, fourth});
    b.team.run(move_to(b.model, b.team.ws(), std::array{second, third}, {0, 0, 2}));
    b.refresh();
    CHECK(b.cards("ready") == std::vector{first, second, third, fourth});
}

TEST_CASE("a sentence names a card") {
    Board b;
    const auto card = b.team.make_card("First");
    CHECK(card_named_in(b.team.ws(),
                        "Move on or finish MKT-1 first, which has been there longest.") == card);
    CHECK_FALSE(card_named_in(b.team.ws(), "Raise the limit."));
    CHECK_FALSE(card_named_in(b.team.ws(), "Finish MKT-99 first."));
}

TEST_CASE("the keyboard walks over cards, past empty and folded columns") {
    Board b;
    const auto first = b.team.make_card("First");
    const auto second = b.team.make_card("Second");
    const auto far = b.team.make_card("Far");
    b.team.run(b.team.move(far, "create"));
    b.refresh();
    const auto all = [](std::size_t) { return true; };
    CHECK(neighbour(b.model, {}, Step::Down, all) == first);
    CHECK(neighbour(b.model, first, Step::Down, all) == second);
    CHECK(neighbour(b.model, second, Step::Right, all) == far);
    CHECK(neighbour(b.model, far, Step::Left, all) == first);
    CHECK(neighbour(b.model, far, Step::Right, all) == model::CardId{});
    CHECK(neighbour(b.model, first, Step::Right, [](std::size_t column) { return column != 1; }) ==
          model::CardId{});
    CHECK(range_between(b.model, first, second).size() == 2);
    CHECK(range_between(b.model, first, far) == std::vector{far});
}

TEST_CASE("a face says age, blocker, due date and progress") {
    Board b;
    const auto id = b.team.make_card("Spring launch", "bob");
    b.team.run(b.team.move(id, "create"));
    b.team.run(rules::BlockCard{
        .card = id, .cause = "waiting for legal", .reason = "Legal has the claim"});
    b.team.run(
        rules::EditCard{.card = id, .set = {{"due", "2026-05-06"}, {"due_reason", "Trade fair"}}});
    b.team.run(rules::SetServiceLevel{
        .service_class = model::ServiceClass::Standard, .probability = 85, .days = 12});
    b.team.pass(days(2));
    Yardsticks yardsticks;
    yardsticks.refresh(b.team.ws(), b.zone, b.team.now());
    const flow::Workflow workflow(b.team.ws());
    const CardFace face =
        make_face({b.team.ws(), workflow, b.zone, yardsticks, b.team.now()}, b.team.card(id));
    CHECK(face.dri == b.team.ws().person_by_handle("bob")->name);
    CHECK(face.objective == "O-1");
    CHECK(face.age == "3 of 12 d");
    CHECK(face.column_age == "3 d here");
    CHECK(face.blocked == "Blocked 2 d: Legal has the claim");
    CHECK(face.due == "today");
    CHECK(face.due_state == DueState::Today);
    CHECK(face.flag == CardFlag::None);
}

TEST_CASE("due dates are said as people say them") {
    const Day today = day_from_civil(2026, 5, 4);
    CHECK(due_words(today - 2, today) == "2 d late");
    CHECK(due_words(today, today) == "today");
    CHECK(due_words(today + 1, today) == "tomorrow");
    CHECK(due_words(today + 5, today) == "in 5 d");
    CHECK(due_words(today + 30, today) == "3 Jun");
    CHECK(due_words(today + 365, today) == "4 May 2027");
}

TEST_CASE("quick chips switch terms of the query on and off") {
    CHECK(toggle_term("", "is", "blocked") == "is:blocked");
    CHECK(toggle_term("is:blocked", "is", "blocked").empty());
    CHECK(toggle_term("launch dri:ana", "dri", "bob") == "launch dri:ana,bob");
    CHECK(toggle_term("launch dri:ana,bob", "dri", "ana") == "launch dri:bob");
    CHECK(toggle_term("\"dri:ana x\" y", "dri", "ana") == "\"dri:ana x\" y dri:ana");
    CHECK(has_term("dri:ana,bob x", "dri", "bob"));
    CHECK_FALSE(has_term("dri:ana", "dri", "an"));
}

}  // namespace
}  // namespace throughline::gui::board
