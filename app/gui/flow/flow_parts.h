// Pieces of the flow screen: the row of figures, a chart with its words in the overview, and a
// chart that can be hovered, walked through by keys and followed to its cards.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/flow/flow_model.h"

#include <span>

namespace throughline::gui::flow_screen {

void draw_tiles(Context& context, std::span<const Tile> tiles);

// A chip: shape, colour and word of the verdict; its rule as tooltip.
void verdict_chip(const report::Verdict& verdict);
float verdict_width(const report::Verdict& verdict);

// The picture alone, in what is left of the width. Left and right move along the marks while it has
// the keyboard, Enter opens the card.
void draw_live(Context& context, const report::Chart& chart, float unscaled_height);

// A chart of the overview: title, verdict, sentence, picture. The same height whether the chart is
// there yet or not. Result: asked for in large.
bool draw_cell(Context& context, const report::ChartKind& kind, const report::Chart* chart,
               float width);
// Scaled.
float cell_height();

}  // namespace throughline::gui::flow_screen
