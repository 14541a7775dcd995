#include <doctest/doctest.h>

#include "app/gui/headless/gallery.h"
#include "app/gui/headless/ui_driver.h"
#include "app/gui/widgets/text.h"

namespace {

using namespace throughline::gui;
using headless::GalleryState;
using headless::UiDriver;
using namespace std::chrono;

struct Gallery {
    GalleryState state;
    UiDriver ui{[this] { headless::draw_gallery(state); }, {.size = {1680, 1300}}};
    Gallery() { ui.frames(3); }
};

}  // namespace

TEST_CASE("buttons are pressed by label and by id, by mouse and by keyboard") {
    Gallery g;
    g.ui.click("Accept");
    CHECK(g.state.last_pressed == "accept");
    g.ui.click("new-request");
    CHECK(g.state.last_pressed == "new-request");
    CHECK(g.ui.need("Deliver").disabled);
    g.ui.click("title");
    for (int i = 0; i < 60 && !g.ui.focused("Ask"); ++i)
        g.ui.key(ImGuiKey_Tab);
    g.ui.key(ImGuiKey_Enter);
    CHECK(g.state.last_pressed == "ask");
}

TEST_CASE("a field is filled, and what it says can be asked for") {
    Gallery g;
    g.ui.fill("title", "Grüße 日本 🚀");
    CHECK(g.state.title == "Grüße 日本 🚀");
    CHECK(g.ui.shows("Say how success will be measured"));
    CHECK(g.ui.shows("Review is full: 3 of 3"));
    CHECK_FALSE(g.ui.shows("no such sentence"));
}

TEST_CASE("a choice opens, narrows by typing, and takes by click or Enter") {
    Gallery g;
    g.ui.click("Template");
    CHECK(g.ui.visible("Research"));
    g.ui.type("web");
    CHECK_FALSE(g.ui.visible("Research"));
    g.ui.key(ImGuiKey_Enter);
    CHECK(g.state.template_choice == 4);
    CHECK_FALSE(g.ui.visible("Web page"));
    g.ui.click("Responsible (DRI)");
    g.ui.click("Triage decides");
    CHECK(g.state.person == -1);
    g.ui.click("Responsible (DRI)");
    g.ui.key(ImGuiKey_DownArrow, 2);
    g.ui.key(ImGuiKey_Enter);
    CHECK(g.state.person == 1);
}

TEST_CASE("a multi choice stays open and toggles") {
    Gallery g;
    g.ui.click("Channels");
    g.ui.click("Paid search");
    g.ui.click("row/0");
    CHECK(g.state.channels == std::vector<int>{2, 1});
    g.ui.key(ImGuiKey_Escape);
    CHECK_FALSE(g.ui.visible("Website"));
}

TEST_CASE("dates are typed or chosen from a month") {
    Gallery g;
    g.ui.fill("Needed by", "2027-04-30");
    CHECK(g.state.due == year(2027) / 4 / 30);
    g.ui.click("due/tail");
    CHECK(g.ui.shows("April 2027"));
    g.ui.click("next-month");
    CHECK(g.ui.shows("May 2027"));
    g.ui.click("2027-05-12");
    CHECK(g.state.due == year(2027) / 5 / 12);
    CHECK_FALSE(g.ui.visible("next-month"));
}

TEST_CASE("text that is no value keeps the value and says so") {
    Gallery g;
    g.ui.fill("Needed by", "soon");
    g.ui.click("title");
    CHECK_FALSE(g.state.due.has_value());
    CHECK(g.ui.shows("Not a date. Write it like 2027-03-31"));
    g.ui.click("Baseline");
    g.ui.type("twelve ");
    g.ui.click("title");
    CHECK(g.state.baseline == 12.5);
    CHECK(g.ui.shows("Not a number"));
    g.ui.fill("Baseline", "14");
    g.ui.key(ImGuiKey_UpArrow);
    CHECK(g.state.baseline == 15.0);
    g.ui.fill("Budget", "9,000.50");
    CHECK(g.state.budget == 900050);
}

TEST_CASE("switches report their state") {
    Gallery g;
    CHECK(g.ui.need("Legal has seen it").checked());
    g.ui.click("Legal has seen it");
    CHECK_FALSE(g.state.legal);
    CHECK_FALSE(g.ui.need("Legal has seen it").checked());
    g.ui.click("effort/4");
    CHECK(g.state.effort == 4);
    CHECK(g.ui.need("effort/4").checked());
    g.ui.click("Checklist");
    CHECK(g.state.tab == 1);
}

