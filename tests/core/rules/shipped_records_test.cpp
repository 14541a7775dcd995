// KPIs and outcomes that come as templates.
#include "core/rules/shipped_records.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <set>

using namespace throughline;
using test::Team;

namespace {

model::TextList handles_of(std::string_view table) {
    model::TextList handles;
    for (const rules::ShippedRecord& one : rules::shipped_records(table)) {
        handles.emplace_back(one.handle);
    }
    return handles;
}

}  // namespace

TEST_CASE("nine KPIs of every category and seven outcomes ship, each by its own name") {
    CHECK(rules::shipped_records("kpi").size() == 9);
    CHECK(rules::shipped_records("accountability").size() == 7);
    CHECK(rules::shipped_records("risk").empty());
    std::set<std::string> categories;
    std::set<std::string_view> names;
    for (const rules::ShippedRecord& one : rules::shipped_records("kpi")) {
        categories.insert(one.set.at("category"));
        names.insert(one.name);
    }
    CHECK(categories.size() == model::Names<model::KpiCategory>::kAll.size());
    CHECK(names.size() == 9);
}

TEST_CASE("all KPIs are added in one step, with what counts, and undo takes them back") {
    Team team;
    team.run(rules::AddShipped{"kpi", handles_of("kpi"), team.person("bob")});
    REQUIRE(team.ws().rows<model::Kpi>().size() == 9);
    CHECK(team.ws().rows<model::KpiDefinition>().size() == 9);
    for (const model::KpiDefinition& one : team.ws().rows<model::KpiDefinition>()) {
        const model::Kpi* kpi = team.ws().find(one.kpi);
        REQUIRE(kpi != nullptr);
        CHECK(kpi->owner == team.person("bob"));
        CHECK_FALSE(one.counts.empty());
    }
    CHECK(rules::missing_records(team.ws(), "kpi").empty());
    REQUIRE(team.desk().undo());
    CHECK(team.ws().rows<model::Kpi>().size() == 0);
    CHECK(team.ws().rows<model::KpiDefinition>().size() == 0);
    CHECK(rules::missing_records(team.ws(), "kpi").size() == 9);
}

TEST_CASE("one that is here already is not added twice, and nothing of the step stays") {
    Team team;
    team.run(rules::AddShipped{"kpi", {"win-rate"}, team.person("bob")});
    const rules::Refusal no =
        team.refused(rules::AddShipped{"kpi", {"cycle-time", "win-rate"}, team.person("bob")});
    CHECK(no.rule == "name_taken");
    CHECK(no.reason.find("Win rate") != std::string::npos);
    CHECK(team.ws().rows<model::Kpi>().size() == 1);
    CHECK(team.refused(rules::AddShipped{"kpi", {"no-such"}, team.person("bob")}).rule ==
          "not_found");
    CHECK(team.refused(rules::AddShipped{"kpi", {}, team.person("bob")}).rule == "nothing_to_do");
}

TEST_CASE("outcomes get their DRI, and the path begins with who added them") {
    Team team;
    team.run(rules::AddShipped{"accountability", handles_of("accountability"), team.person("cem")});
    REQUIRE(team.ws().rows<model::Accountability>().size() == 7);
    for (const model::Accountability& one : team.ws().rows<model::Accountability>()) {
        CHECK(one.dri == team.person("cem"));
        CHECK(one.escalation == std::vector{team.person("ana")});
        CHECK_FALSE(one.decision_rights.empty());
    }
}

TEST_CASE("the right is that of the kind of record") {
    Team team;
    team.as("vic");
    CHECK(team.refused(rules::AddShipped{"kpi", {"win-rate"}, team.person("bob")}).rule ==
          "no_right");
}
