// The system around the board: closing a quarter, recurring requests, escalation, the report.
#include "core/rules/agendas.h"
#include "core/rules/recurrence.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using test::Team;

namespace {

std::string key(const Team& team, model::CardId card) {
    return key_of(team.ws(), team.card(card));
}

model::ObjectiveId next_objective(Team& team) {
    team.run(rules::AddObjective{
        "Half of the trials become customers", "2026-Q3", {}, team.person("bob"), -1});
    return model::objective_by_key(team.ws(), "O-2")->id;
}

model::TextMap schedule(const std::string& title = "Monthly newsletter") {
    model::TextMap set{{"template", "content-asset"}, {"title", title},
                       {"every", "monthly"},          {"on_day", "1"},
                       {"lead_days", "14"},           {"requester", "eve"},
                       {"starts", "2026-05-01"}};
    std::string lines;
    for (const auto& [handle, text] : Team::answers()) {
        lines += handle + ": " + text + "\n";
    }
    set["answers"] = lines;
    return set;
}

// An outcome of cem's with this path.
void answer_for_pipeline(Team& team, const char* path) {
    team.run(rules::AddRecord{"accountability",
                              {{"outcome", "Pipeline"},
                               {"dri", "cem"},
                               {"decision_rights", "channel mix"},
                               {"cadence", "monthly"},
                               {"escalation", path}}});
}

// Whom the escalations went to, by their step, which counts from 1.
std::vector<model::PersonId> asked_in_turn(const Team& team) {
    std::map<int, model::PersonId> steps;
    for (const model::Escalation& one : team.ws().rows<model::Escalation>()) {
        steps[one.step] = one.to;
    }
    std::vector<model::PersonId> asked;
    for (const auto& [step, person] : steps) {
        asked.push_back(person);
        CHECK(step == static_cast<int>(asked.size()));
    }
    return asked;
}

}  // namespace

TEST_CASE("closing a quarter loses no card: each open one is tied anew, and undo brings it back") {
    Team team;
    const auto open = team.make_card("Spring launch");
    const auto other = team.make_card("Webinar");
    const auto old = team.objective();
    const auto next = next_objective(team);
    rules::CloseObjectives close{{old}, {{"O-1", "0.7"}}, {}, {{key(team, open), "O-2"}}};

    const auto left = team.refused(close);
    CHECK(left.rule == "cards_left");
    CHECK(left.count == 1);
    CHECK(left.reason.find(key(team, other)) != std::string::npos);
    CHECK_FALSE(team.ws().find(old)->closed);

    close.carry[key(team, other)] = "O-2";
    team.run(close);
    CHECK(team.ws().find(old)->closed);
    CHECK(team.ws().find(old)->score == 0.7);
    CHECK(team.ws().find(old)->closed_at == team.now());
    CHECK(team.card(open).objective == next);
    CHECK(team.card(other).objective == next);

    REQUIRE(team.desk().undo());
    CHECK_FALSE(team.ws().find(old)->closed);
    CHECK_FALSE(team.ws().find(old)->score);
    CHECK(team.card(open).objective == old);
}

TEST_CASE("an objective is scored between 0 and 1 or cancelled with a reason") {
    Team team;
    const auto id = team.objective();
    CHECK(team.refused(rules::CloseObjectives{{id}, {}, {}, {}}).rule == "score_missing");
    CHECK(team.refused(rules::CloseObjectives{{id}, {{"O-1", "1.2"}}, {}, {}}).rule == "bad_value");
    CHECK(team.refused(rules::CloseObjectives{{id}, {{"O-1", "1"}}, {{"O-1", "why"}}, {}}).rule ==
          "score_missing");
    CHECK(team.refused(rules::CloseObjectives{{id}, {}, {{"O-1", " "}}, {}}).rule ==
          "reason_missing");
    team.run(rules::CloseObjectives{{id}, {}, {{"O-1", "The market went away"}}, {}});
    CHECK(team.ws().find(id)->cancelled);
    CHECK(team.refused(rules::CloseObjectives{{id}, {{"O-1", "1"}}, {}, {}}).rule ==
          "objective_closed");
}

TEST_CASE("closing names only what is closed, so that a typing error closes nothing") {
    Team team;
    const auto card = team.make_card("Spring launch");
    const auto old = team.objective();
    next_objective(team);
    const rules::CloseObjectives right{{old}, {{"O-1", "0.7"}}, {}, {{key(team, card), "O-2"}}};
    auto wrong = right;
    wrong.scores["O-2"] = "1";
    CHECK(team.refused(wrong).rule == "not_closing");
    wrong = right;
    wrong.cancelled["O-99"] = "why";
    CHECK(team.refused(wrong).rule == "not_closing");
    wrong = right;
    wrong.carry["MKT-99"] = "O-2";
    CHECK(team.refused(wrong).rule == "not_carried");
    team.run(right);
}

