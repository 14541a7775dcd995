#include "core/flow/alerts.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>
#include "core/base/words.h"

#include <array>

using namespace throughline;
using namespace throughline::flow;
using model::AlertRule;
using test::FlowBuilder;

namespace {

// Day 1 is a Monday.
std::vector<Signal> of_rule(const FlowBuilder& board, int day, AlertRule rule,
                            std::vector<model::AlertSetting> settings = {}) {
    std::vector<Signal> result;
    for (const Signal& one : signals(board.flow(board.end_of(day)), settings)) {
        if (one.rule == rule) {
            result.push_back(one);
        }
    }
    return result;
}

void set_limit(FlowBuilder& board, std::string_view name, int limit) {
    model::Column column = *board.workspace().find(board.column(name));
    column.wip_limit = limit;
    board.workspace().put(column);
}

}  // namespace

TEST_CASE("a card older than its service level is told once per start") {
    FlowBuilder board;
    board.service_level(model::ServiceClass::Standard, 85, 5);
    board.card("A", "Create d2").card("B", "Create d3").card("C", "Create d1, Done d9");
    const auto on_time = of_rule(board, 6, AlertRule::AgeBeyondSle);
    CHECK(on_time.size() == 1);  // C on its sixth day; A on its fifth
    const auto late = of_rule(board, 7, AlertRule::AgeBeyondSle);
    REQUIRE(late.size() == 2);
    const auto later = of_rule(board, 9, AlertRule::AgeBeyondSle);
    REQUIRE(later.size() == 2);  // A and B; C is finished
    CHECK(later[0].period == to_text(FlowBuilder::day(2)));
    CHECK(later[0].text.find("8 days; its service level is 5.") != std::string::npos);
    CHECK(of_rule(board, 9, AlertRule::AgeBeyondSle,
                  {{.rule = AlertRule::AgeBeyondSle, .threshold = 2.0}})
              .size() == 1);
    CHECK(
        of_rule(board, 9, AlertRule::AgeBeyondSle, {{.rule = AlertRule::AgeBeyondSle, .on = false}})
            .empty());
}

TEST_CASE("a level that nobody adopted raises nothing") {
    FlowBuilder board;
    for (int i = 1; i <= 12; ++i) {
        board.card("C" + std::to_string(i), "Create d1, Done d2");
    }
    board.card("Open", "Create d1");
    CHECK(of_rule(board, 30, AlertRule::AgeBeyondSle).empty());
    board.service_level(model::ServiceClass::Standard, 85, 2);
    CHECK(of_rule(board, 30, AlertRule::AgeBeyondSle).size() == 1);
}

TEST_CASE("a column without room is told after three working days, not over a weekend") {
    FlowBuilder board;
    set_limit(board, "Create", 1);
    board.card("A", "Create d4");  // a Thursday
    CHECK(of_rule(board, 7, AlertRule::ColumnFull).empty());
    const auto told = of_rule(board, 8, AlertRule::ColumnFull);
    REQUIRE(told.size() == 1);
    CHECK(told[0].subject == "column:create");
    CHECK(told[0].period == to_text(FlowBuilder::day(4)));
    CHECK(told[0].text == "Create has had no room for 3 working days.");
    CHECK(of_rule(board, 8, AlertRule::ColumnFull,
                  {{.rule = AlertRule::ColumnFull, .threshold = 4.0}})
              .empty());
}

TEST_CASE("room again makes a full column another occasion") {
    FlowBuilder board;
    set_limit(board, "Create", 1);
    board.card("A", "Create d1, Done d4@10:00").card("B", "Create d4@15:00");
    CHECK(of_rule(board, 5, AlertRule::ColumnFull).empty());
    const auto again = of_rule(board, 9, AlertRule::ColumnFull);
    REQUIRE(again.size() == 1);
    CHECK(again[0].period == to_text(FlowBuilder::day(4)));
}

TEST_CASE("a column that nothing reaches is told after two working days") {
    FlowBuilder board;
    set_limit(board, "Create", 2);
    CHECK(of_rule(board, 9, AlertRule::ColumnStarved).empty());  // nothing is in process
    board.card("A", "Ready d1, Create d2, Done d3").card("B", "Ready d1, Create d2@13:00");
    // From day 2 on Ready is empty and Create has room for one.
    CHECK(of_rule(board, 2, AlertRule::ColumnStarved).empty());
    REQUIRE(of_rule(board, 4, AlertRule::ColumnStarved).size() == 1);
    CHECK(of_rule(board, 4, AlertRule::ColumnStarved)[0].text ==
          "Create has had room, and nothing to pull, for 2 working days.");
}

