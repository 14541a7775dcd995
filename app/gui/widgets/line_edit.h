#pragma once
// The one-line control that text, number, money, date and search fields share: a frame with an
// icon, the text, a unit and a button at its end. Only this room uses it; it draws no label and no
// help.

#include <string>
#include <string_view>

#include "app/gui/widgets/field.h"
#include "imgui_internal.h"

namespace throughline::gui {

enum class TailButton : std::uint8_t { None, Clear, Calendar };

struct LineEdit {
    std::string_view suffix;  // quiet, at the end
    TailButton tail = TailButton::None;
    std::string_view tail_name = {};
    bool align_right = false;
    ImGuiInputTextFlags flags = 0;
    ImGuiInputTextCallback callback = nullptr;
};

struct LineEditResult {
    FieldResult field;
    bool entered = false;  // Enter was pressed
    bool tail_pressed = false;
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};
    ImGuiID id = 0;
};

LineEditResult line_edit(const char* id, std::string& value, const FieldText& text,
                         const LineEdit& look = {});

struct FrameState {
    bool active = false;
    bool hovered = false;
    bool error = false;
    bool disabled = false;
};
// Ground and outline of any field-like control.
void draw_field_ground(ImDrawList& list, ImVec2 min, ImVec2 max, const FrameState& state);
void draw_field_edge(ImDrawList& list, ImVec2 min, ImVec2 max, const FrameState& state);
// The width a field will take.
[[nodiscard]] float field_width(const FieldText& text);
// What a field is called in tests.
[[nodiscard]] std::string_view field_name(const FieldText& text);

}  // namespace throughline::gui
