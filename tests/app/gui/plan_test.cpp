// The plan screen: from the year to the card, measured and mended in place, and a quarter closed.
#include "app/gui/plan/close_model.h"
#include "app/gui/plan/plan_model.h"
#include "app/gui/plan/plan_view.h"
#include "core/base/words.h"
#include "tests/app/gui/screen_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::plan {
namespace {

struct Bench : test::ScreenBench<PlanView> {
    Bench() : ScreenBench({1280, 1100}) {}

    // O-1 of this quarter with a measured key result, and O-2 of the next one.
    void fill() {
        REQUIRE(desk.run(rules::AddBet{2026, "Win the mid-market", "They choose us.", ""}).ok());
        const model::ObjectiveId first = desk.objective("120 trials from webinars");
        desk.objective("150 trials from webinars", "2026-Q2");
        REQUIRE(desk.run(rules::EditObjective{first, {{"bet", "B-1"}}}).ok());
        add("key_result", {{"objective", "O-1"},
                           {"title", "Trials"},
                           {"baseline", "40"},
                           {"target", "120"},
                           {"unit", "trials"},
                           {"owner", "ana"}});
    }
    model::Objective objective(std::int64_t number) {
        return *desk.workspace().objective_by_number(number);
    }
};

TEST_CASE("the screen reads from the year to the card") {
    Bench b;
    b.fill();
    b.add("annual_frame", {{"year", "2026"}, {"priority", "Half of revenue from the mid-market"}});
    b.add("not_doing", {{"year", "2026"}, {"title", "Trade fairs"}, {"why", "No leads in 2025"}});
    const model::CardId card = b.desk.card("Spring webinar", b.objective(1).id);
    b.settle();
    CHECK(b.ui.shows("Half of revenue from the mid-market"));
    CHECK(b.ui.shows("Trade fairs"));
    CHECK(b.ui.shows("Win the mid-market"));
    CHECK(b.ui.shows("120 trials from webinars"));
    CHECK_FALSE(b.ui.shows("150 trials from webinars"));  // of the next quarter
    b.ui.click("unfold:O-1");
    b.settle();
    CHECK(b.ui.shows("KR-1 Trials"));
    CHECK(b.ui.shows("40 to 120 trials"));
    CHECK(b.ui.shows("not measured"));
    b.ui.click("card:" + b.desk.key(card));
    CHECK(b.desk.asked.back() == "card:" + b.desk.key(card));
    b.ui.click("cards:O-1");
    CHECK(b.desk.filter().query == "objective:O-1");
}

TEST_CASE("a key result is measured in place, and its score and bar follow") {
    Bench b;
    b.fill();
    b.settle();
    b.ui.click("unfold:O-1");
    b.settle();
    b.ui.click("measure:KR-1");
    b.ui.frames(3);
    b.ui.type("80");
    b.ui.key(ImGuiKey_Enter);
    b.settle();
    REQUIRE(b.desk.workspace().rows<model::Measurement>().size() == 1);
    CHECK(b.desk.workspace().rows<model::Measurement>().begin()->value == 80);
    CHECK(b.ui.shows("50%, 80 trials"));
    REQUIRE(b.desk.desk().undo().ok());
    b.settle();
    CHECK(b.desk.workspace().rows<model::Measurement>().size() == 0);
    CHECK(b.ui.shows("not measured"));
}

TEST_CASE("a defect of the plan is mended where it is shown") {
    Bench b;
    b.fill();
    b.view.show(Part::Defects);
    b.settle();
    CHECK(b.ui.shows("A key result that nobody has measured"));
    CHECK(b.ui.shows("An objective without cards"));
    b.ui.click("ask");
    CHECK(b.desk.asked.back() == "brief");
    b.ui.click("measure");
    b.ui.frames(3);
    b.ui.type("60");
    b.ui.key(ImGuiKey_Enter);
    b.settle();
    CHECK_FALSE(b.ui.shows("A key result that nobody has measured"));
}

TEST_CASE("an objective whose DRI is gone is named, and gets another one there") {
    Bench b;
    b.fill();
    REQUIRE(b.desk.run(rules::AddPerson{"zoe", "Zoe Last", model::Role::Member}).ok());
    REQUIRE(b.desk.run(rules::EditObjective{b.objective(1).id, {{"dri", "zoe"}}}).ok());
    const model::PersonId zoe = b.desk.workspace().person_by_handle("zoe")->id;
    REQUIRE(b.desk.run(rules::EditPerson{zoe, {{"active", "false"}}}).ok());
    b.view.show(Part::Defects);
    b.settle();
    CHECK(b.ui.shows("Work whose DRI is not active any more"));
    b.ui.click("dri");
    b.ui.frames(3);
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_Enter);
    b.settle();
    const model::Person* now = b.desk.workspace().find(b.objective(1).dri);
    REQUIRE(now != nullptr);
    CHECK(now->active);
    CHECK_FALSE(b.ui.shows("Work whose DRI is not active any more"));
}

