// The ground rules: every row of the table of cases, and the core figures around them.
#include "core/flow/age.h"
#include "core/flow/card_figures.h"
#include "core/flow/cfd.h"
#include "core/flow/column_time.h"
#include "core/flow/cycle.h"
#include "core/flow/throughput.h"
#include "core/flow/wip.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

struct Asked {
    explicit Asked(const FlowBuilder& board, int to, int from = 1)
        : flow(board.flow(board.end_of(to))), slice(flow, FlowBuilder::scope(flow, from, to)) {}
    Flow flow;
    Slice slice;
    std::vector<int> cycles() const { return days_of(cycle_times(slice)); }
};

}  // namespace

TEST_CASE("section 1: a reopened card has one cycle time from first start to last end") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2, Done d3, Create d5, Done d8");
    CHECK(Asked(board, 3).cycles() == std::vector{3});
    CHECK(Asked(board, 6).cycles().empty());  // the earlier end is void from then on
    CHECK(ages(Asked(board, 6).slice)[0].days == 6);
    const Asked later(board, 8);
    CHECK(later.cycles() == std::vector{8});
    CHECK(flow_counts(later.slice).throughput == 1);
    CHECK(flow_counts(later.slice).departures.delivered == 2);
    CHECK(flow_counts(later.slice).arrivals == 2);
    CHECK(later.flow.journey(0).reopened);
}

TEST_CASE("section 1: options to done in one move counts in throughput without a cycle time") {
    FlowBuilder board;
    board.card("A", "Ideas d1, Done d2").card("B", "Done d2");
    const Asked asked(board, 3);
    CHECK(asked.cycles().empty());
    CHECK(flow_counts(asked.slice).throughput == 2);
    CHECK(flow_counts(asked.slice).without_start == 2);
    CHECK(flow_counts(asked.slice).arrivals == 2);
    CHECK(flow_counts(asked.slice).departures.delivered == 2);
    CHECK(cfd(asked.slice).lines.back() == std::vector{0, 2, 2});
    CHECK(lead_times(asked.slice).size() == 2);
}

TEST_CASE("section 1: started and finished on the same day by two moves is a cycle time of 1") {
    FlowBuilder board;
    board.card("A", "Ready d2@09:00, Done d2@09:00").card("B", "Ready d2@09:00, Done d2@17:00");
    CHECK(Asked(board, 2).cycles() == std::vector{1, 1});
}

TEST_CASE("section 1: a skipped column is passed with a visit of length 0") {
    FlowBuilder board;
    board.card("A", "Ready d1, Done d3");
    const Asked asked(board, 3);
    const auto times = column_times(asked.slice);
    REQUIRE(times.size() == 2);
    CHECK(times[0].days.p50 == 2.0);
    CHECK(times[1].days.n == 1);
    CHECK(times[1].days.p50 == 0.0);
    CHECK(cfd(asked.slice).lines[1] == std::vector{0, 0, 1});
}

TEST_CASE("section 1: discarded after start is a departure, not throughput") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2, discarded d4").card("B", "Ready d1, archived d3");
    const Asked asked(board, 5);
    CHECK(asked.cycles().empty());
    CHECK(flow_counts(asked.slice).throughput == 0);
    CHECK(flow_counts(asked.slice).departures.discarded == 2);
    CHECK(abandoned(asked.slice).size() == 2);
    CHECK(abandoned(asked.slice)[0].in_process == days(3));
}

TEST_CASE("section 1: archiving after done has no effect, nor has restoring to done") {
    FlowBuilder board;
    board.card("A", "Ready d1, Done d3, archived d5, Done d7");
    for (const int day : {4, 6, 8}) {
        const Asked asked(board, day);
        CHECK(asked.cycles() == std::vector{3});
        CHECK(flow_counts(asked.slice).throughput == 1);
        CHECK(flow_counts(asked.slice).departures.total() == 1);
    }
}

