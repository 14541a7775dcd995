#include "core/report/svg_canvas.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace throughline::report {
namespace {

// Light and dark value of each Ink, in its order.
struct InkPair {
    std::string_view light;
    std::string_view dark;
};
constexpr std::array<InkPair, kInkCount> kInks = {{
    {"#ffffff", "#15181f"}, {"#171c26", "#e9ecf2"}, {"#4c5566", "#a9b1c0"}, {"#5e687a", "#8e97a8"},
    {"#e6e9ef", "#242934"}, {"#7f8898", "#737d90"}, {"#4353e0", "#5462e6"}, {"#e9ecfd", "#252b52"},
    {"#0c6fb8", "#4da6e8"}, {"#e2f1fb", "#14304a"}, {"#1a7f4b", "#3fbf7f"}, {"#e1f5ea", "#12372a"},
    {"#b45a09", "#e8a33d"}, {"#fdf0dc", "#3d2c12"}, {"#ce2c3b", "#f0616d"}, {"#fde8ea", "#46202a"},
    {"#5c6678", "#8791a5"}, {"#ebeef3", "#262c38"}, {"#1a7f4b", "#3fbf7f"}, {"#8a6a00", "#d8c24a"},
    {"#b45a09", "#e8a33d"}, {"#ce2c3b", "#f0616d"}, {"#3563e9", "#7fa2ff"}, {"#c4560a", "#f0994a"},
    {"#207b62", "#2f7e6d"}, {"#7c2067", "#c148c9"}, {"#cd5ba3", "#f8bac6"}, {"#44470f", "#9d9e76"},
    {"#9177d0", "#5d64f9"}, {"#292ab7", "#86dc82"}, {"#a37446", "#d988b7"}, {"#ea3175", "#afc9ec"},
    {"#1e4337", "#617c30"}, {"#6e319a", "#89679e"},
}};

// At most three decimals, without a locale and without a trailing zero.
std::string number(double value) {
    if (!std::isfinite(value)) return "0";
    char buffer[64];
    const double rounded = std::round(value * 1000.0) / 1000.0 + 0.0;  // no "-0"
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, rounded);
    return {buffer, result.ptr};
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value) {
    return attribute(name, number(value));
}

std::string paint(const Fill& fill, SvgTheme theme) {
    std::string out = attribute("fill", svg_colour(fill.ink, theme));
    if (fill.opacity < 1.0) out += attribute("fill-opacity", fill.opacity);
    return out;
}

std::string paint(const Stroke& stroke, SvgTheme theme) {
    std::string out = attribute("fill", "none") +
                      attribute("stroke", svg_colour(stroke.ink, theme)) +
                      attribute("stroke-width", stroke.width);
    if (stroke.opacity < 1.0) out += attribute("stroke-opacity", stroke.opacity);
    if (stroke.dash == Dash::Dashed) out += attribute("stroke-dasharray", "5 4");
    if (stroke.dash == Dash::Dotted)
        out += attribute("stroke-linecap", "round") + attribute("stroke-dasharray", "0.1 3.5");
    return out;
}

std::string box_attributes(const Box& box) {
    return attribute("x", box.x) + attribute("y", box.y) +
           attribute("width", std::max(box.width, 0.0)) +
           attribute("height", std::max(box.height, 0.0));
}

std::string point_list(std::span<const Point> points) {
    std::string out;
    for (const Point& p : points) {
        if (!out.empty()) out += ' ';
        out += number(p.x) + "," + number(p.y);
    }
    return out;
}

std::string_view anchor(Side side) {
    switch (side) {
        case Side::Start: return "start";
        case Side::Middle: return "middle";
        case Side::End: return "end";
    }
    return "start";
}

// From the anchor to the baseline, by letters whose capitals are 0.727 of the em high.
double baseline_shift(Level level, double em) {
    switch (level) {
        case Level::Top: return 0.95 * em;
        case Level::Middle: return 0.36 * em;
        case Level::Baseline: return 0.0;
        case Level::Bottom: return -0.22 * em;
    }
    return 0.0;
}

}  // namespace

std::string_view svg_colour(Ink ink, SvgTheme theme) {
    const InkPair& pair = kInks[static_cast<std::size_t>(ink)];
    return theme == SvgTheme::Dark ? pair.dark : pair.light;
}

SvgCanvas::SvgCanvas(Size size, SvgTheme theme, std::string_view title,
                     std::string_view description, double scale)
    : size_(size), theme_(theme) {
    head_ = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", size.width * scale) +
            attribute("height", size.height * scale) +
            attribute("viewBox", "0 0 " + number(size.width) + " " + number(size.height)) +
            " role=\"img\" font-family=\"Inter, 'Segoe UI', system-ui, -apple-system, Roboto, "
            "'Helvetica Neue', Arial, sans-serif\">\n";
    if (!title.empty()) head_ += "<title>" + xml_escape(title) + "</title>\n";
    if (!description.empty()) head_ += "<desc>" + xml_escape(description) + "</desc>\n";
    fill_rect({0, 0, size.width, size.height}, {.ink = Ink::Background}, 0.0);
}

