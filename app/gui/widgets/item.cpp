#include "app/gui/widgets/item.h"

#include <algorithm>
#include <cmath>

#include "app/gui/theme/context_state.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/testing.h"

namespace throughline::gui {
namespace {

struct ToldPlace {
    KeyboardPlace place;
    int frame = -1;
};

// Ctrl+Enter sends the form around an item, whatever the item would do on Enter.
bool is_submit_key() {
    return ImGui::GetIO().KeyCtrl && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                                      ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

}  // namespace

KeyboardPlace keyboard_place() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const ToldPlace& told = context_state<ToldPlace>();
    if (told.frame == g.FrameCount) return told.place;
    const bool moves = g.NavCursorVisible && g.NavHighlightItemUnderNav && g.ActiveId == 0;
    if (!moves || g.NavId == 0 || g.NavWindow == nullptr || g.CurrentWindow == nullptr) return {};
    if (g.NavWindow->RootWindow != g.CurrentWindow->RootWindow) return {};
    const ImRect rect = ImGui::WindowRectRelToAbs(g.NavWindow, g.NavWindow->NavRectRel[g.NavLayer]);
    return {g.NavId, rect.Min, rect.Max};
}

void set_keyboard_place(const KeyboardPlace& place) {
    context_state<ToldPlace>() = {place, ImGui::GetFrameCount()};
}

float text_px(float size_role) {
    return std::round(size_role * sizes().scale);
}

float width_left(float least) {
    return std::max(least, ImGui::GetContentRegionAvail().x);
}

ImVec2 place(ImVec2 size) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImVec2 cursor = window->DC.CursorPos;
    const float line = window->DC.CurrLineSize.y;
    // Beside something much taller than a control (a group, a picture) items stay at the top.
    if (line > size.y && line <= sizes().control * 1.5f) {
        const float shift = std::floor((line - size.y) * 0.5f);
        ImGui::ItemSize({size.x, size.y + shift});
        return {cursor.x, cursor.y + shift};
    }
    // So that ImGui's own text after us sits on our middle.
    const float above_text =
        std::max(0.0f, std::floor((size.y - text_px(text_size::kBody)) * 0.5f));
    const float shift = std::max(0.0f, window->DC.CurrLineTextBaseOffset - above_text);
    ImGui::ItemSize(size, above_text);
    return {cursor.x, cursor.y + shift};
}

std::string item_name(std::string_view label, std::string_view id) {
    std::string name(label);
    name += "###";
    name += id;
    return name;
}

bool item_has_keyboard(ImGuiID id) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return id != 0 && g.NavId == id && g.NavCursorVisible && g.NavWindow == g.CurrentWindow;
}

Pressable press_item(const char* id, std::string_view name, ImVec2 size, ImGuiButtonFlags flags) {
    Pressable item;
    item.id = ImGui::GetID(id);
    item.min = place(size);
    item.max = {item.min.x + size.x, item.min.y + size.y};
    const ImRect rect(item.min, item.max);
    item.visible = ImGui::ItemAdd(rect, item.id);
    if (!item.visible) return item;
    item.pressed = ImGui::ButtonBehavior(rect, item.id, &item.hovered, &item.held, flags);
    item.focused = item_has_keyboard(item.id);
    if (item.pressed && item.focused && is_submit_key()) item.pressed = false;
    if (test_hooks_on()) test_id(item_name(name, id));
    return item;
}

void focus_ring_of(const Pressable& item, float rounding) {
    if (item.focused) draw_focus_ring(item.min, item.max, rounding);
}

}  // namespace throughline::gui
