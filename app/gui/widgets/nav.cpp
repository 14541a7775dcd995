#include <algorithm>
#include <cmath>

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

float badge_width(std::string_view badge) {
    if (badge.empty()) return 0.0f;
    const TextStyle style{.size = text_size::kCaption, .weight = Weight::Semibold};
    return std::max(text_width(badge, style) + 2.0f * (sizes().xs + sizes().xxs), sizes().badge);
}

float tab_width(const TabItem& item) {
    float width = text_width(item.label, {.weight = Weight::Semibold}) + 2.0f * sizes().sm;
    if (item.icon != nullptr) width += text_px(text_size::kIcon) + sizes().xs + sizes().xxs;
    if (!item.badge.empty()) width += badge_width(item.badge) + sizes().sm;
    return width;
}

void draw_tab(const Pressable& tab, const TabItem& item, bool selected) {
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = tab.middle().y - sizes().hair;
    if (tab.hovered && !selected) {
        list.AddRectFilled({tab.min.x, tab.min.y + sizes().xs}, {tab.max.x, tab.max.y - sizes().xs},
                           t.hover, sizes().radius);
    }
    float x = tab.min.x + sizes().sm;
    const ImU32 ink = selected ? t.text : t.text_muted;
    if (item.icon != nullptr) {
        const float px = text_px(text_size::kIcon);
        draw_icon(list, {x + px * 0.5f, y}, item.icon,
                  selected ? t.tone(Tone::Accent).ink : t.text_muted);
        x += px + sizes().xs + sizes().xxs;
    }
    x += draw_text_middle(list, {x, y}, item.label,
                          {.weight = selected ? Weight::Semibold : Weight::Regular, .colour = ink});
    if (!item.badge.empty()) draw_badge(list, {x + sizes().sm, y}, item.badge, item.badge_tone);
    if (selected) {
        // On whole pixels: so thin a bar has no room for round corners.
        const float bottom = std::round(tab.max.y);
        list.AddRectFilled({std::round(tab.min.x + sizes().xs), bottom - std::round(sizes().xxs)},
                           {std::round(tab.max.x - sizes().xs), bottom}, t.accent);
    }
    if (tab.focused)
        draw_focus_ring({tab.min.x, tab.min.y + sizes().xs}, {tab.max.x, tab.max.y - sizes().xs},
                        sizes().radius);
}

}  // namespace

bool tabs(const char* id, int& selected, std::span<const TabItem> items) {
    bool changed = false;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float height = sizes().control + sizes().xs + sizes().xxs;
    const float y = start.y + height;
    ImGui::GetWindowDrawList()->AddRectFilled({start.x, y - sizes().hair},
                                              {start.x + width_left(), y}, theme().border);
    ImGui::PushID(id);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, sizes().xs);
        const Pressable tab =
            press_item(items[i].id, items[i].label, {tab_width(items[i]), height});
        if (tab.visible) draw_tab(tab, items[i], selected == static_cast<int>(i));
        if (tab.pressed && selected != static_cast<int>(i)) {
            selected = static_cast<int>(i);
            changed = true;
        }
    }
    ImGui::PopID();
    return changed;
}

bool rail_item(const char* id, const char* icon, std::string_view label, bool selected,
               std::string_view badge, Tone badge_tone, bool folded, std::string_view shortcut) {
    const Pressable item = press_item(id, label, {width_left(), sizes().row});
    if (!item.visible) return item.pressed;
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (selected) {
        list.AddRectFilled(item.min, item.max, t.selected, sizes().radius);
    } else if (item.hovered) {
        list.AddRectFilled(item.min, item.max, t.hover, sizes().radius);
    }
    const float y = item.middle().y;
    const ImU32 accent = t.tone(Tone::Accent).ink;
    const float px = text_px(text_size::kIcon);
    const float icon_x =
        folded ? item.middle().x : item.min.x + sizes().sm + sizes().xxs + px * 0.5f;
    draw_icon(list, {icon_x, y}, icon, selected ? accent : t.text_muted, text_size::kIcon + 1.0f);
    if (folded) {
        if (!badge.empty())
            list.AddCircleFilled({item.max.x - sizes().sm, item.min.y + sizes().sm}, sizes().xs,
                                 t.tone(badge_tone).fill);
    } else {
        const float x = icon_x + px * 0.5f + sizes().sm + sizes().xxs;
        float end = item.max.x - sizes().sm;
        if (!badge.empty()) {
            end -= badge_width(badge);
            draw_badge(list, {end, y}, badge, badge_tone);
        }
        const TextStyle style{.weight = selected ? Weight::Semibold : Weight::Regular,
                              .colour = selected ? t.text : t.text_muted};
        draw_text_middle(list, {x, y}, label, style, end - sizes().xs - x);
    }
    focus_ring_of(item, sizes().radius);
    if (folded || !shortcut.empty()) tooltip(label, shortcut);
    return item.pressed;
}

RowState list_row(const char* id, std::string_view name, bool selected, float height) {
    const float tall = height > 0.0f ? height : sizes().row;
    ImGui::SetNextItemAllowOverlap();
    const Pressable item =
        press_item(id, name, {width_left(), tall}, ImGuiButtonFlags_AllowOverlap);
    if (item.visible) {
        const Theme& t = theme();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (selected) list.AddRectFilled(item.min, item.max, t.selected, sizes().radius);
        if (item.hovered && !selected)
            list.AddRectFilled(item.min, item.max, t.hover, sizes().radius);
        if (item.focused)
            draw_focus_ring({item.min.x + sizes().xxs, item.min.y + sizes().xxs},
                            {item.max.x - sizes().xxs, item.max.y - sizes().xxs}, sizes().radius);
    }
    const bool twice = item.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    return {.pressed = item.pressed,
            .double_clicked = twice,
            .hovered = item.hovered,
            .focused = item.focused,
            .min = item.min,
            .max = item.max};
}

}  // namespace throughline::gui
