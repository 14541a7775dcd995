#include "core/desk/describe.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;

namespace {

std::string words(const test::Team& team, const journal::Entry& entry) {
    return desk::describe(entry, team.ws());
}

}  // namespace

TEST_CASE("what happens to cards is told with key, title and columns") {
    test::Team team;
    const auto card = team.make_card("Spring launch");
    const auto other = team.make_card("Landing page");
    const auto tell = [&](const rules::Command& command) { return words(team, team.run(command)); };

    CHECK(tell(team.move(card, "create")) ==
          "ana moved MKT-1 'Spring launch' from Ready to Create (Doing)");
    CHECK(tell(rules::MoveCards{{other}, team.column("ready"), 0, ""}) ==
          "ana moved MKT-2 'Landing page' within its column");
    CHECK(tell(rules::ReturnCard{card, "the offer is open", ""}) ==
          "ana returned MKT-1 'Spring launch' from Create (Doing) to Ready: the offer is open");
    CHECK(tell(rules::BlockCard{
              card, "waiting for legal", "contract unsigned", team.person("bob"), {}}) ==
          "ana blocked MKT-1 'Spring launch' (waiting for legal): contract unsigned");
    CHECK(tell(rules::UnblockCard{card, {}}) == "ana cleared the blocker of MKT-1 'Spring launch'");
    CHECK(tell(rules::AddComment{card, {}, "ready?"}) ==
          "ana commented on MKT-1 'Spring launch': ready?");
    CHECK(tell(rules::AddLink{card, model::LinkKind::DependsOn, other, "", ""}) ==
          "ana made MKT-1 'Spring launch' depend on MKT-2 'Landing page'");
    CHECK(tell(rules::EditCard{
              card, {{"dri", "bob"}, {"due", "2026-06-01"}, {"due_reason", "the fair"}}, ""}) ==
          "ana changed card MKT-1 'Spring launch': DRI from ana to bob, due set to 2026-06-01, "
          "due reason set to 'the fair'");
    CHECK(tell(rules::EditCard{card, {{"responsible", "cem\ndia"}}, ""}) ==
          "ana changed card MKT-1 'Spring launch': responsible set to cem, dia");
    CHECK(tell(rules::DiscardCard{other, "cancelled"}) ==
          "ana discarded MKT-2 'Landing page': cancelled");
}

TEST_CASE("several cards moved together are all named") {
    test::Team team;
    const auto one = team.make_card("Piece one");
    const auto two = team.make_card("Piece two");
    CHECK(words(team, team.run(rules::MoveCards{{one, two}, team.column("create"), {}, ""})) ==
          "ana moved MKT-1 'Piece one' from Ready to Create (Doing), MKT-2 'Piece two' from Ready "
          "to Create (Doing)");
}

TEST_CASE("intake and settings in words") {
    test::Team team;
    const auto request = team.submit("Spring launch");
    const auto tell = [&](const rules::Command& command) { return words(team, team.run(command)); };
    CHECK(tell(rules::AskRequester{request, "Which countries?"}) ==
          "ana asked about R-1 'Spring launch': Which countries?");
    CHECK(tell(rules::AnswerQuestion{request, "Germany"}) ==
          "ana answered on R-1 'Spring launch': Germany");
    CHECK(
        tell(rules::AcceptRequest{request, team.person("cem"), team.objective(), {}, {}, "", ""}) ==
        "ana accepted R-1 'Spring launch' as MKT-1");
    CHECK(tell(rules::EditColumn{team.column("review"), {{"wip_limit", "4"}}}) ==
          "ana changed column Review: WIP limit from 3 to 4");
    CHECK(tell(rules::AddTerm{"channel", "Podcast"}) ==
          "ana added taxonomy value channel 'Podcast'");
    CHECK(tell(rules::SetServiceLevel{model::ServiceClass::Expedite, 85, 5}) ==
          "ana added service level for expedite");
    CHECK(tell(rules::SetServiceLevel{model::ServiceClass::Expedite, 90, 4}) ==
          "ana changed service level for expedite: probability from 85 to 90, days from 5 to 4");
    CHECK(tell(rules::AddColumn{"Legal", model::ColumnKind::Active, 1, 2}) ==
          "ana added column Legal");
    CHECK(tell(rules::MoveColumn{team.column("legal"), 0}) == "ana moved column Legal to place 1");
    CHECK(tell(rules::EditPerson{team.person("dia"), {{"active", "false"}}}) ==
          "ana changed person dia: active from yes to no");
}

