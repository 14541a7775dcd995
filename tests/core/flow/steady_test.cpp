// Little's law, flow efficiency, blocked time, response: elapsed time throughout.
#include "core/flow/efficiency.h"
#include "core/flow/figures.h"
#include "core/flow/little.h"
#include "core/flow/response.h"
#include "core/flow/wip.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

TEST_CASE("section 5: Little's law is exact, and the ratio names the open card") {
    FlowBuilder board;
    board.card("A", "Ready d1@00:00, Done d5@00:00").card("B", "Ready d2@00:00, Done d4@00:00");
    board.card("C", "Ready d3@00:00, Done d8@00:00").card("D", "Ready d6@00:00");
    const Flow flow = board.flow(board.at("d9@00:00"));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 8));
    const Little law = little(slice);
    CHECK(law.window_days == doctest::Approx(8));
    CHECK(law.presence_days == doctest::Approx(14));
    CHECK(law.average_wip.value() == doctest::Approx(1.75));
    CHECK(law.lambda_per_day.value() == doctest::Approx(0.5));
    CHECK(law.time_days.value() == doctest::Approx(3.5));
    const Stability steady = stability(slice);
    CHECK(steady.ratio.value() == doctest::Approx(1.75 / 1.375));
    CHECK_FALSE(steady.steady);
    CHECK(wip_integral(slice, board.at("d1@00:00"), board.at("d9@00:00")) == days(14));
}

TEST_CASE("section 6: flow efficiency of one card and of two") {
    FlowBuilder board({{"Queue", model::ColumnKind::Queue},
                       {"Work", model::ColumnKind::Active},
                       {"Wait", model::ColumnKind::Queue},
                       {"Done", model::ColumnKind::Done}},
                      "Queue", "Done");
    board.card("A", "Queue h0, Work h24, Wait h72, Done h96").block("A", "h30", "h42");
    const Flow one = board.flow(board.end_of(9));
    CHECK(flow_efficiency(one, 0).value().value() == doctest::Approx(0.375));
    board.card("B", "Work h0, Done h24");
    const Flow two = board.flow(board.end_of(9));
    CHECK(flow_efficiency(Slice(two, FlowBuilder::scope(two, 1, 9))).value().value() ==
          doctest::Approx(0.5));
}

TEST_CASE("section 6: a block inside a queue is waiting once, overlapping blocks count once") {
    FlowBuilder board;
    board.card("A", "Ready h0, Create h10, Done h20").block("A", "h2", "h6");
    board.card("B", "Create h9, Done h17").block("B", "h10", "h14").block("B", "h12", "h16");
    const Flow flow = board.flow(board.end_of(9));
    CHECK(flow_efficiency(flow, 0).value().value() == doctest::Approx(0.5));
    CHECK(flow_efficiency(flow, 1).value().value() == doctest::Approx(0.25));
    CHECK(blocked_time(flow, 1, board.at("h0"), board.at("h99")) == hours(6));
}

TEST_CASE("section 6: without a queue column or a block the efficiency is not set up") {
    FlowBuilder board({{"Work", model::ColumnKind::Active}, {"Done", model::ColumnKind::Done}},
                      "Work", "Done");
    board.card("A", "Work h0, Done h10");
    const Flow bare = board.flow(board.end_of(3));
    const Slice slice(bare, FlowBuilder::scope(bare, 1, 3));
    CHECK(flow_efficiency(slice).why_not == NoFigure::NotSetUp);
    CHECK_FALSE(flow_efficiency(slice).value());
    board.block("A", "h1", "h3");
    const Flow blocked = board.flow(board.end_of(3));
    CHECK(flow_efficiency(blocked, 0).value().value() == doctest::Approx(0.8));
    const Flow empty = FlowBuilder().flow(board.end_of(3));
    CHECK(flow_efficiency(Slice(empty, FlowBuilder::scope(empty, 1, 3))).why_not ==
          NoFigure::NoData);
}

TEST_CASE("section 6: blocked time is cut to the stays, open blocks run to now") {
    FlowBuilder board;
    board.card("A", "Ideas h0, Ready h10, Done h20")
        .block("A", "h5", "h12")
        .block("A", "h18", "h30");
    board.card("B", "Ready h0").block("B", "h40", "");
    const Flow flow = board.flow(board.at("h48"));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 9));
    CHECK(blocked_time(flow, 0, board.at("h0"), board.at("h48")) == hours(4));
    CHECK(blocked_time(flow, 1, board.at("h0"), board.at("h48")) == hours(8));
    CHECK(blocked_time(slice) == hours(12));
    CHECK(card_figures(board.workspace(), Workflow(board.workspace()), board.zone(), board.id("A"),
                       board.at("h48"))
              ->blocked == hours(4));
}

