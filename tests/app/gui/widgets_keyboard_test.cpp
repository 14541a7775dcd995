// What the keyboard finds: the whole of a cut text, and the handle between two panes.
#include "app/gui/headless/ui_driver.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace throughline::gui {
namespace {

using headless::UiDriver;

constexpr const char* kLong = "A title that is far too long for the little room that it has here";
constexpr int kRest = 60;  // frames, a second: longer than a tooltip waits

struct Page {
    float first = 300.0f;
    bool own_cursor = false;  // the place of the long text is none of ImGui's
    UiDriver ui{[this] { draw(); }, {.size = {1000, 600}, .fonts = false}};

    Page() { ui.frames(3); }

    void draw() {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
        begin_split("panes", first, {.min_first = 100.0f, .min_second = 200.0f});
        button("start", "Start");
        if (own_cursor) {
            const ImVec2 at = place({200, 40});
            set_keyboard_place({77, at, {at.x + 200, at.y + 40}});
            draw_wrapped(*ImGui::GetWindowDrawList(), at, kLong, {}, 80.0f, 2);
        } else {
            const RowState row = list_row("long", "Row", false, 40.0f);
            draw_text_middle(*ImGui::GetWindowDrawList(),
                             {row.min.x, (row.min.y + row.max.y) * 0.5f}, kLong, {}, 120.0f);
        }
        split_second();
        button("other", "Other");
        end_split();
        ImGui::End();
    }
    // How often the text can be read: cut in its place, and whole in a tooltip.
    std::ptrdiff_t times(std::string_view words) {
        const auto texts = ui.texts();
        return std::count(texts.begin(), texts.end(), words);
    }
    void reach(const char* item) {
        for (int i = 0; i < 20 && !ui.focused(item); ++i)
            ui.key(ImGuiKey_Tab);
        REQUIRE(ui.focused(item));
    }
};

TEST_CASE("a text that is cut shows its whole once the keyboard rests on its row") {
    Page p;
    CHECK(p.times(kLong) == 1);
    p.reach("long");
    CHECK(p.times(kLong) == 1);  // not while one moves over it
    p.ui.frames(kRest);
    CHECK(p.times(kLong) == 2);
    p.reach("start");
    p.ui.frames(kRest);
    CHECK(p.times(kLong) == 1);
}

TEST_CASE("a view with a cursor of its own shows the whole of what its place cuts") {
    Page p;
    p.own_cursor = true;
    p.ui.frames(2);
    CHECK(p.times(kLong) == 1);
    p.ui.frames(kRest);
    CHECK(p.times(kLong) == 2);
    p.own_cursor = false;
    p.ui.frames(kRest);
    CHECK(p.times(kLong) == 1);
}

TEST_CASE("the handle between two panes is taken by Enter, moved by arrows, and let go") {
    Page p;
    p.reach("divider");
    p.ui.frames(kRest);
    CHECK(p.ui.shows("Take it and move it"));
    p.ui.key(ImGuiKey_RightArrow);
    CHECK(p.first == 300.0f);  // the arrows go on until it is taken
    p.reach("divider");
    p.ui.key(ImGuiKey_Enter);
    p.ui.key(ImGuiKey_RightArrow, 2);
    CHECK(p.first == 348.0f);
    CHECK(p.ui.focused("divider"));
    p.ui.key(ImGuiKey_LeftArrow);
    CHECK(p.first == 324.0f);
    p.ui.key(ImGuiKey_Home);
    CHECK(p.first == 100.0f);
    p.ui.key(ImGuiKey_End);
    CHECK(p.first > 600.0f);
    const float at_end = p.first;
    p.ui.key(ImGuiKey_Enter);
    p.ui.key(ImGuiKey_LeftArrow);
    CHECK(p.first == at_end);

    p.reach("divider");
    p.ui.key(ImGuiKey_Enter);
    p.ui.key(ImGuiKey_Escape);
    p.ui.key(ImGuiKey_LeftArrow);
    CHECK(p.first == at_end);
}

TEST_CASE("the handle between two panes follows the mouse") {
    Page p;
    const ImVec2 at = p.ui.centre("divider");
    p.ui.drag_begin("divider");
    p.ui.drag_to({at.x + 50.0f, at.y});
    p.ui.drop();
    CHECK(p.first == doctest::Approx(350.0f).epsilon(0.02));
}

}  // namespace
}  // namespace throughline::gui
