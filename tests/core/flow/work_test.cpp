// Rework, intake, load, limits.
#include "core/flow/intake.h"
#include "core/flow/limits.h"
#include "core/flow/load.h"
#include "core/flow/pressure.h"
#include "core/flow/rework.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

void set_limit(FlowBuilder& board, std::string_view name, std::optional<int> limit) {
    model::Column column = *board.workspace().find(board.column(name));
    column.wip_limit = limit;
    board.workspace().put(column);
}

const Place* place(const std::vector<Place>& places, std::string_view subject) {
    for (const Place& one : places) {
        if (one.subject == subject) {
            return &one;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("section 6: rework, first-pass yield and rolled yield") {
    FlowBuilder board;
    board.card("P", "Ready d1, Create d2, Done d4");
    board.card("Q", "Ready d1, Create d3, Ready d4, Create d5, Done d6");
    Flow flow = board.flow(board.end_of(6));
    Rework result = rework(Slice(flow, FlowBuilder::scope(flow, 1, 6)));
    CHECK(result.backward_moves == 1);
    CHECK(result.yields[0].first_pass == Ratio{1, 2});
    CHECK(result.yields[1].first_pass == Ratio{2, 2});
    CHECK(result.rolled == 0.5);
    CHECK(result.delivered_with_rework == Ratio{1, 2});
    board.card("T", "Ready d3, Done d4, Create d5, Done d6");
    board.card("U", "Ready d3, Done d6");
    board.workspace().put(model::GateMark{.id = {1},
                                          .card = board.id("U"),
                                          .item = {1},
                                          .verdict = model::Verdict::Rejected,
                                          .at = board.at("d4")});
    flow = board.flow(board.end_of(6));
    result = rework(Slice(flow, FlowBuilder::scope(flow, 1, 6)));
    CHECK(result.reopens == 1);
    CHECK(result.failed_gates == 1);
    CHECK(result.delivered_with_rework == Ratio{3, 4});
    CHECK(result.yields[1].first_pass == Ratio{3, 4});  // T came back to Create
}

TEST_CASE("section 6: stage conversion by week, the undecided are pending") {
    FlowBuilder board;
    board.card("A", "Ideas d3, Ready d5")
        .request("A", "d2")
        .card("B", "Ideas d3")
        .request("B", "d2");
    board.request_events("submitted d3");
    board.request_events("submitted d4");
    const auto decide = [&](std::int64_t number, model::RequestState state) {
        model::Request request = *board.workspace().find(model::RequestId{number});
        request.state = state;
        request.decided_at = board.at("d5");
        board.workspace().put(request);
    };
    decide(1, model::RequestState::Accepted);
    decide(2, model::RequestState::Accepted);
    decide(3, model::RequestState::Declined);
    const Flow flow = board.flow(board.end_of(10));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 14));
    const auto weeks = cohorts(slice);
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[0].submitted == 4);
    CHECK(weeks[0].accepted == 2);
    CHECK(weeks[0].declined == 1);
    CHECK(weeks[0].pending == 1);
    CHECK(weeks[0].committed == 1);
    CHECK(weeks[0].delivered == 0);
    CHECK(weeks[1].submitted == 0);
    CHECK(discards(slice).upstream == Ratio{1, 3});
    CHECK_FALSE(discards(slice).nothing_is_chosen());
    // As of day 4 nothing was decided yet.
    const Flow early = board.flow(board.end_of(4));
    CHECK(cohorts(Slice(early, FlowBuilder::scope(early, 1, 7)))[0].pending == 4);
}

TEST_CASE("section 6: replenishment counts commitments, sittings and waiting options") {
    FlowBuilder board;
    board.card("A", "Ideas d1, Ready d2")
        .card("B", "Ideas d1, Ready d2")
        .card("C", "Ideas d1, Ready d9");
    board.card("D", "Ideas d4").card("E", "Ready d2, discarded d3");
    const Flow flow = board.flow(board.end_of(10));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 14));
    const Replenishment result = replenishment(slice);
    REQUIRE(result.per_week.size() == 2);
    CHECK(result.per_week[0].count == 3);
    CHECK(result.per_week[1].count == 1);
    CHECK(result.sittings == 2);
    CHECK(result.cards_per_sitting == 2.0);
    CHECK(result.options_waiting == 1);
    CHECK(result.option_ages == std::vector{7});
    CHECK(discards(slice).downstream == Ratio{1, 1});
}

