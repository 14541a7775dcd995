#include "core/report/chart_draw.h"

#include "core/report/chart_frame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::report {
namespace {

constexpr double kLargestDot = 14;
constexpr std::size_t kManyDots = 400;  // from here on dots are small

double dot_radius(const Chart& chart, const Dot& dot) {
    if (chart.dots.size() > kManyDots) {  // close together: many cards are told by little
        return std::min(6.0, 2.6 + 0.5 * std::log2(static_cast<double>(dot.count)));
    }
    return std::min(kLargestDot, 4.4 + 1.6 * std::sqrt(static_cast<double>(dot.count - 1)));
}

void draw_grounds(Canvas& canvas, const Frame& frame, const Chart& chart) {
    for (const Ground& ground : chart.grounds) {
        const Box box = frame.box(ground.x0, ground.x1, ground.y0, ground.y1);
        if (ground.opacity > 0) {
            canvas.fill_rect(box, {.ink = ground.ink, .opacity = ground.opacity});
        }
        if (ground.hatch && box.height > 0) {
            canvas.hatch(box, *ground.hatch, {.ink = ground.ink, .opacity = 0.5});
        }
    }
}

std::vector<Point> placed(const Frame& frame, const std::vector<Point>& points) {
    std::vector<Point> result;
    result.reserve(points.size());
    for (const Point& point : points) {
        result.push_back({frame.x(point.x), frame.y(point.y)});
    }
    return result;
}

void draw_areas(Canvas& canvas, const Frame& frame, const Chart& chart) {
    for (const Area& area : chart.areas) {
        const std::vector<Point> upper = placed(frame, area.upper);
        const std::vector<Point> lower = placed(frame, area.lower);
        canvas.fill_between(upper, lower, {.ink = area.ink, .opacity = 0.72});
        // Neighbours are told apart by the edge, whatever their colours.
        canvas.polyline(upper, {.ink = Ink::Background, .width = 1.5});
    }
}

bool is_crossed(const Frame& frame, const Chart& chart, const Box& box) {
    return std::ranges::any_of(chart.guides, [&](const Guide& guide) {
        const double at = guide.upright ? frame.x(guide.at) : frame.y(guide.at);
        return guide.upright ? at >= box.x && at <= box.x + box.width
                             : at >= box.y && at <= box.y + box.height;
    });
}

// Words that a guide would strike through stand on a ground of their own.
void draw_on_ground(Canvas& canvas, const Frame& frame, const Chart& chart, const Box& box,
                    const std::string& words) {
    if (is_crossed(frame, chart, box)) {
        canvas.fill_rect(box, {.ink = Ink::Background, .opacity = 0.92}, 2);
    }
    canvas.text({box.x + box.width * 0.5, box.y + box.height * 0.5}, words,
                {.ink = Ink::Text, .side = Side::Middle, .level = Level::Middle});
}

Box box_of(const Frame& frame, const Bar& bar) {
    Box box = frame.box(bar.x0, bar.x1, bar.y0, bar.y1);
    box.width = std::max(box.width, 1.0);  // one day of many stays visible
    return box;
}

// Beside or over each bar; over the guides.
void draw_bar_words(Canvas& canvas, const Frame& frame, const Chart& chart) {
    const bool lying = chart.y.kind == Axis::Kind::Names;
    const double height = text_height(TextSize::Caption);
    for (const Bar& bar : chart.bars) {
        const bool is_named = !lying || static_cast<std::size_t>(bar.y0) % frame.named_every() == 0;
        if (bar.words.empty() || !is_named) {
            continue;
        }
        const Box box = box_of(frame, bar);
        const double width = canvas.text_width(bar.words, TextSize::Caption);
        if (lying) {
            const Box room{box.x + box.width + 4, box.y + box.height * 0.5 - height * 0.5,
                           width + 4, height};
            draw_on_ground(canvas, frame, chart, room, bar.words);
        } else if (width < box.width / 0.68 - 2) {
            const double y = bar.y0 < 0 ? box.y + box.height + 3 : box.y - 3 - height;
            const double middle = box.x + box.width * 0.5;
            draw_on_ground(canvas, frame, chart, {middle - width * 0.5 - 2, y, width + 4, height},
                           bar.words);
        }
    }
}

void draw_bars(Canvas& canvas, const Frame& frame, const Chart& chart) {
    for (const Bar& bar : chart.bars) {
        const Box box = box_of(frame, bar);
        if (bar.y0 == bar.y1) {
            canvas.line({box.x, box.y}, {box.x + box.width, box.y}, {.ink = bar.ink, .width = 2});
            continue;
        }
        const double opacity = bar.hatch ? std::min(bar.opacity, 0.35) : bar.opacity;
        canvas.fill_rect(box, {.ink = bar.ink, .opacity = opacity},
                         std::min({2.0, box.width * 0.3, box.height * 0.3}));
        if (bar.hatch) {
            canvas.hatch(box, *bar.hatch, {.ink = bar.ink, .opacity = 0.8});
        }
    }
}

void draw_lines(Canvas& canvas, const Frame& frame, const Chart& chart) {
    for (const Line& line : chart.lines) {
        canvas.polyline(placed(frame, line.points), line.stroke);
    }
}

void draw_dots(Canvas& canvas, const Frame& frame, const Chart& chart) {
    for (const Dot& dot : chart.dots) {
        const Point at{frame.x(dot.at.x), frame.y(dot.at.y)};
        const double radius = dot_radius(chart, dot);
        draw_glyph(canvas, at, radius, dot.glyph, {.ink = dot.ink, .opacity = 0.9});
        if (dot.ring) {
            canvas.stroke_circle(at, radius + 3.5, {.ink = Ink::Danger, .width = 1.5});
        }
    }
}

void draw_flag(Canvas& canvas, const Frame& frame, double at) {
    const double x = frame.x(at);
    const Box& plot = frame.plot();
    canvas.line({x, plot.y - 4}, {x, plot.y + plot.height},
                {.ink = Ink::TextMuted, .dash = Dash::Dotted, .opacity = 0.8});
    const std::array corners{Point{x, plot.y - 13}, Point{x + 9, plot.y - 9}, Point{x, plot.y - 5}};
    canvas.fill_polygon(corners, {.ink = Ink::TextMuted});
    canvas.line({x, plot.y - 13}, {x, plot.y - 4}, {.ink = Ink::TextMuted, .width = 1.5});
}

ChartHit hit_of(const Frame& frame, const Chart& chart, std::size_t index) {
    const Mark& mark = chart.marks[index];
    if (mark.is_flag) {
        const double x = frame.x(mark.x0);
        return {{x - 2, frame.plot().y - 14, 12, 12}, {x + 4, frame.plot().y - 8}, index};
    }
    if (mark.x0 == mark.x1) {
        const Point at{frame.x(mark.x0), frame.y(mark.y0)};
        const double radius =
            index < chart.dots.size() ? dot_radius(chart, chart.dots[index]) : 4.0;
        return {{at.x - radius, at.y - radius, 2 * radius, 2 * radius}, at, index};
    }
    const Box area = frame.box(mark.x0, mark.x1, mark.y0, mark.y1);
    return {area, {area.x + area.width * 0.5, area.y + area.height * 0.5}, index};
}

void draw_lit(Canvas& canvas, const ChartHit& hit, bool is_dot) {
    if (is_dot) {
        canvas.fill_circle(hit.at, hit.area.width * 0.5 + 5, {.ink = Ink::Accent, .opacity = 0.25});
        canvas.stroke_circle(hit.at, hit.area.width * 0.5 + 3, {.ink = Ink::Accent, .width = 1.5});
    } else {
        canvas.fill_rect(hit.area, {.ink = Ink::Accent, .opacity = 0.14});
    }
}

void draw_missing(Canvas& canvas, const Missing& missing, const Box& room) {
    const double width = std::min(460.0, room.width - 24);
    const auto what = wrapped(canvas, missing.what, TextSize::Body, width);
    const auto todo = wrapped(canvas, missing.todo, TextSize::Small, width);
    const double x = room.x + room.width * 0.5;
    double y =
        room.y + room.height * 0.5 -
        0.5 * (20.0 * static_cast<double>(what.size()) + 18.0 * static_cast<double>(todo.size()));
    for (const std::string& line : what) {
        canvas.text({x, y}, line,
                    {.ink = Ink::Text,
                     .size = TextSize::Body,
                     .strong = true,
                     .side = Side::Middle,
                     .level = Level::Top});
        y += 20;
    }
    y += 4;
    for (const std::string& line : todo) {
        canvas.text({x, y}, line,
                    {.ink = Ink::TextMuted,
                     .size = TextSize::Small,
                     .side = Side::Middle,
                     .level = Level::Top});
        y += 18;
    }
}

double distance_to(const ChartHit& hit, Point point) {
    return std::hypot(hit.at.x - point.x, hit.at.y - point.y);
}

}  // namespace

