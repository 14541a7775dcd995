// Pictures read back from the SVG that SvgCanvas writes: its elements only, colours by role.
#include "core/report/document_reader.h"
#include "core/report/markup.h"
#include "core/report/svg_canvas.h"

#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace throughline::report {
namespace {

std::optional<Ink> ink_of(std::string_view colour) {
    for (int i = 0; i < kInkCount; ++i) {
        if (svg_colour(static_cast<Ink>(i), SvgTheme::Light) == colour) {
            return static_cast<Ink>(i);
        }
    }
    return std::nullopt;
}

double opacity(const Markup& element, std::string_view name) {
    return element.attribute(name).empty() ? 1.0 : element.number(name);
}

std::optional<Fill> fill_of(const Markup& element) {
    const auto ink = ink_of(element.attribute("fill"));
    return ink ? std::optional(Fill{*ink, opacity(element, "fill-opacity")}) : std::nullopt;
}

std::optional<Stroke> stroke_of(const Markup& element) {
    const auto ink = ink_of(element.attribute("stroke"));
    if (!ink) {
        return std::nullopt;
    }
    const std::string_view dash = element.attribute("stroke-dasharray");
    return Stroke{*ink, element.number("stroke-width"),
                  dash.empty()            ? Dash::Solid
                  : dash.starts_with("0") ? Dash::Dotted
                                          : Dash::Dashed,
                  opacity(element, "stroke-opacity")};
}

Box box_of(const Markup& element) {
    return {element.number("x"), element.number("y"), element.number("width"),
            element.number("height")};
}

// The numbers in a list of them, whatever stands between.
std::vector<double> numbers_in(std::string_view text) {
    std::vector<double> numbers;
    const char* at = text.data();
    const char* end = text.data() + text.size();
    while (at < end) {
        double value = 0;
        const auto read = std::from_chars(at, end, value);
        if (read.ec == std::errc() && std::isfinite(value)) {
            numbers.push_back(value);
            at = read.ptr;
        } else {
            ++at;
        }
    }
    return numbers;
}

std::vector<Point> points_of(const Markup& element) {
    const std::vector<double> numbers = numbers_in(element.attribute("points"));
    std::vector<Point> points;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        points.push_back({numbers[i], numbers[i + 1]});
    }
    return points;
}

TextSize text_size_of(double em) {
    constexpr std::array kSizes{TextSize::Caption, TextSize::Small, TextSize::Body, TextSize::Title,
                                TextSize::Figure};
    TextSize best = TextSize::Caption;
    for (const TextSize size : kSizes) {
        if (std::abs(text_height(size) - em) < std::abs(text_height(best) - em)) {
            best = size;
        }
    }
    return best;
}

class Reader {
public:
    Picture picture;

    void read(const Markup& parent) {
        for (const Markup& child : parent.children) {
            read_element(child);
        }
    }

private:
    template <class F>
    void add(F act) {
        picture.strokes.emplace_back(std::move(act));
    }

    void read_element(const Markup& element) {
        if (element.name == "g") {
            read_group(element);
        } else if (element.name == "clipPath") {
            if (const Markup* rect = element.find("rect")) {
                clips_[std::string(element.attribute("id"))] = box_of(*rect);
            }
        } else if (element.name == "pattern") {
            read_pattern(element);
        } else if (element.name == "rect") {
            read_rect(element);
        } else if (element.name == "circle") {
            read_circle(element);
        } else if (element.name == "text") {
            read_text(element);
        } else {
            read_lines(element);
        }
    }

    // The name in "url(#name)".
    static std::string referred(std::string_view url) {
        constexpr std::string_view kBegin = "url(#";
        return url.starts_with(kBegin) && url.ends_with(")")
                   ? std::string(url.substr(kBegin.size(), url.size() - kBegin.size() - 1))
                   : std::string();
    }

    void read_group(const Markup& group) {
        const auto clip = clips_.find(referred(group.attribute("clip-path")));
        if (clip == clips_.end()) {
            read(group);
            return;
        }
        add([box = clip->second](Canvas& canvas) { canvas.push_clip(box); });
        read(group);
        add([](Canvas& canvas) { canvas.pop_clip(); });
    }

