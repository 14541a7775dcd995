#include "core/rules/brief.h"
#include "core/rules/score.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using test::Team;

TEST_CASE("an incomplete brief is refused with every missing field named") {
    Team team;
    const auto no =
        team.refused(rules::SubmitBrief{team.form(), team.person("eve"), "", {{"what", "A page"}}});
    CHECK(no.rule == "brief_incomplete");
    std::vector<std::string> named;
    for (const auto& field : no.fields) {
        named.push_back(field.field);
    }
    CHECK(named == std::vector<std::string>{"title", "audience", "why_now", "success_measure",
                                            "format", "objective", "needed_by"});
}

TEST_CASE("answers are checked by their kind") {
    Team team;
    const Day today = *parse_day("2026-05-04");
    const model::TemplateVersion& version = *team.ws().find(team.form("campaign-launch"));
    struct Case {
        const char* field;
        const char* answer;
        const char* problem;  // part of it; "" for none
    };
    const Case cases[] = {
        {"needed_by", "2026-05-03", "lies in the past"},
        {"needed_by", "2026-13-01", "must be a date"},
        {"needed_by", "none", ""},
        {"budget", "a lot", "must be a number"},
        {"budget", "-5", "must be at least 0"},
        {"budget", "1e999", "must be a number"},
        {"budget", "1500.50", ""},
        {"channel", "Smoke signals", "must be one of"},
        {"channel", "Email", ""},
        {"objective", "O-99", "names no open objective"},
        {"objective", "o-1", ""},
        {"audience", "\xff\xfe", "is not valid UTF-8"},
        {"shoe_size", "42", "is not a question"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.field);
        CAPTURE(one.answer);
        auto answers = Team::answers();
        answers.erase("format");
        answers["channel"] = "Email";
        answers["region"] = "EMEA";
        answers[one.field] = one.answer;
        if (std::string(one.field) == "needed_by" && std::string(one.answer) != "none") {
            answers["needed_by_reason"] = "the fair";
        }
        const auto problems =
            rules::check_brief(team.ws(), version, {"Spring campaign", answers}, today);
        if (std::string(one.problem).empty()) {
            CHECK(problems.empty());
        } else {
            REQUIRE(problems.size() == 1);
            CHECK(problems.front().field == one.field);
            CHECK(problems.front().problem.find(one.problem) != std::string::npos);
        }
    }
}

TEST_CASE("a date needs its reason") {
    Team team;
    auto answers = Team::answers();
    answers["needed_by"] = "2026-06-01";
    CHECK(team.refused(
                  rules::SubmitBrief{team.form(), team.person("eve"), "A page for June", answers})
              .fields.front()
              .field == "needed_by_reason");
    answers["needed_by_reason"] = "The fair opens";
    team.run(rules::SubmitBrief{team.form(), team.person("eve"), "A page for June", answers});
    CHECK(team.ws().request_by_number(1)->needed_by == *parse_day("2026-06-01"));
}

TEST_CASE("a request lives through question, answer and acceptance") {
    Team team;
    team.as("eve");
    const auto request = team.submit("Guide to reporting");
    CHECK(team.refused(rules::DeclineRequest{request, "no"}).rule == "no_right");
    team.as("bob").run(rules::AskRequester{request, "Which customers?"});
    CHECK(team.ws().find(request)->state == model::RequestState::NeedsInfo);
    CHECK(team.ws().find(request)->waiting_since == team.now());
    team.pass(hours(2));
    team.as("eve").run(rules::AnswerQuestion{request, "Those in the DACH region"});
    CHECK_FALSE(team.ws().find(request)->waiting_since.has_value());
    const auto card = team.as("bob").accept(request, "cem");
    CHECK(team.card(card).title == "Guide to reporting");
    CHECK(team.card(card).request == request);
    CHECK(team.card(card).column == team.column("ready"));
    CHECK(team.ws().of<model::ChecklistItem>(card).size() == 5);
    CHECK(team.refused(rules::DeclineRequest{request, "too late"}).rule == "request_closed");
    CHECK(team.ws().of<model::RequestEvent>(request).size() == 4);
}

