#include "app/gui/widgets/chip.h"

#include <algorithm>
#include <cmath>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"

namespace throughline::gui {
namespace {

struct ChipColours {
    ImU32 ground = 0;
    ImU32 edge = 0;
    ImU32 ink = 0;
};

ChipColours colours_of(const ChipStyle& style) {
    ImU32 soft = 0;
    ImU32 ink = 0;
    ImU32 edge = 0;
    if (style.category != nullptr) {
        soft = style.category->soft;
        ink = style.category->ink;
        edge = style.category->fill;
    } else {
        const ToneColours& tone =
            style.colours != nullptr ? *style.colours : theme().tone(style.tone);
        soft = tone.soft;
        ink = tone.ink;
        edge = tone.edge;
    }
    if (style.outlined)
        return {.edge = style.tone == Tone::Neutral ? theme().border_strong : edge, .ink = ink};
    return {.ground = soft, .ink = ink};
}

TextStyle chip_text(ImU32 colour = 0) {
    return {.size = text_size::kCaption, .weight = Weight::Semibold, .colour = colour};
}

float chip_icon_room(const ChipStyle& style) {
    return style.icon != nullptr ? text_px(text_size::kIconSmall) + sizes().xs : 0.0f;
}

void draw_chip_at(ImDrawList& list, ImVec2 min, ImVec2 size, std::string_view label,
                  const ChipStyle& style, float tail = 0.0f) {
    const ChipColours c = colours_of(style);
    const ImVec2 max{min.x + size.x, min.y + size.y};
    const float rounding = sizes().radius_sm + sizes().xxs;
    if (c.ground != 0) list.AddRectFilled(min, max, ImGui::GetColorU32(c.ground), rounding);
    if (c.edge != 0) list.AddRect(min, max, ImGui::GetColorU32(c.edge), rounding, 0, sizes().hair);
    float x = min.x + sizes().sm - (style.icon != nullptr ? sizes().xxs : 0.0f);
    const float y = (min.y + max.y) * 0.5f;
    if (style.icon != nullptr) {
        const float px = text_px(text_size::kIconSmall);
        draw_icon(list, {x + px * 0.5f, y}, style.icon, c.ink, text_size::kIconSmall);
        x += chip_icon_room(style);
    }
    draw_text_middle(list, {x, y}, label, chip_text(c.ink), max.x - sizes().sm + 1.0f - tail - x);
}

}  // namespace

ImVec2 chip_size(std::string_view label, const ChipStyle& style) {
    const float inset = style.icon != nullptr ? sizes().xxs : 0.0f;
    const float width =
        text_width(label, chip_text()) + chip_icon_room(style) + 2.0f * sizes().sm - inset;
    return {style.max_width > 0.0f ? std::min(width, style.max_width) : width, sizes().chip};
}

float draw_chip(ImDrawList& list, ImVec2 pos, std::string_view label, const ChipStyle& style) {
    const ImVec2 size = chip_size(label, style);
    draw_chip_at(list, pos, size, label, style);
    return size.x;
}

void chip(std::string_view label, const ChipStyle& style) {
    const ImVec2 size = chip_size(label, style);
    const ImVec2 pos = place(size);
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + size.x, pos.y + size.y}), 0)) return;
    draw_chip_at(*ImGui::GetWindowDrawList(), pos, size, label, style);
    if (style.max_width > 0.0f && chip_size(label, {.icon = style.icon}).x > style.max_width)
        tooltip(label);
}

void begin_chip_line() {
    ImGui::Dummy({0.0f, sizes().chip});
    ImGui::SameLine(0.0f, 0.0f);
}

bool chip_button(const char* id, std::string_view label, bool selected, const ChipStyle& style,
                 std::string_view tip) {
    ImVec2 size = chip_size(label, style);
    size.y = sizes().control_small;
    size.x += sizes().xs;
    const Pressable item = press_item(id, label, size);
    if (item.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float rounding = size.y * 0.5f;
        const Theme& t = theme();
        const ChipColours c =
            colours_of({.tone = selected ? Tone::Accent : style.tone, .category = style.category});
        if (selected) list.AddRectFilled(item.min, item.max, c.ground, rounding);
        if (item.hovered) list.AddRectFilled(item.min, item.max, t.hover, rounding);
        const ImU32 edge = selected ? t.tone(Tone::Accent).edge : t.border;
        list.AddRect(item.min, item.max, edge, rounding, 0, sizes().hair);
        const float icon_width = chip_icon_room(style);
        const ImU32 ink = selected ? c.ink : t.text_muted;
        const float x = item.min.x + (size.x - text_width(label, chip_text()) - icon_width) * 0.5f;
        if (style.icon != nullptr) {
            const float px = text_px(text_size::kIconSmall);
            draw_icon(list, {x + px * 0.5f, item.middle().y}, style.icon, ink,
                      text_size::kIconSmall);
        }
        draw_text_middle(list, {x + icon_width, item.middle().y}, label, chip_text(ink),
                         item.max.x - x - icon_width);
        focus_ring_of(item, rounding);
    }
    if (!tip.empty()) tooltip(tip);
    return item.pressed;
}

bool removable_chip(const char* id, std::string_view label, const ChipStyle& style) {
    const float cross = text_px(text_size::kIconSmall) + sizes().xs;
    ImVec2 size = chip_size(label, style);
    size.x += cross;
    const Pressable item = press_item(id, label, size);
    if (item.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_chip_at(list, item.min, size, label, style, cross);
        const ImVec2 at{item.max.x - sizes().xs - cross * 0.5f, item.middle().y};
        if (item.hovered) list.AddCircleFilled(at, sizes().chip * 0.36f, theme().pressed);
        draw_icon(list, at, icons::kClose, colours_of(style).ink, text_size::kIconSmall * 0.85f);
        focus_ring_of(item, sizes().radius_sm);
    }
    tooltip("Remove");
    return item.pressed;
}

void count_badge(std::string_view number, Tone tone) {
    const float width = text_width(number, chip_text()) + 2.0f * (sizes().xs + sizes().xxs);
    const ImVec2 size{std::max(width, sizes().badge), sizes().badge};
    const ImVec2 pos = place(size);
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + size.x, pos.y + size.y}), 0)) return;
    draw_badge(*ImGui::GetWindowDrawList(), {pos.x, pos.y + size.y * 0.5f}, number, tone);
}

float draw_badge(ImDrawList& list, ImVec2 left_middle, std::string_view number, Tone tone) {
    const float height = sizes().badge;
    const float width =
        std::max(text_width(number, chip_text()) + 2.0f * (sizes().xs + sizes().xxs), height);
    const ImVec2 min{std::round(left_middle.x), std::round(left_middle.y - height * 0.5f)};
    const ImVec2 max{min.x + width, min.y + height};
    const ToneColours& c = theme().tone(tone);
    list.AddRectFilled(min, max, ImGui::GetColorU32(c.soft), height * 0.5f);
    draw_text_centred(list, min, max, number, chip_text(c.ink));
    return width;
}

}  // namespace throughline::gui
