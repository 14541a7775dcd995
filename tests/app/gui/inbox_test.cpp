// The inbox: what waits for the acting person, done in place by keys.
#include "app/gui/inbox/inbox_model.h"
#include "app/gui/workbench/rail_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::inbox {
namespace {

struct Bench : test::Bench {
    using test::Bench::Bench;

    void add(const char* table, model::TextMap set) {
        REQUIRE(run(rules::AddRecord{table, std::move(set)}));
    }
    void be(const char* handle) {
        desk().set_actor(ws().person_by_handle(handle)->id);
        settle();
    }
    // Ben, whom Ana can mention.
    void with_ben() { REQUIRE(run(rules::AddPerson{"ben", "Ben Okafor", model::Role::Lead})); }
    void press(ImGuiKeyChord chord) {
        ui.key(chord);
        settle();
    }
    std::size_t marks() { return ws().rows<model::InboxMark>().size(); }
};

TEST_CASE("an inbox without anything says what comes there") {
    Bench b;
    b.go(Screen::Inbox);
    CHECK(b.ui.shows("Nothing waits for you"));
    CHECK(b.ui.shows("mentions in comments"));
}

TEST_CASE("the badge counts what is new; E marks a mention as seen, U makes it new again") {
    Bench b;
    b.with_ben();
    const model::CardId card = b.card("Spring webinar");
    REQUIRE(b.run(rules::AddComment{card, {}, "@ben please check the claim"}));
    b.be("ben");
    CHECK(workbench::rail_badge(Screen::Inbox, b.ws(), b.ana(), 1) == "1");
    CHECK(workbench::rail_badge(Screen::Inbox, b.ws(), b.ana(), 0).empty());
    b.go(Screen::Inbox);
    CHECK(b.ui.shows("1 new"));
    CHECK(b.ui.shows("@ben please check the claim"));
    CHECK(b.ui.shows("For your information"));
    b.press(ImGuiKey_E);
    CHECK(b.marks() == 1);
    CHECK(b.ui.shows("Nothing waits for you"));
    b.press(ImGuiKey_U);
    CHECK(b.marks() == 0);
    CHECK(b.ui.shows("@ben please check the claim"));
    b.press(ImGuiMod_Shift | ImGuiKey_E);
    CHECK(b.marks() == 1);
    b.ui.click("Seen too");
    b.settle();
    CHECK(b.ui.shows("@ben please check the claim"));
}

TEST_CASE("Enter opens the card of a mention, and what was opened counts as seen") {
    Bench b;
    b.with_ben();
    const model::CardId card = b.card("Spring webinar");
    REQUIRE(b.run(rules::AddComment{card, {}, "@ben look"}));
    b.be("ben");
    b.go(Screen::Inbox);
    b.press(ImGuiKey_Enter);
    CHECK(b.ui.find("close-card") != nullptr);
    CHECK(b.marks() == 1);
}

TEST_CASE("keys go through the list; D does what an item asks, U takes it back") {
    Bench b;
    b.add("action_item", {{"text", "Ask legal"}, {"owner", "ana"}, {"due", "2026-03-09"}});
    b.add("action_item", {{"text", "Send notes"}, {"owner", "ana"}, {"due", "2026-03-10"}});
    b.go(Screen::Inbox);
    CHECK(b.ui.shows("Overdue"));
    CHECK(b.ui.shows("1 d late"));
    CHECK(b.ui.shows("Today"));
    b.press(ImGuiKey_J);
    b.press(ImGuiKey_D);
    const auto state = [&](std::int64_t number) {
        for (const model::ActionItem& one : b.ws().rows<model::ActionItem>()) {
            if (one.number == number) return one.state;
        }
        return model::ActionState::Dropped;
    };
    CHECK(state(1) == model::ActionState::Open);
    CHECK(state(2) == model::ActionState::Done);
    CHECK_FALSE(b.ui.shows("Send notes"));
    b.press(ImGuiKey_U);
    CHECK(state(2) == model::ActionState::Open);
    b.press(ImGuiKey_K);
    b.press(ImGuiKey_K);
    b.press(ImGuiKey_D);
    CHECK(state(1) == model::ActionState::Done);
}

TEST_CASE("a question is answered in place; an empty answer is not sent") {
    Bench b;
    const model::RequestId request = b.submit("Brand film");
    REQUIRE(b.run(rules::AskRequester{request, "Who pays for it?"}));
    b.go(Screen::Inbox);
    CHECK(b.ui.shows("Who pays for it?"));
    b.ui.click("answer");
    b.settle();
    CHECK(b.ui.shows("The answer is empty"));
    CHECK(b.ws().find(request)->state == model::RequestState::NeedsInfo);
    b.press(ImGuiKey_D);
    b.ui.type("Sales does");
    b.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK(b.ws().find(request)->state == model::RequestState::Submitted);
    CHECK(b.ui.shows("Nothing waits for you"));
}

TEST_CASE("letters typed into an answer are no keys of the inbox") {
    Bench b;
    const model::RequestId request = b.submit("Brand film");
    REQUIRE(b.run(rules::AskRequester{request, "Who pays for it?"}));
    b.go(Screen::Inbox);
    b.press(ImGuiKey_D);
    b.press(ImGuiKey_E);
    CHECK(b.marks() == 0);
}

TEST_CASE("an overdue value is measured in place") {
    Bench b;
    b.add("kpi", {{"name", "Win rate"}, {"unit", "%"}, {"owner", "ana"}});
    b.add("kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}});
    b.go(Screen::Inbox);
    CHECK(b.ui.shows("Value missing"));
    b.press(ImGuiKey_D);
    b.ui.type("44");
    b.press(ImGuiKey_Enter);
    REQUIRE(b.ws().rows<model::Measurement>().size() == 1);
    CHECK(b.ws().rows<model::Measurement>().begin()->value == 44);
    CHECK(b.ui.shows("Nothing waits for you"));
}

TEST_CASE("what one key does is known for every kind, and a command only where nothing is asked") {
    for (int i = 0; i <= static_cast<int>(flow::InboxKind::Move); ++i) {
        flow::InboxItem item;
        item.kind = static_cast<flow::InboxKind>(i);
        const Act act = act_of(item);
        CHECK((act.kind == ActKind::Run) == command_of(item).has_value());
        CHECK((act.kind == ActKind::None) == act.label.empty());
    }
}

}  // namespace
}  // namespace throughline::gui::inbox