TEST_CASE("accepting needs a DRI and an objective that is not over") {
    Team team;
    const auto request = team.submit("Guide to reporting");
    CHECK(team.refused(rules::AcceptRequest{request, {}, team.objective(), {}, {}, "", ""}).rule ==
          "person_missing");
    CHECK(
        team.refused(rules::AcceptRequest{request, team.person("ana"), {}, {}, {}, "", ""}).rule ==
        "objective_missing");
    team.run(rules::AddObjective{"An old one that is over", "2026-Q1", {}, team.person("ana"), -1});
    const auto old = team.ws().objective_by_number(2)->id;
    CHECK(
        team.refused(rules::AcceptRequest{request, team.person("ana"), old, {}, {}, "", ""}).rule ==
        "objective_past");
}

TEST_CASE(
    "when ready is full, accepting means choosing what leaves, under the same key afterwards") {
    Team team;
    team.set_limit("ready", "1");
    const auto first = team.submit("The first request here");
    const auto card = team.accept(first);
    const auto second = team.submit("The second request here");
    rules::AcceptRequest accept{
        second, team.person("bob"), team.objective(), model::ServiceClass::Standard, {}, "", ""};
    CHECK(team.refused(accept).rule == "wip_limit");
    accept.instead_of = card;
    CHECK(team.refused(accept).rule == "reason_missing");
    accept.reason = "The fair is earlier";
    team.run(accept);
    CHECK(team.card(card).state == model::CardState::TradedOut);
    CHECK(team.ws().find(first)->state == model::RequestState::Submitted);
    const auto events = team.ws().of<model::RequestEvent>(second);
    CHECK(events.back()->text == "instead of MKT-1: The fair is earlier");
    team.set_limit("ready", "2");
    CHECK(team.accept(first) == card);
    CHECK(team.card(card).number == 1);
}

TEST_CASE("undo of an acceptance takes the card away and never gives its key again") {
    Team team;
    const auto request = team.submit("Guide to reporting");
    const auto card = team.accept(request);
    REQUIRE(team.desk().undo().ok());
    CHECK(team.ws().find(card) == nullptr);
    CHECK(team.ws().find(request)->state == model::RequestState::Submitted);
    const auto again = team.accept(request);
    CHECK(team.card(again).number == 2);
}

TEST_CASE("near-duplicates of open work are found") {
    Team team;
    team.submit("Guide to the new reporting module");
    const auto found = rules::similar_work(team.ws(), {"New reporting module guide", {}});
    REQUIRE(found.size() == 1);
    CHECK(found.front().key == "R-1");
    CHECK(rules::similar_work(team.ws(), {"Winter party", {}}).empty());
}

TEST_CASE("score is cost of delay divided by size") {
    model::Board board;
    CHECK(*rules::score(board, 8, 5, 3, 5) == doctest::Approx(3.2));
    CHECK_FALSE(rules::score(board, 8, 5, 3, {}).has_value());
    CHECK(rules::score_words(board, 8, 5, 3, 5) == "(8 + 5 + 3) / 5 = 3.2");
    board.weight_value = 2;
    CHECK(*rules::score(board, 8, 5, 3, 5) == doctest::Approx(4.8));
}

TEST_CASE("a template change never rewrites old briefs") {
    Team team;
    const auto request = team.submit("Guide to reporting");
    const auto old = team.ws().find(request)->version;
    const auto form = team.ws().template_by_handle("content-asset")->id;
    team.run(rules::ReviseTemplate{form, "Content asset", "New", 8, {}, {}, {}, "fewer questions"});
    CHECK(team.ws().find(request)->version == old);
    CHECK(team.ws().find(old)->fields.size() == 2);
    CHECK(team.ws().find(team.form())->number == 2);
}

TEST_CASE("no date and triage may be said as people say them") {
    Team team;
    auto answers = Team::answers();
    answers["needed_by"] = "No date";
    answers["objective"] = "Triage decides";
    team.run(rules::SubmitBrief{team.form(), team.person("eve"), "A page on prices", answers});
    const model::Request& request = *team.ws().rows<model::Request>().begin();
    CHECK_FALSE(request.needed_by);
    CHECK_FALSE(request.objective);
    answers["needed_by"] = "soon";
    answers["needed_by_reason"] = "The fair opens";
    const auto no =
        team.refused(rules::SubmitBrief{team.form(), team.person("eve"), "Another page", answers});
    REQUIRE(no.fields.size() == 1);
    CHECK(no.fields[0].problem.find("'none'") != std::string::npos);
}

TEST_CASE("only who works can be a DRI") {
    Team team;
    const auto request = team.submit("Spring launch");
    const auto no = team.refused(rules::AcceptRequest{
        request, team.person("eve"), team.objective(), model::ServiceClass::Standard, {}, "", ""});
    CHECK(no.rule == "dri_cannot_work");
}
