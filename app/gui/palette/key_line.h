#pragma once
// The line of keys at the foot of a screen that is run by keys: each action as a button with its
// key beside it, in as many lines as they need.

#include "app/gui/palette/actions.h"

#include <span>

namespace throughline::gui::palette {

// The height that draw_key_line takes in what is left of the line, in screen pixels.
[[nodiscard]] float key_line_height(const Actions& actions, std::span<const char* const> ids);
// `first` is the one most often pressed. Runs what is pressed.
void draw_key_line(Context& context, const Actions& actions, std::span<const char* const> ids,
                   std::string_view first);

}  // namespace throughline::gui::palette