TEST_CASE("what has key results is not closed by an edit: it needs its score") {
    Team team;
    const rules::EditObjective close{team.objective(), {{"closed", "true"}}};
    team.run(rules::AddRecord{"key_result",
                              {{"objective", "O-1"},
                               {"title", "Leads"},
                               {"baseline", "1"},
                               {"target", "2"},
                               {"owner", "ana"}}});
    const auto no = team.refused(close);
    CHECK(no.rule == "score_missing");
    CHECK(no.remedy.find("throughline close O-1") != std::string::npos);
    team.run(rules::AddObjective{"Press writes about us", "2026-Q2", {}, team.person("bob"), -1});
    team.run(
        rules::EditObjective{model::objective_by_key(team.ws(), "O-2")->id, {{"closed", "true"}}});
}

TEST_CASE("a DRI sets the status of the own objective, and nothing else of it") {
    Team team;
    const auto id = next_objective(team);
    team.run(rules::EditObjective{id, {{"dri", "cem"}}});
    const rules::EditObjective risk{
        id, {{"status", "at-risk"}, {"status_reason", "The agency is late"}}};
    team.as("dia");
    CHECK(team.refused(risk).rule == "no_right");
    team.as("cem");
    CHECK(team.refused(rules::EditObjective{id, {{"title", "Another"}}}).rule == "no_right");
    team.run(risk);
    CHECK(team.ws().find(id)->status == model::ObjectiveStatus::AtRisk);
}

TEST_CASE("a meeting has the period of its kind") {
    Team team;
    using model::MeetingKind;
    CHECK(team.refused(rules::StartMeeting{MeetingKind::MonthlyReview, {}, "2026-W19"}).rule ==
          "bad_value");
    CHECK(team.refused(rules::StartMeeting{MeetingKind::WeeklySync, {}, "2026-05"}).rule ==
          "bad_value");
    CHECK(team.refused(rules::StartMeeting{MeetingKind::AnnualStrategy, {}, "2026-Q2"}).rule ==
          "bad_value");
    team.run(rules::StartMeeting{MeetingKind::QuarterlyPlanning, {}, "2026-Q3"});
    team.run(rules::StartMeeting{MeetingKind::AnnualStrategy, {}, "2027"});
}

TEST_CASE("a closed objective is no place to carry cards to, nor one that closes with it") {
    Team team;
    const auto card = team.make_card("Spring launch");
    next_objective(team);
    const auto old = team.objective();
    CHECK(
        team.refused(rules::CloseObjectives{{old}, {{"O-1", "1"}}, {}, {{key(team, card), "O-1"}}})
            .rule == "objective_closed");
}

TEST_CASE("recurring: the due day of each cadence, and only the latest missed period") {
    model::Schedule one;
    one.starts = *parse_day("2026-01-01");
    one.every = model::Cadence::Monthly;
    one.on_day = 10;
    const auto due = [&](const char* today) { return rules::due_now(one, *parse_day(today)); };
    CHECK(due("2026-05-09") == *parse_day("2026-04-10"));
    CHECK(due("2026-05-10") == *parse_day("2026-05-10"));
    one.last_filed = *parse_day("2026-05-10");
    CHECK_FALSE(due("2026-05-31"));
    CHECK(due("2026-08-31") == *parse_day("2026-08-10"));
    CHECK(rules::next_due(one, *parse_day("2026-12-10")) == *parse_day("2027-01-10"));
    one.paused = true;
    CHECK_FALSE(due("2026-08-31"));
    CHECK_FALSE(rules::next_due(one, *parse_day("2026-12-10")));

    model::Schedule weekly;
    weekly.starts = *parse_day("2026-05-06");
    weekly.every = model::Cadence::Weekly;
    weekly.on_day = 1;
    CHECK_FALSE(rules::due_now(weekly, *parse_day("2026-05-10")));  // Monday was before the start
    CHECK(rules::due_now(weekly, *parse_day("2026-05-12")) == *parse_day("2026-05-11"));
    CHECK(rules::next_due(weekly, *parse_day("2026-05-01")) == *parse_day("2026-05-11"));

    model::Schedule quarterly;
    quarterly.starts = *parse_day("2026-01-01");
    quarterly.every = model::Cadence::Quarterly;
    quarterly.on_day = 32;
    CHECK(rules::due_now(quarterly, *parse_day("2026-05-02")) == *parse_day("2026-05-02"));
    CHECK(rules::due_now(quarterly, *parse_day("2026-05-01")) == *parse_day("2026-02-01"));
}