TEST_CASE("section 1: moved to another board departs here; both boards see one unbroken card") {
    FlowBuilder board;
    model::Workspace& workspace = board.workspace();
    workspace.put(
        model::Column{.id = {11}, .board = {2}, .handle = "make", .name = "Make", .rank = 1});
    workspace.put(
        model::Column{.id = {12}, .board = {2}, .handle = "out", .name = "Out", .rank = 2});
    workspace.put(model::Board{.id = {2}, .commitment = {11}, .delivery = {12}});
    board.card("A", "Ready d1, Make d3, Out d6");
    const Instant now = board.end_of(6);
    const auto counted = [&](std::vector<model::BoardId> boards) {
        const Flow flow(board.rows(), now, std::move(boards));
        const Slice slice(flow, FlowBuilder::scope(flow, 1, 6));
        return std::pair(flow_counts(slice), days_of(cycle_times(slice)));
    };
    CHECK(counted({{1}}).first.departures == DepartureCounts{.moved = 1});
    CHECK(counted({{1}}).second.empty());
    CHECK(counted({{2}}).first.arrivals == 1);
    CHECK(counted({{2}}).second == std::vector{4});
    CHECK(counted({}).first.arrivals == 1);
    CHECK(counted({}).first.departures == DepartureCounts{.delivered = 1});
    CHECK(counted({}).second == std::vector{6});
}

TEST_CASE("section 1: returned and committed again counts from the first start, gap included") {
    FlowBuilder board;
    board.card("A", "Ready d1, Ideas d3, Ready d7, Done d11");
    const Asked asked(board, 11);
    const auto times = cycle_times(asked.slice);
    REQUIRE(times.size() == 1);
    CHECK(times[0].days == 11);
    CHECK(times[0].gap_share == doctest::Approx(0.4));
    CHECK(flow_counts(asked.slice).arrivals == 2);
    CHECK(flow_counts(asked.slice).departures == DepartureCounts{.delivered = 1, .returned = 1});
    CHECK(flow_counts(Asked(board, 5).slice).departures.returned == 1);
}

TEST_CASE("section 1: an undone move never happened, but counts for an as-of before it") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2, Done d3@12:00, void d3@12:05");
    const Flow before = board.flow(board.at("d3@12:01"));
    CHECK(before.journey(0).finished);
    const Flow after = board.flow(board.end_of(3));
    CHECK(after.journey(0).in_process);
    CHECK(after.stays(0).size() == 1);
    CHECK(flow_counts(Slice(after, FlowBuilder::scope(after, 1, 3))).departures.total() == 0);
}

TEST_CASE("section 1: figures as of T use what the journal knew then") {
    FlowBuilder board;
    board.card("A", "Ready d1, Done d3 = d6");
    CHECK(Asked(board, 5).cycles().empty());
    CHECK(ages(Asked(board, 5).slice)[0].days == 5);
    CHECK(Asked(board, 6).cycles() == std::vector{3});
}

TEST_CASE("section 1: a voided card vanishes everywhere") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2");
    model::Card card = *board.workspace().find(board.id("A"));
    card.state = model::CardState::Void;
    board.workspace().put(card);
    const Asked asked(board, 3);
    CHECK(wip_at(asked.slice, asked.flow.as_of()) == 0);
    CHECK(flow_counts(asked.slice).arrivals == 0);
}

TEST_CASE("section 1: rows with dates only are flagged, their durations stay whole days") {
    FlowBuilder board;
    board.card("A", "Ready d1, Done d3");
    for (const std::int64_t number : {1, 2}) {
        model::Transition row = *board.workspace().find(model::TransitionId{number});
        row.day_precision = true;
        board.workspace().put(row);
    }
    const Asked asked(board, 3);
    CHECK(cycle_times(asked.slice)[0].days == 3);
    CHECK(cycle_times(asked.slice)[0].day_precision);
}

TEST_CASE("section 1: moving a point recomputes everything with today's points") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d3, Done d5");
    CHECK(Asked(board, 5).cycles() == std::vector{5});
    model::Board row = *board.workspace().board();
    row.commitment = board.column("Create");
    board.workspace().put(row);
    CHECK(Asked(board, 5).cycles() == std::vector{3});
    board.workspace().put(
        model::WorkflowChange{.id = {1}, .at = board.at("d4"), .what = "commitment"});
    board.workspace().put(
        model::WorkflowChange{.id = {2}, .at = board.at("d4@13:00"), .what = "delivery"});
    board.workspace().put(model::WorkflowChange{.id = {3}, .at = board.at("d3"), .what = "policy"});
    CHECK(point_changes(board.rows(), board.end_of(5)) == std::vector{FlowBuilder::day(4)});
    CHECK(point_changes(board.rows(), board.end_of(3)).empty());
}

