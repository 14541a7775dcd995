#pragma once
// What charts draw on. One interface for the screen (app/gui/widgets), SVG (svg_canvas.h) and
// through the screen's renderer PNG, so that a chart is written once. Colours and text by role: the
// canvas decides how a role looks in its theme. Units: pixels of an unscaled screen, y grows
// downwards, origin at the upper left. Not for interaction: a chart keeps its own list of what may
// be hovered.

#include <cstdint>
#include <span>
#include <string_view>

namespace throughline::report {

struct Point {
    double x = 0.0;
    double y = 0.0;
    bool operator==(const Point&) const = default;
};

struct Size {
    double width = 0.0;
    double height = 0.0;
    bool operator==(const Size&) const = default;
};

struct Box {
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;
    bool operator==(const Box&) const = default;
};

// Colours by role. Soft roles are grounds for the strong role of the same name.
enum class Ink : std::uint8_t {
    Background,  // of the chart itself
    Text,
    TextMuted,
    TextFaint,
    Grid,  // quiet rules
    Axis,
    Accent,
    AccentSoft,
    Info,
    InfoSoft,
    Success,
    SuccessSoft,
    Warning,
    WarningSoft,
    Danger,
    DangerSoft,
    Neutral,
    NeutralSoft,
    AgeFresh,
    AgeWatch,
    AgeAtRisk,
    AgeBeyond,
    Series1,  // twelve colours told apart by colour-blind readers too; see series()
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    Series7,
    Series8,
    Series9,
    Series10,
    Series11,
    Series12,
};
inline constexpr int kInkCount = static_cast<int>(Ink::Series12) + 1;
inline constexpr int kSeriesCount = 12;

// The series' colour for any index from 0; wraps around after twelve.
[[nodiscard]] constexpr Ink series(int index) {
    const int wrapped = ((index % kSeriesCount) + kSeriesCount) % kSeriesCount;
    return static_cast<Ink>(static_cast<int>(Ink::Series1) + wrapped);
}

enum class Dash : std::uint8_t { Solid, Dashed, Dotted };

struct Stroke {
    Ink ink = Ink::Axis;
    double width = 1.0;
    Dash dash = Dash::Solid;
    double opacity = 1.0;
};

struct Fill {
    Ink ink = Ink::Accent;
    double opacity = 1.0;
};

enum class TextSize : std::uint8_t { Caption, Small, Body, Title, Figure };
enum class Side : std::uint8_t { Start, Middle, End };              // across
enum class Level : std::uint8_t { Top, Middle, Baseline, Bottom };  // down

struct TextLook {
    Ink ink = Ink::Text;
    TextSize size = TextSize::Caption;
    bool strong = false;
    Side side = Side::Start;
    Level level = Level::Baseline;
};

enum class Hatch : std::uint8_t { Forward, Backward, Cross, Dots };

// Height of a size role in pixels.
[[nodiscard]] constexpr double text_height(TextSize size) {
    switch (size) {
        case TextSize::Caption: return 11.0;
        case TextSize::Small: return 12.5;
        case TextSize::Body: return 14.0;
        case TextSize::Title: return 17.0;
        case TextSize::Figure: return 28.0;
    }
    return 14.0;
}

class Canvas {
public:
    Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    virtual ~Canvas() = default;

    [[nodiscard]] virtual Size size() const = 0;
    // Width the text will take; near enough for layout where the reader's font is not known (SVG).
    [[nodiscard]] virtual double text_width(std::string_view text, TextSize size,
                                            bool strong = false) const = 0;

    virtual void line(Point from, Point to, const Stroke& stroke) = 0;
    // Fewer than two points draw nothing.
    virtual void polyline(std::span<const Point> points, const Stroke& stroke) = 0;
    virtual void fill_rect(const Box& box, const Fill& fill, double corner = 0.0) = 0;
    virtual void stroke_rect(const Box& box, const Stroke& stroke, double corner = 0.0) = 0;
    virtual void fill_circle(Point centre, double radius, const Fill& fill) = 0;
    virtual void stroke_circle(Point centre, double radius, const Stroke& stroke) = 0;
    // Any simple polygon, concave too, as areas of a flow diagram are. Fewer than three points:
    // nothing.
    virtual void fill_polygon(std::span<const Point> points, const Fill& fill) = 0;
    // The area between two lines with the same x, one point for one point, however many there are.
    virtual void fill_between(std::span<const Point> upper, std::span<const Point> lower,
                              const Fill& fill) = 0;
    // One line of text at a point; not wrapped, not cut.
    virtual void text(Point at, std::string_view text, const TextLook& look) = 0;
    // Text turned a quarter to the left, reading upwards, as for the name of a y axis; `at` is
    // where the text's own anchor lies.
    virtual void text_upwards(Point at, std::string_view text, const TextLook& look) = 0;
    // A pattern over a box, so that areas differ without colour.
    virtual void hatch(const Box& box, Hatch pattern, const Stroke& stroke) = 0;

    // Nothing outside the box is drawn until the matching pop_clip; clips nest.
    virtual void push_clip(const Box& box) = 0;
    virtual void pop_clip() = 0;
};

}  // namespace throughline::report
