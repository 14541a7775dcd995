// One name for a column, wherever it is named alone.
#include "core/model/column_name.h"
#include "core/flow/workflow.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using test::Team;

namespace {

std::string name(const Team& team, const std::string& column) {
    return model::column_name(team.ws(), *team.ws().find(team.column(column)));
}

}  // namespace

TEST_CASE("a half of a split column is named with its whole, any other column by itself") {
    const Team team;
    CHECK(name(team, "create") == "Create (Doing)");
    CHECK(name(team, "create-done") == "Create (Done)");
    CHECK(name(team, "done") == "Done");
    CHECK(model::column_name("Review", nullptr) == "Review");
    model::ColumnGroup group{.name = "Make"};
    CHECK(model::column_name("Review", &group) == "Review");  // under one limit, but no halves
    group.split = true;
    CHECK(model::column_name("Review", &group) == "Make (Review)");
}

TEST_CASE("the gate of a half is refused under the same name") {
    Team team;
    const auto card = team.make_card("Spring launch");
    team.pass_gate(card);
    team.run(team.move(card, "create"));
    team.run(team.move(card, "create-done"));
    const auto no = team.refused(team.move(card, "review"));
    CHECK(no.reason.find("of the gate of Create (Done) open") != std::string::npos);
}

TEST_CASE("the flow calls the halves the same") {
    const Team team;
    const flow::Workflow workflow(team.ws());
    CHECK(workflow.at(workflow.position(team.column("create-done"))).name == "Create (Done)");
    CHECK(workflow.at(workflow.position(team.column("done"))).name == "Done");
}

TEST_CASE("a column that is split, and ungrouped again, keeps the whole in its halves' names") {
    Team team;
    team.run(rules::SplitColumn{team.column("review")});
    CHECK(name(team, "review") == "Review (Doing)");
    CHECK(name(team, "review-done") == "Review (Done)");
    const model::ColumnGroupId group = team.ws().find(team.column("review"))->group;
    team.run(rules::RemoveGroup{group});
    CHECK(name(team, "review") == "Review (Doing)");
    CHECK(team.ws().find(team.column("review-done"))->name == "Review (Done)");
    CHECK(team.refused(rules::RemoveColumn{team.column("create")}).reason.find("Create (Doing)") !=
          std::string::npos);
}
