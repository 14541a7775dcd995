#include "core/flow/promise.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

ForecastInput history_0_1_2() {
    ForecastInput input{
        .history = history_from({0, 1, 2}, {}), .calendar = WorkingCalendar{}, .today = {}};
    input.calendar.weekdays = 0x7F;
    return input;
}

}  // namespace

TEST_CASE("section 8: the chance that 2 open cards are done in the days that are left") {
    const Forecast when = when_exact(history_0_1_2(), 2).value();
    CHECK(chance_by(when, 1) == doctest::Approx(1.0 / 3));
    CHECK(chance_by(when, 3) == doctest::Approx(23.0 / 27));
    CHECK(chance_by(when, 5) == doctest::Approx(79.0 / 81));
    CHECK(chance_by(when, 0) == 0);
    CHECK(chance_by(when, -4) == 0);
    CHECK(chance_by(when, 5000) == doctest::Approx(1).epsilon(0.001));
}

TEST_CASE("section 8: nothing is claimed above 95%") {
    CHECK(claim_of(0.5).chance == 0.5);
    CHECK_FALSE(claim_of(0.95).or_more);
    CHECK(claim_of(79.0 / 81).chance == 0.95);
    CHECK(claim_of(79.0 / 81).or_more);
    CHECK(claim_words(claim_of(79.0 / 81)) == "95% or more");
    CHECK(claim_words({.chance = 0.846}) == "84%");
}

TEST_CASE("in the working-day view a promise names a day that is worked") {
    const WorkingCalendar calendar;  // Monday to Friday
    const Day friday = day_from_civil(2026, 5, 8);
    CHECK(named_day(calendar, DayCount::Calendar, friday, 2) == friday + 2);
    CHECK(named_day(calendar, DayCount::Working, friday, 2) == friday + 3);
    CHECK(named_day(calendar, DayCount::Working, friday, 3) == friday + 3);
    CHECK(named_day({.weekdays = 0}, DayCount::Working, friday, 2) == friday + 2);
}

TEST_CASE("cards of a scope are done, open or given up") {
    FlowBuilder board;
    board.card("done", "Ready d1, Done d2")
        .card("option", "Ideas d1")
        .card("working", "Ready d1, Create d2")
        .card("reopened", "Ready d1, Done d2, Create d3")
        .card("gone", "Ready d1, discarded d2")
        .card("kept", "Ready d1, Done d2, archived d3")
        .card("later", "Ready d9");
    const Flow flow = board.flow(board.at("d4"));
    const Standing all = standing_of(Slice(flow, FlowBuilder::scope(flow, 1, 4)));
    CHECK(all == Standing{.done = 2, .open = 3, .given_up = 1});
}