TEST_CASE("section 6: blockers are ranked by days lost and an unknown cause is a cause") {
    FlowBuilder board;
    board.card("A", "Ready h0, Done h96");
    board.block("A", "h0", "h24", "legal")
        .block("A", "h12", "h36", "legal")
        .block("A", "h40", "h44");
    const Flow flow = board.flow(board.end_of(9));
    const auto clusters = blocker_clusters(Slice(flow, FlowBuilder::scope(flow, 1, 9)));
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].cause == "legal");
    CHECK(clusters[0].count == 2);
    CHECK(clusters[0].lost == hours(36));
    CHECK(clusters[0].mean_days() == doctest::Approx(0.75));
    CHECK(clusters[0].share_of_cycle_days.value() == doctest::Approx(0.375));
    CHECK(clusters[1].cause.empty());
}

TEST_CASE("section 6: the SLA clock stands still while the requester is asked") {
    FlowBuilder board;
    const auto request = board.request_events(
        "submitted d1@10:00, asked d1@12:00, answered d2@12:00, accepted d2@15:00");
    const auto at = [&](std::string_view moment) {
        return response_of(board.workspace(), board.zone(), request, board.at(moment)).value();
    };
    const Response done = at("d9");
    CHECK(done.worked == hours(5));
    CHECK(done.first_touch == hours(2));
    CHECK(done.decided_at == board.at("d2@15:00"));
    CHECK_FALSE(done.breached);
    CHECK(at("d2@09:30").waiting);
    CHECK(at("d2@09:30").worked == hours(2));
    CHECK(at("d2@13:00").worked == hours(3));
    CHECK(at("d2@13:00").due == board.at("d4@10:00"));  // 13 of 16 hours are left
    CHECK_FALSE(response_of(board.workspace(), board.zone(), request, board.at("d1@09:00")));
}

TEST_CASE(
    "section 6: an undecided request past the SLA is a breach already, a traded-out card starts "
    "anew") {
    FlowBuilder board;
    board.request_events("submitted d1@09:00", 8);
    board.request_events("submitted d1@09:00, declined d1@11:00", 8);
    const auto traded =
        board.request_events("submitted d1@09:00, accepted d1@10:00, traded-out d3@09:00", 8);
    const Flow flow = board.flow(board.at("d3@12:00"));
    const ResponseFigures figures = response_figures(Slice(flow, FlowBuilder::scope(flow, 1, 3)));
    CHECK(figures.breaches_open == 1);
    CHECK(figures.within_sla == Ratio{1, 2});
    CHECK(figures.hours.p50 == 2.0);
    const Response again =
        response_of(board.workspace(), board.zone(), traded, board.at("d3@12:00")).value();
    CHECK(again.worked == hours(3));
    CHECK_FALSE(again.decided_at);
    CHECK_FALSE(again.first_touch);
}

TEST_CASE("section 6: a period that is over is read as it ended, whatever is late today") {
    FlowBuilder board;
    board.request_events("submitted d1@09:00, declined d1@11:00", 8);
    board.request_events("submitted d1@09:00, declined d4@10:00", 8);  // late from d1@17:00 on
    board.request_events("submitted d4@09:00", 8);                     // late today
    const Flow flow = board.flow(board.at("d9@12:00"));
    const auto read = [&](int from, int to) {
        return response_figures(Slice(flow, FlowBuilder::scope(flow, from, to)));
    };
    CHECK(read(1, 3).within_sla == Ratio{1, 2});
    CHECK(read(1, 3).breaches_open == 1);
    CHECK(read(4, 9).within_sla == Ratio{0, 2});
    CHECK(read(4, 9).breaches_open == 1);
    // Of a day before it was late, or was there at all, nothing is said.
    CHECK(read(1, 1).within_sla == Ratio{1, 1});
}

TEST_CASE("section 1: an empty board says no data, never 0 or 100%") {
    const FlowBuilder board;
    const Flow flow = board.flow(board.end_of(5));
    const Figures all = figures(Slice(flow, FlowBuilder::scope(flow, 1, 5)));
    CHECK(all.set_up);
    CHECK_FALSE(all.cycle.days.p50);
    CHECK_FALSE(all.total_age);
    CHECK_FALSE(all.delivery_interval_days);
    CHECK_FALSE(all.sle.days);
    CHECK_FALSE(all.sle.attained.value());
    CHECK_FALSE(all.efficiency.value());
    CHECK_FALSE(all.stability.ratio);
    CHECK_FALSE(all.little.time_days);
    CHECK(all.throughput_by_day == std::vector{0, 0, 0, 0, 0});
}
