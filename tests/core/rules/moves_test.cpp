#include "core/rules/gates.h"
#include "core/rules/score.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using test::Team;

namespace {

// A card that stands in the column, with everything before it passed.
model::CardId card_in(Team& team, const std::string& title, const std::string& column) {
    const auto card = team.make_card(title);
    for (const char* next : {"create", "create-done", "review", "launch-prep", "live", "done"}) {
        if (team.card(card).column == team.column(column)) {
            break;
        }
        team.pass_gate(card);
        team.run(team.move(card, next));
    }
    return card;
}

}  // namespace

TEST_CASE("a forward move needs every gate it passes or skips") {
    Team team;
    const auto card = card_in(team, "Work under review", "review");
    const auto no = team.refused(team.move(card, "live"));
    CHECK(no.rule == "gate_open");
    CHECK(no.subject == "column:review");
    CHECK(no.reason.find("Creative approval") != std::string::npos);
    CHECK(no.remedy == "Open the card and tick or sign what is done.");
    team.pass_gate(card);
    CHECK(team.refused(team.move(card, "live")).subject == "column:launch-prep");
    team.run(team.move(card, "launch-prep"));
}

TEST_CASE("a gate that a card would skip is met where it is: the remedy names the column") {
    Team team;
    const auto card = card_in(team, "Work begun", "create");
    const auto no = team.refused(team.move(card, "review"));
    CHECK(no.subject == "column:create-done");
    CHECK(no.remedy == "Move it to Create (Done) first; its gate is ticked and signed there.");
    team.run(team.move(card, "create-done"));  // the remedy works
    team.pass_gate(card);
    team.run(team.move(card, "review"));
}

TEST_CASE("what should be pulled next could be: beside the free place, its gate passed") {
    Team team;
    const auto next = [&](const char* column) {
        const model::Card* card = rules::next_pull(team.ws(), team.column(column));
        return card == nullptr ? model::CardId{} : card->id;
    };
    const auto first = team.make_card("First");
    CHECK(next("create") == first);
    CHECK_FALSE(next("review"));  // from Ready it would skip the work

    team.run(team.move(first, "create"));
    team.run(team.move(first, "create-done"));
    CHECK_FALSE(next("review"));  // its gate is open
    team.pass_gate(first);
    CHECK(next("review") == first);
    team.run(team.move(first, "review"));  // and the rules agree
}

TEST_CASE("a title is one line, whoever writes it") {
    Team team;
    const auto card = team.make_card("Spring launch");
    for (const std::string title : {"Spring\nlaunch", "Spring\tlaunch", "Spring \x1b[31mlaunch",
                                    "Spring \xe2\x80\xae launch"}) {
        CAPTURE(title);
        CHECK(team.refused(rules::EditCard{card, {{"title", title}}, ""}).rule == "bad_value");
        const auto no = team.refused(
            rules::SubmitBrief{team.form(), team.person("eve"), title, Team::answers()});
        REQUIRE(no.fields.size() == 1);
        CHECK(no.fields.front().field == "title");
        CHECK(no.fields.front().problem.find("must be one line") == 0);
    }
    // Joined emoji and letters of every script are text.
    team.run(rules::EditCard{card, {{"title", "春のキャンペーン 👩\u200d💻 ﷽ نص"}}, ""});
}

TEST_CASE("a rejection names why and keeps the gate shut") {
    Team team;
    const auto card = card_in(team, "Work under review", "review");
    const auto gate = rules::gate_of(team.ws(), card, team.column("review"));
    const auto item = gate.front().item->id;
    CHECK(team.refused(rules::MarkGate{card, item, model::Verdict::Rejected, ""}).rule ==
          "reason_missing");
    CHECK(team.refused(rules::MarkGate{card, item, model::Verdict::Done, ""}).rule == "gate_kind");
    team.run(rules::MarkGate{card, item, model::Verdict::Rejected, "The logo is old"});
    CHECK(team.refused(team.move(card, "launch-prep")).reason.find("(rejected)") !=
          std::string::npos);
}

