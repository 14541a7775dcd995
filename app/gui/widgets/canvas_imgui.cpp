#include "app/gui/widgets/canvas_imgui.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

using report::Box;
using report::Fill;
using report::Hatch;
using report::Ink;
using report::Point;
using report::Stroke;

// ImGui counts a text's height over its whole line, the canvas by the letter's em.
constexpr double kLinePerEm = 1.21;

TextStyle style_of(report::TextSize size, bool strong, ImU32 colour = 0) {
    return {.size = static_cast<float>(report::text_height(size) * kLinePerEm),
            .weight = strong ? Weight::Semibold : Weight::Regular,
            .colour = colour};
}

ImU32 coloured(const Fill& fill) {
    return fade(ink_colour(fill.ink), static_cast<float>(fill.opacity));
}

ImU32 coloured(const Stroke& stroke) {
    return fade(ink_colour(stroke.ink), static_cast<float>(stroke.opacity));
}

// Draws the stretch in dashes; `left_over` carries the pattern from one stretch to the next.
void dashed(ImDrawList& list, ImVec2 a, ImVec2 b, ImU32 colour, float width, float on, float off,
            float& left_over) {
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    if (length <= 0.0f) return;
    const ImVec2 d{(b.x - a.x) / length, (b.y - a.y) / length};
    for (float at = -left_over; at < length; at += on + off) {
        const float from = std::max(at, 0.0f);
        const float to = std::min(at + on, length);
        if (to > from)
            list.AddLine({a.x + d.x * from, a.y + d.y * from}, {a.x + d.x * to, a.y + d.y * to},
                         colour, width);
    }
    left_over = std::fmod(left_over + length, on + off);
}

float across(report::Side side, float width) {
    switch (side) {
        case report::Side::Start: return 0.0f;
        case report::Side::Middle: return -width * 0.5f;
        case report::Side::End: return -width;
    }
    return 0.0f;
}

// From the anchor up to the top of the text's line.
float down(report::Level level, const TextStyle& style) {
    const float px = text_px(style.size);
    ImFontBaked* baked = font_of(style.weight)->GetFontBaked(px);
    switch (level) {
        case report::Level::Top: return 0.0f;
        case report::Level::Middle: return -px * 0.5f;
        case report::Level::Baseline: return -baked->Ascent;
        case report::Level::Bottom: return -px;
    }
    return 0.0f;
}

}  // namespace

ImGuiCanvas::ImGuiCanvas(ImDrawList& list, ImVec2 origin, report::Size size)
    : list_(list), origin_(origin), size_(size), scale_(sizes().scale) {}

ImVec2 ImGuiCanvas::to_screen(Point point) const {
    return {origin_.x + static_cast<float>(point.x) * scale_,
            origin_.y + static_cast<float>(point.y) * scale_};
}

Point ImGuiCanvas::from_screen(ImVec2 point) const {
    return {static_cast<double>((point.x - origin_.x) / scale_),
            static_cast<double>((point.y - origin_.y) / scale_)};
}

double ImGuiCanvas::text_width(std::string_view text, report::TextSize size, bool strong) const {
    return static_cast<double>(gui::text_width(text, style_of(size, strong)) / scale_);
}

void ImGuiCanvas::line(Point from, Point to, const Stroke& stroke) {
    const std::array points{from, to};
    polyline(points, stroke);
}

