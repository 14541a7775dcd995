#include "core/base/time.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using test::Team;

namespace {

template <class T>
const T& only(const Team& team) {
    REQUIRE(team.ws().rows<T>().size() == 1);
    return *team.ws().rows<T>().begin();
}

model::MeetingId start(Team& team, model::MeetingKind kind = model::MeetingKind::Standup) {
    team.run(rules::StartMeeting{kind, {team.person("ana"), team.person("bob")}});
    const model::Meeting* latest = nullptr;
    for (const model::Meeting& one : team.ws().rows<model::Meeting>()) {
        if (latest == nullptr || one.number > latest->number) {
            latest = &one;
        }
    }
    return latest->id;
}

}  // namespace

TEST_CASE("a standup is started once, noted in, and ended") {
    Team team;
    const model::MeetingId standup = start(team);
    CHECK(key_of(only<model::Meeting>(team)) == "M-1");
    CHECK(team.refused(rules::StartMeeting{model::MeetingKind::Standup, {}}).rule ==
          "meeting_running");
    const auto card = team.make_card("Spring launch");
    team.run(rules::AddNote{standup, "create", card, {}, " Needs a photo "});
    CHECK(only<model::Note>(team).text == "Needs a photo");
    CHECK(team.refused(rules::AddNote{standup, "", {}, {}, "  "}).rule == "text_missing");
    team.run(rules::EndMeeting{standup});
    CHECK(team.refused(rules::AddNote{standup, "", {}, {}, "late"}).rule == "meeting_over");
    CHECK(team.refused(rules::EndMeeting{standup}).rule == "meeting_over");
    CHECK(start(team) != standup);
}

TEST_CASE("meetings of different kinds may run at the same time") {
    Team team;
    start(team);
    start(team, model::MeetingKind::WeeklySync);
    CHECK(team.ws().rows<model::Meeting>().size() == 2);
}

TEST_CASE("a commitment that was missed or dropped says why, and can be opened again") {
    using State = model::CommitmentState;
    Team team;
    const model::MeetingId standup = start(team);
    team.run(rules::AddCommitment{
        standup, team.person("cem"), {}, {}, "Send the deck", *parse_day("2026-05-05")});
    const model::CommitmentId id = only<model::Commitment>(team).id;
    team.run(rules::EndMeeting{standup});
    CHECK(team.refused(rules::CloseCommitment{id, State::Missed, " "}).rule == "reason_missing");
    CHECK(team.refused(rules::CloseCommitment{id, State::Dropped, ""}).rule == "reason_missing");
    team.run(rules::CloseCommitment{id, State::Missed, "Was ill"});
    CHECK(only<model::Commitment>(team).closed_at == team.now());
    team.run(rules::CloseCommitment{id, State::Open, ""});
    CHECK_FALSE(only<model::Commitment>(team).closed_at);
    team.run(rules::CloseCommitment{id, State::Kept, ""});
    CHECK(only<model::Commitment>(team).state == State::Kept);
}

TEST_CASE("a commitment is put into other words while it is open, also after its meeting") {
    Team team;
    const model::MeetingId standup = start(team);
    team.run(rules::AddCommitment{
        standup, team.person("cem"), {}, {}, "Send the dek", *parse_day("2026-05-05")});
    const model::CommitmentId id = only<model::Commitment>(team).id;
    team.run(rules::EndMeeting{standup});
    team.run(rules::EditCommitment{id, "Send the deck", *parse_day("2026-05-06")});
    CHECK(only<model::Commitment>(team).text == "Send the deck");
    CHECK(only<model::Commitment>(team).due == *parse_day("2026-05-06"));
    CHECK(team.refused(rules::EditCommitment{id, " ", *parse_day("2026-05-06")}).rule ==
          "text_missing");
    team.run(rules::CloseCommitment{id, model::CommitmentState::Kept, ""});
    CHECK(team.refused(rules::EditCommitment{id, "Late", *parse_day("2026-05-07")}).rule ==
          "commitment_closed");
    CHECK(team.refused(rules::EditCommitment{{99}, "x", {}}).rule == "not_found");
}

