#pragma once
// Draws one card from its face. Knows nothing of columns, selection logic or dragging.

#include "app/gui/context/face_model.h"
#include "imgui.h"

namespace throughline::gui::board {

struct CardLook {
    bool selected = false;
    bool hovered = false;
    bool cursor = false;   // the keyboard is on it
    bool lifted = false;   // the ghost under the pointer
    bool away = false;     // the place a dragged card came from
    bool next = false;     // should be pulled next
    bool pending = false;  // not yet durable
    bool over = false;     // stands beyond the WIP line
};

// Height of a card, width given; in screen pixels. Only these parts of it decide the height.
[[nodiscard]] float card_height(const std::string& title, bool blocked, bool flagged, float width);
void draw_card(ImDrawList& list, ImVec2 min, ImVec2 max, const CardFace& face,
               const CardLook& look);

// Everything the face shows by icon and shape, in sentences: the tooltip.
[[nodiscard]] std::string card_tooltip(const CardFace& face);

}  // namespace throughline::gui::board
