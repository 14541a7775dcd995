#include "app/gui/headless/ui_driver.h"
#include "app/gui/intake/intake_view.h"
#include "tests/app/gui/intake_frame.h"

#include <doctest/doctest.h>

namespace throughline::gui::intake {
namespace {

using headless::StageOptions;
using headless::UiDriver;

struct Screenful {
    test::DeskContext desk;
    IntakeView view;
    test::Frame<IntakeView> frame{view, desk};
    UiDriver ui;

    Screenful() : ui([this] { frame(); }, StageOptions{.size = {1280, 2200}, .fonts = false}) {
        desk.plain_form();
        view.open_new();
        ui.frames(3);
    }
    void settle() {
        desk.settle();
        ui.frames(2);
    }
    void fill_all() {
        ui.fill("field:title", "Launch the reporting module");
        ui.fill("field:what", "Customers learn about it and book a demo.");
        ui.fill("field:audience", "Existing customers");
        ui.fill("field:why_now", "It ships in May.");
        ui.fill("field:success_measure", "Demo bookings");
        ui.click("field:objective");
        ui.type("triage");
        ui.key(ImGuiKey_Enter);
        ui.click("field:needed_by:none");
    }
};

TEST_CASE(
    "a brief is filled in and submitted; before that what is missing is named and gets the "
    "keyboard") {
    Screenful s;
    s.ui.click("template:simple-request");
    s.ui.click("submit");
    s.ui.frames(4);
    CHECK(s.desk.workspace().rows<model::Request>().size() == 0);
    CHECK(s.ui.shows("For whom is missing"));
    CHECK(s.ui.find("missing:audience") != nullptr);
    CHECK(s.ui.focused("field:title"));
    s.ui.click("missing:audience");
    s.ui.frames(4);
    CHECK(s.ui.focused("field:audience"));

    s.fill_all();
    CHECK_FALSE(s.ui.shows("is missing"));
    s.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    s.ui.frames(2);
    REQUIRE(s.desk.workspace().rows<model::Request>().size() == 1);
    CHECK(s.ui.shows("R-1 is submitted"));
    CHECK(s.ui.shows("Answer by tomorrow 10:00") != s.ui.shows("Answer by Thu 10:00"));
    s.ui.click("sent-mine");
    CHECK(s.ui.find("request:R-1") != nullptr);
}

TEST_CASE("a template is found by typing and taken by Enter, and no letter is a shortcut") {
    Screenful s;
    CHECK(s.ui.focused("template-query"));
    s.ui.type("ema");
    s.ui.frames(2);
    CHECK(s.desk.asked.empty());
    CHECK(s.ui.find("template:email") != nullptr);
    CHECK(s.ui.find("template:web-page") == nullptr);
    s.ui.key(ImGuiKey_Enter);
    s.ui.frames(4);
    CHECK(s.ui.focused("field:title"));
}

TEST_CASE("the first letters count too when they come before the picker has the keyboard") {
    Screenful s;
    s.view.show(Part::Mine);
    s.ui.frames(3);
    s.view.open_new();
    s.ui.frames(1);
    ImGui::SetCurrentContext(&s.ui.context());
    for (const char letter : std::string("email")) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
        s.ui.frames(1);
    }
    s.ui.frames(2);
    CHECK(s.ui.shows("email"));
    CHECK(s.ui.find("template:web-page") == nullptr);
}

TEST_CASE("arrows walk over the templates; a search that finds none keeps the keyboard") {
    Screenful s;
    s.ui.type("no such work");
    s.ui.key(ImGuiKey_Enter);
    CHECK(s.ui.shows("No template has these words."));
    s.ui.key(ImGuiKey_Escape);
    s.ui.frames(2);
    CHECK(s.ui.focused("template-query"));
    REQUIRE(s.ui.find("template:campaign-launch") != nullptr);
    s.ui.key(ImGuiKey_RightArrow);
    s.ui.key(ImGuiKey_RightArrow);
    s.ui.key(ImGuiKey_LeftArrow);
    s.ui.key(ImGuiKey_Enter);
    s.ui.frames(4);
    CHECK(s.ui.shows("Content asset"));
    CHECK(s.ui.focused("field:title"));
}

TEST_CASE("after a choice Tab goes on to the next field, and Ctrl+Enter submits from a list") {
    Screenful s;
    s.ui.click("template:simple-request");
    s.fill_all();
    s.ui.click("field:objective");
    s.ui.type("triage");
    s.ui.key(ImGuiKey_Enter);
    s.ui.frames(2);
    CHECK(s.ui.focused("field:objective"));
    s.ui.key(ImGuiKey_Tab);
    CHECK_FALSE(s.ui.focused("field:objective"));
    s.ui.key(ImGuiMod_Shift | ImGuiKey_Tab);
    CHECK(s.ui.focused("field:objective"));
    s.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    s.ui.frames(3);
    CHECK(s.ui.shows("R-1 is submitted"));
}

TEST_CASE("what is written is kept as a draft and can be gone on with") {
    Screenful s;
    s.ui.click("template:simple-request");
    s.ui.fill("field:title", "Half a brief");
    s.desk.pass(Duration{2 * kMicrosPerSecond});
    s.ui.frames(2);
    s.settle();
    REQUIRE(s.desk.desk().drafts().size() == 1);
    CHECK(s.ui.shows("Draft saved"));
    const std::int64_t id = s.desk.desk().drafts().front().id;

    s.ui.click("form-back");
    s.ui.click("tab:mine");
    s.ui.click("draft:" + std::to_string(id));
    s.ui.frames(2);
    CHECK(s.ui.find("field:audience") != nullptr);
    s.ui.fill("field:audience", "Everybody");
    s.view.leave(s.desk);
    s.settle();
    REQUIRE(s.desk.desk().drafts().size() == 1);
    CHECK(s.desk.desk().drafts().front().title == "Half a brief");
    CHECK(s.desk.desk().drafts().front().answers.at("audience") == "Everybody");
}

TEST_CASE("a draft saved while the drafts are still being read stays in the list") {
    test::DeskContext desk;  // its actor was set a moment ago; nothing was polled yet
    desk.desk().save_draft(
        {7, desk.person("ana"), desk.plain_form(), "Half a brief", {}, desk.now()});
    desk.settle();
    desk.settle();
    REQUIRE(desk.desk().drafts().size() == 1);
    CHECK(desk.desk().drafts().front().title == "Half a brief");
}

TEST_CASE("a discarded draft comes back by undo") {
    Screenful s;
    s.ui.click("template:simple-request");
    s.ui.fill("field:title", "Thrown away");
    s.desk.pass(Duration{2 * kMicrosPerSecond});
    s.ui.frames(2);
    s.settle();
    s.ui.click("discard");
    s.settle();
    CHECK(s.desk.desk().drafts().empty());
    REQUIRE_FALSE(s.desk.toasts.empty());
    s.desk.toasts.back().on_action();
    s.settle();
    REQUIRE(s.desk.desk().drafts().size() == 1);
    CHECK(s.desk.opened_draft == s.desk.desk().drafts().front().id);
}

TEST_CASE("open work that looks alike is shown before submitting and opens") {
    Screenful s;
    s.desk.submit("Landing page for the spring summit");
    s.ui.click("template:simple-request");
    s.ui.fill("field:title", "Landing page for the spring summit");
    s.desk.pass(Duration{kMicrosPerSecond});
    s.ui.frames(2);
    s.settle();
    REQUIRE(s.ui.find("similar:R-1") != nullptr);
    s.ui.click("similar:R-1");
    CHECK(s.desk.asked.back() == "request:R-1");
}

TEST_CASE("a question is answered at the request") {
    Screenful s;
    const auto request = s.desk.submit("Asked about");
    REQUIRE(s.desk.run(rules::AskRequester{request, "For which region?"}).ok());
    s.ui.click("tab:mine");
    s.ui.frames(2);
    CHECK(s.ui.shows("For which region?"));
    s.ui.fill("field:answer", "Nordics only");
    s.ui.click("answer");
    s.ui.frames(2);
    CHECK(s.desk.workspace().find(request)->state == model::RequestState::Submitted);
    CHECK(s.ui.shows("Nordics only"));
}

TEST_CASE("an imported card gets its brief by the same form") {
    Screenful s;
    // Without an import at hand the form is opened for a card that has a brief: the refusal is
    // shown.
    const auto card = s.desk.card("Has one", s.desk.objective("An objective of this quarter"));
    s.view.attach_brief(card);
    s.ui.frames(3);
    s.ui.click("template:simple-request");
    s.fill_all();
    s.ui.click("submit");
    s.ui.frames(2);
    CHECK(s.ui.shows("has a brief already"));
}

TEST_CASE("a brief begun for a card is kept as a draft, gone on with, and gone once it is given") {
    Screenful s;
    const auto card = s.desk.card("Has one", s.desk.objective("An objective of this quarter"));
    s.view.attach_brief(card);
    s.ui.frames(3);
    s.ui.click("template:simple-request");
    s.ui.frames(2);
    CHECK(s.view.card_drafts().empty());  // nothing of one's own is written yet
    s.ui.fill("field:audience", "Existing customers");
    s.ui.click("form-back");
    s.ui.frames(3);
    REQUIRE(s.view.card_drafts().size() == 1);
    CHECK(s.view.has_card_draft(card, s.desk.person("ana")));
    CHECK(s.desk.desk().drafts().empty());  // no request to be

    s.ui.click("tab:mine");
    s.ui.frames(2);
    CHECK(s.ui.shows("Brief for " + s.desk.key(card)));
    s.ui.click("Has one");
    CHECK(s.desk.asked.empty());
    s.ui.frames(2);
    CHECK(s.ui.shows("Existing customers"));
    CHECK(s.ui.shows("Draft saved"));

    s.view.open_new();
    s.ui.frames(3);
    s.view.attach_brief(card);
    s.ui.frames(3);
    CHECK(s.ui.shows("Existing customers"));
    s.ui.click("discard");
    s.ui.frames(2);
    CHECK(s.view.card_drafts().empty());
    REQUIRE(s.desk.last_toast() == "Draft discarded");
    s.desk.toasts.back().on_action();
    CHECK(s.view.card_drafts().size() == 1);
    CHECK(s.desk.asked.back() == "attach:" + s.desk.key(card));
}

TEST_CASE("a draft for a card is discarded in the list, and brought back") {
    Screenful s;
    const auto card = s.desk.card("Has one", s.desk.objective("An objective of this quarter"));
    s.view.set_card_drafts({{card,
                             {.id = 5,
                              .owner = s.desk.person("ana"),
                              .version = s.desk.form("simple-request"),
                              .title = "Its brief"}}});
    s.ui.click("tab:mine");
    s.ui.frames(2);
    CHECK(s.ui.shows("Its brief"));
    s.ui.click("discard-draft");
    s.ui.frames(2);
    CHECK_FALSE(s.ui.shows("Its brief"));
    s.desk.toasts.back().on_action();
    s.ui.frames(2);
    CHECK(s.ui.shows("Its brief"));
}

TEST_CASE(
    "of thousands of own requests only those in sight are drawn; the chosen one comes into view") {
    Screenful s;
    model::RequestId first;
    for (int i = 0; i < 300; ++i) {
        const model::RequestId id = s.desk.submit("Request number " + std::to_string(i));
        first = i == 0 ? id : first;
    }
    s.ui.click("tab:mine");
    s.ui.frames(3);
    CHECK(s.ui.shows("Request number 299"));
    CHECK(s.ui.find("request:R-300") != nullptr);
    CHECK(s.ui.find("request:R-1") == nullptr);
    REQUIRE(s.desk.run(rules::DeclineRequest{first, "Not now"}).ok());
    s.view.open_request(first);
    s.ui.frames(4);
    CHECK(s.ui.visible("request:R-1"));
    CHECK(s.ui.find("request:R-300") == nullptr);
}

TEST_CASE("who may not submit is told so at the button") {
    Screenful s;
    REQUIRE(s.desk.run(rules::AddPerson{"vera", "Vera", model::Role::Viewer}).ok());
    s.desk.be("vera");
    s.ui.click("template:simple-request");
    s.ui.frames(2);
    CHECK(s.ui.need("submit").disabled);
}

}  // namespace
}  // namespace throughline::gui::intake