void ImGuiCanvas::polyline(std::span<const Point> points, const Stroke& stroke) {
    if (points.size() < 2) return;
    const ImU32 colour = coloured(stroke);
    const float width = std::max(1.0f, static_cast<float>(stroke.width) * scale_);
    std::vector<ImVec2> at;
    at.reserve(points.size());
    for (const Point& point : points) {
        // A point said twice has no direction, and Dear ImGui would swell the line around it.
        constexpr float kSame = 0.01f;
        const ImVec2 next = to_screen(point);
        const bool is_same = !at.empty() && std::abs(next.x - at.back().x) < kSame &&
                             std::abs(next.y - at.back().y) < kSame;
        if (!is_same) at.push_back(next);
    }
    if (at.size() < 2) return;
    if (stroke.dash == report::Dash::Solid) {
        if (at.size() == 2 && (at[0].x == at[1].x || at[0].y == at[1].y)) {  // crisp rules
            at = {{std::floor(at[0].x), std::floor(at[0].y)},
                  {std::floor(at[1].x), std::floor(at[1].y)}};
            list_.AddLine(at[0], at[1], colour, width);
            return;
        }
        list_.AddPolyline(at.data(), static_cast<int>(at.size()), colour, 0, width);
        return;
    }
    const bool dots = stroke.dash == report::Dash::Dotted;
    const float on = dots ? width : 5.0f * scale_;
    const float off = dots ? 2.5f * width : 4.0f * scale_;
    float left_over = 0.0f;
    for (std::size_t i = 1; i < at.size(); ++i)
        dashed(list_, at[i - 1], at[i], colour, width, on, off, left_over);
}

void ImGuiCanvas::fill_rect(const Box& box, const Fill& fill, double corner) {
    list_.AddRectFilled(to_screen({box.x, box.y}),
                        to_screen({box.x + box.width, box.y + box.height}), coloured(fill),
                        static_cast<float>(corner) * scale_);
}

void ImGuiCanvas::stroke_rect(const Box& box, const Stroke& stroke, double corner) {
    if (stroke.dash != report::Dash::Solid) {
        const std::array points{Point{box.x, box.y}, Point{box.x + box.width, box.y},
                                Point{box.x + box.width, box.y + box.height},
                                Point{box.x, box.y + box.height}, Point{box.x, box.y}};
        polyline(points, stroke);
        return;
    }
    const float width = std::max(1.0f, static_cast<float>(stroke.width) * scale_);
    list_.AddRect(to_screen({box.x, box.y}), to_screen({box.x + box.width, box.y + box.height}),
                  coloured(stroke), static_cast<float>(corner) * scale_, 0, width);
}

void ImGuiCanvas::fill_circle(Point centre, double radius, const Fill& fill) {
    list_.AddCircleFilled(to_screen(centre), static_cast<float>(radius) * scale_, coloured(fill));
}

void ImGuiCanvas::stroke_circle(Point centre, double radius, const Stroke& stroke) {
    list_.AddCircle(to_screen(centre), static_cast<float>(radius) * scale_, coloured(stroke), 0,
                    std::max(1.0f, static_cast<float>(stroke.width) * scale_));
}

void ImGuiCanvas::fill_polygon(std::span<const Point> points, const Fill& fill) {
    if (points.size() < 3) return;
    std::vector<ImVec2> at;
    at.reserve(points.size());
    for (const Point& point : points) {
        const ImVec2 next = to_screen(point);
        if (at.empty() || next.x != at.back().x || next.y != at.back().y) at.push_back(next);
    }
    if (at.size() >= 3)
        list_.AddConcavePolyFilled(at.data(), static_cast<int>(at.size()), coloured(fill));
}

void ImGuiCanvas::fill_between(std::span<const Point> upper, std::span<const Point> lower,
                               const Fill& fill) {
    const std::size_t count = std::min(upper.size(), lower.size());
    if (count < 2) return;
    const ImU32 colour = coloured(fill);
    const ImVec2 uv = list_._Data->TexUvWhitePixel;
    const auto quads = static_cast<unsigned>(count - 1);
    // A strip of quads that share their corners: no seams, and no search for ears as in a polygon.
    list_.PrimReserve(static_cast<int>(6 * quads), static_cast<int>(2 * count));
    const auto first = static_cast<ImDrawIdx>(list_._VtxCurrentIdx);
    for (unsigned i = 0; i < quads; ++i) {
        for (const unsigned corner : {0U, 1U, 2U, 1U, 3U, 2U})
            list_.PrimWriteIdx(static_cast<ImDrawIdx>(first + 2 * i + corner));
    }
    for (std::size_t i = 0; i < count; ++i) {
        list_.PrimWriteVtx(to_screen(upper[i]), uv, colour);
        list_.PrimWriteVtx(to_screen(lower[i]), uv, colour);
    }
}

