#include <algorithm>
#include <cmath>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

void draw_segment(const Pressable& item, const ChoiceItem& choice, bool selected) {
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float inset = sizes().xxs;
    const float rounding = sizes().radius - inset;
    const ImVec2 min{item.min.x + inset, item.min.y + inset};
    const ImVec2 max{item.max.x - inset, item.max.y - inset};
    if (selected) {
        draw_shadow(list, min, max, rounding, 2);
        list.AddRectFilled(min, max, ImGui::GetColorU32(t.dark() ? t.surface_raised : t.surface),
                           rounding);
        list.AddRect(min, max, ImGui::GetColorU32(mix(t.border, t.border_strong, 0.45f)), rounding,
                     0, sizes().hair);
    } else if (item.hovered) {
        list.AddRectFilled(min, max, t.hover, rounding);
    }
    const TextStyle style{.weight = selected ? Weight::Semibold : Weight::Regular,
                          .colour = selected ? t.text : t.text_muted};
    const float px = choice.icon != nullptr ? text_px(text_size::kIcon) + sizes().xs : 0.0f;
    const float room = item.size().x - 2.0f * sizes().sm - px;
    const float width = std::min(text_width(choice.label, style), room);
    const float x = item.middle().x - (width + px) * 0.5f;
    if (choice.icon != nullptr) {
        draw_icon(list, {x + text_px(text_size::kIcon) * 0.5f, item.middle().y}, choice.icon,
                  selected ? t.tone(Tone::Accent).ink : t.text_muted);
    }
    draw_text_middle(list, {x + px, item.middle().y}, choice.label, style, room);
    focus_ring_of(item, rounding);
}

// The two lines beside a box or switch.
void draw_option_text(ImVec2 at, float width, std::string_view label, std::string_view help) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text_middle(list, {at.x, at.y + sizes().control_small * 0.5f}, label, body_style(), width);
    if (!help.empty()) {
        const TextStyle quiet{.size = text_size::kCaption, .colour = theme().text_faint};
        draw_wrapped(list, {at.x, at.y + sizes().control_small - sizes().xxs}, help, quiet, width);
    }
}

float option_height(std::string_view help, float width) {
    const TextStyle quiet{.size = text_size::kCaption};
    return sizes().control_small + (help.empty() ? 0.0f : wrap_height(help, quiet, width));
}

void report_checked(const Pressable& item, std::string_view label, const char* id, bool value) {
    if (!test_hooks_on() || !item.visible) return;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.LastItemData.StatusFlags |=
        ImGuiItemStatusFlags_Checkable |
        (value ? ImGuiItemStatusFlags_Checked : ImGuiItemStatusFlags_None);
    test_id(item_name(label, id));
}

}  // namespace

FieldResult segmented(const char* id, int& selected, std::span<const ChoiceItem> items,
                      const FieldText& text) {
    FieldResult result;
    begin_field(text);
    const float width = text.width > 0.0f ? text.width : width_left();
    const float each =
        std::floor(width / static_cast<float>(std::max<std::size_t>(items.size(), 1)));
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 end{start.x + each * static_cast<float>(items.size()), start.y + sizes().control};
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(start, end, t.dark() ? t.field : t.column, sizes().radius);
    const ImU32 edge = text.error.empty() ? t.border : t.tone(Tone::Danger).edge;
    list.AddRect(start, end, edge, sizes().radius, 0, sizes().hair);
    ImGui::PushID(id);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, 0.0f);
        if (items[i].disabled) ImGui::BeginDisabled();
        const std::string item_id = std::string(id) + "/" + std::to_string(i);
        const Pressable item = press_item(item_id.c_str(), items[i].label, {each, sizes().control});
        const bool chosen = selected == static_cast<int>(i);
        report_checked(item, items[i].label, item_id.c_str(), chosen);
        if (item.visible) draw_segment(item, items[i], chosen);
        if (items[i].disabled) ImGui::EndDisabled();
        tooltip(items[i].disabled ? items[i].disabled_why : items[i].note);
        if (item.pressed && !chosen) {
            selected = static_cast<int>(i);
            result.changed = result.committed = true;
        }
    }
    ImGui::PopID();
    end_field(text);
    return result;
}

bool checkbox(const char* id, std::string_view label, bool& value, std::string_view help,
              bool disabled) {
    if (disabled) ImGui::BeginDisabled();
    const float box = sizes().lg + sizes().xxs;
    const float indent = box + sizes().sm;
    const float widest =
        std::max(text_width(label, body_style()), help.empty() ? 0.0f : width_left() - indent);
    const float room = std::min(widest, width_left() - indent);
    const Pressable item = press_item(id, label, {indent + room, option_height(help, room)});
    if (item.pressed) value = !value;
    report_checked(item, label, id, value);
    if (item.visible) {
        const Theme& t = theme();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 min{item.min.x, item.min.y + std::floor((sizes().control_small - box) * 0.5f)};
        const ImVec2 max{min.x + box, min.y + box};
        list.AddRectFilled(min, max, ImGui::GetColorU32(value ? t.accent : t.field),
                           sizes().radius_sm);
        if (!value)
            list.AddRect(min, max,
                         ImGui::GetColorU32(item.hovered ? t.text_muted : t.border_strong),
                         sizes().radius_sm, 0, sizes().hair);
        if (value)
            draw_icon(list, {(min.x + max.x) * 0.5f, (min.y + max.y) * 0.5f}, icons::kCheck,
                      t.accent_text, text_size::kIconSmall);
        draw_option_text({item.min.x + indent, item.min.y}, room, label, help);
        if (item.focused) draw_focus_ring(min, max, sizes().radius_sm);
    }
    if (disabled) ImGui::EndDisabled();
    return item.pressed && !disabled;
}

bool toggle(const char* id, std::string_view label, bool& value, std::string_view help) {
    const float track = sizes().control + sizes().xxs;
    const float width = width_left();
    const float room = width - track - sizes().lg;
    const Pressable item = press_item(id, label, {width, option_height(help, room)});
    if (item.pressed) value = !value;
    report_checked(item, label, id, value);
    if (!item.visible) return item.pressed;
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = sizes().lg + sizes().xs;
    const ImVec2 max{item.max.x, item.min.y + (sizes().control_small + height) * 0.5f};
    const ImVec2 min{max.x - track, max.y - height};
    list.AddRectFilled(min, max, value ? t.accent : t.border_strong, height * 0.5f);
    const float radius = height * 0.5f - sizes().xxs;
    const float x = value ? max.x - height * 0.5f : min.x + height * 0.5f;
    list.AddCircleFilled({x, (min.y + max.y) * 0.5f}, radius, value ? t.accent_text : t.surface);
    draw_option_text(item.min, room, label, help);
    if (item.focused) draw_focus_ring(min, max, height * 0.5f);
    return item.pressed;
}

}  // namespace throughline::gui