TEST_CASE("section 6: load counts places that are used by unblocked cards in active columns") {
    FlowBuilder board;
    board.workspace().put(model::Person{.id = {7}, .handle = "ana", .wip_limit = 2});
    board.workspace().put(model::Person{.id = {8}, .handle = "ben"});
    for (const char* name : {"A", "B", "C"}) {
        board.card(name, "Create d1@08:00, Done d4@08:00").dri(name, 7);
    }
    board.block("A", "d2", "d3@20:00").block("B", "d2", "d3@20:00");
    const Flow flow = board.flow(board.end_of(7));
    const Load result = load(Slice(flow, FlowBuilder::scope(flow, 1, 7)));
    REQUIRE(result.persons.size() == 2);
    // Monday 2 of 3 cards count; Tuesday and Wednesday one is not blocked; then none. Five days,
    // two places.
    CHECK(result.persons[0].slot_days == Ratio{4, 10});
    CHECK_FALSE(result.persons[1].limit);
    CHECK_FALSE(result.persons[1].slot_days.value());
    CHECK(result.team == Ratio{4, 10});
}

TEST_CASE("section 6: waiting grows with utilisation; takt beside the delivery interval") {
    CHECK(waiting_factor(0.5).value() == doctest::Approx(1));
    CHECK(waiting_factor(0.8).value() == doctest::Approx(4));
    CHECK(waiting_factor(0.9).value() == doctest::Approx(9));
    CHECK(waiting_factor(0.95).value() == doctest::Approx(19));
    CHECK_FALSE(waiting_factor(1));
    const Takt result = takt(20, 25, 20);
    CHECK(result.takt_days.value() == doctest::Approx(0.8));
    CHECK(result.interval_days.value() == doctest::Approx(1.0));
    CHECK(result.queue_growth == 5);
    CHECK_FALSE(takt(20, 0, 0).takt_days);
}

TEST_CASE("section 6: takt of a period counts what came onto the board against what was finished") {
    FlowBuilder board;  // d1 is a Monday
    board.card("A", "Ideas d1, Ready d1, Done d4").card("B", "Ideas d2").card("C", "Ideas d3");
    board.card("early", "Ideas d1").card("late", "Ideas d8, Done d9");
    const Flow flow = board.flow(board.end_of(7));
    const Takt week = takt(Slice(flow, FlowBuilder::scope(flow, 2, 7)));
    CHECK(week.demanded == 2);
    CHECK(week.delivered == 1);
    CHECK(week.takt_days.value() == doctest::Approx(4 / 2.0));  // Tuesday to Friday
    CHECK(week.interval_days.value() == doctest::Approx(4));
    CHECK(week.queue_growth == 1);
}

TEST_CASE("section 2: time to market runs from the brief to the delivery, in calendar days") {
    FlowBuilder board;
    board.card("A", "Ideas d3, Ready d5, Done d9").request("A", "d1");
    board.card("B", "Ideas d3, Ready d5, Done d8").request("B", "d2");
    board.card("without a brief", "Ready d5, Done d6");
    const auto of_period = [&](const Flow& flow) {
        Scope scope = FlowBuilder::scope(flow, 1, 9);
        scope.days = DayCount::Working;
        return time_to_market(Slice(flow, scope));
    };
    const Flow flow = board.flow(board.end_of(9));
    CHECK(of_period(flow).days.n == 2);
    CHECK(of_period(flow).days.p50 == 7.0);
    CHECK(of_period(flow).days.p85 == 9.0);
    CHECK_FALSE(of_period(flow).target);
    CHECK_FALSE(of_period(flow).within.value());
    model::Board row = *board.workspace().board();
    row.market_days = 8;
    board.workspace().put(row);
    CHECK(of_period(board.flow(board.end_of(9))).within == Ratio{1, 2});
}

TEST_CASE("section 9: room, pull signal, starved, full") {
    FlowBuilder board;
    set_limit(board, "Create", 2);
    board.card("A", "Create d1").card("B", "Ready d1");
    const auto create = [&](std::string_view moment) {
        const Flow flow = board.flow(board.at(moment));
        return *place(places(Slice(flow, FlowBuilder::scope(flow, 1, 9))), "column:create");
    };
    CHECK(create("d2").state == PlaceState::Pull);
    CHECK(create("d2").room() == 1);
    board.block("B", "d3", "");
    CHECK(create("d4").state == PlaceState::Starved);  // a blocked card is not ready
    board.card("B", "Create d5");
    CHECK(create("d5").state == PlaceState::Full);
    board.card("X", "Create d6").service_class("X", model::ServiceClass::Expedite);
    CHECK(create("d7").count == 2);  // an expedite counts in its lane only
    const Flow flow = board.flow(board.end_of(7));
    const auto all = places(Slice(flow, FlowBuilder::scope(flow, 1, 7)));
    REQUIRE(place(all, "expedite-lane"));
    CHECK(place(all, "expedite-lane")->count == 1);
    CHECK(place(all, "expedite-lane")->state == PlaceState::Full);
    CHECK(place(all, "board") == nullptr);
}

