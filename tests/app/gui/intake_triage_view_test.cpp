#include "app/gui/headless/ui_driver.h"
#include "app/gui/intake/intake_view.h"
#include "tests/app/gui/intake_frame.h"

#include <doctest/doctest.h>

namespace throughline::gui::intake {
namespace {

using headless::StageOptions;
using headless::UiDriver;

// Only keys are used below: no click, but where the case says so.
struct Triage {
    test::DeskContext desk;
    IntakeView view;
    test::Frame<IntakeView> frame{view, desk};
    UiDriver ui;
    model::ObjectiveId objective;

    Triage() : ui([this] { frame(); }, StageOptions{.size = {1280, 900}, .fonts = false}) {
        objective = desk.objective("An objective of this quarter");
        view.show(Part::Triage);
    }
    const model::Request& request(model::RequestId id) { return *desk.workspace().find(id); }
    void start() { ui.frames(4); }
    // Opens the list that has the keyboard, types, takes the first match.
    void choose(std::string_view name, const char* words) {
        ui.key(ImGuiKey_Enter);
        ui.type(words);
        ui.key(ImGuiKey_Enter);
        ui.frames(2);
        (void)name;
    }
};

TEST_CASE("the queue is walked and scored by keys") {
    Triage t;
    const auto first = t.desk.submit("First");
    const auto second = t.desk.submit("Second");
    t.start();
    t.ui.key(ImGuiKey_DownArrow);
    for (const ImGuiKey key : {ImGuiKey_8, ImGuiKey_5, ImGuiKey_3, ImGuiKey_5})
        t.ui.key(key);
    t.ui.frames(2);
    CHECK(t.request(second).value == 8);
    CHECK(t.request(second).size == 5);
    CHECK(t.ui.shows("(8 + 5 + 3) / 5 = 3.2"));
    CHECK_FALSE(t.request(first).value);
    // Scored, it stands first now and is still the chosen one.
    t.ui.key(ImGuiKey_J);
    t.ui.key(ImGuiKey_S);
    t.ui.key(ImGuiKey_0);
    t.desk.pass(Duration{3 * kMicrosPerSecond});
    t.ui.frames(2);
    CHECK(t.request(first).size == 13);
}

TEST_CASE("a request is accepted by keys and the next one is chosen") {
    Triage t;
    const auto first = t.desk.submit("First", {{"objective", "O-1"}});
    const auto second = t.desk.submit("Second");
    t.start();
    t.ui.key(ImGuiKey_A);
    t.ui.frames(3);
    t.choose("field:dri", "Ana");
    CHECK(t.ui.focused("field:dri"));
    t.ui.key(ImGuiKey_Tab);
    CHECK(t.ui.focused("field:objective"));
    t.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);  // from a list, which it does not open
    t.ui.frames(3);
    CHECK(t.request(first).state == model::RequestState::Accepted);
    REQUIRE(t.request(first).card);
    CHECK(t.desk.workspace().find(t.request(first).card)->dri == t.desk.person("ana"));
    CHECK(t.desk.last_toast() == "R-1 accepted");
    CHECK(t.ui.shows("Second"));
    t.desk.toasts.back().on_action();
    CHECK(t.request(first).state == model::RequestState::Submitted);
    (void)second;
}

TEST_CASE("a request is asked about and declined by keys") {
    Triage t;
    const auto first = t.desk.submit("First");
    const auto second = t.desk.submit("Second");
    t.start();
    t.ui.key(ImGuiKey_Q);
    t.ui.frames(3);
    t.ui.type("For whom is it?");
    t.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    t.ui.frames(3);
    CHECK(t.request(first).state == model::RequestState::NeedsInfo);
    CHECK(t.request(first).reason == "For whom is it?");
    CHECK(t.ui.shows("Waiting for the requester"));
    // It stays chosen, among those that wait; the other one is above it.
    t.ui.key(ImGuiKey_K);
    t.ui.key(ImGuiKey_D);
    t.ui.frames(3);
    t.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK(t.request(second).is_open());  // no reason yet
    t.ui.type("Too small");
    t.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    t.ui.frames(3);
    CHECK(t.request(second).state == model::RequestState::Declined);
}

TEST_CASE("a request is merged: the most alike stands first") {
    Triage t;
    const auto first = t.desk.submit("Landing page for the spring summit");
    const auto second = t.desk.submit("Spring summit landing page");
    t.start();
    t.ui.key(ImGuiKey_J);
    t.ui.key(ImGuiKey_M);
    t.ui.frames(3);
    t.ui.key(ImGuiKey_DownArrow);
    t.ui.key(ImGuiKey_Enter);
    t.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    t.ui.frames(3);
    CHECK(t.request(second).state == model::RequestState::Merged);
    CHECK(t.request(second).merged_into == first);
}

TEST_CASE("a full ready column makes accepting a trade") {
    Triage t;
    for (int i = 0; i < 8; ++i)
        REQUIRE(t.desk.card("Card " + std::to_string(i), t.objective));
    const auto request = t.desk.submit("One more", {{"objective", "O-1"}});
    t.start();
    t.ui.key(ImGuiKey_A);
    t.ui.frames(3);
    CHECK(t.ui.shows("Ready is full: 8 of 8"));
    t.choose("field:dri", "Ana");
    CHECK(t.ui.need("dialog-confirm").disabled);
    t.ui.click("field:leaves");
    t.ui.key(ImGuiKey_Enter);
    t.ui.fill("field:reason", "The summit is fixed");
    t.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    t.ui.frames(3);
    CHECK(t.request(request).state == model::RequestState::Accepted);
    int out = 0;
    for (const model::Card& card : t.desk.workspace().rows<model::Card>())
        out += card.state == model::CardState::TradedOut ? 1 : 0;
    CHECK(out == 1);
    CHECK(t.desk.last_toast().find("is back in the queue") != std::string::npos);
}

TEST_CASE("who may not triage sees the queue, and why the buttons are off") {
    Triage t;
    const auto request = t.desk.submit("First");
    REQUIRE(t.desk.run(rules::AddPerson{"bo", "Bo", model::Role::Member}).ok());
    t.desk.be("bo");
    t.start();
    CHECK(t.ui.need("accept").disabled);
    t.ui.key(ImGuiKey_8);
    t.ui.key(ImGuiKey_D);
    t.ui.frames(3);
    CHECK(t.ui.find("dialog-confirm") == nullptr);
    t.desk.pass(Duration{3 * kMicrosPerSecond});
    t.ui.frames(2);
    CHECK_FALSE(t.request(request).value);
}

}  // namespace
}  // namespace throughline::gui::intake
