#include "app/gui/card/panel_state.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/theme/theme.h"
#include "core/base/text.h"

#include "imgui.h"

#include <algorithm>

namespace throughline::gui::card {

Draft& CardPanel::State::draft(const std::string& place, const std::string& value) {
    Draft& d = drafts[place];
    // What others write comes in while nobody types here; a refused text stays to be mended.
    if (!d.active && (d.base != value || refusal(place).empty())) {
        d.text = value;
        if (d.base != value) refusals.erase(place);
        d.base = value;
    }
    return d;
}

void CardPanel::State::flush() {
    for (auto& [field, d] : drafts) {
        if (d.active && d.text != d.base && detail.values.contains(field)) set(field, d.text);
        d.active = false;
    }
}

namespace {

// Sends the text once the field is left.
void follow(CardPanel::State& state, const std::string& field, Draft& draft, const FieldResult& result) {
    draft.active = result.active && !result.committed;
    if (result.committed && draft.text != draft.base) state.set(field, draft.text);
}

std::vector<ChoiceItem> items_of(const std::vector<Option>& options, bool people) {
    std::vector<ChoiceItem> items;
    items.reserve(options.size());
    for (const Option& option : options) items.push_back({.label = option.label, .note = option.note, .category = option.category, .person = people});
    return items;
}

bool is_people(const std::string& field) { return field == "dri" || field == "responsible" || field == "consulted" || field == "informed"; }

}  // namespace

void edit_line(CardPanel::State& state, const char* id, const std::string& field, FieldText text) {
    Draft& draft = state.draft(field, state.detail.value(field));
    text.error = state.refusal(field);
    follow(state, field, draft, text_field(id, draft.text, text));
}

void edit_area(CardPanel::State& state, const char* id, const std::string& field, FieldText text, int lines) {
    Draft& draft = state.draft(field, state.detail.value(field));
    text.error = state.refusal(field);
    follow(state, field, draft, text_area(id, draft.text, text, lines, 16));
}

void edit_date(CardPanel::State& state, const char* id, const std::string& field, FieldText text, Day today) {
    Draft& draft = state.draft(field, state.detail.value(field));
    text.error = state.refusal(field);
    std::optional<std::chrono::year_month_day> day = parse_date(draft.text);
    const std::chrono::year_month_day now{std::chrono::sys_days{std::chrono::days{today.number}}};
    const FieldResult result = date_field(id, day, text, now);
    if (result.changed) draft.text = day ? format_date(*day) : "";
    draft.active = result.active && !result.committed;
    if ((result.committed || (result.changed && !result.active)) && draft.text != draft.base) state.set(field, draft.text);
}

void edit_choice(CardPanel::State& state, const char* id, const std::string& field, const std::vector<Option>& options, FieldText text,
                 std::string_view none) {
    const std::string& value = state.detail.value(field);
    int selected = kNoChoice;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].value == value) selected = static_cast<int>(i);
    }
    text.error = state.refusal(field);
    const std::vector<ChoiceItem> items = items_of(options, is_people(field));
    if (!choice(id, selected, items, text, none).changed) return;
    state.set(field, selected == kNoChoice ? "" : options[static_cast<std::size_t>(selected)].value);
}

void edit_several(CardPanel::State& state, const char* id, const std::string& field, const std::vector<Option>& options, FieldText text) {
    std::vector<int> selected;
    for (const std::string& value : split(state.detail.value(field), '\n')) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (!value.empty() && options[i].value == value) selected.push_back(static_cast<int>(i));
        }
    }
    text.error = state.refusal(field);
    const std::vector<ChoiceItem> items = items_of(options, is_people(field));
    if (!multi_choice(id, selected, items, text).changed) return;
    std::vector<std::string> values;
    for (const int i : selected) values.push_back(options[static_cast<std::size_t>(i)].value);
    state.set(field, join(values, "\n"));
}

void show_refusal(const CardPanel::State& state, const std::string& place) {
    const std::string_view words = state.refusal(place);
    if (words.empty()) return;
    (void)notice(("refusal:" + place).c_str(), {.tone = Tone::Danger, .text = words});
}

bool begin_pair(const char* id) {
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {sizes().sm, sizes().xs});
    if (ImGui::BeginTable(id, 2, ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_NoPadOuterX)) {
        ImGui::TableNextColumn();
        return true;
    }
    ImGui::PopStyleVar();
    return false;
}

void next_cell() { ImGui::TableNextColumn(); }

void end_pair() {
    ImGui::EndTable();
    ImGui::PopStyleVar();
}

}  // namespace throughline::gui::card
