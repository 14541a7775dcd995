#include "app/gui/widgets/choice.h"

#include <algorithm>
#include <cmath>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice_list.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

// The closed control: a field's frame that opens the list. `height` for several rows of chips.
Pressable closed_field(const char* id, const FieldText& text, float height) {
    const Pressable item = press_item(id, field_name(text), {field_width(text), height});
    if (!item.visible) return item;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool open = ImGui::IsPopupOpen(choice_popup_id(id).c_str());
    const FrameState state{.active = open || item.focused,
                           .hovered = item.hovered,
                           .error = !text.error.empty(),
                           .disabled = text.disabled};
    draw_field_ground(list, item.min, item.max, state);
    draw_field_edge(list, item.min, item.max, state);
    const float y = item.min.y + sizes().control * 0.5f;
    draw_icon(list, {item.max.x - sizes().lg, y}, icons::kUnfold, theme().text_muted,
              text_size::kIconSmall + 1.0f);
    return item;
}

void draw_chosen(const Pressable& field, const ChoiceItem* chosen, const FieldText& text) {
    if (!field.visible) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = field.middle().y;
    float x = field.min.x + sizes().sm + sizes().xxs;
    if (chosen == nullptr) {
        draw_text_middle(list, {x, y}, text.placeholder, {.colour = theme().text_faint},
                         field.max.x - sizes().xl - x);
        return;
    }
    x += draw_choice_mark(list, {x, y}, *chosen);
    draw_text_middle(list, {x, y}, chosen->label, body_style(), field.max.x - sizes().xl - x);
}

struct ChipRows {
    float height = 0.0f;
    std::vector<ImVec2> at;  // from the field's corner
};

ChipRows lay_out_chips(const std::vector<int>& selected, std::span<const ChoiceItem> items,
                       float width) {
    const float pad = std::floor((sizes().control - sizes().chip) * 0.5f);
    const float room = width - sizes().xl - pad;
    ChipRows rows;
    ImVec2 at{pad, pad};
    for (const int index : selected) {
        const ImVec2 size = chip_size(items[static_cast<std::size_t>(index)].label);
        if (at.x > pad && at.x + size.x > room) at = {pad, at.y + size.y + sizes().xs};
        rows.at.push_back(at);
        at.x += size.x + sizes().xs;
    }
    rows.height = at.y + sizes().chip + pad;
    return rows;
}

bool valid(int index, std::span<const ChoiceItem> items) {
    return index >= 0 && static_cast<std::size_t>(index) < items.size();
}

}  // namespace

FieldResult choice(const char* id, int& selected, std::span<const ChoiceItem> items,
                   const FieldText& text, std::string_view none_label) {
    FieldResult result;
    begin_field(text);
    const Pressable field = closed_field(id, text, sizes().control);
    draw_chosen(
        field, valid(selected, items) ? &items[static_cast<std::size_t>(selected)] : nullptr, text);
    const ImGuiLastItemData control = ImGui::GetCurrentContext()->LastItemData;
    if (field.pressed && !text.read_only) open_choice_list(id, selected);
    if (text.focus) ImGui::SetKeyboardFocusHere(-1);
    const ChoiceListResult list = choice_list(
        id, items,
        {.min = field.min, .max = field.max, .none_label = none_label, .field = field.id},
        [&](int index) { return index == selected; });
    if (list.taken) {
        result.changed = selected != list.index;
        result.committed = result.changed;
        selected = list.index;
        close_choice_list(field.id);
    }
    if (list.open) end_choice_list();
    ImGui::GetCurrentContext()->LastItemData = control;
    if (!list.open) take_keyboard_back(field.id);
    result.active = list.open;
    end_field(text);
    return result;
}

FieldResult multi_choice(const char* id, std::vector<int>& selected,
                         std::span<const ChoiceItem> items, const FieldText& text) {
    FieldResult result;
    std::erase_if(selected, [&](int index) { return !valid(index, items); });
    begin_field(text);
    const ChipRows rows = lay_out_chips(selected, items, field_width(text));
    const Pressable field = closed_field(id, text, std::max(sizes().control, rows.height));
    if (selected.empty()) draw_chosen(field, nullptr, text);
    if (field.visible) {
        for (std::size_t i = 0; i < selected.size(); ++i) {
            const ChoiceItem& item = items[static_cast<std::size_t>(selected[i])];
            const CategoryColours* colours =
                item.category >= 0 ? &theme().category(static_cast<std::size_t>(item.category))
                                   : nullptr;
            draw_chip(*ImGui::GetWindowDrawList(),
                      {field.min.x + rows.at[i].x, field.min.y + rows.at[i].y}, item.label,
                      {.category = colours});
        }
    }
    const ImGuiLastItemData control = ImGui::GetCurrentContext()->LastItemData;
    if (field.pressed && !text.read_only)
        open_choice_list(id, selected.empty() ? 0 : selected.front());
    const ChoiceListResult list = choice_list(
        id, items, {.min = field.min, .max = field.max, .checks = true, .field = field.id},
        [&](int index) {
            return std::find(selected.begin(), selected.end(), index) != selected.end();
        });
    if (list.taken) {
        const auto found = std::find(selected.begin(), selected.end(), list.index);
        if (found != selected.end()) {
            selected.erase(found);
        } else {
            selected.push_back(list.index);
        }
        result.changed = result.committed = true;
    }
    if (list.open) end_choice_list();
    ImGui::GetCurrentContext()->LastItemData = control;
    if (!list.open) take_keyboard_back(field.id);
    result.active = list.open;
    end_field(text);
    return result;
}

}  // namespace throughline::gui
