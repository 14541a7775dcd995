#pragma once
// What widgets tell a test driver: the names of items and the sentences on screen. Costs one branch
// when no driver listens. Names are the visible label, "###" and the stable id, so a test may use
// either; views use test_id for items they draw themselves.

#include <string_view>

#include "imgui.h"

namespace throughline::gui {

// Whether a driver is listening; spare the making of a name when it is not.
[[nodiscard]] bool test_hooks_on();
// Names the item submitted last, for example test_id("card:MKT-42").
void test_id(std::string_view name);
// Reports `text` as readable on screen if the rectangle is inside the current clip rectangle.
// The widgets' own text functions call it; call it for text drawn straight on a draw list.
void test_text(std::string_view text, ImVec2 min, ImVec2 max);

}  // namespace throughline::gui