void ImGuiCanvas::text(Point at, std::string_view text, const report::TextLook& look) {
    const TextStyle style = style_of(look.size, look.strong, ink_colour(look.ink));
    const ImVec2 anchor = to_screen(at);
    const float width = gui::text_width(text, style);
    draw_text(list_, {anchor.x + across(look.side, width), anchor.y + down(look.level, style)},
              text, style);
}

void ImGuiCanvas::text_upwards(Point at, std::string_view text, const report::TextLook& look) {
    const TextStyle style = style_of(look.size, look.strong, ink_colour(look.ink));
    const ImVec2 anchor = to_screen(at);
    const ImVec2 pivot{std::round(anchor.x), std::round(anchor.y)};
    const float width = gui::text_width(text, style);
    const int first = list_.VtxBuffer.Size;
    // Drawn lying, then every corner turned a quarter to the left around the anchor. Lying text may
    // reach out of the clip, whose letters would be left out: meanwhile letters see no clip, while
    // the draw command keeps the real one.
    const ImVec4 clip = list_._CmdHeader.ClipRect;
    list_._CmdHeader.ClipRect = {-1e6f, -1e6f, 1e6f, 1e6f};
    draw_text(list_,
              {pivot.x + std::round(across(look.side, width)),
               pivot.y + std::round(down(look.level, style))},
              text, style);
    list_._CmdHeader.ClipRect = clip;
    for (int i = first; i < list_.VtxBuffer.Size; ++i) {
        ImVec2& p = list_.VtxBuffer[i].pos;
        p = {pivot.x + (p.y - pivot.y), pivot.y - (p.x - pivot.x)};
    }
}

void ImGuiCanvas::hatch(const Box& box, Hatch pattern, const Stroke& stroke) {
    push_clip(box);
    constexpr double step = 6.0;
    const double right = box.x + box.width;
    const double floor = box.y + box.height;
    // The pattern lies on the canvas, not on the box, so that it runs on from box to box.
    const auto first = [](double from) { return std::ceil(from / step) * step; };
    if (pattern == Hatch::Dots) {
        for (double y = first(box.y - step * 0.5) + step * 0.5; y < floor; y += step) {
            for (double x = first(box.x - step * 0.5) + step * 0.5; x < right; x += step)
                fill_circle({x, y}, stroke.width, {stroke.ink, stroke.opacity});
        }
    } else {
        if (pattern != Hatch::Backward) {  // x + y is a multiple of the step
            for (double sum = first(box.x + box.y); sum < right + floor; sum += step)
                line({sum - floor, floor}, {sum - box.y, box.y}, stroke);
        }
        if (pattern != Hatch::Forward) {  // x - y is
            for (double gap = first(box.x - floor); gap < right - box.y; gap += step)
                line({gap + box.y, box.y}, {gap + floor, floor}, stroke);
        }
    }
    pop_clip();
}

void ImGuiCanvas::push_clip(const Box& box) {
    list_.PushClipRect(to_screen({box.x, box.y}),
                       to_screen({box.x + box.width, box.y + box.height}), true);
}

void ImGuiCanvas::pop_clip() {
    list_.PopClipRect();
}

CanvasItem begin_canvas(const char* id, std::string_view name, ImVec2 unscaled_size) {
    const float scale = sizes().scale;
    const ImVec2 left = ImGui::GetContentRegionAvail();
    const ImVec2 size{unscaled_size.x > 0.0f ? unscaled_size.x * scale : std::max(left.x, 1.0f),
                      unscaled_size.y > 0.0f ? unscaled_size.y * scale : std::max(left.y, 1.0f)};
    const Pressable item = press_item(id, name, size);
    CanvasItem result;
    result.canvas = std::make_unique<ImGuiCanvas>(
        *ImGui::GetWindowDrawList(), item.min,
        report::Size{static_cast<double>(size.x / scale), static_cast<double>(size.y / scale)});
    result.hovered = item.hovered;
    result.pressed = item.pressed;
    result.mouse = result.canvas->from_screen(ImGui::GetMousePos());
    if (item.visible) focus_ring_of(item, sizes().radius);
    return result;
}

}  // namespace throughline::gui