TEST_CASE("closing a quarter: scores are computed, cards go on, undo brings all back") {
    Bench b;
    b.fill();
    b.add("measurement", {{"key_result", "KR-1"}, {"day", "2026-03-09"}, {"value", "120"}});
    const model::CardId card = b.desk.card("Spring webinar", b.objective(1).id);
    b.view.show(Part::Quarters);
    b.settle();
    b.ui.click("close-quarter:2026-Q1");
    b.ui.frames(3);
    CHECK(b.ui.shows("computed: 100%"));
    CHECK(b.ui.need("dialog-confirm").disabled);
    CHECK(b.ui.shows("Choose an objective for " + b.desk.key(card) + "."));
    b.ui.click("carry-all");
    b.ui.frames(3);
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiKey_Enter);
    b.ui.frames(3);
    b.ui.click("dialog-confirm");
    b.settle();
    CHECK(b.objective(1).closed);
    CHECK(b.objective(1).score == 1.0);
    CHECK(b.desk.workspace().find(card)->objective == b.objective(2).id);
    CHECK(b.ui.shows("1 of 1 complete"));
    REQUIRE(b.desk.desk().undo().ok());
    b.settle();
    CHECK_FALSE(b.objective(1).closed);
    CHECK(b.desk.workspace().find(card)->objective == b.objective(1).id);
}

TEST_CASE("what closing still needs is said; a cancelled objective needs a reason, not a score") {
    Closing closing;
    closing.objectives = {{.id = {1}, .key = "O-1"}};
    CHECK(closing.missing() == "Score O-1, or cancel it with a reason.");
    closing.objectives[0].cancel = true;
    CHECK(closing.missing() == "Say why O-1 is cancelled.");
    closing.objectives[0].reason = "The product was stopped";
    CHECK(closing.missing().empty());
    closing.cards = {{"MKT-1", "One", "O-1", ""}, {"MKT-2", "Two", "O-1", "O-3"}};
    CHECK(closing.missing() == "Choose an objective for MKT-1.");
    closing.carry_all("O-2");
    CHECK(closing.missing().empty());
    const auto command = std::get<rules::CloseObjectives>(command_of(closing));
    CHECK(command.scores.empty());
    CHECK(command.cancelled == model::TextMap{{"O-1", "The product was stopped"}});
    CHECK(command.carry == model::TextMap{{"MKT-1", "O-2"}, {"MKT-2", "O-2"}});
}

TEST_CASE("numbers are written with at most two digits behind the point") {
    CHECK(number_words(std::nullopt) == "-");
    CHECK(number_words(0.0) == "0");
    CHECK(number_words(-0.001) == "0");
    CHECK(number_words(12.5, "%") == "12.5%");
    CHECK(number_words(1234567.891, "EUR") == "1,234,567.89 EUR");
    CHECK(number_words(-1250.0) == "-1,250");
    CHECK(number_words(100.0) == "100");
}

TEST_CASE("budget, capacity and accountability are tables of the one kind") {
    Bench b;
    b.fill();
    b.add("budget_line", {{"year", "2026"}, {"title", "Webinars"}, {"planned", "40000"}});
    b.view.show(Part::Budget);
    b.settle();
    CHECK(b.ui.shows("40,000"));
    b.view.show(Part::Capacity);
    b.settle();
    CHECK(b.ui.find("add:absence") != nullptr);
    b.view.show(Part::Accountability);
    b.settle();
    CHECK(b.ui.find("add:accountability") != nullptr);
}

}  // namespace
}  // namespace throughline::gui::plan
