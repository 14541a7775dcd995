#include "app/gui/widgets/field.h"

#include <algorithm>
#include <cmath>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "app/gui/widgets/wrap_edit.h"

namespace throughline::gui {
namespace {

void message_line(const char* glyph, std::string_view words, ImU32 colour, float width) {
    const TextStyle style{.size = text_size::kCaption, .colour = colour};
    const float icon_width = glyph != nullptr ? text_px(text_size::kIconSmall) + sizes().xs : 0.0f;
    const ImVec2 size{width, wrap_height(words, style, width - icon_width)};
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (glyph != nullptr) {
        const float px = text_px(text_size::kIconSmall);
        draw_icon(list, {pos.x + px * 0.5f, pos.y + line_height(style) * 0.56f}, glyph, colour,
                  text_size::kIconSmall);
    }
    draw_wrapped(list, {pos.x + icon_width, pos.y}, words, style, width - icon_width);
}

}  // namespace

void field_label(const FieldText& text) {
    if (text.label.empty()) return;
    const Theme& t = theme();
    const TextStyle style{
        .size = text_size::kSmall, .weight = Weight::Semibold, .colour = t.text_muted};
    const ImVec2 size{field_width(text), line_height(style)};
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = pos.x + draw_text(list, pos, text.label, style, size.x - sizes().lg);
    if (text.required)
        draw_text(list, {x + sizes().xxs + 1.0f, pos.y}, "*",
                  {.size = text_size::kSmall,
                   .weight = Weight::Bold,
                   .colour = t.tone(Tone::Danger).ink});
    if (text.optional_mark)
        draw_text(list, {x + sizes().xs + sizes().xxs, pos.y}, "optional",
                  {.size = text_size::kSmall, .colour = t.text_faint});
}

void begin_field(const FieldText& text) {
    ImGui::BeginGroup();
    // A group on a SameLine would keep the line's text offset and start lower than its neighbour.
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0.0f;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xs + sizes().xxs});
    if (text.disabled) ImGui::BeginDisabled();
    field_label(text);
}

void end_field(const FieldText& text) {
    const ImGuiLastItemData control = ImGui::GetCurrentContext()->LastItemData;
    if (text.disabled) ImGui::EndDisabled();
    if (!text.error.empty()) {
        message_line(icons::kAlertCircle, text.error, theme().tone(Tone::Danger).ink,
                     field_width(text));
    } else if (!text.help.empty()) {
        message_line(nullptr, text.help, theme().text_faint, field_width(text));
    }
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    ImGui::GetCurrentContext()->LastItemData = control;
}

FieldResult text_field(const char* id, std::string& value, const FieldText& text) {
    begin_field(text);
    const FieldResult result = line_edit(id, value, text).field;
    end_field(text);
    return result;
}

FieldResult search_box(const char* id, std::string& value, std::string_view placeholder,
                       std::string_view shortcut, float width, bool focus) {
    const FieldText text{.placeholder = placeholder,
                         .name = placeholder,
                         .icon = icons::kSearch,
                         .focus = focus,
                         .width = width};
    const std::string before = value;
    LineEditResult edit =
        line_edit(id, value, text, {.tail = TailButton::Clear, .tail_name = "Clear the search"});
    const bool active = ImGui::GetActiveID() == edit.id;
    if (value.empty() && !shortcut.empty() && !active) {
        const float x = edit.max.x - key_cap_width(shortcut) - sizes().sm;
        draw_key_cap(*ImGui::GetWindowDrawList(), {x, (edit.min.y + edit.max.y) * 0.5f}, shortcut);
    }
    const bool left_by_escape =
        ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (left_by_escape) value.clear();
    edit.field.changed = value != before;
    return edit.field;
}

FieldResult text_area(const char* id, std::string& value, const FieldText& text, int min_lines,
                      int max_lines) {
    begin_field(text);
    const float width = field_width(text);
    FieldResult result;
    {
        const FontScope font(Weight::Regular, text_size::kBody);
        const float pad = sizes().sm;
        const float inner = width - 2.0f * pad - ImGui::GetStyle().ScrollbarSize;
        const int lines =
            std::clamp(wrapped_line_count(value, inner), min_lines, std::max(min_lines, max_lines));
        const ImVec2 size{width, static_cast<float>(lines) * ImGui::GetFontSize() + 2.0f * pad};
        const ImVec2 min = ImGui::GetCursorScreenPos();
        const ImVec2 max{min.x + size.x, min.y + size.y};
        const std::string label = std::string("##") + id;
        const ImGuiID item = ImGui::GetID(label.c_str());
        FrameState state{.active = ImGui::GetActiveID() == item,
                         .error = !text.error.empty(),
                         .disabled = text.disabled};
        state.hovered = ImGui::IsMouseHoveringRect(min, max);
        draw_field_ground(*ImGui::GetWindowDrawList(), min, max, state);
        if (text.focus) ImGui::SetKeyboardFocusHere();
        const std::string hint(text.placeholder);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {pad, pad});
        result.changed =
            wrap_edit(label.c_str(), value,
                      {.size = size, .read_only = text.read_only, .placeholder = hint.c_str()});
        ImGui::PopStyleVar();
        result.active = ImGui::IsItemActive();
        result.committed = ImGui::IsItemDeactivatedAfterEdit();
        if (test_hooks_on()) test_id(item_name(field_name(text), id));
        if (test_hooks_on())
            test_text(value.empty() ? text.placeholder : std::string_view(value), min, max);
        state.active = result.active || item_has_keyboard(item);
        draw_field_edge(*ImGui::GetWindowDrawList(), min, max, state);
    }
    end_field(text);
    return result;
}

}  // namespace throughline::gui