TEST_CASE("a request whose promise is broken is told while it is undecided") {
    FlowBuilder board;
    board.request_events("submitted d1@10:00", 8);
    CHECK(of_rule(board, 1, AlertRule::RequestLate).empty());
    const auto late = of_rule(board, 3, AlertRule::RequestLate);
    REQUIRE(late.size() == 1);
    CHECK(late[0].text.ends_with("than the promised 8 working hours."));
}

TEST_CASE("a limit that was passed is told for seven days") {
    FlowBuilder board;
    board.card("A", "Create d2");
    board.workspace().put(model::Override{.id = {5},
                                          .at = board.at("d2"),
                                          .card = board.id("A"),
                                          .rule = "wip_limit",
                                          .reason = "The fair opens"});
    const auto told = of_rule(board, 8, AlertRule::LimitOverridden);
    REQUIRE(told.size() == 1);
    CHECK(told[0].text.ends_with("was moved over a limit: The fair opens"));
    CHECK(of_rule(board, 9, AlertRule::LimitOverridden).empty());
}

TEST_CASE("what was raised before is not raised again; another period is") {
    const Signal full{AlertRule::ColumnFull, "column:review", "2026-03-02", "Full."};
    Signal again = full;
    again.period = "2026-03-09";
    model::Rows<model::Alert> raised;
    raised.put({.id = {1},
                .rule = AlertRule::ColumnFull,
                .subject = "column:review",
                .period = "2026-03-02"});
    CHECK(unraised({full, again}, raised) == std::vector{again});
}

TEST_CASE("load of the last whole week is told when it leaves its band") {
    FlowBuilder board;
    board.workspace().put(model::Person{.id = {7}, .handle = "ana", .wip_limit = 2});
    board.card("A", "Create d1@08:00").dri("A", 7);
    CHECK(of_rule(board, 6, AlertRule::LoadOutOfBand).empty());  // the week before had no board
    const auto low = of_rule(board, 8, AlertRule::LoadOutOfBand);
    REQUIRE(low.size() == 1);
    CHECK(low[0].text.find(" 50% of the team's places") != std::string::npos);
    CHECK(low[0].period == to_text(FlowBuilder::day(1)));
    model::Board band = *board.workspace().board();
    band.load_low = 40;
    band.load_high = 60;
    board.workspace().put(band);
    CHECK(of_rule(board, 8, AlertRule::LoadOutOfBand).empty());
}

TEST_CASE("a rule holds as it is set, else as shipped") {
    const AlertKind& full = alert_kinds()[static_cast<std::size_t>(AlertRule::ColumnFull)];
    CHECK(limits_of(full, {}).on);
    CHECK(limits_of(full, {}).threshold == 3);
    const std::vector<model::AlertSetting> set{
        {.rule = AlertRule::ColumnStarved, .on = false, .threshold = 9.0},
        {.rule = AlertRule::ColumnFull, .on = false, .threshold = 5.0}};
    CHECK_FALSE(limits_of(full, set).on);
    CHECK(limits_of(full, set).threshold == 5);
}

TEST_CASE("due is what stands by the board's rules and was not raised") {
    FlowBuilder board;
    board.service_level(model::ServiceClass::Standard, 85, 5);
    board.card("A", "Create d2").card("B", "Create d3");
    const auto due_now = [&board] {
        std::vector<Signal> late;
        for (const Signal& one : due(board.flow(board.end_of(9)), alert_rows(board.workspace()))) {
            if (one.rule == AlertRule::AgeBeyondSle) late.push_back(one);
        }
        return late;
    };
    const std::vector<Signal> both = due_now();
    REQUIRE(both.size() == 2);
    board.workspace().put(model::Alert{.id = model::AlertId{1},
                                       .number = 1,
                                       .rule = both[0].rule,
                                       .subject = both[0].subject,
                                       .period = both[0].period,
                                       .text = both[0].text});
    CHECK(due_now() == std::vector<Signal>{both[1]});
    board.workspace().put(model::AlertSetting{
        .id = model::AlertSettingId{1}, .rule = AlertRule::AgeBeyondSle, .on = false});
    CHECK(due_now().empty());
}