TEST_CASE("section 1: a removed column keeps its place, so old cards stay measurable") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d3, Done d5");
    model::Column column = *board.workspace().find(board.column("Create"));
    column.removed = true;
    board.workspace().put(column);
    const Asked asked(board, 5);
    CHECK(asked.cycles() == std::vector{5});
    CHECK(cfd(asked.slice).lines[1] == std::vector{0, 0, 1, 1, 1});
}

TEST_CASE("section 1: without both points nothing is in process and the board is not set up") {
    FlowBuilder board;
    board.card("A", "Ready d1, Done d3");
    model::Board row = *board.workspace().board();
    row.delivery = {};
    board.workspace().put(row);
    const Asked asked(board, 5);
    CHECK_FALSE(asked.flow.workflow().is_set_up());
    CHECK(asked.cycles().empty());
    CHECK(wip_by_day(asked.slice) == std::vector{0, 0, 0, 0, 0});
    CHECK_FALSE(total_age(ages(asked.slice)));
    CHECK(cfd(asked.slice).lines.empty());
}

TEST_CASE("section 2: Friday to Monday in calendar and in working days") {
    WorkingCalendar calendar;
    const Day friday = day_from_civil(2026, 5, 8);
    CHECK(count_days(calendar, DayCount::Calendar, friday, friday + 3) == 4);
    CHECK(count_days(calendar, DayCount::Working, friday, friday + 3) == 2);
    calendar.holidays = {friday + 3};
    CHECK(count_days(calendar, DayCount::Working, friday, friday + 3) == 1);
    CHECK(count_days(calendar, DayCount::Working, friday + 1, friday + 2) == 1);  // at least 1
}

TEST_CASE("section 2: a cycle time over the spring clock change counts dates") {
    FlowBuilder board;
    board.zone("Europe/Stockholm").card("A", "Ready 2026-03-28T22:30Z, Done 2026-03-29T22:15Z");
    const Flow flow = board.flow(parse_instant("2026-04-01T00:00Z").value());
    const auto times = cycle_times(Slice(flow, last_weeks(flow.zone(), flow.as_of())));
    REQUIRE(times.size() == 1);
    CHECK(times[0].days == 3);
    CHECK(times[0].elapsed == hours(23) + minutes(45));
}

TEST_CASE("section 2: the zone decides in which month a card was finished") {
    FlowBuilder board;
    board.card("A", "Ready 2026-06-29T10:00Z, Done 2026-06-30T22:30Z");
    const Instant now = parse_instant("2026-07-10T00:00Z").value();
    const auto in_july = [&] {
        const Flow flow = board.flow(now);
        const Scope july{
            .from = day_from_civil(2026, 7, 1), .to = day_from_civil(2026, 7, 31), .as_of = now};
        return flow_counts(Slice(flow, july)).throughput;
    };
    CHECK(in_july() == 0);
    board.zone("Europe/Berlin");
    CHECK(in_july() == 1);
}

TEST_CASE("section 2: started at 23:50 and asked at 00:10 is age 2 after 20 minutes") {
    FlowBuilder board;
    board.card("A", "Ready d1@23:50");
    const auto figures = card_figures(board.workspace(), Workflow(board.workspace()), board.zone(),
                                      board.id("A"), board.at("d2@00:10"));
    REQUIRE(figures);
    CHECK(figures->age_days == 2);
    CHECK(figures->in_column == minutes(20));
}

TEST_CASE("section 2: age while in process, then no age but a cycle time") {
    FlowBuilder board;
    board.card("A", "Ready 2026-05-01T08:00Z, Done 2026-05-09T08:00Z");
    const Workflow workflow(board.workspace());
    const auto as_of = [&](std::string_view day) {
        return *card_figures(board.workspace(), workflow, board.zone(), board.id("A"),
                             parse_instant(std::string(day) + "T12:00Z").value());
    };
    CHECK(as_of("2026-05-06").age_days == 6);
    CHECK_FALSE(as_of("2026-05-09").age_days);
    CHECK(as_of("2026-05-09").cycle_time_days == 9);
    CHECK(card_age(board.workspace(), workflow, board.zone(), board.id("A"),
                   board.at("2026-05-06T12:00Z")) == 6);
}