TEST_CASE("a backward move needs no gate and resets the one it enters again") {
    Team team;
    const auto card = card_in(team, "Work that goes back", "launch-prep");
    team.run(team.move(card, "review"));
    const auto gate = rules::gate_of(team.ws(), card, team.column("review"));
    CHECK(std::none_of(gate.begin(), gate.end(), [](const auto& state) { return state.passed(); }));
    CHECK(team.refused(team.move(card, "launch-prep")).rule == "gate_open");
    SUBCASE("undo brings the signatures back") {
        REQUIRE(team.desk().undo().ok());
        CHECK(team.card(card).column == team.column("launch-prep"));
    }
}

TEST_CASE("a blocked card moves back but not forward") {
    Team team;
    const auto card = card_in(team, "Work that waits", "create");
    team.run(rules::BlockCard{
        card, "waiting for legal", "Contract is not signed", team.person("bob"), {}});
    CHECK(team.refused(team.move(card, "create-done")).rule == "blocked");
    team.run(team.move(card, "ready"));
    team.run(rules::UnblockCard{card, {}});
    team.run(team.move(card, "create"));
}

TEST_CASE("the definition of ready guards the commitment point") {
    Team team;
    team.run(rules::EditBoard{{{"ready_checks", "brief\ndri\nobjective\nsize"}}});
    team.run(rules::AddGateItem{{}, model::GateKind::Check, "Budget agreed"});
    const auto card = team.make_card("Work to be ready");
    CHECK(team.refused(team.move(card, "create")).reason ==
          "MKT-1 is not ready to cross the commitment point. Still needed: a size.");
    team.run(rules::EditCard{card, {{"size", "3"}}, ""});
    const auto no = team.refused(team.move(card, "create"));
    CHECK(no.reason.find("Budget agreed") != std::string::npos);
    const auto item = rules::gate_of(team.ws(), card, {}).front().item->id;
    team.run(rules::MarkGate{card, item, model::Verdict::Done, ""});
    team.run(team.move(card, "create"));
}

TEST_CASE("the named acts need a reason and leave the card where they say") {
    Team team;
    const auto card = card_in(team, "Work to return", "create");
    CHECK(team.refused(rules::ReturnCard{card, " ", ""}).rule == "reason_missing");
    CHECK(team.refused(rules::ArchiveCard{card, "done with it"}).rule == "in_process");
    CHECK(team.refused(rules::TradeOutCard{card, "others first"}).rule == "committed");
    team.run(rules::ReturnCard{card, "Not now", ""});
    CHECK(team.card(card).column == team.column("ready"));
    team.run(rules::DiscardCard{card, "Nobody needs it"});
    CHECK(team.card(card).state == model::CardState::Discarded);
    CHECK(team.refused(team.move(card, "create")).rule == "not_on_board");
    team.run(rules::RestoreCard{card, {}, ""});
    CHECK(team.card(card).column == team.column("ready"));
}

TEST_CASE("a move undone within ten minutes never happened; later it is a move back") {
    Team team;
    const auto card = team.make_card("Work moved by mistake");
    team.run(team.move(card, "create"));
    SUBCASE("at once") {
        REQUIRE(team.desk().undo().ok());
        const auto rows = team.ws().of<model::Transition>(card);
        REQUIRE(rows.size() == 2);
        CHECK(rows.back()->voided_at.has_value());
        REQUIRE(team.desk().redo().ok());
        CHECK(team.card(card).column == team.column("create"));
    }
    SUBCASE("an hour later") {
        team.pass(hours(1));
        REQUIRE(team.desk().undo().ok());
        const auto rows = team.ws().of<model::Transition>(card);
        REQUIRE(rows.size() == 3);
        CHECK_FALSE(rows[1]->voided_at.has_value());
        CHECK(rows[2]->to == team.column("ready"));
        CHECK(team.card(card).entered_at == team.now());
    }
}

TEST_CASE("a card that has moved stays; moves taken back soon go with it") {
    Team team;
    const auto card = team.make_card("Taken back");
    team.run(team.move(card, "create"));
    SUBCASE("soon") {
        REQUIRE(team.desk().undo().ok());
        REQUIRE(team.desk().undo().ok());
        CHECK(team.ws().find(card) == nullptr);
        CHECK(team.ws().of<model::Transition>(card).empty());
    }
    SUBCASE("later") {
        team.pass(minutes(20));
        REQUIRE(team.desk().undo().ok());
        const auto outcome = team.desk().undo();
        REQUIRE_FALSE(outcome.ok());
        CHECK(outcome.error().refusal->rule == "undo_conflict");
        CHECK(team.card(card).column == team.column("ready"));
    }
}

