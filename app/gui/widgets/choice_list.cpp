#include "app/gui/widgets/choice_list.h"

#include <algorithm>
#include <cfloat>
#include <vector>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

constexpr float kNarrowest = 340.0f;    // unscaled; longer words are cut
constexpr std::size_t kSearchFrom = 7;  // shorter lists need no search line

// One list is open at a time.
struct OpenList {
    std::string query;
    int highlighted = kNoChoice;
    bool scroll_to_it = false;
    bool just_opened = false;
    ImGuiID left_for = 0;  // the field that the keyboard goes back to
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains_ignoring_case(std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

std::vector<int> matching(std::span<const ChoiceItem> items, const std::string& query,
                          bool with_none) {
    std::vector<int> rows;
    if (with_none && query.empty()) rows.push_back(kNoChoice);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string both = std::string(items[i].label) + " " + std::string(items[i].note);
        if (matches_query(both, query)) rows.push_back(static_cast<int>(i));
    }
    return rows;
}

void move_highlight(OpenList& list, const std::vector<int>& rows) {
    if (rows.empty()) return;
    auto at = std::find(rows.begin(), rows.end(), list.highlighted);
    if (at == rows.end()) at = rows.begin();
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) && std::next(at) != rows.end()) {
        ++at;
        list.scroll_to_it = true;
    } else if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && at != rows.begin()) {
        --at;
        list.scroll_to_it = true;
    }
    list.highlighted = *at;
}

void draw_row(const Pressable& row, const ChoiceItem& item, bool selected, bool highlighted,
              bool checks) {
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (row.hovered || highlighted)
        list.AddRectFilled(row.min, row.max, t.hover, sizes().radius_sm + sizes().xxs);
    const float y = row.middle().y;
    float x = row.min.x + sizes().sm;
    x += draw_choice_mark(list, {x, y}, item);
    float end = row.max.x - sizes().sm;
    if (selected || checks) {
        const float px = text_px(text_size::kIcon);
        if (selected)
            draw_icon(list, {end - px * 0.5f, y}, icons::kCheck, t.tone(Tone::Accent).ink);
        end -= px + sizes().sm;
    }
    const TextStyle style{.weight = selected ? Weight::Semibold : Weight::Regular};
    x += draw_text_middle(list, {x, y}, item.label, style, end - x);
    if (!item.note.empty() && end - x > sizes().xxl) {
        const TextStyle quiet{.size = text_size::kSmall, .colour = t.text_faint};
        draw_text_middle(list, {x + sizes().sm, y}, item.note, quiet, end - x - sizes().sm);
    }
}

bool row(int index, const ChoiceItem& item, OpenList& list, bool selected, bool checks) {
    if (item.disabled) ImGui::BeginDisabled();
    const std::string id = "row/" + std::to_string(index);
    const Pressable pressable = press_item(id.c_str(), item.label, {width_left(), sizes().row});
    if (item.disabled) ImGui::EndDisabled();
    if (pressable.hovered && ImGui::GetIO().MouseDelta.y != 0.0f) list.highlighted = index;
    const bool highlighted = list.highlighted == index;
    if (highlighted && list.scroll_to_it) ImGui::SetScrollHereY(0.5f);
    if (pressable.visible) draw_row(pressable, item, selected, highlighted, checks);
    if (item.disabled && !item.disabled_why.empty()) tooltip(item.disabled_why);
    const bool by_key =
        highlighted && !list.just_opened && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    return (pressable.pressed || by_key) && !item.disabled;
}

void search_line(OpenList& list) {
    const FieldText text{.placeholder = "Type to narrow",
                         .name = "Narrow the list",
                         .icon = icons::kSearch,
                         .focus = list.just_opened};
    const LineEdit look{.flags = ImGuiInputTextFlags_CallbackHistory,
                        .callback = [](ImGuiInputTextCallbackData*) { return 0; }};
    line_edit("narrow", list.query, text, look);
}

