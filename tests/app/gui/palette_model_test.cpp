// The palette's ranking and the acts on cards, without drawing.
#include "app/gui/palette/palette_model.h"
#include "app/gui/palette/card_acts_model.h"
#include "app/gui/palette/fuzzy.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

namespace throughline::gui::palette {
namespace {

TEST_CASE("letters in order fit, better at the beginnings of words") {
    CHECK(fuzzy_score("", "move card") == 0);
    CHECK_FALSE(fuzzy_score("xyz", "move card").has_value());
    CHECK(fuzzy_score("mc", "move card").value() >
          fuzzy_score("mc", "remove columns (hic)").value_or(0));
    CHECK(fuzzy_score("move", "move card").value() > fuzzy_score("move", "remove column").value());
    CHECK(fuzzy_score("card move", "move card").has_value());
    // Letters strewn over a text are chance.
    CHECK_FALSE(fuzzy_score("oad", "move card").has_value());
}

struct Search {
    test::Team team;
    PaletteModel model;
    Zone zone = Zone::utc();
    std::vector<ActionRow> actions{
        {.id = "app.new-brief", .title = "New brief", .section = "Everywhere", .shortcut = "N"},
        {.id = "board.block", .title = "Block card", .section = "Board", .shortcut = "B"}};

    const std::vector<Entry>& find(const std::string& query,
                                   const std::vector<std::string>& recents = {}) {
        return model.build(
            query, actions, recents,
            {.workspace = team.ws(), .zone = zone, .now = team.now(), .me = team.person("ana")});
    }
};

TEST_CASE("a key finds its card first") {
    Search s;
    s.team.make_card("Webinar");
    const auto spring = s.team.make_card("Spring launch");
    const auto& found = s.find(model::key_of(s.team.ws(), s.team.card(spring)));
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().kind == EntryKind::Card);
    CHECK(found.front().row == spring.value);
}

TEST_CASE("a word finds cards, people, objectives and actions") {
    Search s;
    s.team.make_card("Spring launch");
    CHECK(s.find("launch").front().title == "Spring launch");
    CHECK(s.find("block").front().id == "action:board.block");
    CHECK(s.find("bob").front().kind == EntryKind::Person);
    CHECK(s.find("O-1").front().kind == EntryKind::Objective);
    CHECK(s.find("nothing has this").empty());
}

TEST_CASE("what was used last comes first while nothing is typed") {
    Search s;
    const auto card = s.team.make_card("Spring launch");
    const auto& found =
        s.find("", {"card:" + std::to_string(card.value), "action:board.block", "card:77"});
    REQUIRE(found.size() == 3);
    CHECK(found[0].title == "Spring launch");
    CHECK(found[1].id == "action:board.block");
    CHECK(found[2].id == "action:app.new-brief");
}

TEST_CASE("an act becomes one command per card, a move one for all") {
    test::Team team;
    const auto a = team.make_card("Alpha");
    const auto b = team.make_card("Beta");
    CHECK(commands_of(team.ws(), CardAct::Discard, {a, b}, {.reason = "Not now"}).size() == 2);
    CHECK(commands_of(team.ws(), CardAct::Move, {a, b}, {.to = team.column("create")}).size() == 1);
    CHECK(commands_of(team.ws(), CardAct::Unblock, {a, b}, {}).empty());
    CHECK(commands_of(team.ws(), CardAct::Block, {a}, {.reason = "x", .waits_for = "MKT-999"})
              .empty());
    CHECK(name_cards(team.ws(), {a, b}) == "2 cards");
    CHECK(name_cards(team.ws(), {a}) == model::key_of(team.ws(), team.card(a)));
}

TEST_CASE("causes used before come first, each once") {
    test::Team team;
    const auto card = team.make_card("Alpha");
    team.run(rules::BlockCard{.card = card, .cause = "printer is broken", .reason = "Paper"});
    const auto causes = known_causes(team.ws());
    CHECK(causes.front() == "printer is broken");
    CHECK(std::count(causes.begin(), causes.end(), "waiting for legal") == 1);
}

}  // namespace
}  // namespace throughline::gui::palette
