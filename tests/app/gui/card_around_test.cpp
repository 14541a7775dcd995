// The card panel: money, escalations, milestones of the objective, result and retro.
#include "app/gui/card/around_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::test {
namespace {

struct Panel : Bench {
    model::CardId id;
    std::string key;

    Panel() {
        id = card("Spring webinar");
        key = model::key_of(ws(), *ws().find(id));
        open();
    }
    void open() {
        context().open_card(id);
        settle();
    }
    void tab(const char* name) {
        ui.click(name);
        settle();
    }
    void add(const char* table, model::TextMap set) {
        REQUIRE(run(rules::AddRecord{table, std::move(set)}));
    }
    card::CardAround around() {
        return card::make_around({.workspace = ws(),
                                  .zone = context().zone(),
                                  .now = context().now(),
                                  .me = desk().actor()},
                                 id);
    }
};

TEST_CASE("money of a card: added in the panel, with the sums by kind and channel") {
    Panel p;
    p.tab("tab-details");
    p.ui.scroll(ImVec2{1150, 600}, -60);
    p.settle();
    p.ui.click("add:spend");
    p.settle();
    CHECK(p.ui.find("field:card") == nullptr);  // it is this one
    p.ui.fill("field:amount", "1200");
    p.ui.click("dialog-confirm");
    p.settle();
    REQUIRE(p.ws().rows<model::Spend>().size() == 1);
    CHECK(p.ws().rows<model::Spend>().begin()->card == p.id);
    p.add("spend", {{"card", p.key},
                    {"kind", "spent"},
                    {"amount", "300"},
                    {"channel", "Events"},
                    {"day", "2026-03-02"}});
    const card::CardAround around = p.around();
    CHECK(around.committed == 1200);
    CHECK(around.spent == 300);
    CHECK(around.money == "Committed 1,200 EUR, spent 300 EUR, together 1,500 EUR.");
    CHECK(around.by_channel.starts_with("No channel 1,200 EUR"));
    CHECK(around.by_channel.ends_with("Events 300 EUR"));
    CHECK(p.ui.shows("together 1,500 EUR"));
}

TEST_CASE("a card is escalated from its panel, answered there, and both are shown") {
    Panel p;
    p.ui.click("act-more");
    p.settle();
    p.ui.click("escalate");
    p.settle();
    CHECK(p.ui.shows("Nobody is named to escalate"));  // said before a reason is written
    p.ui.key(ImGuiKey_Escape);
    p.settle();
    REQUIRE(p.run(rules::AddPerson{"lea", "Lea Lead", model::Role::Lead}));
    p.add("accountability", {{"outcome", "Bookings"},
                             {"dri", "ana"},
                             {"decision_rights", "Channels"},
                             {"cadence", "weekly"},
                             {"escalation", "ana\nlea"}});
    p.ui.click("act-more");
    p.settle();
    p.ui.click("escalate");
    p.settle();
    CHECK_FALSE(p.ui.shows("Nobody is named to escalate"));
    p.ui.fill("escalation-reason", "No designer until June");
    p.ui.click("dialog-confirm");
    p.settle();
    REQUIRE(p.ws().rows<model::Escalation>().size() == 1);
    CHECK(p.ui.shows("No designer until June"));
    CHECK(p.ui.shows("Waits for an answer"));
    CHECK(p.ui.find("answer-escalation") == nullptr);  // that is Lea's to do
    p.desk().set_actor(p.ws().person_by_handle("lea")->id);
    p.settle();
    p.ui.click("answer-escalation");
    p.settle();
    p.ui.fill("field:answer", "Take the agency");
    p.ui.click("dialog-confirm");
    p.settle();
    CHECK(p.ws().rows<model::Escalation>().begin()->answer == "Take the agency");
    CHECK(p.ui.shows("Take the agency"));
    CHECK_FALSE(p.ui.shows("Waits for an answer"));
}

TEST_CASE("milestones of the objective are shown in order of their dates, and ticked") {
    Panel p;
    p.add("milestone",
          {{"objective", "O-1"}, {"title", "Results reviewed"}, {"due", "2026-03-25"}});
    p.add("milestone", {{"objective", "O-1"}, {"title", "Message agreed"}, {"due", "2026-03-05"}});
    p.settle();
    const card::CardAround around = p.around();
    REQUIRE(around.milestones.size() == 2);
    CHECK(around.milestones[0].title == "Message agreed");
    CHECK(around.milestones[0].late);
    CHECK_FALSE(around.milestones[1].late);
    CHECK(p.ui.shows("Milestones of O-1"));
    p.ui.click("milestone:Message agreed");
    p.settle();
    CHECK(p.around().milestones[0].done);
}

TEST_CASE("a delivered card says that its result is missing, and asks for a retro") {
    Panel p;
    CHECK_FALSE(p.ui.shows("no result yet"));
    p.deliver(p.id);
    p.settle();
    CHECK(p.ui.shows("no result yet"));
    CHECK(p.ui.shows("not closed with its result yet"));
    p.ui.fill("field:result_actual", "31 bookings");
    p.ui.key(ImGuiKey_Enter);
    p.settle();
    CHECK(p.ws().find(p.id)->result_actual == "31 bookings");
    CHECK_FALSE(p.ui.shows("no result yet"));
    p.ui.click("write-retro");
    p.settle();
    CHECK(p.ui.shows("31 bookings"));
    p.ui.fill("field:drove", "The guest speaker");
    p.ui.fill("field:changes", "A guest in every webinar");
    p.ui.click("dialog-confirm");
    p.settle();
    REQUIRE(p.ws().rows<model::Retro>().size() == 1);
    CHECK(p.ws().rows<model::Retro>().begin()->card == p.id);
    CHECK(p.ws().rows<model::Retro>().begin()->happened == "31 bookings");
    CHECK(p.ui.find("write-retro") == nullptr);
    CHECK(p.ui.find("open-retro") != nullptr);
}

}  // namespace
}  // namespace throughline::gui::test
