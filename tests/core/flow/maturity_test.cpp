#include "core/flow/maturity.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using model::MaturityArea;
using test::FlowBuilder;

namespace {

AreaReading read(FlowBuilder& board, int day, MaturityArea area) {
    const Flow flow = board.flow(board.end_of(day));
    const PlanRows plan = plan_rows_of(board.workspace());
    return maturity(learning_rows_of(board.workspace()), plan, flow, scorecard(plan, flow))
        .at(static_cast<std::size_t>(area));
}

Ratio share(const AreaReading& reading, std::string_view what) {
    for (const Evidence& one : reading.evidence) {
        if (one.what.starts_with(what)) {
            return one.share;
        }
    }
    FAIL("no evidence: " << what);
    return {};
}

void limit(FlowBuilder& board, std::string_view name, std::optional<int> most) {
    model::Column column = *board.workspace().find(board.column(name));
    column.wip_limit = most;
    board.workspace().put(column);
}

}  // namespace

TEST_CASE("an area stands where its weakest evidence stands") {
    AreaReading area;
    area.evidence = {{"a", {9, 10}, ""}, {"b", {3, 6}, ""}, {"c", {0, 0}, ""}};
    CHECK(area.evidence[0].stage() == 3);
    CHECK(area.evidence[1].stage() == 2);
    CHECK(area.evidence[2].stage() == 1);
    CHECK(area.proposed() == 1);
    CHECK(area.weakest()->what == "c");
    area.evidence.pop_back();
    CHECK(area.proposed() == 2);
    CHECK(area.weakest()->what == "b");
    area.evidence.pop_back();
    CHECK(area.proposed() == 3);
    CHECK(AreaReading{}.proposed() == 1);
    CHECK(Evidence{"", {4, 5}, ""}.stage() == 3);
    CHECK(Evidence{"", {49, 100}, ""}.stage() == 1);
}

TEST_CASE("a new board supports the first stage everywhere") {
    FlowBuilder board;
    for (std::size_t i = 0; i < kAreas; ++i) {
        CHECK(read(board, 30, static_cast<MaturityArea>(i)).proposed() == 1);
    }
}

TEST_CASE("work management: limits set and kept, service levels") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2, Done d4").card("B", "Ready d1, Create d3, Done d30");
    const auto before = read(board, 40, MaturityArea::WorkManagement);
    CHECK(share(before, "Columns in process") == Ratio{0, 2});
    CHECK(share(before, "Pulls within") == Ratio{4, 4});
    CHECK(share(before, "Cards within") == Ratio{0, 0});
    limit(board, "Create", 3);
    board.service_level(model::ServiceClass::Standard, 85, 10);
    board.workspace().put(model::Override{.id = {1},
                                          .at = board.at("d3"),
                                          .card = board.id("B"),
                                          .rule = "wip_limit",
                                          .reason = "haste"});
    const auto after = read(board, 40, MaturityArea::WorkManagement);
    CHECK(share(after, "Columns in process") == Ratio{1, 2});
    CHECK(share(after, "Pulls within") == Ratio{3, 4});
    CHECK(share(after, "Cards within") == Ratio{1, 2});
}

TEST_CASE("governance: decisions in time, reviews that are not overdue") {
    FlowBuilder board;
    const auto decide = [&](std::int64_t id, int due, std::optional<int> closed) {
        model::Decision one;
        one.id = {id};
        one.at = board.at("d1");
        one.due = FlowBuilder::day(due);
        if (closed) {
            one.state = model::DecisionState::Executed;
            one.closed_at = board.at("d" + std::to_string(*closed));
        }
        board.workspace().put(one);
    };
    decide(1, 5, 5);
    decide(2, 5, 6);    // a day late
    decide(3, 6, {});   // open and due
    decide(4, 60, {});  // not due yet
    model::Tool tool;
    tool.id = {1};
    tool.review_on = FlowBuilder::day(9);
    board.workspace().put(tool);
    model::Risk risk;
    risk.id = {1};
    risk.review_on = FlowBuilder::day(10);
    board.workspace().put(risk);
    risk.id = {2};
    risk.state = model::RiskState::Closed;
    risk.review_on = FlowBuilder::day(1);
    board.workspace().put(risk);
    const auto area = read(board, 10, MaturityArea::Governance);
    CHECK(share(area, "Decisions") == Ratio{1, 3});
    CHECK(share(area, "Risks and registers") == Ratio{1, 2});
}

TEST_CASE("cadence: a sync in each of the last whole weeks, decisions published in a day") {
    FlowBuilder board;
    const auto hold = [&](std::int64_t id, const std::string& day, model::MeetingKind kind) {
        model::Meeting one;
        one.id = {id};
        one.kind = kind;
        one.started_at = board.at(day + "@09:00");
        one.ended_at = board.at(day + "@10:00");
        one.published_at = board.at(day + "@18:00");
        board.workspace().put(one);
    };
    hold(1, "d2", model::MeetingKind::WeeklySync);
    hold(2, "d3", model::MeetingKind::WeeklySync);  // the same week counts once
    hold(3, "d9", model::MeetingKind::WeeklySync);
    hold(4, "d16", model::MeetingKind::WeeklySync);  // the week that goes on
    model::Decision decision;
    decision.id = {1};
    decision.meeting = {1};
    board.workspace().put(decision);
    const auto area = read(board, 17, MaturityArea::Cadence);
    CHECK(share(area, "Weekly syncs") == Ratio{2, 12});
    CHECK(share(area, "Decisions published") == Ratio{1, 1});
    model::Meeting late = *board.workspace().find(model::MeetingId{1});
    late.published_at = board.at("d3@11:00");
    board.workspace().put(late);
    CHECK(share(read(board, 17, MaturityArea::Cadence), "Decisions published") == Ratio{0, 1});
}

TEST_CASE("cadence: the review of a month is told by its period, the last month may be to come") {
    FlowBuilder board;  // day 1 is 2 March 2026
    const auto review = [&](std::int64_t id, const std::string& period) {
        model::Meeting one;
        one.id = {id};
        one.kind = model::MeetingKind::MonthlyReview;
        one.started_at = board.at("d1");
        one.period = period;
        board.workspace().put(one);
    };
    review(1, "2026-01");
    review(2, "2025-12");
    CHECK(share(read(board, 3, MaturityArea::Cadence), "Monthly") == Ratio{2, 3});
    CHECK(share(read(board, 20, MaturityArea::Cadence), "Monthly") == Ratio{2, 3});
    review(3, "2025-11");
    CHECK(share(read(board, 3, MaturityArea::Cadence), "Monthly") == Ratio{3, 3});
    CHECK(share(read(board, 20, MaturityArea::Cadence), "Monthly") == Ratio{2, 3});
}

TEST_CASE("standards: maps of templates, results of what was delivered") {
    FlowBuilder board;
    board.card("A", "Create d1, Done d3").card("B", "Create d1, Done d4");
    model::Card card = *board.workspace().find(board.id("A"));
    card.result_actual = "30 demos";
    board.workspace().put(card);
    for (const std::int64_t id : {1, 2}) {
        model::Template form;
        form.id = {id};
        board.workspace().put(form);
    }
    model::ProcessStep step;
    step.id = {1};
    step.form = {1};
    board.workspace().put(step);
    const auto area = read(board, 10, MaturityArea::Standards);
    CHECK(share(area, "Templates") == Ratio{1, 2});
    CHECK(share(area, "Deliveries") == Ratio{1, 2});
}
