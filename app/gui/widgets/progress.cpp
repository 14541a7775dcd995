#include "app/gui/widgets/progress.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

float bar_height(float height) {
    return height > 0.0f ? height : sizes().xs + sizes().xxs;
}

ImRect bar_item(float width, float height) {
    const ImVec2 size{width > 0.0f ? width : width_left(), height};
    const ImVec2 pos = place(size);
    const ImRect rect(pos.x, pos.y, pos.x + size.x, pos.y + size.y);
    ImGui::ItemAdd(rect, 0);
    return rect;
}

}  // namespace

void draw_progress_bar(ImDrawList& list, ImVec2 min, ImVec2 max, float share, Tone tone) {
    const Theme& t = theme();
    const float rounding = (max.y - min.y) * 0.5f;
    const bool over = share > 1.0f;
    const float part = std::clamp(share, 0.0f, 1.0f);
    list.AddRectFilled(min, max, t.track, rounding);
    if (part <= 0.0f) return;
    const float end = std::max(min.x + (max.x - min.x) * part, min.x + 2.0f * rounding);
    const ImU32 fill = t.tone(over ? Tone::Danger : tone).fill;
    list.AddRectFilled(min, {end, max.y}, fill, rounding);
    if (over) {  // a notch where the whole would end
        const float x = min.x + (max.x - min.x) / share;
        list.AddRectFilled({x - sizes().hair, min.y}, {x + sizes().hair, max.y}, t.surface);
    }
}

void progress_bar(float share, Tone tone, float width, float height) {
    const ImRect rect = bar_item(width, bar_height(height));
    draw_progress_bar(*ImGui::GetWindowDrawList(), rect.Min, rect.Max, share, tone);
}

void draw_progress_ring(ImDrawList& list, ImVec2 centre, float radius, float thickness, float share,
                        Tone tone) {
    const Theme& t = theme();
    const float part = std::clamp(share, 0.0f, 1.0f);
    list.AddCircle(centre, radius, t.track, 0, thickness);
    if (part <= 0.0f) return;
    const float start = -std::numbers::pi_v<float> * 0.5f;
    list.PathArcTo(centre, radius, start, start + part * 2.0f * std::numbers::pi_v<float>);
    list.PathStroke(t.tone(tone).fill, 0, thickness);
}

void progress_ring(float share, std::string_view middle, Tone tone, float diameter) {
    const float size = diameter > 0.0f ? diameter : sizes().avatar_large + sizes().sm;
    const ImVec2 pos = place({size, size});
    if (!ImGui::ItemAdd(ImRect(pos.x, pos.y, pos.x + size, pos.y + size), 0)) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float thickness = std::max(2.0f, size * 0.09f);
    draw_progress_ring(list, {pos.x + size * 0.5f, pos.y + size * 0.5f},
                       (size - thickness) * 0.5f - 1.0f, thickness, share, tone);
    const TextStyle style{.size = size / sizes().scale * 0.29f, .weight = Weight::Semibold};
    draw_text_centred(list, pos, {pos.x + size, pos.y + size}, middle, style);
}

