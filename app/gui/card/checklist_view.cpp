// The card's own checklist; an item with a date is a milestone.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"

#include "imgui.h"

#include <algorithm>

namespace throughline::gui::card {
namespace {

std::chrono::year_month_day date_of(Day day) { return std::chrono::sys_days{std::chrono::days{day.number}}; }

void draw_edit(CardPanel::State& state, const ChecklistRow& row, Day today) {
    const std::string place = "item:" + std::to_string(row.item.value);
    Draft& title = state.draft(place, row.title);
    Draft& due = state.draft(place + ":due", row.due ? to_text(*row.due) : "");
    title.active = due.active = true;  // kept until saved or left by Escape
    text_field("item-title", title.text, {.label = "Item", .error = state.refusal(place)});
    std::optional<std::chrono::year_month_day> day = parse_date(due.text);
    if (date_field("item-due", day, {.label = "Due", .help = "With a date it is a milestone", .optional_mark = true}, date_of(today)).changed) {
        due.text = day ? format_date(*day) : "";
    }
    const auto leave = [&state, place] {
        state.item = {};
        state.drafts.erase(place);
        state.drafts.erase(place + ":due");
    };
    if (primary_button("item-save", "Save")) {
        state.run(rules::EditChecklistItem{row.item, {{"title", title.text}, {"due", due.text}}}, place, leave);
    }
    ImGui::SameLine(0.0f, sizes().sm);
    if (ghost_button("item-cancel", "Cancel")) leave();
}

void draw_item(CardPanel::State& state, const ChecklistRow& row, Day today) {
    const std::string place = "item:" + std::to_string(row.item.value);
    ImGui::PushID(static_cast<int>(row.item.value & 0x7fffffff));
    if (state.item == row.item) {
        draw_edit(state, row, today);
        ImGui::PopID();
        return;
    }
    std::string help = row.due_words;
    if (row.late) help += ", late";
    if (!row.who.empty()) help += (help.empty() ? "" : ". ") + row.who;
    bool done = row.done;
    const float buttons = 2.0f * button_height(ButtonSize::Small) + sizes().xs;
    const float y = ImGui::GetCursorPosY();
    if (checkbox(("check:" + row.title).c_str(), row.title, done, help)) state.run(rules::TickChecklistItem{row.item, done}, place);
    const float after = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + width_left() - buttons, y});
    if (icon_button("item-edit", icons::kEdit, "Edit " + row.title, {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) state.item = row.item;
    ImGui::SameLine(0.0f, sizes().xs);
    if (icon_button("item-remove", icons::kDelete, "Remove " + row.title, {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
        state.run(rules::RemoveChecklistItem{row.item}, place);
    }
    ImGui::SetCursorPosY(std::max(after, ImGui::GetCursorPosY()));
    show_refusal(state, place);
    ImGui::PopID();
}

}  // namespace

void draw_checklist(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    const auto done = std::count_if(d.checklist.begin(), d.checklist.end(), [](const ChecklistRow& row) { return row.done; });
    section_header("Checklist and milestones", d.checklist.empty() ? "" : std::to_string(done) + " of " + std::to_string(d.checklist.size()));
    const Day today = context.zone().day(context.now());
    for (const ChecklistRow& row : d.checklist) draw_item(state, row, today);
    gap(sizes().sm);
    Draft& fresh = state.drafts["new-item"];
    const FieldResult result = text_field("add-checklist-item", fresh.text,
                                          {.placeholder = "Add an item, Enter takes it", .error = state.refusal("new-item"), .name = "New item", .icon = icons::kPlus});
    const bool entered = result.committed && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    if (entered && !trim(fresh.text).empty()) {
        state.run(rules::AddChecklistItem{state.card, fresh.text, {}}, "new-item", [&state] { state.drafts["new-item"].text.clear(); });
    }
}

}  // namespace throughline::gui::card
