#include "core/base/time.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using test::Team;

namespace {

const rules::RaiseAlert kFull{model::AlertRule::ColumnFull, "column:review", "2026-05-01",
                              "Review has been full for 3 days."};

rules::RecordForecast when(int cards, int p85) {
    rules::RecordForecast forecast;
    forecast.count = cards;
    forecast.history_from = *parse_day("2026-02-09");
    forecast.history_to = *parse_day("2026-05-03");
    forecast.p50 = 3;
    forecast.p70 = 5;
    forecast.p85 = p85;
    forecast.p95 = 12;
    return forecast;
}

}  // namespace

TEST_CASE("an alert is raised once per rule, subject and period") {
    Team team;
    team.run(kFull);
    CHECK(team.refused(kFull).rule == "already_raised");
    rules::RaiseAlert later = kFull;
    later.period = "2026-05-09";
    team.run(later);
    rules::RaiseAlert other = kFull;
    other.subject = "column:create";
    team.run(other);
    CHECK(team.ws().rows<model::Alert>().size() == 3);
}

TEST_CASE("an alert stands until somebody who works here acknowledges it, once") {
    Team team;
    team.run(kFull);
    const model::AlertId id = team.ws().rows<model::Alert>().begin()->id;
    team.as("vic");
    CHECK(team.refused(rules::AcknowledgeAlert{id, ""}).rule == "no_right");
    team.as("bob");
    team.run(rules::AcknowledgeAlert{id, "We swarm on it"});
    const model::Alert& alert = *team.ws().find(id);
    CHECK(alert.acknowledged_by == team.person("bob"));
    CHECK(alert.note == "We swarm on it");
    CHECK(team.refused(rules::AcknowledgeAlert{id, ""}).rule == "already_acknowledged");
}

TEST_CASE("an acknowledged alert may lead to an action, in one entry or not at all") {
    Team team;
    team.run(kFull);
    const model::AlertId id = team.ws().rows<model::Alert>().begin()->id;
    team.as("bob");
    const rules::Refusal no =
        team.refused(rules::AcknowledgeAlert{id, "", {{"text", "Swarm"}, {"due", "2026-05-08"}}});
    REQUIRE(no.fields.size() == 1);
    CHECK(no.fields[0].field == "owner");
    CHECK_FALSE(team.ws().find(id)->acknowledged_at);
    team.run(rules::AcknowledgeAlert{
        id, "", {{"text", "Swarm"}, {"owner", "cem"}, {"due", "2026-05-08"}}});
    CHECK(team.ws().find(id)->acknowledged_by == team.person("bob"));
    REQUIRE(team.ws().rows<model::ActionItem>().size() == 1);
    const model::ActionItem action = *team.ws().rows<model::ActionItem>().begin();
    CHECK(action.owner == team.person("cem"));
    CHECK(action.source == "alert:A-1");
    REQUIRE(team.desk().undo());
    CHECK(team.ws().rows<model::ActionItem>().size() == 0);
    CHECK_FALSE(team.ws().find(id)->acknowledged_at);
}

TEST_CASE("a viewer's desk raises alerts too, and undo passes over them") {
    Team team;
    const auto card = team.make_card("Spring launch");
    team.run(team.move(card, "create"));
    team.run(kFull);
    REQUIRE(team.desk().undo());
    CHECK(team.card(card).column == team.column("ready"));
    CHECK(team.ws().rows<model::Alert>().size() == 1);
    team.as("vic");
    rules::RaiseAlert later = kFull;
    later.period = "2026-05-09";
    team.run(later);
}

TEST_CASE("a rule of alerts is changed in one row") {
    Team team;
    team.run(rules::SetAlertRule{model::AlertRule::ColumnFull, true, 5.0});
    team.run(rules::SetAlertRule{model::AlertRule::ColumnFull, false, {}});
    REQUIRE(team.ws().rows<model::AlertSetting>().size() == 1);
    const model::AlertSetting& setting = *team.ws().rows<model::AlertSetting>().begin();
    CHECK_FALSE(setting.on);
    CHECK_FALSE(setting.threshold);
    CHECK(team.refused(rules::SetAlertRule{model::AlertRule::ColumnFull, true, 0.0}).rule ==
          "bad_value");
}

TEST_CASE("the same forecast told again on a day replaces the answer; the next day adds one") {
    Team team;
    team.run(when(10, 8));
    team.run(when(10, 9));
    REQUIRE(team.ws().rows<model::Forecast>().size() == 1);
    CHECK(team.ws().rows<model::Forecast>().begin()->p85 == 9);
    team.run(when(11, 9));
    team.pass(days(1));
    team.run(when(10, 9));
    CHECK(team.ws().rows<model::Forecast>().size() == 3);
    team.as("bob");
    team.run(when(10, 9));
    CHECK(team.ws().rows<model::Forecast>().size() == 4);
}
