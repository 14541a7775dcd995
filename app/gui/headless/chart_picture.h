#pragma once
// A picture of anything that is drawn on a Canvas, without a display: charts as PNG, in the letters
// and colours of the window.

#include "app/gui/headless/image.h"
#include "core/report/canvas.h"

#include <functional>

namespace throughline::gui::headless {

// `draw` gets a canvas of size / scale pixels on the theme's ground; the picture has `size`. Called
// for several frames.
[[nodiscard]] Image draw_chart_picture(const std::function<void(report::Canvas&)>& draw,
                                       report::Size size, double scale, bool dark);

}  // namespace throughline::gui::headless