TEST_CASE("section 9: hours full, over the limit and starved are judged by the limit of the time") {
    FlowBuilder board;
    set_limit(board, "Create", 2);
    board.workspace().put(model::WorkflowChange{.id = {1},
                                                .at = board.at("h72"),
                                                .what = "wip-limit",
                                                .subject = "column:create",
                                                .before = "1",
                                                .after = "2"});
    board.card("A", "Create h0")
        .card("B", "Ready h0, Create h24")
        .card("C", "Ready h0, Create h96, Done h120");
    board.card("B", "Done h108");
    board.card("A", "Done h110");
    const Flow flow = board.flow(board.at("h132"));
    const auto pressure = pressures(Slice(flow, FlowBuilder::scope(flow, 1, 9)));
    REQUIRE(pressure.size() == 1);
    CHECK(pressure[0].full ==
          hours(110));  // until A leaves: one is full before the change, two after
    CHECK(pressure[0].over == hours(48 + 12));  // 2 of 1 until h72, 3 of 2 from h96 to h108
    CHECK(pressure[0].starved ==
          hours(12 + 22));  // the morning of day 1; from h110 on nothing is left in Ready
    CHECK_FALSE(pressure[0].full_since);
    CHECK(pressure[0].starved_since == board.at("h110"));
}

TEST_CASE("section 9: a spell of being full is known from its begin, before the period too") {
    FlowBuilder board;
    set_limit(board, "Create", 1);
    board.card("A", "Create d2").card("B", "Ready d1");
    const Flow flow = board.flow(board.end_of(9));
    const auto pressure = pressures(Slice(flow, FlowBuilder::scope(flow, 8, 9)));
    REQUIRE(pressure.size() == 1);
    CHECK(pressure[0].subject == "column:create");
    CHECK(pressure[0].full == hours(48) - Duration{1});  // as of the last microsecond of day 9
    CHECK(pressure[0].full_since == board.at("d2"));
    CHECK_FALSE(pressure[0].starved_since);
}

TEST_CASE("section 9: the columns of a group with a limit are held up together") {
    FlowBuilder board;
    const model::ColumnGroupId group{77};
    for (const model::Column& column : std::vector(board.workspace().rows<model::Column>().begin(),
                                                   board.workspace().rows<model::Column>().end())) {
        if (column.handle == "create" || column.handle == "ready") {
            model::Column changed = column;
            changed.group = group;
            changed.wip_limit.reset();
            board.workspace().put(changed);
        }
    }
    board.workspace().put(model::ColumnGroup{
        .id = group, .handle = "make", .name = "Make", .wip_limit = 2, .split = true});
    board.card("A", "Ready d1, Create d3").card("B", "Ready d2");
    const Flow flow = board.flow(board.end_of(5));
    const auto pressure = pressures(Slice(flow, FlowBuilder::scope(flow, 1, 5)));
    REQUIRE(pressure.size() == 1);
    CHECK(pressure[0].subject == "group:make");
    CHECK(pressure[0].full_since == board.at("d2"));  // moving inside the group breaks nothing
}

TEST_CASE("section 9: overrides per week and as a share of pulls, the share of expedites") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2, Done d3").card("B", "Ready d1, Create d8");
    board.service_class("A", model::ServiceClass::Expedite);
    board.workspace().put(model::Override{
        .id = {1}, .at = board.at("d8"), .card = board.id("B"), .rule = "wip_limit"});
    const Flow flow = board.flow(board.end_of(14));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 14));
    const OverrideFigures result = override_figures(slice);
    CHECK(result.per_week[0].count == 0);
    CHECK(result.per_week[1].count == 1);
    CHECK(result.pulls_by_override == Ratio{1, 4});
    CHECK(expedite_share(slice).starts == Ratio{1, 2});
    CHECK(expedite_share(slice).deliveries == Ratio{1, 1});
}
