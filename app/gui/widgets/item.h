#pragma once
// The ground every widget of this room stands on: room in the layout, behaviour of a pressable
// item, its name for tests. For this room and for views that draw items of their own (cards, rows).

#include <string>
#include <string_view>

#include "app/gui/theme/theme.h"
#include "imgui_internal.h"

namespace throughline::gui {

// Takes room at the cursor. Items of different heights on one line (SameLine) are centred on the
// line's first control. Result: the upper left corner in screen pixels.
ImVec2 place(ImVec2 size);

struct Pressable {
    ImGuiID id = 0;
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};
    bool visible = false;  // not clipped; draw only then
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;  // has the keyboard, and the person moves by keyboard

    [[nodiscard]] ImVec2 size() const { return {max.x - min.x, max.y - min.y}; }
    [[nodiscard]] ImVec2 middle() const { return {(min.x + max.x) * 0.5f, (min.y + max.y) * 0.5f}; }
};

// An item of one's own: reacts to mouse, Enter and Space, not to Ctrl+Enter, which is for the form
// around it; named "name###id" for tests. Draws nothing.
Pressable press_item(const char* id, std::string_view name, ImVec2 size,
                     ImGuiButtonFlags flags = ImGuiButtonFlags_None);
// "label###id", the form names have in this room.
[[nodiscard]] std::string item_name(std::string_view label, std::string_view id);
// Draws the focus ring if `item` has the keyboard.
void focus_ring_of(const Pressable& item, float rounding);
// Whether the item submitted last has the keyboard and shows it.
[[nodiscard]] bool item_has_keyboard(ImGuiID id);
// Where the keyboard is, while the person moves by keyboard.
struct KeyboardPlace {
    ImGuiID id = 0;
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};

    [[nodiscard]] bool holds(ImVec2 point) const {
        return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
    }
};
// The item of this window that has the keyboard, or what was told by set_keyboard_place in this
// frame; id 0 for none.
[[nodiscard]] KeyboardPlace keyboard_place();
// For views with a cursor of their own, whose places are no items of ImGui's navigation. Before the
// place is drawn, each frame.
void set_keyboard_place(const KeyboardPlace& place);
// What is left of the line, at least `least`.
[[nodiscard]] float width_left(float least = 1.0f);
// A text size role in whole screen pixels.
[[nodiscard]] float text_px(float size_role);

}  // namespace throughline::gui