const ChartHit* hit_at(const std::vector<ChartHit>& hits, Point point, double slack) {
    const ChartHit* best = nullptr;
    double least = 0;
    for (const ChartHit& hit : hits) {
        const bool inside = point.x >= hit.area.x - slack && point.y >= hit.area.y - slack &&
                            point.x <= hit.area.x + hit.area.width + slack &&
                            point.y <= hit.area.y + hit.area.height + slack;
        if (!inside) {
            continue;
        }
        // Small areas lie before large ones; among equals the nearest middle decides.
        const double rank = hit.area.width * hit.area.height + distance_to(hit, point);
        if (best == nullptr || rank < least) {
            best = &hit;
            least = rank;
        }
    }
    return best;
}

void draw_glyph(Canvas& canvas, Point at, double radius, Glyph glyph, const Fill& fill) {
    switch (glyph) {
        case Glyph::Circle: canvas.fill_circle(at, radius, fill); break;
        case Glyph::Diamond: {
            const double r = radius * 1.3;
            const std::array corners{Point{at.x, at.y - r}, Point{at.x + r, at.y},
                                     Point{at.x, at.y + r}, Point{at.x - r, at.y}};
            canvas.fill_polygon(corners, fill);
            break;
        }
        case Glyph::Triangle: {
            const double r = radius * 1.25;
            const std::array corners{Point{at.x, at.y - r}, Point{at.x + r, at.y + r * 0.8},
                                     Point{at.x - r, at.y + r * 0.8}};
            canvas.fill_polygon(corners, fill);
            break;
        }
        case Glyph::Square: {
            const double r = radius * 0.95;
            canvas.fill_rect({at.x - r, at.y - r, 2 * r, 2 * r}, fill);
            break;
        }
    }
}