TEST_CASE("undo is refused when somebody built on it, and says who") {
    Team team;
    const auto card = team.make_card("Work of two people");
    team.run(team.move(card, "create"));
    team.as("bob").run(team.move(card, "create-done"));
    team.as("ana");
    const auto outcome = team.desk().undo();
    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().refusal->rule == "undo_conflict");
    CHECK(outcome.error().refusal->reason.find("Bob") != std::string::npos);
}

TEST_CASE("cards keep the order they were given") {
    Team team;
    const auto a = team.make_card("Card A in order");
    const auto b = team.make_card("Card B in order");
    const auto c = team.make_card("Card C in order");
    team.run(rules::MoveCards{{c}, team.column("ready"), 0, ""});
    const auto cards = team.ws().cards_in(team.column("ready"));
    CHECK(std::vector<model::CardId>(cards.begin(), cards.end()) ==
          std::vector<model::CardId>{c, a, b});
    // Between the same two neighbours, until no number is left between them.
    for (int i = 0; i < 200; ++i) {
        team.run(rules::MoveCards{{i % 2 == 0 ? b : a}, team.column("ready"), 1, ""});
    }
    const auto after = team.ws().cards_in(team.column("ready"));
    CHECK(std::vector<model::CardId>(after.begin(), after.end()) ==
          std::vector<model::CardId>{c, a, b});
}

TEST_CASE(
    "a card that waits for another is blocked by it until that is delivered; cycles are refused") {
    Team team;
    const auto first = team.make_card("The design", "bob");
    const auto second = team.make_card("The page", "cem");
    team.run(rules::AddLink{second, model::LinkKind::DependsOn, first, "", ""});
    CHECK(team.refused(rules::AddLink{first, model::LinkKind::DependsOn, second, "", ""}).rule ==
          "cycle");
    team.run(team.move(second, "create"));
    CHECK(team.ws().is_blocked(second));
    for (const char* next : {"create", "create-done", "review", "launch-prep", "live"}) {
        team.pass_gate(first);
        team.run(team.move(first, next));
    }
    CHECK_FALSE(team.ws().is_blocked(second));
}

TEST_CASE("a card stands where it was put, however often cards are moved within a column") {
    Team team;
    team.set_limit("ready", "");
    std::vector<model::CardId> expected;
    for (int i = 0; i < 8; ++i) {
        expected.push_back(team.make_card("Work number " + std::to_string(i)));
    }
    std::uint32_t state = 7;
    for (int i = 0; i < 300; ++i) {
        state = state * 1664525U + 1013904223U;
        const std::size_t from = (state >> 8) % expected.size();
        const std::size_t to = (state >> 20) % expected.size();
        if (from == to) {
            continue;
        }
        const model::CardId card = expected[from];
        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(from));
        expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(to), card);
        team.run(rules::MoveCards{{card}, team.column("ready"), static_cast<int>(to), ""});
        const auto cards = team.ws().cards_in(team.column("ready"));
        REQUIRE(std::vector(cards.begin(), cards.end()) == expected);
    }
}

TEST_CASE("what is redone keeps its keys") {
    Team team;
    team.run(rules::AddObjective{"Half of the trials stay", "2026-Q2", {}, team.person("bob"), -1});
    REQUIRE(team.desk().undo().ok());
    CHECK(model::objective_by_key(team.ws(), "O-2") == nullptr);
    REQUIRE(team.desk().redo().ok());
    REQUIRE(model::objective_by_key(team.ws(), "O-2") != nullptr);
    team.run(rules::AddObjective{"Press writes about us", "2026-Q2", {}, team.person("bob"), -1});
    CHECK(model::objective_by_key(team.ws(), "O-3") != nullptr);
}

TEST_CASE("a title is as long on a card as in a brief, and no longer") {
    Team team;
    const auto card = team.make_card("Spring launch");
    team.run(rules::EditCard{card, {{"title", std::string(120, 'x')}}});
    const auto no = team.refused(rules::EditCard{card, {{"title", std::string(121, 'x')}}});
    CHECK(no.rule == "bad_value");
    CHECK(no.reason.find("121") != std::string::npos);
}
