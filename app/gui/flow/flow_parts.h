// Pieces of the flow screen: the row of figures, and a chart with its words in the overview.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/flow/flow_model.h"

#include <span>

namespace throughline::gui::flow_screen {

void draw_tiles(Context& context, std::span<const Tile> tiles);

// A chart of the overview: title, verdict, sentence, picture. The same height whether the chart is
// there yet or not. Result: asked for in large.
bool draw_cell(Context& context, const report::ChartKind& kind, const report::Chart* chart,
               float width);
// Scaled.
float cell_height();

}  // namespace throughline::gui::flow_screen