TEST_CASE("a schedule files its request once in each period, complete like any other") {
    Team team;
    auto thin = schedule();
    thin["answers"] = "audience: all customers";
    CHECK(team.refused(rules::AddRecord{"schedule", thin}).rule == "brief_incomplete");
    auto wrong = schedule();
    wrong["on_day"] = "31";
    CHECK(team.refused(rules::AddRecord{"schedule", wrong}).rule == "bad_value");

    team.run(rules::AddRecord{"schedule", schedule()});
    const auto id = team.ws().rows<model::Schedule>().begin()->id;
    team.run(rules::FileSchedule{id});
    REQUIRE(team.ws().rows<model::Request>().size() == 1);
    const model::Request& request = *team.ws().rows<model::Request>().begin();
    CHECK(request.title == "Monthly newsletter");
    CHECK(request.requester == team.person("eve"));
    CHECK(request.needed_by == *parse_day("2026-05-15"));
    CHECK(team.refused(rules::FileSchedule{id}).rule == "not_due");
    team.pass(days(31));
    team.run(rules::FileSchedule{id});
    CHECK(team.ws().rows<model::Request>().size() == 2);
}

TEST_CASE("an action becomes a request, once") {
    Team team;
    team.run(rules::AddRecord{
        "action_item",
        {{"text", "Brief the landing page"}, {"owner", "cem"}, {"due", "2026-05-20"}}});
    const auto id = team.ws().rows<model::ActionItem>().begin()->id;
    team.run(rules::FileAction{id, team.form(), "Landing page", Team::answers()});
    CHECK(team.ws().find(id)->request == team.ws().rows<model::Request>().begin()->id);
    CHECK(team.refused(rules::FileAction{id, team.form(), "Landing page", Team::answers()}).rule ==
          "name_taken");
}

TEST_CASE("a template that files recurring requests is not retired; a paused one files nothing") {
    Team team;
    team.run(rules::AddRecord{"schedule", schedule()});
    const auto id = team.ws().rows<model::Schedule>().begin()->id;
    const rules::RetireTemplate retire{team.ws().template_by_handle("content-asset")->id, true};
    const rules::Refusal no = team.refused(retire);
    CHECK(no.rule == "template_in_use");
    CHECK(no.reason.find("Monthly newsletter") != std::string::npos);
    team.run(rules::EditRecord{"schedule", id.value, {{"paused", "true"}}});
    team.run(retire);
    // It is worked on while it is paused, and asked when it goes on.
    team.run(rules::EditRecord{"schedule", id.value, {{"title", "Newsletter"}}});
    const rules::EditRecord go_on{"schedule", id.value, {{"paused", "false"}}};
    CHECK(team.refused(go_on).rule == "template_retired");
    CHECK(team.refused(rules::AddRecord{"schedule", schedule("Other")}).rule == "template_retired");
    team.run(rules::RetireTemplate{retire.form, false});
    team.run(go_on);
    team.run(rules::FileSchedule{id});
    CHECK(team.ws().rows<model::Request>().size() == 1);
}

TEST_CASE("an escalation passes over who answers for it, who was asked and who is gone") {
    Team team;
    const auto card = team.make_card("Spring launch", "cem");
    answer_for_pipeline(team, "cem");
    CHECK(team.refused(rules::Escalate{card, {}, "Legal is silent"}).rule == "no_path");
    team.run(rules::EditPerson{team.person("vic"), {{"active", "false"}}});
    const auto matrix = team.ws().rows<model::Accountability>().begin()->id;
    team.run(rules::EditRecord{
        "accountability", matrix.value, {{"escalation", "cem\nbob\nbob\nvic\nana"}}});
    team.run(rules::Escalate{card, {}, "Legal is silent"});
    team.run(rules::Escalate{card, {}, "Still silent"});
    CHECK(asked_in_turn(team) == std::vector{team.person("bob"), team.person("ana")});
    CHECK(team.refused(rules::Escalate{card, {}, "Again"}).rule == "path_end");
}