TEST_CASE("a review whose day has passed is told once per day that was set") {
    FlowBuilder board;
    model::Risk risk;
    risk.id = {1};
    risk.number = 2;
    risk.title = "Legal is slow";
    risk.review_on = FlowBuilder::day(5);
    board.workspace().put(risk);
    model::Tool tool;
    tool.id = {3};
    tool.name = "CRM";
    tool.review_on = FlowBuilder::day(8);
    board.workspace().put(tool);
    const auto due_on = [&](int day) {
        return due(board.flow(board.end_of(day)), alert_rows(board.workspace()));
    };
    CHECK(due_on(5).empty());
    const auto told = due_on(6);
    REQUIRE(told.size() == 1);
    CHECK(told[0].rule == AlertRule::ReviewOverdue);
    CHECK(told[0].subject == "risk:RK-2");
    CHECK(told[0].period == to_text(FlowBuilder::day(5)));
    CHECK(told[0].text == "Risk RK-2 Legal is slow was to be looked at on " +
                              short_date(FlowBuilder::day(5)) + ".");
    REQUIRE(due_on(9).size() == 2);
    CHECK(due_on(9)[1].subject == "tool:#3");
    risk.state = model::RiskState::Closed;  // what is over is not looked at again
    board.workspace().put(risk);
    CHECK(due_on(9).size() == 1);
    board.workspace().put(model::AlertSetting{
        .id = {1}, .rule = AlertRule::ReviewOverdue, .on = true, .threshold = 3.0});
    CHECK(due_on(11).empty());
    CHECK(due_on(12).size() == 1);
}

TEST_CASE("7 a KPI whose latest value is a signal is told once per value") {
    FlowBuilder board;
    model::Kpi kpi;
    kpi.id = {1};
    kpi.number = 4;
    kpi.name = "Win rate";
    kpi.unit = "%";
    kpi.owner = {7};
    board.workspace().put(kpi);
    const auto measure = [&](std::int64_t number, double value) {
        model::Measurement row;
        row.id = {number};
        row.kpi = kpi.id;
        row.day = FlowBuilder::day(static_cast<int>(number));
        row.value = value;
        row.known_at = board.end_of(static_cast<int>(number));
        board.workspace().put(row);
    };
    const auto told_on = [&](int day) {
        std::vector<Signal> told;
        for (const Signal& one : due(board.flow(board.end_of(day)), alert_rows(board.workspace())))
            if (one.rule == AlertRule::KpiBeyondLimits) told.push_back(one);
        return told;
    };
    constexpr std::array kValues{50.0, 52.0, 49.0, 51.0, 50.0, 52.0, 49.0, 51.0};
    for (std::size_t i = 0; i < kValues.size(); ++i)
        measure(static_cast<std::int64_t>(i + 1), kValues[i]);
    CHECK(told_on(8).empty());
    measure(9, 70);
    const auto told = told_on(9);
    REQUIRE(told.size() == 1);
    CHECK(told[0].subject == "kpi:K-4");
    CHECK(told[0].period == to_text(FlowBuilder::day(9)));
    CHECK(told[0].text.find("K-4 Win rate was 70% on") == 0);
    CHECK(told[0].text.find("outside of its limits") != std::string::npos);
    measure(10, 51);  // back to usual: the one before is no news any more
    CHECK(told_on(10).empty());
    board.workspace().put(
        model::AlertSetting{.id = {1}, .rule = AlertRule::KpiBeyondLimits, .on = false});
    CHECK(told_on(9).empty());
}

TEST_CASE("the action of an alert is drafted for who answers for what it is about") {
    FlowBuilder board;
    board.card("A", "Create d2").dri("A", 7);
    model::Alert alert;
    alert.rule = AlertRule::AgeBeyondSle;
    const Day today = FlowBuilder::day(9);
    for (const model::Card& card : board.workspace().rows<model::Card>())
        alert.subject = "card:" + model::key_of(board.workspace(), card);
    const ActionDraft late = action_draft(board.workspace(), alert, today);
    CHECK(late.owner == model::PersonId{7});
    CHECK(late.due == today + 7);
    CHECK(late.text.find(alert.subject.substr(5) + ": Ask at the standup") == 0);
    alert.subject = "team";
    CHECK_FALSE(action_draft(board.workspace(), alert, today).owner);
    alert.subject = "card:X-99";  // gone since
    CHECK_FALSE(action_draft(board.workspace(), alert, today).owner);
}
