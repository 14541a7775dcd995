#pragma once
// Keys as people read them ("Ctrl+Shift+P", "?") and as Dear ImGui hears them. A shortcut that is a
// single sign other than a letter or digit ("?") means the typed sign, wherever the layout has it.

#include <optional>
#include <string_view>

#include "imgui.h"

namespace throughline::gui::palette {

// Nothing for a text that names no key.
[[nodiscard]] std::optional<ImGuiKeyChord> chord_of(std::string_view shortcut);
// Pressed in this frame; with `repeats`, also again while held.
[[nodiscard]] bool shortcut_pressed(std::string_view shortcut, bool repeats = false);
// Somebody types into a field, or something open takes the letters in this frame.
[[nodiscard]] bool is_typing();
// What is being drawn finds by typing: letters are no shortcuts in this frame and the next, even
// while none of its fields has the keyboard.
void take_letters();
// A dialog, menu or list is open over the screens.
[[nodiscard]] bool is_popup_open();
// Keeps keys from Dear ImGui's own navigation, for whoever moves a cursor of its own. Each frame.
void own_key(ImGuiKey key, ImGuiID owner);

}  // namespace throughline::gui::palette
