#include "core/rules/due_meetings.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using model::MeetingKind;
using test::Team;

namespace {

rules::DueMeeting due(const Team& team, MeetingKind kind) {
    const Zone zone = Zone::utc();
    const auto all = rules::due_meetings(team.ws(), zone, zone.day(team.now()));
    const auto found = std::ranges::find(all, kind, &rules::DueMeeting::kind);
    REQUIRE(found != all.end());
    return *found;
}

model::MeetingId hold(Team& team, MeetingKind kind, const std::string& period) {
    team.run(rules::StartMeeting{kind, {}, period});
    model::MeetingId id;
    for (const model::Meeting& one : team.ws().rows<model::Meeting>()) {
        id = one.ended_at ? id : one.id;
    }
    team.run(rules::EndMeeting{id});
    return id;
}

}  // namespace

// Monday 4 May 2026: week 19, the first Monday after April.
TEST_CASE("each kind of meeting is due in its days, and the next one after it was held") {
    Team team;
    const Day today = *parse_day("2026-05-04");
    struct Row {
        MeetingKind kind;
        const char* period;
        const char* from;
        const char* by;
        const char* next;
    };
    for (const Row& row :
         {Row{MeetingKind::Replenishment, "2026-W19", "2026-05-04", "2026-05-08", "2026-W20"},
          Row{MeetingKind::WeeklySync, "2026-W19", "2026-05-04", "2026-05-08", "2026-W20"},
          Row{MeetingKind::MonthlyReview, "2026-04", "2026-05-01", "2026-05-10", "2026-05"},
          Row{MeetingKind::QuarterlyPlanning, "2026-Q2", "2026-03-11", "2026-04-14", "2026-Q3"},
          Row{MeetingKind::AnnualStrategy, "2026", "2025-11-01", "2026-01-31", "2027"}}) {
        CAPTURE(row.period);
        const rules::DueMeeting before = due(team, row.kind);
        CHECK(before.period == row.period);
        CHECK(to_text(before.from) == row.from);
        CHECK(to_text(before.by) == row.by);
        CHECK(before.is_due(today));
        CHECK_FALSE(before.is_late(today));  // nobody has promised to hold such meetings yet
        const model::MeetingId held = hold(team, row.kind, before.period);
        const rules::DueMeeting next = due(team, row.kind);
        CHECK(next.period == row.next);
        CHECK(next.last == held);
        CHECK_FALSE(next.is_due(today));
    }
}

TEST_CASE("a team that holds reviews is late when the next one was not held in its days") {
    Team team;
    hold(team, MeetingKind::MonthlyReview, "2026-04");
    team.pass(days(36));  // 9 June
    CHECK_FALSE(due(team, MeetingKind::MonthlyReview).is_late(*parse_day("2026-06-09")));
    team.pass(days(2));
    CHECK(due(team, MeetingKind::MonthlyReview).period == "2026-05");
    CHECK(due(team, MeetingKind::MonthlyReview).is_late(*parse_day("2026-06-11")));
    hold(team, MeetingKind::MonthlyReview, "2026-06");  // of the month that goes on, in advance
    CHECK(due(team, MeetingKind::MonthlyReview).period == "2026-07");
}

TEST_CASE("a weekly meeting without a period counts for the week in which it was held") {
    Team team;
    hold(team, MeetingKind::WeeklySync, "");
    CHECK(due(team, MeetingKind::WeeklySync).period == "2026-W20");
}

TEST_CASE("a meeting that runs is gone on with, not due again") {
    Team team;
    team.run(rules::StartMeeting{MeetingKind::WeeklySync, {}, "2026-W19"});
    const rules::DueMeeting now = due(team, MeetingKind::WeeklySync);
    CHECK(now.running == team.ws().rows<model::Meeting>().begin()->id);
    CHECK_FALSE(now.is_due(*parse_day("2026-05-04")));
}

TEST_CASE("what a meeting is about and until when its promises are due follow the calendar") {
    const auto day = [](const char* text) { return *parse_day(text); };
    CHECK(rules::usual_period(MeetingKind::Standup, day("2026-05-04")).empty());
    CHECK(rules::usual_period(MeetingKind::MonthlyReview, day("2026-05-20")) == "2026-04");
    CHECK(rules::usual_period(MeetingKind::MonthlyReview, day("2026-05-21")) == "2026-05");
    CHECK(rules::usual_period(MeetingKind::QuarterlyPlanning, day("2026-06-09")) == "2026-Q2");
    CHECK(rules::usual_period(MeetingKind::QuarterlyPlanning, day("2026-06-10")) == "2026-Q3");
    CHECK(rules::usual_period(MeetingKind::AnnualStrategy, day("2026-11-01")) == "2027");
    CHECK(rules::usual_due(MeetingKind::WeeklySync, "", day("2026-05-06")) == day("2026-05-08"));
    CHECK(rules::usual_due(MeetingKind::WeeklySync, "", day("2026-05-07")) == day("2026-05-15"));
    CHECK(rules::usual_due(MeetingKind::MonthlyReview, "2026-04", day("2026-05-04")) ==
          day("2026-05-31"));
    CHECK(rules::usual_due(MeetingKind::MonthlyReview, "2026-05", day("2026-05-28")) ==
          day("2026-06-30"));
    CHECK(rules::usual_due(MeetingKind::QuarterlyPlanning, "2026-Q3", day("2026-06-20")) ==
          day("2026-09-30"));
}

TEST_CASE(
    "what was decided and not published within a day is late; without a decision nothing is") {
    Team team;
    const model::MeetingId silent = hold(team, MeetingKind::WeeklySync, "2026-W19");
    team.run(rules::StartMeeting{MeetingKind::MonthlyReview, {}, "2026-04"});
    team.run(rules::AddRecord{"decision",
                              {{"text", "Stop the print ads"},
                               {"rationale", "No lead in a year"},
                               {"decider", "ana"},
                               {"executor", "cem"},
                               {"due", "2026-05-20"},
                               {"meeting", "M-2"}}});
    model::MeetingId review;
    for (const model::Meeting& one : team.ws().rows<model::Meeting>()) {
        review = one.number == 2 ? one.id : review;
    }
    const auto late = [&](model::MeetingId id) {
        return rules::is_publishing_late(team.ws(), *team.ws().find(id), team.now());
    };
    CHECK_FALSE(late(review));  // it still goes on
    team.run(rules::EndMeeting{review});
    team.pass(hours(23));
    CHECK_FALSE(late(review));
    team.pass(hours(1));
    CHECK(late(review));
    CHECK_FALSE(late(silent));
    team.run(rules::PublishMeeting{review});
    CHECK(late(review));  // and stays so
    CHECK(team.refused(rules::PublishMeeting{review}).rule == "published");
}
