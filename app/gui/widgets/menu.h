#pragma once
// Menus and tooltips. Shortcuts are shown, not handled: the app's command table does that.

#include <string_view>

#include "app/gui/theme/theme.h"

namespace throughline::gui {

struct KeyboardPlace;  // item.h

struct MenuItem {
    const char* icon = nullptr;
    std::string_view shortcut;
    bool selected = false;
    bool enabled = true;
    std::string_view disabled_why;
    bool danger = false;
};

void open_menu(const char* id);
// Opens when the item submitted last is clicked with the right button or the menu key is pressed.
void open_menu_on_context_click(const char* id);
// True while open: draw items, then end_menu. Opens at the pointer, or under min..max if given.
[[nodiscard]] bool begin_menu(const char* id);
[[nodiscard]] bool begin_menu_at(const char* id, ImVec2 anchor_min, ImVec2 anchor_max);
void end_menu();
bool menu_item(const char* id, std::string_view label, const MenuItem& options = {});
[[nodiscard]] bool begin_submenu(const char* id, std::string_view label,
                                 const char* icon = nullptr);
void end_submenu();
void menu_separator();
void menu_heading(std::string_view label);

// A tooltip for the item submitted last, after a short rest of the pointer or at keyboard focus.
// Wrapped; the shortcut as key-caps at its end. Also shows over disabled items.
void tooltip(std::string_view text, std::string_view shortcut = {});
// Under the place that has the keyboard, once it has rested there; several in one frame stand in
// one tooltip. Text that is drawn cut calls it with its whole.
void keyboard_tooltip(const KeyboardPlace& place, std::string_view text);
// The same as tooltip() with contents of one's own: true while shown, then end_tooltip.
[[nodiscard]] bool begin_tooltip();
void end_tooltip();

}  // namespace throughline::gui
