// Columns and limits: one panel a column, in their order, groups around their members.
#include "app/gui/settings/sections.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::settings {
namespace {

constexpr std::array<ChoiceItem, 3> kKinds{{{.label = "Queue", .note = "waiting"},
                                            {.label = "Active", .note = "being worked on"},
                                            {.label = "Done"}}};
constexpr const char* kDrag = "settings/column";

std::string key_for(const ColumnRow& row, const char* field) {
    return std::string(field) + ":" + row.handle;
}

Editor::FromText set_column(model::ColumnId column, const char* field) {
    return [column, field](const std::string& text) -> rules::Command {
        return rules::EditColumn{.column = column, .set = {{field, text}}};
    };
}

std::optional<double> real(const std::optional<int>& value) {
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

void move_to(Editor& editor, const ColumnRow& row, int position) {
    editor.run(key_for(row, "column"), rules::MoveColumn{.column = row.id, .position = position});
}

// Left and right, and a handle to drag by.
void order_buttons(Editor& editor, const ColumnRow& row, int count) {
    const bool may = editor.may_change();
    const Sizes& s = sizes();
    const Pressable handle =
        press_item("drag", "Drag " + row.name, {s.lg, s.control}, ImGuiButtonFlags_NoNavFocus);
    draw_icon(*ImGui::GetWindowDrawList(), handle.middle(), icons::kDrag, theme().text_faint);
    if (may && ImGui::BeginDragDropSource()) {
        ImGui::SetDragDropPayload(kDrag, &row.id.value, sizeof row.id.value);
        text(row.name, {.weight = Weight::Semibold});
        ImGui::EndDragDropSource();
    }
    ImGui::SameLine(0, s.xxs);
    if (icon_button("left", icons::kArrowUp, "Earlier: " + row.name,
                    {.kind = ButtonKind::Ghost,
                     .tooltip = "One to the left on the board",
                     .disabled = !may || row.position == 0}))
        move_to(editor, row, row.position - 1);
    ImGui::SameLine(0, 0);
    if (icon_button("right", icons::kArrowDown, "Later: " + row.name,
                    {.kind = ButtonKind::Ghost,
                     .tooltip = "One to the right on the board",
                     .disabled = !may || row.position + 1 == count}))
        move_to(editor, row, row.position + 1);
}

void drop_place(Editor& editor, const ColumnRow& row, std::span<const ColumnRow> rows) {
    if (!ImGui::BeginDragDropTarget()) return;
    if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload(kDrag)) {
        const model::ColumnId moved{*static_cast<const std::int64_t*>(payload->Data)};
        for (const ColumnRow& other : rows) {
            if (other.id == moved && moved != row.id) move_to(editor, other, row.position);
        }
    }
    ImGui::EndDragDropTarget();
}

void column_menu(Editor& editor, ColumnForms& forms, const ColumnRow& row, const ColumnRow* next) {
    if (icon_button("more", icons::kMore, "More: " + row.name,
                    {.kind = ButtonKind::Ghost, .disabled = !editor.may_change()}))
        open_menu("menu");
    if (!begin_menu_at("menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) return;
    const bool open = forms.policies == row.id;
    if (menu_item("policies", open ? "Hide policies" : "Policies in words",
                  {.icon = icons::kDocument}))
        forms.policies = open ? model::ColumnId{} : row.id;
    if (menu_item("split", "Split into doing and done",
                  {.icon = icons::kBranch,
                   .enabled = !row.group,
                   .disabled_why = "It belongs to a group already."}))
        editor.run(key_for(row, "column"), rules::SplitColumn{.column = row.id});
    const bool may_group = next != nullptr && !row.group && !next->group;
    if (menu_item(
            "group", next == nullptr ? "Group with the next column" : "Group with " + next->name,
            {.icon = icons::kLayers,
             .enabled = may_group,
             .disabled_why = next == nullptr ? "It is the last column."
                                             : "One of the two belongs to a group already."})) {
        forms.grouping = row.id;
        forms.group_name = row.name + " and " + next->name;
    }
    menu_separator();
    if (menu_item("remove", "Remove the column", {.icon = icons::kDelete, .danger = true}))
        editor.run(key_for(row, "column"), rules::RemoveColumn{.column = row.id});
    end_menu();
}

void group_form(Editor& editor, ColumnForms& forms, const ColumnRow& row, const ColumnRow* next) {
    if (forms.grouping != row.id || next == nullptr) return;
    gap(sizes().sm);
    text_field("group-name", forms.group_name,
               {.label = "Name of the group",
                .help = "Both columns then share one limit, set above them.",
                .width = 320.0f * sizes().scale});
    if (button("make-group", "Group", {.kind = ButtonKind::Primary, .size = ButtonSize::Small})) {
        editor.run(
            key_for(row, "column"),
            rules::AddGroup{
                .name = forms.group_name, .columns = {row.id, next->id}, .wip_limit = std::nullopt},
            [&forms] { forms.grouping = {}; });
    }
    ImGui::SameLine(0, sizes().sm);
    if (button("no-group", "Cancel", {.size = ButtonSize::Small})) forms.grouping = {};
}

void policies(Editor& editor, const ColumnForms& forms, const ColumnRow& row) {
    if (forms.policies != row.id) return;
    gap(sizes().sm);
    const float width = column_width(2);
    ImGui::BeginGroup();
    editor.area(key_for(row, "entry_policy"), row.entry_policy,
                {.label = "What enters", .placeholder = "Only what fits the week", .width = width},
                set_column(row.id, "entry_policy"));
    ImGui::EndGroup();
    ImGui::SameLine(0, sizes().md);
    ImGui::BeginGroup();
    editor.area(
        key_for(row, "exit_policy"), row.exit_policy,
        {.label = "What may leave", .placeholder = "Two people have read it", .width = width},
        set_column(row.id, "exit_policy"));
    ImGui::EndGroup();
}

void column_fields(Editor& editor, const ColumnRow& row) {
    const Sizes& s = sizes();
    const float room = width_left() - s.control - s.md;
    const float limit = std::min(150.0f * s.scale, room * 0.26f);
    const float kind = std::min(170.0f * s.scale, room * 0.28f);
    const float name = room - limit - kind - 2.0f * s.sm;
    ImGui::BeginGroup();
    editor.text(key_for(row, "name"), row.name, {.name = "Name of " + row.name, .width = name},
                set_column(row.id, "name"));
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    editor.choose(
        key_for(row, "kind"), static_cast<int>(row.kind), kKinds,
        {.name = "Kind of " + row.name, .width = kind}, [&row](int chosen) -> rules::Command {
            return rules::EditColumn{
                .column = row.id,
                .set = {{"kind",
                         std::string(model::Names<model::ColumnKind>::kAll[static_cast<std::size_t>(
                             std::max(chosen, 0))])}}};
        });
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    if (row.group && !row.limit) {
        ImGui::AlignTextToFramePadding();
        text_ellipsis("shares the limit", muted_style(), limit);
    } else {
        editor.number(key_for(row, "limit"), real(row.limit),
                      {.placeholder = "no limit", .name = "Limit of " + row.name, .width = limit},
                      {.unit = "cards", .min = 0, .max = 100000}, set_column(row.id, "wip_limit"));
    }
    ImGui::EndGroup();
}

void column_notes(const ColumnRow& row) {
    const TextStyle quiet{.size = text_size::kSmall, .colour = theme().text_muted};
    text(row.now, row.over ? tone_style(Tone::Danger, text_size::kSmall, Weight::Semibold) : quiet);
    if (!row.edge.empty()) {
        ImGui::SameLine(0, sizes().lg);
        icon(icons::kFlag, theme().tone(Tone::Accent).ink, text_size::kIconSmall);
        ImGui::SameLine(0, sizes().xs);
        text(row.edge, tone_style(Tone::Accent, text_size::kSmall));
    }
}

void draw_column(Editor& editor, ColumnForms& forms, std::span<const ColumnRow> rows,
                 std::size_t index) {
    const ColumnRow& row = rows[index];
    const ColumnRow* next = index + 1 < rows.size() ? &rows[index + 1] : nullptr;
    const Sizes& s = sizes();
    ImGui::PushID(row.handle.c_str());
    if (row.group) ImGui::Indent(s.xl);
    begin_panel("panel");
    order_buttons(editor, row, static_cast<int>(rows.size()));
    ImGui::SameLine(0, s.sm);
    column_fields(editor, row);
    ImGui::SameLine(0, 0);
    align_right(s.control);
    column_menu(editor, forms, row, next);
    column_notes(row);
    policies(editor, forms, row);
    group_form(editor, forms, row, next);
    editor.show_refusal(key_for(row, "column"));
    end_panel();
    drop_place(editor, row, rows);
    if (row.group) ImGui::Unindent(s.xl);
    ImGui::PopID();
    gap(s.sm);
}

void draw_group(Editor& editor, const ColumnRow& row) {
    const Sizes& s = sizes();
    const std::string id = "group:" + std::to_string(row.group.value);
    const auto set = [&row](const char* field) {
        return [group = row.group, field](const std::string& text) -> rules::Command {
            return rules::EditGroup{.group = group, .set = {{field, text}}};
        };
    };
    ImGui::PushID(id.c_str());
    gap(s.sm);
    const float width = std::min(260.0f * s.scale, width_left() * 0.34f);
    ImGui::BeginGroup();
    editor.text("group-name:" + row.group_name, row.group_name,
                {.label = row.group_split ? "Split column" : "Group",
                 .icon = icons::kLayers,
                 .width = width},
                set("name"));
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    editor.number("group-limit:" + row.group_name, real(row.group_limit),
                  {.label = "Limit together",
                   .help = row.group_now,
                   .placeholder = "no limit",
                   .width = 180.0f * s.scale},
                  {.unit = "cards", .min = 0, .max = 100000}, set("wip_limit"));
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    label_space();
    if (button("ungroup", "Ungroup",
               {.disabled = !editor.may_change(),
                .disabled_why = "Only with the right to change settings."}))
        editor.run("group:" + row.group_name, rules::RemoveGroup{.group = row.group});
    ImGui::EndGroup();
    editor.show_refusal("group:" + row.group_name);
    ImGui::PopID();
    gap(s.sm);
}

void draw_add(Editor& editor, ColumnForms& forms) {
    const Sizes& s = sizes();
    begin_block("add-column", "Add a column",
                "It comes without a limit and last; move it to its place.");
    ImGui::BeginGroup();
    const FieldResult typed =
        text_field("new-column", forms.name,
                   {.label = "Name", .placeholder = "Legal check", .width = 300.0f * s.scale});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    choice("new-kind", forms.kind, kKinds, {.label = "Kind", .width = 180.0f * s.scale});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    label_space();
    const bool ready = !trim(forms.name).empty() && editor.may_change();
    const bool pressed = button("add", "Add column",
                                {.kind = ButtonKind::Primary,
                                 .icon = icons::kPlus,
                                 .disabled = !ready,
                                 .disabled_why = "Write its name first."});
    ImGui::EndGroup();
    const bool enter = typed.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if ((pressed || enter) && ready) {
        editor.run("add-column",
                   rules::AddColumn{.name = forms.name,
                                    .kind = static_cast<model::ColumnKind>(forms.kind)},
                   [&forms] { forms.name.clear(); });
    }
    editor.show_refusal("add-column");
    end_block();
}

}  // namespace

void draw_columns(Context& context, Editor& editor, ColumnForms& forms) {
    const std::vector<ColumnRow> rows = column_rows(context.workspace());
    if (rows.empty()) {
        paragraph(
            "There is no column yet. A board needs at least one for what waits, one for what is "
            "being done, and one for what is done.",
            muted_style());
        gap(sizes().md);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].first_in_group) draw_group(editor, rows[i]);
        draw_column(editor, forms, rows, i);
        if (rows[i].last_in_group) gap(sizes().md);
    }
    gap(sizes().md);
    draw_add(editor, forms);
}

}  // namespace throughline::gui::settings