void completeness_meter(int done, int total, std::string_view noun, float width) {
    const float room = width > 0.0f ? width : width_left();
    const bool complete = total > 0 && done >= total;
    const std::string label =
        std::to_string(done) + " of " + std::to_string(total) + " " + std::string(noun);
    const TextStyle style{
        .size = text_size::kCaption,
        .weight = Weight::Semibold,
        .colour = complete ? theme().tone(Tone::Success).ink : theme().text_muted};
    const float bar = sizes().xs + sizes().xxs;
    const float text_height = line_height(style);
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    const ImVec2 size{room, text_height + sizes().xs + bar};
    ImGui::ItemSize(size);
    if (!ImGui::ItemAdd(ImRect(pos.x, pos.y, pos.x + size.x, pos.y + size.y), 0)) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float x = pos.x;
    if (complete) {
        const float px = text_px(text_size::kIconSmall);
        draw_icon(list, {x + px * 0.5f, pos.y + text_height * 0.5f}, icons::kCheckCircle,
                  style.colour, text_size::kIconSmall);
        x += px + sizes().xs;
    }
    draw_text(list, {x, pos.y}, label, style, room);
    const float gap = sizes().xxs + sizes().hair;
    const float step = (room + gap) / static_cast<float>(std::max(total, 1));
    for (int i = 0; i < total; ++i) {
        const float left = pos.x + std::round(static_cast<float>(i) * step);
        const float right = pos.x + std::round(static_cast<float>(i + 1) * step - gap);
        const ImU32 colour =
            i < done ? theme().tone(complete ? Tone::Success : Tone::Accent).fill : theme().track;
        list.AddRectFilled({left, pos.y + text_height + sizes().xs}, {right, pos.y + size.y},
                           colour, bar * 0.5f);
    }
}

void load_bar(float share, float band_low, float band_high, float width) {
    const ImRect rect = bar_item(width, bar_height(0.0f) + sizes().xxs);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Theme& t = theme();
    // The bar's full length stands for a quarter more than the capacity, so that overload shows.
    const float whole = 1.25f;
    const auto at = [&](float s) {
        return rect.Min.x + rect.GetWidth() * std::clamp(s / whole, 0.0f, 1.0f);
    };
    const float rounding = rect.GetHeight() * 0.5f;
    list.AddRectFilled(rect.Min, rect.Max, t.track, rounding);
    list.AddRectFilled({at(band_low), rect.Min.y}, {at(band_high), rect.Max.y},
                       mix(t.success_soft, t.success, 0.35f));
    const Tone tone =
        share > 1.0f
            ? Tone::Danger
            : (share > band_high ? Tone::Warning : (share < band_low ? Tone::Info : Tone::Success));
    const float inset = sizes().xxs;
    if (share > 0.0f)
        list.AddRectFilled({rect.Min.x, rect.Min.y + inset},
                           {std::max(at(share), rect.Min.x + rounding), rect.Max.y - inset},
                           t.tone(tone).fill, rounding - inset);
    const float full = at(1.0f);
    list.AddRectFilled({full - sizes().hair * 0.5f, rect.Min.y - inset},
                       {full + sizes().hair * 0.5f + 0.5f, rect.Max.y + inset}, t.text_muted);
}

void draw_sparkline(ImDrawList& list, ImVec2 min, ImVec2 max, std::span<const double> values) {
    if (values.size() < 2) return;
    const auto [low, high] = std::ranges::minmax(values);
    const double span = high > low ? high - low : 1.0;
    std::vector<ImVec2> line;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float x = static_cast<float>(i) / static_cast<float>(values.size() - 1);
        const auto y = static_cast<float>((values[i] - low) / span);
        line.push_back({min.x + x * (max.x - min.x), max.y - y * (max.y - min.y)});
    }
    list.AddPolyline(line.data(), static_cast<int>(line.size()), theme().text_muted,
                     ImDrawFlags_None, 1.5f * sizes().scale);
    list.AddCircleFilled(line.back(), 2.5f * sizes().scale, theme().tone(Tone::Accent).ink);
}

void skeleton(float width, float height) {
    const ImVec2 size{width > 0.0f ? width : width_left(), height};
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    if (!ImGui::ItemAdd(ImRect(pos.x, pos.y, pos.x + size.x, pos.y + size.y), 0)) return;
    ImGui::GetWindowDrawList()->AddRectFilled(pos, {pos.x + size.x, pos.y + size.y}, theme().track,
                                              sizes().radius_sm);
}

void skeleton_lines(int lines, float width) {
    const float room = width > 0.0f ? width : width_left();
    for (int i = 0; i < lines; ++i) {
        const float share = i + 1 == lines ? 0.55f : 1.0f - 0.08f * static_cast<float>(i % 3);
        skeleton(room * share, sizes().md);
    }
}

}  // namespace throughline::gui