TEST_CASE("once all that was escalated is answered, a new matter begins at the first step") {
    Team team;
    const auto card = team.make_card("Spring launch", "cem");
    answer_for_pipeline(team, "bob\nana");
    team.run(rules::Escalate{card, {}, "Legal is silent"});
    team.run(rules::Escalate{card, {}, "Still silent"});
    const auto answer_all = [&] {
        std::vector<model::Escalation> open;
        for (const model::Escalation& one : team.ws().rows<model::Escalation>()) {
            if (!one.answered_at) open.push_back(one);
        }
        for (const model::Escalation& one : open) {
            team.run(rules::EditRecord{"escalation", one.id.value, {{"answer", "Done"}}});
        }
    };
    CHECK(team.refused(rules::Escalate{card, {}, "Again"}).rule == "path_end");
    team.as("dia");
    const auto first = team.ws().rows<model::Escalation>().begin()->id;
    CHECK(team.refused(rules::EditRecord{"escalation", first.value, {{"answer", "Mine"}}}).rule ==
          "not_asked");
    team.as("ana");
    answer_all();
    team.pass(hours(1));
    team.run(rules::Escalate{card, {}, "The venue is closed"});
    const auto to_bob = [&](const model::Escalation& one) { return one.to == team.person("bob"); };
    CHECK(std::ranges::count_if(team.ws().rows<model::Escalation>(), to_bob) == 2);
    team.run(rules::Escalate{card, {}, "Still closed"});
    CHECK(team.refused(rules::Escalate{card, {}, "Again"}).rule == "path_end");
}

TEST_CASE("what is delivered or put away is not escalated") {
    Team team;
    const auto done = team.make_card("Spring launch", "cem");
    const auto gone = team.make_card("Webinar", "cem");
    for (const char* to : {"create", "create-done", "review", "launch-prep", "live"}) {
        team.pass_gate(done);
        team.run(team.move(done, to));
    }
    team.run(rules::DiscardCard{gone, "Not needed"});
    CHECK(team.refused(rules::Escalate{done, {}, "Late"}).rule == "card_closed");
    CHECK(team.refused(rules::Escalate{gone, {}, "Late"}).rule == "card_closed");
}

TEST_CASE("an escalation follows the path of its outcome to the end") {
    Team team;
    const auto card = team.make_card("Spring launch", "cem");
    CHECK(team.refused(rules::Escalate{card, {}, "Legal is silent"}).rule == "no_path");
    answer_for_pipeline(team, "bob\nana");
    CHECK(team.refused(rules::Escalate{card, {}, " "}).rule == "reason_missing");
    team.run(rules::Escalate{card, {}, "Legal is silent"});
    team.run(rules::Escalate{card, {}, "Still silent"});
    CHECK(asked_in_turn(team) == std::vector{team.person("bob"), team.person("ana")});
    CHECK(team.refused(rules::Escalate{card, {}, "Again"}).rule == "path_end");
}

TEST_CASE("a report is drafted, issued once after its month, and then stays") {
    Team team;
    team.run(rules::SaveReport{"2026-04", {{"summary", "A good month."}}});
    CHECK(team.refused(rules::SaveReport{"April", {}}).rule == "bad_value");
    CHECK(team.refused(rules::IssueReport{"2026-05", {}, "# May", "<p>", "ab"}).rule ==
          "month_open");
    const auto seq = team.ws().seq();
    team.run(rules::IssueReport{"2026-04", {{"throughput", "12"}}, "# April", "<p>", "ab"});
    const model::Report& report = *team.ws().rows<model::Report>().begin();
    CHECK(report.on_seq == seq);
    CHECK(report.texts.at("summary") == "A good month.");
    CHECK(team.refused(rules::SaveReport{"2026-04", {}}).rule == "report_issued");
    CHECK(team.refused(rules::IssueReport{"2026-04", {}, "", "", ""}).rule == "report_issued");
}

TEST_CASE("every kind of meeting has an agenda; the team's own replaces it and can be given up") {
    Team team;
    for (std::size_t i = 0; i < model::count_of<model::MeetingKind>(); ++i) {
        CHECK_FALSE(rules::shipped_agenda(static_cast<model::MeetingKind>(i)).empty());
    }
    using model::MeetingKind;
    const std::vector<model::AgendaPart> own{
        {"a", "Kept?", 5, model::AgendaContent::Commitments, ""}};
    CHECK(team.refused(rules::SetAgenda{MeetingKind::WeeklySync, {own[0], own[0]}}).rule ==
          "bad_value");
    team.run(rules::SetAgenda{MeetingKind::WeeklySync, own});
    CHECK(rules::agenda_of(team.ws(), MeetingKind::WeeklySync) == own);
    team.run(rules::SetAgenda{MeetingKind::WeeklySync, {}});
    CHECK(rules::agenda_of(team.ws(), MeetingKind::WeeklySync) ==
          rules::shipped_agenda(MeetingKind::WeeklySync));
}
