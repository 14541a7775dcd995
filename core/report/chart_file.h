// Charts as files: SVG and CSV here; PNG comes from the headless renderer with draw_page.
#pragma once

#include "core/report/chart.h"
#include "core/report/svg_canvas.h"

#include <string>

namespace throughline::report {

// A page of `size` pixels is drawn on a canvas of size / page_scale(size), so that words stay
// readable on a large one. At least 1.
double page_scale(Size size);

// The page as one self-contained document.
std::string chart_svg(const Chart& chart, Size size, SvgTheme theme);

// The chart's rows: RFC 4180, UTF-8, numbers with a point. A cell that a spreadsheet would run as a
// formula begins with an apostrophe.
std::string chart_csv(const Chart& chart);

}  // namespace throughline::report
