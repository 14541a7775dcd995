#include "app/gui/intake/triage_model.h"

#include "app/gui/card/finish_model.h"
#include "app/gui/intake/accept_model.h"
#include "app/gui/intake/mine_model.h"
#include "app/gui/intake/score_model.h"
#include "app/gui/intake/words.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "tests/app/gui/intake_desk.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

namespace throughline::gui::intake {
namespace {

void refresh(TriageModel& model, test::DeskContext& desk) {
    model.refresh(desk.workspace(), desk.zone(), desk.desk().revision(), desk.now());
}

TEST_CASE("triage queue: best score first, those that wait for their requester apart") {
    test::DeskContext desk;
    const auto low = desk.submit("Low");
    const auto high = desk.submit("High");
    const auto asked = desk.submit("Asked");
    REQUIRE(desk.run(rules::ScoreRequest{low, 1, 1, 1, 13}).ok());
    REQUIRE(desk.run(rules::ScoreRequest{high, 8, 8, 5, 3}).ok());
    REQUIRE(desk.run(rules::AskRequester{asked, "For whom?"}).ok());
    TriageModel model;
    refresh(model, desk);
    REQUIRE(model.rows().size() == 3);
    CHECK(model.rows()[0].id == high);
    CHECK(model.rows()[0].score == "7");
    CHECK(model.rows()[1].id == low);
    CHECK(model.waiting_from() == 2);
    CHECK(model.rows()[2].waiting);
    CHECK(model.rows()[2].promise.state == PromiseState::Paused);
}

TEST_CASE("triage queue: after a decision the request that stood next is chosen") {
    test::DeskContext desk;
    const auto first = desk.submit("First");
    const auto second = desk.submit("Second");
    const auto third = desk.submit("Third");
    TriageModel model;
    refresh(model, desk);
    CHECK(model.selected() == first);
    model.select_next(1);
    refresh(model, desk);
    CHECK(model.selected() == second);
    REQUIRE(desk.run(rules::DeclineRequest{second, "No"}).ok());
    refresh(model, desk);
    CHECK(model.selected() == third);
    REQUIRE(desk.run(rules::DeclineRequest{third, "No"}).ok());
    refresh(model, desk);
    CHECK(model.selected() == first);
}

TEST_CASE("triage queue: the promise is told in working hours and broken ones are counted") {
    test::DeskContext desk;  // Tuesday 10:00, hours 9-17, a promise of 16 working hours
    desk.submit("Waits");
    TriageModel model;
    refresh(model, desk);
    CHECK(model.rows()[0].promise.state == PromiseState::Fine);
    CHECK(model.rows()[0].promise.words == "16 h left");
    desk.pass(days(1) + hours(4));  // Wednesday 14:00: 12 hours gone
    refresh(model, desk);
    CHECK(model.rows()[0].promise.words == "4 h left");
    desk.pass(hours(1));
    refresh(model, desk);
    CHECK(model.rows()[0].promise.state == PromiseState::Soon);
    desk.pass(days(1));
    refresh(model, desk);
    CHECK(model.rows()[0].promise.state == PromiseState::Late);
    CHECK(model.late() == 1);
}

TEST_CASE("score: four keys are one entry; digits stand for steps") {
    test::DeskContext desk;
    const auto request = desk.submit("Scored");
    ScoreModel score;
    score.follow(desk.workspace(), request);
    for (const int digit : {8, 5, 3, 5}) {
        CHECK_FALSE(score.is_scored());
        score.set(score.active(), step_of_digit(digit), desk.now());
    }
    CHECK(score.active() == ScorePart::Value);
    CHECK(score.words(desk.workspace()) == "(8 + 5 + 3) / 5 = 3.2");
    CHECK(*score.due() == desk.now());
    REQUIRE(desk.run(*score.take()).ok());
    CHECK_FALSE(score.is_dirty());
    CHECK(desk.workspace().find(request)->size == 5);
    CHECK(step_of_digit(0) == 13);
    CHECK_FALSE(step_of_digit(7));
    CHECK_FALSE(step_of_digit(4));
}

TEST_CASE("accepting: only open objectives of this or a coming quarter, people with their load") {
    test::DeskContext desk;
    desk.objective("An objective of this quarter");
    desk.objective("An objective of the last quarter", "2025-Q4");
    desk.objective("A standing objective", "");
    REQUIRE(desk.run(rules::AddPerson{"vera", "Vera", model::Role::Viewer}).ok());
    const auto request = desk.submit("Wanted");
    AcceptModel accept = accept_model(desk.workspace(), desk.zone(), request, true, desk.now());
    REQUIRE(accept.objectives.size() == 2);
    CHECK(accept.objectives[0].note == "this quarter");
    CHECK(accept.objectives[1].note == "standing");
    REQUIRE(accept.people.size() == 1);
    CHECK(accept.people[0].load == "0 of 3 in process");
    CHECK(accept.missing() == "Choose who answers for it.");
    accept.person = 0;
    accept.objective = 0;
    CHECK(accept.missing().empty());
    CHECK(desk.run(accept.command()).ok());
}

TEST_CASE("accepting into a full ready column asks for the card that leaves and for the reason") {
    test::DeskContext desk;
    const auto objective = desk.objective("An objective of this quarter");
    for (int i = 0; i < 8; ++i)
        REQUIRE(desk.card("Card " + std::to_string(i), objective));
    const auto request = desk.submit("One more");
    AcceptModel accept = accept_model(desk.workspace(), desk.zone(), request, false, desk.now());
    accept.person = 0;
    accept.objective = 0;
    CHECK(accept.needs_room());
    CHECK(accept.leaving.size() == 8);
    CHECK(accept.missing() == "Choose the card that leaves.");
    accept.leaves = 2;
    CHECK(accept.missing() == "Say why it leaves.");
    accept.reason = "The summit is fixed";
    CHECK(accept.missing().empty());
    const auto leaves = accept.leaving[2].id;
    REQUIRE(desk.run(accept.command()).ok());
    CHECK(desk.workspace().find(leaves)->state == model::CardState::TradedOut);
}

TEST_CASE("accepting an expedite goes by the lane, not by the ready column") {
    test::DeskContext desk;
    const auto objective = desk.objective("An objective of this quarter");
    for (int i = 0; i < 8; ++i)
        REQUIRE(desk.card("Card " + std::to_string(i), objective));
    const auto request = desk.submit("Urgent");
    AcceptModel accept = accept_model(desk.workspace(), desk.zone(), request, false, desk.now());
    CHECK(accept.needs_room());
    accept.service_class = model::ServiceClass::Expedite;
    refill(accept, desk.workspace());
    CHECK_FALSE(accept.needs_room());
}

TEST_CASE("merging offers the most alike request first") {
    test::DeskContext desk;
    desk.submit("Something else entirely");
    const auto like = desk.submit("Landing page for the spring summit");
    const auto request = desk.submit("Spring summit landing page");
    const auto options = merge_options(desk.workspace(), request);
    REQUIRE(options.size() == 2);
    CHECK(options[0].id == like);
    CHECK(options[0].note.find("alike") != std::string::npos);
    CHECK(options[1].note.empty());
}

TEST_CASE("my requests: those that ask something come first, in words") {
    test::DeskContext desk;
    const auto declined = desk.submit("Declined one");
    const auto open = desk.submit("Open one");
    const auto asked = desk.submit("Asked one");
    REQUIRE(desk.run(rules::DeclineRequest{declined, "Too small"}).ok());
    REQUIRE(desk.run(rules::AskRequester{asked, "For whom?"}).ok());
    const auto rows = request_rows(desk.workspace(), desk.person("ana"), desk.now());
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].id == asked);
    CHECK(rows[0].asks_me);
    CHECK(rows[1].id == open);
    CHECK(rows[2].id == declined);
    const auto detail = request_detail(desk.workspace(), desk.zone(), declined, desk.now());
    REQUIRE(detail);
    CHECK(detail->next == "Declined: Too small");
    CHECK(detail->steps.size() == 2);
}

