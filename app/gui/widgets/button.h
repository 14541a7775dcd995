#pragma once
// Buttons. `id` is stable and unique within the current id scope; `label` is what is read and may
// change. Result: pressed this frame, by mouse, Enter or Space.

#include <cstdint>
#include <string_view>

#include "app/gui/theme/theme.h"

namespace throughline::gui {

enum class ButtonKind : std::uint8_t { Primary, Secondary, Ghost, Danger };
enum class ButtonSize : std::uint8_t { Normal, Small, Large };

struct ButtonOptions {
    ButtonKind kind = ButtonKind::Secondary;
    ButtonSize size = ButtonSize::Normal;
    const char* icon = nullptr;
    std::string_view shortcut;  // shown in the tooltip, as in "Ctrl+K"; not handled here
    std::string_view tooltip;   // empty: none, unless there is a shortcut or the label is cut
    std::string_view badge;     // small count at the end, as in "3"
    bool disabled = false;
    std::string_view disabled_why;  // tooltip while disabled
    bool selected = false;          // pressed-in look, for toggles
    float width = 0.0f;  // 0: by the label; negative: fills up to that distance from the right edge
};

bool button(const char* id, std::string_view label, const ButtonOptions& options = {});
// Short forms.
bool primary_button(const char* id, std::string_view label, const char* icon = nullptr);
bool ghost_button(const char* id, std::string_view label, const char* icon = nullptr);
bool danger_button(const char* id, std::string_view label, const char* icon = nullptr);

// A square button with only an icon. `name` is its text: tooltip and test name, never empty.
bool icon_button(const char* id, const char* glyph, std::string_view name,
                 const ButtonOptions& options = {.kind = ButtonKind::Ghost});
// Underlined text in the accent colour.
bool link(const char* id, std::string_view label, std::string_view tooltip = {});

// The width a button will take, to lay out from the right.
[[nodiscard]] float button_width(std::string_view label, const ButtonOptions& options = {});
[[nodiscard]] float button_height(ButtonSize size = ButtonSize::Normal);

// For items that views draw themselves: the ring around the item with the keyboard focus.
void draw_focus_ring(ImVec2 min, ImVec2 max, float rounding);
// A soft outline shadow around the current window (popup, dialog, toast); call it after Begin.
void draw_window_shadow(float rounding);
// Two or three stacked, soft layers under a raised shape.
void draw_shadow(ImDrawList& list, ImVec2 min, ImVec2 max, float rounding, int layers = 3);

}  // namespace throughline::gui