TEST_CASE("a dialog takes the keyboard, confirms by Enter, cancels by Escape") {
    Gallery g;
    g.ui.click("Decline …");
    CHECK(g.ui.shows("Decline the request?"));
    CHECK(g.ui.need("dialog-confirm").disabled);
    g.ui.type("Serves nothing");
    CHECK(g.state.dialog_text == "Serves nothing");
    g.ui.key(ImGuiKey_Enter);
    CHECK(g.state.last_pressed == "declined");
    CHECK_FALSE(g.ui.visible("dialog-confirm"));
    g.ui.click("Decline …");
    g.ui.key(ImGuiKey_Escape);
    g.ui.key(ImGuiKey_Escape);
    CHECK(g.state.last_pressed == "cancelled");
    CHECK_FALSE(g.ui.visible("dialog-confirm"));
}

TEST_CASE("menus open, and a disabled entry does nothing") {
    Gallery g;
    g.ui.click("More");
    CHECK(g.ui.visible("Copy link"));
    CHECK(g.ui.need("Move on").disabled);
    g.ui.click("Copy link");
    CHECK(g.state.last_pressed == "copy");
    CHECK_FALSE(g.ui.visible("Copy link"));
}

TEST_CASE("table rows are chosen by click, by arrows, and opened by Enter") {
    Gallery g;
    g.ui.click("MKT-40");
    CHECK(g.state.row == 2);
    g.ui.key(ImGuiKey_DownArrow);
    CHECK(g.state.row == 3);
    g.ui.key(ImGuiKey_Enter);
    CHECK(g.state.last_pressed == "MKT-41");
    g.ui.click("Age");
    CHECK(g.state.sort == TableSort{3, false});
    g.ui.click("Age");
    CHECK(g.state.sort == TableSort{3, true});
}

TEST_CASE("a toast offers its action and goes when its time is over") {
    Toasts toasts;
    std::optional<std::string> pressed;
    double now = 10.0;
    UiDriver ui([&] {
        if (const auto action = toasts.draw(now)) pressed = action;
    });
    toasts.push({.tone = Tone::Success, .text = "Undone", .action = "Redo", .action_id = "redo"},
                now);
    CHECK(toasts.next_deadline_s() == 16.0);
    ui.frames(3);
    CHECK(ui.shows("Undone"));
    ui.click("Redo");
    CHECK(pressed == "redo");
    CHECK(toasts.empty());
    toasts.push({.text = "Copied"}, now);
    toasts.push({.text = "Copied"}, now + 1.0);
    ui.mouse({5, 5});
    CHECK(ui.shows("Copied (2)"));
    now = 17.5;
    ui.frames(2);
    CHECK(toasts.empty());
    CHECK_FALSE(toasts.next_deadline_s().has_value());
}

TEST_CASE("toasts of one topic do not pile up: the newest takes the place") {
    Toasts toasts;
    UiDriver ui([&] { (void)toasts.draw(10.0); });
    toasts.push({.text = "Zoom 110 %", .topic = "zoom"}, 10.0);
    toasts.push({.text = "Saved"}, 10.0);
    toasts.push({.text = "Zoom 120 %", .topic = "zoom"}, 10.0);
    ui.frames(2);
    CHECK(ui.shows("Zoom 120 %"));
    CHECK(ui.shows("Saved"));
    CHECK_FALSE(ui.shows("Zoom 110 %"));
}

TEST_CASE("a name that is not there says what is") {
    Gallery g;
    CHECK_THROWS_WITH_AS(g.ui.click("no such item"), doctest::Contains("Accept###accept"),
                         std::runtime_error);
}

TEST_CASE("lines end at spaces: a number is not broken behind its comma or point") {
    std::vector<float> heights;
    UiDriver ui{[&] {
                    heights.clear();
                    const TextStyle style;
                    // "ab 7," and "131 cd" would fit into two lines of this width.
                    for (const auto& [words, line] :
                         {std::pair{"ab 7,131 cd", "131 cd"}, std::pair{"ab 7.131 cd", "131 cd"},
                          std::pair{"ab 7,131", "7,131"}, std::pair{"ab ab cd", "ab cd"}}) {
                        heights.push_back(wrap_height(words, style, text_width(line, style) + 1) /
                                          wrap_height("a", style, 100));
                    }
                },
                {.size = {400, 300}}};
    ui.frames(2);
    CHECK(heights == std::vector<float>{3, 3, 2, 2});
}