Glyph glyph_of(Verdict::Call call) {
    switch (call) {
        case Verdict::Call::None:
        case Verdict::Call::Fine: return Glyph::Circle;
        case Verdict::Call::Watch: return Glyph::Triangle;
        case Verdict::Call::Act: return Glyph::Diamond;
    }
    return Glyph::Circle;
}

Ink ink_of(Verdict::Call call) {
    switch (call) {
        case Verdict::Call::None: return Ink::Neutral;
        case Verdict::Call::Fine: return Ink::Success;
        case Verdict::Call::Watch: return Ink::Warning;
        case Verdict::Call::Act: return Ink::Danger;
    }
    return Ink::Neutral;
}

std::vector<ChartHit> draw_chart(Canvas& canvas, const Chart& chart, const Box& room,
                                 std::optional<std::size_t> lit) {
    std::vector<ChartHit> hits;
    if (chart.missing) {
        draw_missing(canvas, *chart.missing, room);
        return hits;
    }
    const Frame frame(canvas, chart, room);
    hits.reserve(chart.marks.size());
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        hits.push_back(hit_of(frame, chart, i));
    }
    frame.draw_legend(canvas);
    const bool has_areas = !chart.areas.empty();
    if (!has_areas) {
        draw_grounds(canvas, frame, chart);
    }
    frame.draw_axes(canvas);
    draw_areas(canvas, frame, chart);
    if (has_areas) {
        draw_grounds(canvas, frame, chart);  // hatches lie over areas
    }
    draw_bars(canvas, frame, chart);
    draw_lines(canvas, frame, chart);
    frame.draw_guides(canvas);
    draw_bar_words(canvas, frame, chart);
    for (const Mark& mark : chart.marks) {
        if (mark.is_flag) {
            draw_flag(canvas, frame, mark.x0);
        }
    }
    if (lit && *lit < hits.size()) {
        const Mark& mark = chart.marks[*lit];
        draw_lit(canvas, hits[*lit], mark.x0 == mark.x1);
    }
    draw_dots(canvas, frame, chart);
    return hits;
}

}  // namespace throughline::report
