// Pieces of the flow screen: the row of figures, and a chart with its words in the overview.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/flow/flow_model.h"

#include <span>

namespace throughline::gui::flow_screen {

void draw_tiles(Context& context, std::span<const Tile> tiles);

// Unscaled height of the picture: the same for most charts, more where every one of many names
// needs its row. Null: not there yet.
float picture_height(const report::Chart* chart);
// A chart of the overview: title, verdict, sentence, picture. The same height whether the chart is
// there yet or not. Result: asked for in large.
bool draw_cell(Context& context, const report::ChartKind& kind, const report::Chart* chart,
               float width, float picture);
// Scaled.
float cell_height(float picture);

}  // namespace throughline::gui::flow_screen
