#pragma once
// A chart's Canvas on the screen: draws on an ImGui draw list at a place, in the current theme,
// with the theme's scale. Make one per frame; it keeps nothing.
//
//     CanvasItem chart = begin_canvas("cycle-times", "Cycle times", {0, 320});
//     draw_scatter(*chart.canvas, figures);
//     if (chart.hovered) ... chart.mouse ...

#include <memory>
#include <span>
#include <string_view>

#include "app/gui/theme/theme.h"
#include "core/report/canvas.h"

namespace throughline::gui {

// A role's colour in the current theme.
[[nodiscard]] ImU32 ink_colour(report::Ink ink);

class ImGuiCanvas final : public report::Canvas {
public:
    // `size` in unscaled pixels.
    ImGuiCanvas(ImDrawList& list, ImVec2 origin, report::Size size);

    [[nodiscard]] report::Size size() const override { return size_; }
    [[nodiscard]] double text_width(std::string_view text, report::TextSize size,
                                    bool strong) const override;
    void line(report::Point from, report::Point to, const report::Stroke& stroke) override;
    void polyline(std::span<const report::Point> points, const report::Stroke& stroke) override;
    void fill_rect(const report::Box& box, const report::Fill& fill, double corner) override;
    void stroke_rect(const report::Box& box, const report::Stroke& stroke, double corner) override;
    void fill_circle(report::Point centre, double radius, const report::Fill& fill) override;
    void stroke_circle(report::Point centre, double radius, const report::Stroke& stroke) override;
    void fill_polygon(std::span<const report::Point> points, const report::Fill& fill) override;
    void fill_between(std::span<const report::Point> upper, std::span<const report::Point> lower,
                      const report::Fill& fill) override;
    void text(report::Point at, std::string_view text, const report::TextLook& look) override;
    void text_upwards(report::Point at, std::string_view text,
                      const report::TextLook& look) override;
    void hatch(const report::Box& box, report::Hatch pattern,
               const report::Stroke& stroke) override;
    void push_clip(const report::Box& box) override;
    void pop_clip() override;

    // Chart pixels to screen pixels and back.
    [[nodiscard]] ImVec2 to_screen(report::Point point) const;
    [[nodiscard]] report::Point from_screen(ImVec2 point) const;

private:
    ImDrawList& list_;
    ImVec2 origin_;
    report::Size size_;
    float scale_;
};

// A chart as an item: focusable, named for tests. Unscaled size; 0 takes what is left.
struct CanvasItem {
    std::unique_ptr<ImGuiCanvas> canvas;
    bool hovered = false;
    bool pressed = false;
    report::Point mouse;  // in chart pixels; valid while hovered
};
[[nodiscard]] CanvasItem begin_canvas(const char* id, std::string_view name, ImVec2 unscaled_size);

}  // namespace throughline::gui
