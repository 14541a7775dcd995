#pragma once
// Small marks of the board that say something by colour and shape: the age of a card, how full a
// column is, the kind of a column.

#include <string_view>

#include "app/gui/board/heads_model.h"
#include "core/flow/age.h"
#include "imgui.h"

namespace throughline::gui::board {

// A shape per state (circle, diamond, triangle, square with a bar) and the age beside it; from
// "at risk" on, on a ground of its own. Result: the width drawn.
float draw_age(ImDrawList& list, ImVec2 left_middle, std::string_view age, flow::AgeState state);

// "3 of 4" with the shape of its state; drawn to the left of `right_middle`. Result: the width.
float draw_fill(ImDrawList& list, ImVec2 right_middle, const FillWords& fill);

[[nodiscard]] const char* kind_icon(model::ColumnKind kind);
[[nodiscard]] std::string_view kind_words(model::ColumnKind kind);

}  // namespace throughline::gui::board
