#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "app/gui/headless/ui_driver.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/wrap_flow.h"
#include "imgui.h"

namespace {

using namespace throughline::gui;
using headless::UiDriver;

const std::string kWords =
    "The quick brown fox jumps over the lazy dog and keeps running until the line is much longer "
    "than the "
    "field is wide, 日本語 too.";

// A window with one editor of 320 pixels.
struct Editor {
    std::string text;
    UiDriver ui{[this] {
                    ImGui::SetNextWindowPos({0, 0});
                    ImGui::SetNextWindowSize({400, 300});
                    ImGui::Begin("Editor", nullptr, ImGuiWindowFlags_NoDecoration);
                    text_area("body", text, {.label = "Body", .width = 320.0f});
                    ImGui::End();
                },
                {.size = {400, 300}}};

    [[nodiscard]] long soft_breaks() {
        const auto& buffer = ui.context().InputTextState.TextA;
        return std::count(buffer.begin(), buffer.end(), '\r');
    }
};

// A break after every five bytes.
const char* every_five(const char* begin, const char* end) {
    return end - begin > 5 ? begin + 5 : end;
}

}  // namespace

TEST_CASE("soft breaks come and go without touching the text or the cursor's character") {
    const std::string text = "aaaa bbbb cccc\ndddd";
    for (int at = 0; at <= static_cast<int>(text.size()); ++at) {
        CAPTURE(at);
        std::array<int, 1> offset{at};
        const std::string flowed = with_soft_breaks(text, every_five, offset);
        CHECK(flowed == "aaaa \r\nbbbb \r\ncccc\ndddd");
        CHECK(without_soft_breaks(flowed, offset) == text);
        CHECK(offset[0] == at);
    }
    CHECK(without_soft_breaks("pasted\r\nfrom \relsewhere", {}) == "pastedfrom elsewhere");
}

TEST_CASE("typed words wrap on screen and stay one line in the text") {
    Editor e;
    e.ui.click("Body");
    e.ui.type(kWords);
    CHECK(e.text == kWords);
    CHECK(e.soft_breaks() >= 1);
    e.ui.key(ImGuiKey_Enter);
    e.ui.type("second");
    CHECK(e.text == kWords + "\nsecond");
}

TEST_CASE("arrow keys cross a soft break as if it were not there") {
    Editor e;
    e.ui.click("Body");
    e.ui.type(kWords);
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_Home);
    e.ui.key(ImGuiKey_RightArrow, 80);
    e.ui.type("|");
    CHECK(e.text[80] == '|');
    e.ui.key(ImGuiKey_Backspace);
    e.ui.key(ImGuiKey_LeftArrow, 70);
    e.ui.type("|");
    CHECK(e.text[10] == '|');
}

TEST_CASE("undo and redo go by pauses in typing") {
    Editor e;
    e.ui.click("Body");
    e.ui.type(kWords);
    e.ui.frames(60);
    e.ui.type(" More.");
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(e.text == kWords);
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_Y);
    CHECK(e.text == kWords + " More.");
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_Z, 2);
    CHECK(e.text.empty());
}

TEST_CASE("copied text has no soft breaks, pasted text loses its carriage returns") {
    Editor e;
    e.ui.click("Body");
    e.ui.type(kWords);
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_A);
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_C);
    CHECK(e.ui.clipboard() == kWords);
    e.ui.clipboard() = "pasted\r\nlines";
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_A);
    e.ui.key(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(e.text == "pasted\nlines");
}

TEST_CASE("escape leaves the editor and keeps what was typed") {
    Editor e;
    e.ui.click("Body");
    e.ui.type("half a thought");
    e.ui.key(ImGuiKey_Escape);
    CHECK(e.text == "half a thought");
    CHECK(ImGui::GetActiveID() == 0);
}
