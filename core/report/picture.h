// A small picture as a value: what was drawn, to be drawn again on any canvas. For lines within a
// table, and for the charts of a report that was issued and must not change any more.
#pragma once

#include "core/report/canvas.h"

#include <functional>
#include <span>
#include <vector>

namespace throughline::report {

struct Picture {
    Size size;
    std::vector<std::function<void(Canvas&)>> strokes;  // in drawing order

    void draw(Canvas& canvas) const;
};

// The values as a line over the whole canvas, the last one as a dot. Fewer than two: nothing.
void draw_sparkline(Canvas& canvas, std::span<const double> values);
Picture sparkline(std::vector<double> values);

}  // namespace throughline::report
