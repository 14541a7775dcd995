#include "app/gui/objectives/objectives_model.h"

#include "app/gui/objectives/bets_model.h"
#include "app/gui/objectives/forms.h"
#include "app/gui/objectives/people_model.h"
#include "app/gui/objectives/plan_words.h"
#include "tests/app/gui/intake_desk.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace throughline::gui::objectives {
namespace {

ObjectivesModel read(test::DeskContext& desk) {
    ObjectivesModel model;
    const model::Workspace& ws = desk.workspace();
    const Day today = desk.zone().day(desk.now());
    const flow::Flow flow(flow::rows_of(ws, desk.zone()), desk.now());
    const PlanFigures figures = plan_figures(flow::plan_rows_of(ws), flow, civil(today).year);
    model.refresh(ws, desk.desk().revision(), today, &figures);
    return model;
}

bool has_defect(const ObjectivesModel& model, const std::string& id) {
    return std::any_of(model.defects().begin(), model.defects().end(),
                       [&](const PlanDefect& one) { return one.id == id; });
}

TEST_CASE("quarters are said in words") {
    CHECK(quarter_words("2026-Q4") == "Q4 2026");
    CHECK(quarter_words("") == "Standing");
    CHECK(quarter_words("some day") == "some day");
}

TEST_CASE("objectives: by quarter, with their cards by state") {
    test::DeskContext desk;  // 10 March 2026
    const auto now = desk.objective("This quarter's objective");
    desk.objective("Next quarter's objective", "2026-Q2");
    desk.objective("A later objective", "2026-Q4");
    desk.objective("A standing objective", "");
    desk.objective("A past objective", "2025-Q3");
    const auto card = desk.card("In hand", now);
    REQUIRE(desk.card("Waiting", now));
    REQUIRE(
        desk.run(rules::MoveCards{{card}, desk.workspace().column_by_handle("create")->id, {}, ""})
            .ok());
    const ObjectivesModel model = read(desk);
    REQUIRE(model.groups().size() == 5);
    CHECK(model.groups()[0].title == "This quarter, Q1 2026");
    CHECK(model.groups()[0].rows[0].cards == flow::CardCounts{1, 1, 0});
    CHECK(model.groups()[1].period == Period::Next);
    CHECK(model.groups()[2].period == Period::Later);
    CHECK(model.groups()[3].period == Period::Standing);
    CHECK(model.groups()[4].period == Period::Past);
}

TEST_CASE("defects of the plan: no cards, over and not closed, too many for one person") {
    test::DeskContext desk;
    for (int i = 0; i < desk.workspace().board()->objectives_per_dri; ++i)
        desk.objective("An objective of this quarter");
    desk.objective("A past objective", "2025-Q3");
    ObjectivesModel model = read(desk);
    CHECK(has_defect(model, "no-cards:O-1"));
    CHECK(has_defect(model, "past:O-4"));
    CHECK_FALSE(has_defect(model, "too-many:ana"));
    desk.objective("One too many");
    model = read(desk);
    CHECK(has_defect(model, "too-many:ana"));
    const auto first = desk.workspace().objective_by_number(1)->id;
    REQUIRE(desk.card("Serves it", first));
    CHECK_FALSE(has_defect(read(desk), "no-cards:O-1"));
    REQUIRE(desk.run(rules::EditObjective{desk.workspace().objective_by_number(4)->id,
                                          {{"closed", "true"}}})
                .ok());
    CHECK_FALSE(has_defect(read(desk), "past:O-4"));
}

TEST_CASE("cards of a closed objective are a defect of the plan until they serve another") {
    test::DeskContext desk;
    const auto closed = desk.objective("Done with this one");
    const auto card = desk.card("Goes on", closed);
    const auto other = desk.card("Goes on too", closed);
    CHECK_FALSE(has_defect(read(desk), "closed:O-1"));
    REQUIRE(desk.run(rules::EditObjective{closed, {{"closed", "true"}}}).ok());
    const ObjectivesModel model = read(desk);
    REQUIRE(has_defect(model, "closed:O-1"));
    CHECK(model.defects().front().words ==
          "O-1 is closed, and 2 cards still serve it: tie them to another.");
    CHECK(model.defects().front().query == "objective:O-1");
    CHECK(model.find(closed)->defects == std::vector<std::string>{"2 cards go on"});
    desk.objective("The next one");
    for (const model::CardId id : {card, other})
        REQUIRE(desk.run(rules::EditCard{.card = id, .set = {{"objective", "O-2"}}}).ok());
    CHECK_FALSE(has_defect(read(desk), "closed:O-1"));
}

TEST_CASE("objective form: an edit sends only what was changed") {
    test::DeskContext desk;
    const auto id = desk.objective("An objective of this quarter");
    ObjectiveForm form =
        objective_form(desk.workspace(), id, desk.zone().day(desk.now()), desk.person("ana"));
    CHECK(form.dri == "ana");
    CHECK(form.missing().empty());
    form.status = model::ObjectiveStatus::AtRisk;
    CHECK(form.missing() == "Say why it is not on track.");
    form.reason = "Legal is late";
    const rules::Command command = command_of(form, desk.workspace());
    const auto& edit = std::get<rules::EditObjective>(command);
    CHECK(edit.set == model::TextMap{{"status", "at-risk"}, {"status_reason", "Legal is late"}});
    CHECK(desk.run(command).ok());
}

TEST_CASE("bets: by year, newest first, with what serves them") {
    test::DeskContext desk;
    REQUIRE(desk.run(rules::AddBet{2026, "Enterprise first", "Half of revenue.", ""}).ok());
    REQUIRE(desk.run(rules::AddBet{2025, "Older", "Done.", ""}).ok());
    REQUIRE(
        desk.run(rules::AddObjective{"An objective of it", "2026-Q1",
                                     desk.workspace().bet_by_number(1)->id, desk.person("ana"), -1})
            .ok());
    const auto years = bet_years(desk.workspace(), desk.zone().day(desk.now()));
    REQUIRE(years.size() == 2);
    CHECK(years[0].year == 2026);
    CHECK(years[0].open == 1);
    CHECK(years[0].rows[0].objectives == 1);
}

TEST_CASE("people: load against the limit, rights in words") {
    test::DeskContext desk;
    REQUIRE(desk.run(rules::AddPerson{"bo", "Bo", model::Role::Member}).ok());
    REQUIRE(
        desk.run(rules::EditPerson{desk.person("bo"), {{"wip_limit", "5"}, {"active", "false"}}})
            .ok());
    PeopleModel model;
    model.refresh(desk.workspace(), desk.desk().revision());
    REQUIRE(model.rows().size() == 2);
    CHECK(model.rows()[0].load == "0 of 3");
    CHECK(model.rows()[0].limit == "3 of the board");
    CHECK(model.rows()[1].handle == "bo");
    CHECK(model.rows()[1].limit == "5");
    REQUIRE(model.rights().size() == rules::role_table().size());
    CHECK(model.rights()[0].has == std::vector<bool>{true, true, true, true, true});
    CHECK(model.rights().back().has == std::vector<bool>{false, false, false, false, true});
}

}  // namespace
}  // namespace throughline::gui::objectives
