#include "core/report/picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace throughline::report {
namespace {

constexpr Size kSparkline{84, 18};
constexpr double kDot = 2.5;

}  // namespace

void Picture::draw(Canvas& canvas) const {
    for (const auto& stroke : strokes) {
        stroke(canvas);
    }
}

void draw_sparkline(Canvas& canvas, std::span<const double> values) {
    if (values.size() < 2) {
        return;
    }
    const Size size = canvas.size();
    const auto [low, high] = std::ranges::minmax(values);
    const double width = size.width - 2 * kDot;
    const double height = size.height - 2 * kDot;
    std::vector<Point> line;
    line.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(values.size() - 1);
        // Halved before the difference, which would be infinite for the largest of numbers.
        const double span = high / 2 - low / 2;
        const double above = span > 0 ? (values[i] / 2 - low / 2) / span : 0.5;
        line.push_back({kDot + share * width, kDot + (1 - above) * height});
    }
    canvas.polyline(line, {.ink = Ink::TextMuted, .width = 1.3});
    canvas.fill_circle(line.back(), kDot, {.ink = Ink::Accent});
}

Picture sparkline(std::vector<double> values) {
    return {kSparkline,
            {[values = std::move(values)](Canvas& canvas) { draw_sparkline(canvas, values); }}};
}

}  // namespace throughline::report