TEST_CASE("what is not there is not noted about") {
    Team team;
    const model::MeetingId standup = start(team);
    CHECK(team.refused(rules::AddNote{standup, "", {99}, {}, "x"}).rule == "not_found");
    CHECK(team.refused(rules::AddNote{{99}, "", {}, {}, "x"}).rule == "not_found");
    CHECK(team.refused(rules::AddCommitment{standup, {99}, {}, {}, "x", {}}).rule ==
          "person_missing");
}

TEST_CASE("a note stands in a part of the agenda; in a standup also at a column") {
    Team team;
    const model::MeetingId standup = start(team);
    team.run(rules::AddNote{standup, "walk", {}, {}, "Quick"});
    team.run(rules::AddNote{standup, "review", {}, {}, "Legal waits"});
    CHECK(team.refused(rules::AddNote{standup, "context", {}, {}, "x"}).rule == "bad_value");
    const model::MeetingId sync = start(team, model::MeetingKind::WeeklySync);
    team.run(rules::AddNote{sync, "", {}, {}, "All are here"});
    const rules::Refusal no = team.refused(rules::AddNote{sync, "review", {}, {}, "x"});
    CHECK(no.rule == "bad_value");
    CHECK(no.remedy == "Its agenda has kept, blockers, decisions, next.");
}

TEST_CASE("a meeting that has ended takes no more decisions; those it took go on") {
    Team team;
    const model::MeetingId sync = start(team, model::MeetingKind::WeeklySync);
    const auto decision = [](const char* text, const char* meeting) {
        return rules::AddRecord{"decision",
                                {{"text", text},
                                 {"rationale", "No lead in a year"},
                                 {"decider", "ana"},
                                 {"executor", "bob"},
                                 {"due", "2026-05-20"},
                                 {"meeting", meeting}}};
    };
    team.run(decision("Stop the print ads", "M-1"));
    team.run(decision("Buy a camera", ""));
    team.run(rules::EndMeeting{sync});
    CHECK(team.refused(decision("Late", "M-1")).rule == "meeting_over");
    for (const model::Decision& one : team.ws().rows<model::Decision>()) {
        const rules::EditRecord into{"decision", one.id.value, {{"meeting", "M-1"}}};
        if (one.meeting) {
            team.run(rules::EditRecord{"decision", one.id.value, {{"state", "executed"}}});
        } else {
            CHECK(team.refused(into).rule == "meeting_over");
        }
    }
}

TEST_CASE("a published decision is carried out, and not rewritten") {
    Team team;
    const model::MeetingId sync = start(team, model::MeetingKind::WeeklySync);
    team.run(rules::AddRecord{"decision",
                              {{"text", "Stop the print ads"},
                               {"rationale", "No lead in a year"},
                               {"decider", "ana"},
                               {"executor", "bob"},
                               {"due", "2026-05-20"},
                               {"meeting", "M-1"}}});
    const auto id = only<model::Decision>(team).id;
    const auto set = [&](const char* field, const char* value) {
        return rules::EditRecord{"decision", id.value, {{field, value}}};
    };
    team.run(rules::EndMeeting{sync});
    team.run(set("text", "Stop all print ads"));  // nobody has read it yet
    team.run(rules::PublishMeeting{sync});
    for (const auto& [field, value] :
         {std::pair{"text", "Stop nothing"}, {"rationale", "Why not"}, {"decider", "bob"}}) {
        CHECK(team.refused(set(field, value)).rule == "published");
    }
    team.run(set("state", "executed"));
    CHECK(only<model::Decision>(team).text == "Stop all print ads");
}

TEST_CASE("who only looks on does not lead a meeting") {
    Team team;
    team.as("vic");
    CHECK(team.refused(rules::StartMeeting{}).rule == "no_right");
}