    void read_pattern(const Markup& pattern) {
        const std::string name(pattern.attribute("id"));
        if (const Markup* dot = pattern.find("circle")) {
            const auto fill = fill_of(*dot);
            patterns_[name] = {Hatch::Dots,
                               {fill ? fill->ink : Ink::Axis, dot->number("r"), Dash::Solid,
                                fill ? fill->opacity : 1.0}};
        } else if (const Markup* path = pattern.find("path")) {
            const std::string_view lines = path->attribute("d");
            const bool forward = lines.find("M0 6") != std::string_view::npos;
            const bool backward = lines.find("M0 0") != std::string_view::npos;
            patterns_[name] = {forward && backward ? Hatch::Cross
                               : forward           ? Hatch::Forward
                                                   : Hatch::Backward,
                               stroke_of(*path).value_or(Stroke{})};
        }
    }

    void read_rect(const Markup& element) {
        const Box box = box_of(element);
        const double corner = element.number("rx");
        const auto pattern = patterns_.find(referred(element.attribute("fill")));
        if (pattern != patterns_.end()) {
            add([box, hatch = pattern->second](Canvas& canvas) {
                canvas.hatch(box, hatch.first, hatch.second);
            });
        } else if (const auto stroke = stroke_of(element)) {
            add([=](Canvas& canvas) { canvas.stroke_rect(box, *stroke, corner); });
        } else if (const auto fill = fill_of(element)) {
            // The ground of the whole is whatever it is drawn on.
            if (fill->ink != Ink::Background ||
                !(box == Box{0, 0, picture.size.width, picture.size.height})) {
                add([=](Canvas& canvas) { canvas.fill_rect(box, *fill, corner); });
            }
        }
    }

    void read_circle(const Markup& element) {
        const Point centre{element.number("cx"), element.number("cy")};
        const double radius = element.number("r");
        if (const auto stroke = stroke_of(element)) {
            add([=](Canvas& canvas) { canvas.stroke_circle(centre, radius, *stroke); });
        } else if (const auto fill = fill_of(element)) {
            add([=](Canvas& canvas) { canvas.fill_circle(centre, radius, *fill); });
        }
    }

    void read_lines(const Markup& element) {
        const auto stroke = stroke_of(element);
        const auto fill = fill_of(element);
        if (element.name == "line" && stroke) {
            const Point from{element.number("x1"), element.number("y1")};
            const Point to{element.number("x2"), element.number("y2")};
            add([=](Canvas& canvas) { canvas.line(from, to, *stroke); });
        } else if (element.name == "polyline" && stroke) {
            add([points = points_of(element), line = *stroke](Canvas& canvas) {
                canvas.polyline(points, line);
            });
        } else if (element.name == "polygon" && fill) {
            add([points = points_of(element), ground = *fill](Canvas& canvas) {
                canvas.fill_polygon(points, ground);
            });
        }
    }

    void read_text(const Markup& element) {
        const std::string_view side = element.attribute("text-anchor");
        const TextLook look{fill_of(element).value_or(Fill{Ink::Text}).ink,
                            text_size_of(element.number("font-size")),
                            element.attribute("font-weight") == "600",
                            side == "end"      ? Side::End
                            : side == "middle" ? Side::Middle
                                               : Side::Start,
                            Level::Baseline};
        const std::vector<double> moved = numbers_in(element.attribute("transform"));
        const bool upwards = moved.size() >= 2;
        const Point at =
            upwards ? Point{moved[0], moved[1]} : Point{element.number("x"), element.number("y")};
        add([at, look, upwards, words = element.words()](Canvas& canvas) {
            upwards ? canvas.text_upwards(at, words, look) : canvas.text(at, words, look);
        });
    }

    std::map<std::string, Box> clips_;
    std::map<std::string, std::pair<Hatch, Stroke>> patterns_;
};

}  // namespace

Picture picture_of(const Markup& svg) {
    Reader reader;
    const std::vector<double> view = numbers_in(svg.attribute("viewBox"));
    if (view.size() == 4) {
        reader.picture.size = {view[2], view[3]};
    }
    reader.read(svg);
    return std::move(reader.picture);
}

}  // namespace throughline::report