bool begin_list_popup(const char* id, const ChoiceListPlace& place) {
    const std::string popup = choice_popup_id(id);
    if (!ImGui::IsPopupOpen(popup.c_str())) return false;
    const float tallest = 340.0f * sizes().scale;
    const float view = ImGui::GetMainViewport()->Size.y;
    const bool above = view - place.max.y < tallest * 0.6f && place.min.y > view - place.max.y;
    ImGui::SetNextWindowPos(
        {place.min.x, above ? place.min.y - sizes().xs : place.max.y + sizes().xs},
        ImGuiCond_Always, {0.0f, above ? 1.0f : 0.0f});
    const float width = std::max(place.max.x - place.min.x, kNarrowest * sizes().scale);
    ImGui::SetNextWindowSizeConstraints({width, 0.0f}, {width, tallest});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xs, sizes().xs});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, sizes().xxs});
    const bool open = ImGui::BeginPopup(
        popup.c_str(), ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoSavedSettings);
    if (open) draw_window_shadow(sizes().radius_card);
    if (!open) ImGui::PopStyleVar(2);
    return open;
}

}  // namespace

bool matches_query(std::string_view text, std::string_view query) {
    while (!query.empty()) {
        const std::size_t space = std::min(query.find(' '), query.size());
        const std::string_view word = query.substr(0, space);
        query.remove_prefix(std::min(space + 1, query.size()));
        if (!word.empty() && !contains_ignoring_case(text, word)) return false;
    }
    return true;
}

float draw_choice_mark(ImDrawList& list, ImVec2 left_middle, const ChoiceItem& item) {
    const float px = text_px(text_size::kIcon);
    if (item.category >= 0 && item.person) {
        const float size = sizes().avatar_small;
        draw_avatar(
            list, {left_middle.x + size * 0.5f, left_middle.y},
            {.name = item.label, .colour = static_cast<std::size_t>(item.category), .size = size});
        return size + sizes().sm;
    }
    if (item.category >= 0) {
        const float radius = sizes().xs + sizes().hair;
        draw_category_dot(list, {left_middle.x + radius, left_middle.y}, radius,
                          static_cast<std::size_t>(item.category));
        return 2.0f * radius + sizes().sm;
    }
    if (item.icon == nullptr) return 0.0f;
    draw_icon(list, {left_middle.x + px * 0.5f, left_middle.y}, item.icon, theme().text_muted);
    return px + sizes().sm;
}

std::string choice_popup_id(const char* id) {
    return std::string(id) + "/list";
}

void open_choice_list(const char* id, int highlighted) {
    context_state<OpenList>() = {
        .highlighted = highlighted, .scroll_to_it = true, .just_opened = true};
    ImGui::OpenPopup(choice_popup_id(id).c_str());
}

ChoiceListResult choice_list(const char* id, std::span<const ChoiceItem> items,
                             const ChoiceListPlace& place,
                             const std::function<bool(int)>& is_selected) {
    ChoiceListResult result;
    result.open = begin_list_popup(id, place);
    if (!result.open) return result;
    auto& list = context_state<OpenList>();
    if (items.size() >= kSearchFrom) search_line(list);
    const std::vector<int> rows = matching(items, list.query, !place.none_label.empty());
    move_highlight(list, rows);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
    for (const int index : rows) {
        const ChoiceItem none{.label = place.none_label};
        const ChoiceItem& item = index == kNoChoice ? none : items[static_cast<std::size_t>(index)];
        if (row(index, item, list, is_selected(index), place.checks)) {
            result.taken = true;
            result.index = index;
        }
    }
    ImGui::PopStyleColor();
    if (rows.empty()) menu_heading("Nothing fits");
    list.scroll_to_it = false;
    list.just_opened = false;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) || ImGui::IsKeyPressed(ImGuiKey_Tab, false))
        close_choice_list(place.field);
    return result;
}

void close_choice_list(ImGuiID field) {
    context_state<OpenList>().left_for = field;
    ImGui::CloseCurrentPopup();
}

void take_keyboard_back(ImGuiID field) {
    ImGuiID& left_for = context_state<OpenList>().left_for;
    if (field == 0 || left_for != field) return;
    left_for = 0;
    ImGui::SetFocusID(field, ImGui::GetCurrentWindow());
    ImGui::SetNavCursorVisibleAfterMove();
}

void end_choice_list() {
    ImGui::EndPopup();
    ImGui::PopStyleVar(2);
}

}  // namespace throughline::gui