std::string SvgCanvas::svg() const {
    std::string out = head_ + body_;
    for (int i = 0; i < open_clips_; ++i)
        out += "</g>\n";
    return out + "</svg>\n";
}

Size SvgCanvas::size() const {
    return size_;
}

double SvgCanvas::text_width(std::string_view text, TextSize size, bool strong) const {
    return ems(text) * text_height(size) * (strong ? 1.05 : 1.0);
}

void SvgCanvas::line(Point from, Point to, const Stroke& stroke) {
    body_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
             attribute("y2", to.y) + paint(stroke, theme_) + "/>\n";
}

void SvgCanvas::polyline(std::span<const Point> points, const Stroke& stroke) {
    if (points.size() < 2) return;
    body_ += "<polyline" + attribute("points", point_list(points)) + paint(stroke, theme_) +
             " stroke-linejoin=\"round\"/>\n";
}

void SvgCanvas::fill_rect(const Box& box, const Fill& fill, double corner) {
    body_ += "<rect" + box_attributes(box) + (corner > 0.0 ? attribute("rx", corner) : "") +
             paint(fill, theme_) + "/>\n";
}

void SvgCanvas::stroke_rect(const Box& box, const Stroke& stroke, double corner) {
    body_ += "<rect" + box_attributes(box) + (corner > 0.0 ? attribute("rx", corner) : "") +
             paint(stroke, theme_) + "/>\n";
}

void SvgCanvas::fill_circle(Point centre, double radius, const Fill& fill) {
    body_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) +
             attribute("r", radius) + paint(fill, theme_) + "/>\n";
}

void SvgCanvas::stroke_circle(Point centre, double radius, const Stroke& stroke) {
    body_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) +
             attribute("r", radius) + paint(stroke, theme_) + "/>\n";
}

void SvgCanvas::fill_polygon(std::span<const Point> points, const Fill& fill) {
    if (points.size() < 3) return;
    body_ += "<polygon" + attribute("points", point_list(points)) + paint(fill, theme_) + "/>\n";
}

void SvgCanvas::fill_between(std::span<const Point> upper, std::span<const Point> lower,
                             const Fill& fill) {
    std::vector<Point> outline(upper.begin(), upper.end());
    outline.insert(outline.end(), lower.rbegin(), lower.rend());
    fill_polygon(outline, fill);
}

void SvgCanvas::text(Point at, std::string_view text, const TextLook& look) {
    text_element(at, text, look, false);
}

void SvgCanvas::text_upwards(Point at, std::string_view text, const TextLook& look) {
    text_element(at, text, look, true);
}

void SvgCanvas::text_element(Point at, std::string_view text, const TextLook& look, bool upwards) {
    const double em = text_height(look.size);
    const double shift = baseline_shift(look.level, em);
    body_ += "<text";
    if (upwards) {
        body_ += attribute("transform", "translate(" + number(at.x + shift) + " " + number(at.y) +
                                            ") rotate(-90)");
    } else {
        body_ += attribute("x", at.x) + attribute("y", at.y + shift);
    }
    body_ += attribute("font-size", em) + attribute("text-anchor", anchor(look.side));
    if (look.strong) body_ += attribute("font-weight", "600");
    body_ += attribute("fill", svg_colour(look.ink, theme_)) + ">" + xml_escape(text) + "</text>\n";
}

void SvgCanvas::hatch(const Box& box, Hatch pattern, const Stroke& stroke) {
    const std::string id = "h" + std::to_string(++pattern_count_);
    std::string lines;
    if (pattern == Hatch::Forward || pattern == Hatch::Cross) lines += "M0 6L6 0";
    if (pattern == Hatch::Backward || pattern == Hatch::Cross) lines += "M0 0L6 6";
    body_ += "<pattern" + attribute("id", id) +
             " width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">";
    if (pattern == Hatch::Dots) {
        body_ += "<circle cx=\"3\" cy=\"3\"" + attribute("r", stroke.width) +
                 paint(Fill{stroke.ink, stroke.opacity}, theme_) + "/>";
    } else {
        body_ += "<path" + attribute("d", lines) + paint(stroke, theme_) + "/>";
    }
    body_ +=
        "</pattern>\n<rect" + box_attributes(box) + attribute("fill", "url(#" + id + ")") + "/>\n";
}

void SvgCanvas::push_clip(const Box& box) {
    const std::string id = "c" + std::to_string(++clip_count_);
    body_ += "<clipPath" + attribute("id", id) + "><rect" + box_attributes(box) +
             "/></clipPath>\n<g" + attribute("clip-path", "url(#" + id + ")") + ">\n";
    ++open_clips_;
}

void SvgCanvas::pop_clip() {
    if (open_clips_ == 0) return;
    --open_clips_;
    body_ += "</g>\n";
}

}  // namespace throughline::report