TEST_CASE("my requests: an accepted one tells its card and column") {
    test::DeskContext desk;
    const auto card = desk.card("Wanted", desk.objective("An objective of this quarter"));
    const auto request = desk.workspace().find(card)->request;
    const auto detail = request_detail(desk.workspace(), desk.zone(), request, desk.now());
    REQUIRE(detail);
    CHECK(detail->where == "MKT-1 in Ready");
    CHECK(detail->card == card);
}

TEST_CASE("my requests: when it is done is told by the card's age, as in its panel") {
    using throughline::test::FlowBuilder;
    FlowBuilder board;
    board.service_level(model::ServiceClass::Standard, 85, 9);
    int i = 0;
    for (const int days : {2, 3, 3, 4, 5, 5, 6, 8, 9, 14}) {
        board.card("C" + std::to_string(++i), "Ready d10, Done d" + std::to_string(10 + days - 1));
    }
    board.card("Now", "Ready d36").card("Next", "Ideas d36").card("Gone", "Ready d1, discarded d2");
    const auto words = [&board](int day, const char* card) {
        return likely_words(board.flow(board.end_of(day)), board.id(card));
    };
    // Half of 5 5 6 8 9 14 took 6 days, 85% took 14, whatever the service level of 9 says.
    const Day by = FlowBuilder::day(49);
    CHECK(words(40, "Now") == "Likely done by " + day_words(by, FlowBuilder::day(40)) +
                                  ": 85% of past standard cards that got as old took 14 days or "
                                  "less.");
    CHECK(card::make_finish(board.flow(board.end_of(40)), board.id("Now")).levels[2] ==
          "85%: by " + long_date(by) + ", cycle time 14 days");
    CHECK(words(60, "Now").starts_with("It is 25 days old, older than any standard card"));
    CHECK(words(40, "Next") ==
          "Not started yet; once started, 85% of standard cards take 9 days or less.");
    CHECK(words(40, "C1") == "It is delivered.");
    CHECK(words(40, "Gone").empty());
}

TEST_CASE("words: moments, spans and rights as people say them") {
    const Zone zone = Zone::utc();
    const Instant now = *parse_instant("2026-03-10T10:00:00Z");
    CHECK(moment_words(zone, now + hours(2), now) == "today 12:00");
    CHECK(moment_words(zone, now + days(1), now) == "tomorrow 10:00");
    CHECK(moment_words(zone, now + days(2), now) == "Thu 10:00");
    CHECK(moment_words(zone, now + days(30), now) == "Thu 9 Apr 10:00");
    CHECK(day_words(*parse_day("2027-01-01"), zone.day(now)) == "Fri 1 Jan 2027");
    CHECK(age_words(minutes(90)) == "1 h");
    CHECK(age_words(days(3)) == "3 days");
    CHECK(hours_words(minutes(150)) == "2 h 30 min");
    CHECK(number_words(3.2) == "3.2");
    CHECK(number_words(12.0) == "12");
    const model::Person viewer{{}, "vera", "Vera", model::Role::Viewer, {}, true};
    CHECK(why_not(&viewer, rules::Right::Triage) ==
          "Your role is viewer. To accept, decline and score requests, ask someone who is a lead "
          "or more.");
    CHECK(why_not(nullptr, rules::Right::Look) != "");
}

}  // namespace
}  // namespace throughline::gui::intake
