#pragma once
// A Canvas that writes one self-contained SVG picture: no fonts, scripts or links inside, every
// text escaped, numbers written without a locale, the same calls giving the same bytes.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/report/canvas.h"
#include "core/report/svg_text.h"

namespace throughline::report {

enum class SvgTheme : std::uint8_t { Light, Dark };

class SvgCanvas final : public Canvas {
public:
    // `title` and `description` are for readers who do not see the picture; either may be empty.
    // The picture is shown `scale` times as large as its canvas.
    SvgCanvas(Size size, SvgTheme theme, std::string_view title = {},
              std::string_view description = {}, double scale = 1.0);

    // The whole document. Open clips are closed in the copy; drawing may go on.
    [[nodiscard]] std::string svg() const;

    [[nodiscard]] Size size() const override;
    [[nodiscard]] double text_width(std::string_view text, TextSize size,
                                    bool strong) const override;
    void line(Point from, Point to, const Stroke& stroke) override;
    void polyline(std::span<const Point> points, const Stroke& stroke) override;
    void fill_rect(const Box& box, const Fill& fill, double corner) override;
    void stroke_rect(const Box& box, const Stroke& stroke, double corner) override;
    void fill_circle(Point centre, double radius, const Fill& fill) override;
    void stroke_circle(Point centre, double radius, const Stroke& stroke) override;
    void fill_polygon(std::span<const Point> points, const Fill& fill) override;
    void fill_between(std::span<const Point> upper, std::span<const Point> lower,
                      const Fill& fill) override;
    void text(Point at, std::string_view text, const TextLook& look) override;
    void text_upwards(Point at, std::string_view text, const TextLook& look) override;
    void hatch(const Box& box, Hatch pattern, const Stroke& stroke) override;
    void push_clip(const Box& box) override;
    void pop_clip() override;

private:
    void text_element(Point at, std::string_view text, const TextLook& look, bool upwards);

    Size size_;
    SvgTheme theme_;
    std::string head_;
    std::string body_;
    int clip_count_ = 0;
    int open_clips_ = 0;
    int pattern_count_ = 0;
};

// "#rrggbb" of a role.
[[nodiscard]] std::string_view svg_colour(Ink ink, SvgTheme theme);
}  // namespace throughline::report
