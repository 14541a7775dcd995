// Fixture A: five cards whose cycle times, throughput, ages and cumulative flow are known by hand.
//   P: Ready d1, Create d2, Done d4.   Q: Ready d1, Create d3, back to Ready d4, Create d5, Done
//   d6. R: Ready d2, discarded d5.         S: created in Done d3. T: Ready d3, straight to Done d4,
//   reopened to Create d5, Done d6.
#include "core/flow/age.h"
#include "core/flow/cfd.h"
#include "core/flow/cycle.h"
#include "core/flow/throughput.h"
#include "core/flow/wip.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

#include <map>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

FlowBuilder fixture_a() {
    FlowBuilder board;
    board.card("P", "Ready d1, Create d2, Done d4");
    board.card("Q", "Ready d1, Create d3, Ready d4, Create d5, Done d6");
    board.card("R", "Ready d2, discarded d5");
    board.card("S", "Done d3");
    board.card("T", "Ready d3, Done d4, Create d5, Done d6");
    return board;
}

std::map<std::string, int> cycle_times_as_of(int day) {
    const FlowBuilder board = fixture_a();
    const Flow flow = board.flow(board.end_of(day));
    std::map<std::string, int> result;
    for (const CycleTime& time : cycle_times(Slice(flow, FlowBuilder::scope(flow, 1, day)))) {
        result[std::string(1, "?PQRST"[flow.card(time.card).number])] = time.days;
    }
    return result;
}

std::map<std::string, int> ages_as_of(int day) {
    const FlowBuilder board = fixture_a();
    const Flow flow = board.flow(board.end_of(day));
    std::map<std::string, int> result;
    for (const CardAge& age : ages(Slice(flow, FlowBuilder::scope(flow, 1, day)))) {
        result[std::string(1, "?PQRST"[flow.card(age.card).number])] = age.days;
    }
    return result;
}

}  // namespace

TEST_CASE("section 2: fixture A cycle times as of day 6 and day 4") {
    CHECK(cycle_times_as_of(6) == std::map<std::string, int>{{"P", 4}, {"Q", 6}, {"T", 4}});
    CHECK(cycle_times_as_of(4) == std::map<std::string, int>{{"P", 4}, {"T", 2}});
}

TEST_CASE("section 2: fixture A throughput as of day 6 and day 4") {
    const FlowBuilder board = fixture_a();
    const Flow day6 = board.flow(board.end_of(6));
    CHECK(throughput_by_day(Slice(day6, FlowBuilder::scope(day6, 1, 6))) ==
          std::vector{0, 0, 1, 1, 0, 2});
    const Flow day4 = board.flow(board.end_of(4));
    CHECK(throughput_by_day(Slice(day4, FlowBuilder::scope(day4, 1, 4))) ==
          std::vector{0, 0, 1, 2});
    // The range goes on after today: there is nothing to count there yet.
    CHECK(throughput_by_day(Slice(day4, FlowBuilder::scope(day4, 1, 9))) ==
          std::vector{0, 0, 1, 2});
}

TEST_CASE("section 2: fixture A ages at the end of days 3 and 4") {
    CHECK(ages_as_of(3) == std::map<std::string, int>{{"P", 3}, {"Q", 3}, {"R", 2}, {"T", 1}});
    CHECK(ages_as_of(4) == std::map<std::string, int>{{"Q", 4}, {"R", 3}});
}

TEST_CASE("section 1: fixture A has one card without a start and one abandoned after three days") {
    const FlowBuilder board = fixture_a();
    const Flow flow = board.flow(board.end_of(6));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 6));
    const FlowCounts counts = flow_counts(slice);
    CHECK(counts.throughput == 4);
    CHECK(counts.without_start == 1);
    CHECK(counts.arrivals == 6);
    CHECK(counts.departures == DepartureCounts{.delivered = 5, .discarded = 1});
    CHECK(counts.net_flow() == 0);
    const auto given_up = abandoned(slice);
    REQUIRE(given_up.size() == 1);
    CHECK(given_up[0].how == Departure::Discarded);
    CHECK(given_up[0].in_process == days(3));
}

TEST_CASE("section 4: fixture A cumulative flow, bands, rework and flow debt") {
    const FlowBuilder board = fixture_a();
    const Flow flow = board.flow(board.end_of(6));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 6));
    const Cfd chart = cfd(slice);
    REQUIRE(chart.columns.size() == 3);
    CHECK(chart.lines[0] == std::vector{2, 3, 5, 5, 6, 6});
    CHECK(chart.lines[1] == std::vector{0, 1, 3, 4, 6, 6});
    CHECK(chart.lines[2] == std::vector{0, 0, 1, 3, 4, 6});
    CHECK(chart.not_delivered == std::vector{0, 0, 0, 0, 1, 1});
    CHECK(chart.wip(3) == 2);
    CHECK(chart.band(0, 3) == 1);
    CHECK(chart.band(1, 3) == 1);
    // In truth both stand in Ready on day 4: one of them is rework.
    const auto columns = columns_by_day(slice);
    CHECK(columns[1] == std::vector{2, 2, 2, 2, 0, 0});
    CHECK(columns[2][3] == 0);
    CHECK(chart.rework == std::vector{0, 0, 0, 1, 0, 0});
    CHECK(chart.rework_now.empty());
    CHECK(flow_debt(chart, 3, 3.0).value() == doctest::Approx(0));
    CHECK(flow_debt(chart, 5, 14.0 / 3).value() == doctest::Approx(-2.7).epsilon(0.02));
    CHECK(flow_debt_by_day(slice, chart)[5].value() == doctest::Approx(2 - 14.0 / 3));
}

TEST_CASE("section 4: a diagram that begins later starts from the counts before it") {
    const FlowBuilder board = fixture_a();
    const Flow flow = board.flow(board.end_of(6));
    const Cfd late = cfd(Slice(flow, FlowBuilder::scope(flow, 4, 6)));
    CHECK(late.lines[0] == std::vector{5, 6, 6});
    CHECK(late.lines[1] == std::vector{4, 6, 6});
    CHECK(late.lines[2] == std::vector{3, 4, 6});
    CHECK_FALSE(late.horizontal_gap(0));  // those who had arrived did so before the range
    CHECK(late.horizontal_gap(2) == 2);
    const Flow day4 = board.flow(board.end_of(4));
    const Cfd now = cfd(Slice(day4, FlowBuilder::scope(day4, 1, 4)));
    REQUIRE(now.rework_now.size() == 1);
    CHECK(day4.card(now.rework_now[0]).id == board.id("Q"));
}

TEST_CASE("section 2: fixture A work in process at the end of each day") {
    const FlowBuilder board = fixture_a();
    const Flow flow = board.flow(board.end_of(6));
    CHECK(wip_by_day(Slice(flow, FlowBuilder::scope(flow, 1, 6))) == std::vector{2, 3, 4, 2, 2, 0});
}
