#include "app/gui/objectives/plan_words.h"
#include "app/gui/objectives/screens.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui::objectives {
namespace {

constexpr float kRow = 52.0f;       // unscaled
constexpr float kLoad = 220.0f;     // unscaled
constexpr float kRoleCell = 84.0f;  // unscaled

TextStyle meta() {
    return {.size = text_size::kSmall, .colour = theme().text_muted};
}

void draw_load(ImDrawList& list, const PersonRow& person, float x, float middle) {
    const float half = line_height(meta()) * 0.6f;
    const float width = kLoad * sizes().scale;
    if (!person.most) {
        draw_text_middle(list, {x, middle}, person.load + " in process, no limit", meta(), width);
        return;
    }
    const TextStyle style =
        person.over ? tone_style(Tone::Danger, text_size::kSmall, Weight::Semibold) : meta();
    draw_text_middle(list, {x, middle - half},
                     person.load + " in process" + (person.over ? ", over the limit" : ""), style,
                     width);
    const float share = *person.most > 0
                            ? static_cast<float>(person.count) / static_cast<float>(*person.most)
                            : (person.count > 0 ? 1.5f : 0.0f);
    const float y = middle + half;
    draw_progress_bar(list, {x, y - sizes().xxs}, {x + width, y + sizes().xxs}, share,
                      person.over ? Tone::Danger : Tone::Accent);
}

void draw_person(PeopleScreen& screen, const PersonRow& person, Context& context, Acts& acts) {
    const std::string why = why_not_now(context, rules::Right::ManagePeople);
    const RowState row =
        list_row(("person:" + person.handle).c_str(), person.name, false, kRow * sizes().scale);
    if (row.pressed && why.empty())
        acts.add([&screen, id = person.id](Context& c) {
            screen.dialog.begin(person_form(c.workspace(), id));
        });
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = (row.min.y + row.max.y) * 0.5f;
    const float half = line_height(body_style()) * 0.58f;
    const float radius = sizes().avatar * 0.5f;
    const ImVec2 face{row.min.x + sizes().sm + radius, middle};
    draw_avatar(list, face,
                {.name = person.name, .colour = colour_of(person.id), .size = sizes().avatar});
    const ButtonOptions edit{.kind = ButtonKind::Ghost,
                             .size = ButtonSize::Small,
                             .disabled = !why.empty(),
                             .disabled_why = why};
    const float end = row.max.x - sizes().sm - sizes().control_small;
    const float load = end - sizes().lg - kLoad * sizes().scale;
    const float role = load - sizes().lg - 96.0f * sizes().scale;
    const float x = face.x + radius + sizes().md;
    draw_text_middle(
        list, {x, middle - half}, person.name,
        {.weight = Weight::Semibold, .colour = person.active ? theme().text : theme().text_muted},
        role - x - sizes().md);
    std::string note = "@" + person.handle;
    if (person.objectives > 0)
        note += ", answers for " + std::to_string(person.objectives) +
                (person.objectives == 1 ? " objective" : " objectives");
    if (!person.active) note += ", not active";
    draw_text_middle(list, {x, middle + half}, note, meta(), role - x - sizes().md);
    draw_text_middle(list, {role, middle}, role_words(person.role), body_style(),
                     96.0f * sizes().scale);
    if (person.active) draw_load(list, person, load, middle);
    ImGui::SetCursorScreenPos({end, middle - sizes().control_small * 0.5f});
    if (icon_button(("edit:" + person.handle).c_str(), icons::kEdit, "Edit " + person.name, edit)) {
        acts.add([&screen, id = person.id](Context& c) {
            screen.dialog.begin(person_form(c.workspace(), id));
        });
    }
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0.0f, 0.0f});
}

void draw_people_list(PeopleScreen& screen, Context& context, Acts& acts) {
    const std::string why = why_not_now(context, rules::Right::ManagePeople);
    const auto& rows = screen.model.rows();
    const auto active =
        std::count_if(rows.begin(), rows.end(), [](const PersonRow& row) { return row.active; });
    section_header("People", std::to_string(active));
    const ButtonOptions add{.kind = ButtonKind::Primary,
                            .icon = icons::kPersonAdd,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    align_right(button_width("Add person", add));
    if (button("add-person", "Add person", add))
        acts.add([&screen](Context& c) { screen.dialog.begin(person_form(c.workspace(), {})); });
    gap(sizes().sm);
    begin_panel("people-list", {width_left(), 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xxs});
    for (const PersonRow& person : rows) {
        if (person.active || screen.show_inactive) draw_person(screen, person, context, acts);
    }
    if (active < static_cast<std::ptrdiff_t>(rows.size())) {
        gap(sizes().sm);
        const std::string words =
            screen.show_inactive
                ? "Hide those who left"
                : "Show " + std::to_string(static_cast<std::ptrdiff_t>(rows.size()) - active) +
                      " who left";
        if (ghost_button("inactive", words)) screen.show_inactive = !screen.show_inactive;
    }
    ImGui::PopStyleVar();
    end_panel();
}

// A check or a dash per role: shape, not colour, tells.
void draw_right(const RightRow& right, float first) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = sizes().row;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = at.y + height * 0.5f;
    list.AddRectFilled({at.x, at.y}, {at.x + width_left(), at.y + sizes().hair}, theme().line);
    draw_text_middle(list, {at.x, middle}, right.words, body_style(), first - sizes().md);
    for (std::size_t role = 0; role < right.has.size(); ++role) {
        const ImVec2 centre{
            at.x + first + (static_cast<float>(role) + 0.5f) * kRoleCell * sizes().scale, middle};
        draw_icon(list, centre, right.has[role] ? icons::kCheck : icons::kMinus,
                  right.has[role] ? theme().tone(Tone::Success).ink : theme().text_faint);
    }
    ImGui::Dummy({width_left(), height});
}

void draw_roles(const PeopleModel& people) {
    section_header(
        "What each role may do", {},
        "On one file roles guard against error, not malice: who can write the file can change it.");
    gap(sizes().sm);
    begin_panel("roles", {width_left(), 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, 0.0f});
    const std::size_t roles = model::Names<model::Role>::kAll.size();
    const float first =
        std::max(160.0f * sizes().scale,
                 width_left() - static_cast<float>(roles) * kRoleCell * sizes().scale);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t role = 0; role < roles; ++role) {
        const float x = at.x + first + static_cast<float>(role) * kRoleCell * sizes().scale;
        draw_text_centred(
            *ImGui::GetWindowDrawList(), {x, at.y},
            {x + kRoleCell * sizes().scale, at.y + sizes().row},
            role_words(static_cast<model::Role>(role)),
            {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted});
    }
    ImGui::Dummy({width_left(), sizes().row});
    for (const RightRow& right : people.rights())
        draw_right(right, first);
    ImGui::PopStyleVar();
    end_panel();
}

}  // namespace

void draw_people(PeopleScreen& screen, Context& context, Acts& acts) {
    screen.model.refresh(context.workspace(), context.desk().revision());
    ImGui::BeginChild("people", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    draw_people_list(screen, context, acts);
    gap(sizes().xl);
    draw_roles(screen.model);
    gap(sizes().lg);
    ImGui::EndChild();
    draw_person_dialog(screen, context, acts);
}

}  // namespace throughline::gui::objectives
