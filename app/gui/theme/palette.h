#pragma once
// The values behind make_theme, one function per step. Only theme.cpp calls them.

#include "app/gui/theme/theme.h"

namespace throughline::gui {

// Everything but `settings` and the shortcuts.
[[nodiscard]] Theme light_palette();
[[nodiscard]] Theme dark_palette();
// Black or white text, stronger lines, for people who need more than 4.5:1.
void raise_contrast(Theme& theme);
// The flat fields that repeat a tone: accent, danger_soft ...
void fill_shortcuts(Theme& theme);
// Every colour and distance of ImGui's own style.
void set_imgui_style(const Theme& theme, const Sizes& sizes);

}  // namespace throughline::gui