TEST_CASE(
    "section 2: inclusive days add up with any-time WIP, end-of-day WIP is less by one per card") {
    FlowBuilder board;
    board.card("A", "Ready d1@09:00, Done d1@15:00")
        .card("B", "Ready d1, Done d3")
        .card("C", "Ready d2, Done d5");
    const Asked asked(board, 5);
    CHECK(wip_any_time_by_day(asked.slice) == std::vector{2, 2, 2, 1, 1});
    CHECK(wip_by_day(asked.slice) == std::vector{1, 2, 1, 1, 0});
    std::vector<int> cycles = asked.cycles();
    std::sort(cycles.begin(), cycles.end());
    CHECK(cycles == std::vector{1, 3, 4});
}

TEST_CASE("section 2: lead time counts from the request, imported work from creation") {
    FlowBuilder board;
    board.card("A", "Ideas d3, Ready d4, Done d6")
        .request("A", "d1")
        .card("B", "Ideas d2, Ready d4, Done d6");
    const auto times = lead_times(Asked(board, 6).slice);
    REQUIRE(times.size() == 2);
    CHECK(times[0].days == 6);
    CHECK(times[0].has_request);
    CHECK(times[1].days == 5);
    CHECK_FALSE(times[1].has_request);
}

TEST_CASE("section 2: time in column sums all visits, the open one up to now") {
    FlowBuilder board;
    board.card("A", "Ready h0, Create h24, Ready h36, Create h40");
    const Instant now = board.at("h50");
    const Flow flow = board.flow(now);
    const auto times = time_in_columns(Slice(flow, FlowBuilder::scope(flow, 1, 9)), 0);
    CHECK(times[1] == hours(28));
    CHECK(times[2] == hours(22));
    const auto figures = card_figures(board.workspace(), Workflow(board.workspace()), board.zone(),
                                      board.id("A"), now);
    CHECK(figures->time_in_columns == times);
    CHECK(figures->in_column == times[2]);  // both visits of where it stands
}

TEST_CASE("section 2: WIP by class, person and objective uses the value at the time") {
    FlowBuilder board;
    board.card("A", "Ready d1").card("B", "Ready d1").dri("A", 7).dri("B", 8);
    FlowRows rows = board.rows();
    rows.attribute_changes.push_back(
        {.card = board.id("A"), .at = board.at("d3"), .what = Attribute::Dri, .before = 9});
    const Flow flow(rows, board.end_of(5));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 5));
    CHECK(wip_by(slice, Attribute::Dri, board.at("d2")) == std::vector<WipShare>{{8, 1}, {9, 1}});
    CHECK(wip_by(slice, Attribute::Dri, board.at("d4")) == std::vector<WipShare>{{7, 1}, {8, 1}});
    CHECK(wip_by(slice, Attribute::ServiceClass, board.at("d4")) == std::vector<WipShare>{{0, 2}});
}

TEST_CASE("section 2: a filter narrows every figure") {
    FlowBuilder board;
    board.card("A", "Ready d1, Done d3").card("B", "Ready d1, Done d4").dri("A", 7);
    const Flow flow = board.flow(board.end_of(5));
    Scope scope = FlowBuilder::scope(flow, 1, 5);
    scope.filter = [](const model::Card& card) { return card.dri.value == 7; };
    const Slice slice(flow, scope);
    CHECK(days_of(cycle_times(slice)) == std::vector{3});
    CHECK(wip_by_day(slice) == std::vector{1, 1, 0, 0, 0});
}

TEST_CASE("section 2: delivery interval is available working time per delivery") {
    FlowBuilder board;
    for (int i = 0; i < 20; ++i) {
        board.card("card " + std::to_string(i), "Ready d1, Done d3");
    }
    // Days 1 to 28 are four weeks: 20 working days.
    CHECK(delivery_interval_days(Asked(board, 28).slice).value() == doctest::Approx(1.0));
    CHECK_FALSE(delivery_interval_days(Asked(board, 28, 10).slice));
}

TEST_CASE("section 2: weeks run from Monday to Sunday and cut ones are marked") {
    const auto weeks = by_week(FlowBuilder::day(3), {1, 0, 2, 0, 0, 4, 0, 0, 0, 0, 0, 1});
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[0] == WeekCount{FlowBuilder::day(1), 3, false});
    CHECK(weeks[1] == WeekCount{FlowBuilder::day(8), 5, true});
}
