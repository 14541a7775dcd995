// Pieces of the flow screen: the row of figures, and the frame of a chart with its sentence, its
// hover and its way to the cards.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/flow/flow_model.h"

#include <functional>
#include <span>
#include <string_view>

namespace throughline::gui::flow_screen {

void draw_tiles(Context& context, std::span<const Tile> tiles);

// What the legend of ages adds to a chart, unscaled.
float legend_height();

struct ChartFrame {
    const char* id = nullptr;
    std::string_view title;
    std::string_view says;  // the sentence under the title
    std::span<const DotFacts> facts;
    float width = 0;   // scaled
    float height = 0;  // of the chart alone, unscaled
    bool empty = false;
    std::string_view toggle = {};  // label of a button at its end; "" for none
    bool age_legend = false;
};
using DrawChart =
    std::function<std::vector<report::ChartHit>(report::Canvas&, std::optional<std::size_t> lit)>;
// Left and right move along the dots while the chart has the keyboard, Enter opens the card.
// Result: the toggle was pressed.
bool draw_chart(Context& context, const ChartFrame& frame, const DrawChart& draw);

}  // namespace throughline::gui::flow_screen
