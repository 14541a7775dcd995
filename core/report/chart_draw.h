// The one drawing of every chart, on any canvas.
#pragma once

#include "core/report/chart.h"

#include <optional>
#include <vector>

namespace throughline::report {

// Where mark number `index` of the chart can be hovered.
struct ChartHit {
    Box area;
    Point at;  // where its facts belong
    std::size_t index = 0;
};
// The hit at a point: the nearest of those whose area, widened by `slack`, holds it; dots before
// parts of the plot. Null for none.
const ChartHit* hit_at(const std::vector<ChartHit>& hits, Point point, double slack = 4);

// Legend, axes and parts within `room`; what is missing instead, where something is. `lit` is the
// mark under the pointer. Result: a hit for each mark.
std::vector<ChartHit> draw_chart(Canvas& canvas, const Chart& chart, const Box& room,
                                 std::optional<std::size_t> lit = std::nullopt);
// The chart as a page of its own, over the whole canvas: title, verdict with its rule, sentences,
// picture, note.
void draw_page(Canvas& canvas, const Chart& chart);

void draw_glyph(Canvas& canvas, Point at, double radius, Glyph glyph, const Fill& fill);
// Shape and colour of a verdict.
Glyph glyph_of(Verdict::Call call);
Ink ink_of(Verdict::Call call);

}  // namespace throughline::report
