#include "app/gui/objectives/objectives_view.h"
#include "tests/app/gui/screen_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::objectives {
namespace {

struct Plan : test::ScreenBench<ObjectivesView> {
    Plan() : ScreenBench({1280, 900}) { settle(); }
    const model::Objective* objective(std::int64_t number) {
        return desk.workspace().objective_by_number(number);
    }
};

TEST_CASE("an objective is added by keys") {
    Plan p;
    CHECK(p.ui.shows("No objectives yet"));
    p.ui.key(ImGuiMod_Shift | ImGuiKey_N);
    p.settle();
    p.ui.type("120 trials from webinars");
    p.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    p.settle();
    REQUIRE(p.objective(1) != nullptr);
    CHECK(p.objective(1)->title == "120 trials from webinars");
    CHECK(p.objective(1)->quarter == "2026-Q1");
    CHECK(p.objective(1)->dri == p.desk.person("ana"));
    CHECK(p.ui.find("objective:O-1") != nullptr);
    p.settle();
    CHECK(p.ui.shows("No cards"));
}

TEST_CASE("an objective's status is changed with its reason, and it is closed and reopened") {
    Plan p;
    p.desk.objective("120 trials from webinars");
    p.settle();
    p.ui.click("edit:O-1");
    p.settle();
    p.ui.click("At risk");
    CHECK(p.ui.need("dialog-confirm").disabled);
    p.ui.fill("field:reason", "Legal is late");
    p.ui.click("dialog-confirm");
    p.settle();
    CHECK(p.objective(1)->status == model::ObjectiveStatus::AtRisk);
    CHECK(p.ui.shows("Legal is late"));
    p.settle();
    p.ui.click("close:O-1");
    CHECK(p.objective(1)->closed);
    p.settle();
    p.ui.click("close:O-1");
    CHECK_FALSE(p.objective(1)->closed);
    p.settle();
    p.ui.click("cards:O-1");
    CHECK(p.desk.filter().query == "objective:O-1");
}

TEST_CASE("a third bet needs a reason and a fourth is refused in the dialog") {
    Plan p;
    for (const char* title : {"One", "Two"})
        REQUIRE(p.desk.run(rules::AddBet{2026, title, "A sentence.", ""}).ok());
    p.view.show(Part::Bets);
    p.settle();
    const auto add = [&](const char* title, const char* reason) {
        p.ui.click("add-bet:2026");
        p.settle();
        p.ui.fill("field:title", title);
        p.ui.fill("field:sentence", "A sentence.");
        if (reason != nullptr) p.ui.fill("field:reason", reason);
        p.ui.click("dialog-confirm");
        p.settle();
    };
    add("Three", nullptr);
    CHECK(p.ui.shows("A third big bet needs a reason."));
    p.ui.fill("field:reason", "The market shifts");
    p.ui.click("dialog-confirm");
    p.settle();
    CHECK(p.desk.workspace().rows<model::Bet>().size() == 3);
    add("Four", "Another reason");
    CHECK(p.ui.shows("2026 has three big bets already."));
    CHECK(p.desk.workspace().rows<model::Bet>().size() == 3);
    p.ui.click("Cancel");
}

TEST_CASE("a person is added with a limit, and edited") {
    Plan p;
    p.view.show(Part::People);
    p.settle();
    p.ui.click("add-person");
    p.settle();
    p.ui.fill("field:name", "Bo Andersson");
    p.ui.fill("field:handle", "bo");
    p.ui.fill("field:limit", "4");
    p.ui.click("dialog-confirm");
    p.settle();
    const model::Person* bo = p.desk.workspace().person_by_handle("bo");
    REQUIRE(bo != nullptr);
    CHECK(bo->wip_limit == 4);
    p.ui.click("edit:bo");
    p.settle();
    p.ui.click("Lead");
    p.ui.click("dialog-confirm");
    p.settle();
    CHECK(p.desk.workspace().person_by_handle("bo")->role == model::Role::Lead);
    CHECK(p.ui.shows("What each role may do"));
}

TEST_CASE(
    "an objective names who is responsible, consulted and informed, and stakeholders outside") {
    Plan p;
    p.desk.objective("120 trials from webinars");
    REQUIRE(p.desk.run(rules::AddPerson{"bo", "Bo Andersson", model::Role::Member}).ok());
    p.settle();
    p.ui.click("edit:O-1");
    p.settle();
    p.ui.click("field:consulted");
    p.settle();
    p.ui.click("Bo Andersson");
    p.ui.key(ImGuiKey_Escape);
    p.settle();
    p.ui.fill("field:stakeholders", "Head of sales, Product");
    p.ui.click("dialog-confirm");
    p.settle();
    const model::Objective objective = *p.desk.workspace().objective_by_number(1);
    CHECK(objective.consulted == std::vector{p.desk.person("bo")});
    CHECK(objective.responsible.empty());
    CHECK(objective.stakeholders == model::TextList{"Head of sales", "Product"});
}

TEST_CASE("who may not plan sees the plan, and why the buttons are off") {
    Plan p;
    p.desk.objective("120 trials from webinars");
    REQUIRE(p.desk.run(rules::AddPerson{"bo", "Bo", model::Role::Member}).ok());
    p.desk.be("bo");
    p.settle();
    CHECK(p.ui.need("add-objective").disabled);
    CHECK(p.ui.need("edit:O-1").disabled);
    p.ui.key(ImGuiMod_Shift | ImGuiKey_N);
    p.settle();
    CHECK(p.ui.find("dialog-confirm") == nullptr);
}

}  // namespace
}  // namespace throughline::gui::objectives