TEST_CASE("undo, redo and a refused try say so") {
    test::Team team;
    const auto card = team.make_card("Spring launch");
    const auto move = team.run(team.move(card, "create"));
    const auto undone = team.desk().undo();
    REQUIRE(undone.ok());
    CHECK(words(team, *undone) == "ana took back entry " + std::to_string(move.seq) +
                                      " (Move card): changed card MKT-1 'Spring launch': column "
                                      "from Create (Doing) to Ready");
    const auto redone = team.desk().redo();
    REQUIRE(redone.ok());
    CHECK(words(team, *redone) ==
          "ana moved MKT-1 'Spring launch' from Ready to Create (Doing) (again)");

    team.set_limit("review", "0");
    team.run(team.move(card, "create-done"));
    team.pass_gate(card);
    team.refused(team.move(card, "review"));
    const auto last = team.desk().before(team.ws().seq() + 1, 1);
    REQUIRE(last.ok());
    CHECK(words(team, last->front()) ==
          "ana was refused: Move card MKT-1 'Spring launch' (no place in Review, 0 of 0 taken)");
}

TEST_CASE("a row that an undo took away is named from the entry itself") {
    test::Team team;
    const auto added = team.run(rules::AddTerm{"channel", "Podcast"});
    REQUIRE(team.desk().undo().ok());
    CHECK(words(team, added) == "ana added taxonomy value channel 'Podcast'");
    const auto last = team.desk().before(team.ws().seq() + 1, 1);
    CHECK(words(team, last->front()).find("removed taxonomy value channel 'Podcast'") !=
          std::string::npos);
}

TEST_CASE("an entry of the program itself names the program") {
    test::Team team;
    journal::Entry entry = team.run(rules::AddTerm{"channel", "Podcast"});
    entry.draft.actor = {};
    CHECK(words(team, entry).starts_with("throughline added"));
}

TEST_CASE("meetings, alerts and forecasts in words") {
    test::Team team;
    const auto card = team.make_card("Spring launch");
    const auto tell = [&](const rules::Command& command) { return words(team, team.run(command)); };
    CHECK(tell(rules::StartMeeting{}) == "ana started the standup M-1");
    const auto standup = team.ws().rows<model::Meeting>().begin()->id;
    CHECK(tell(rules::AddNote{standup, "ready", card, {}, "Needs a photo"}) ==
          "ana noted on MKT-1 'Spring launch' in M-1: Needs a photo");
    CHECK(tell(rules::AddCommitment{
              standup, team.person("bob"), {}, {}, "Send it", *parse_day("2026-05-05")}) ==
          "ana wrote down what bob will do by 2026-05-05: Send it");
    const auto commitment = team.ws().rows<model::Commitment>().begin()->id;
    CHECK(tell(rules::CloseCommitment{commitment, model::CommitmentState::Missed, "was ill"}) ==
          "ana called 'Send it' missed: was ill");
    CHECK(tell(rules::EndMeeting{standup}) == "ana ended M-1");
    CHECK(tell(rules::RaiseAlert{model::AlertRule::ColumnFull, "column:review", "1", "Full."}) ==
          "ana was there when an alert was raised: Full.");
    const auto alert = team.ws().rows<model::Alert>().begin()->id;
    CHECK(tell(rules::AcknowledgeAlert{alert, "seen"}) == "ana acknowledged A-1 'Full.': seen");
}
