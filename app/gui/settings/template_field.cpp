// One question of a template: a row, and opened, everything about it.
#include "app/gui/settings/template_parts.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::settings {
namespace {

void beside() {
    ImGui::SameLine(0, sizes().md);
}

// A whole number that may be left empty.
void whole(const char* id, std::optional<int>& value, FieldText look, std::string_view unit) {
    std::optional<double> number = value ? std::optional<double>(*value) : std::nullopt;
    ImGui::BeginGroup();
    if (number_field(id, number, look, {.unit = unit, .min = 0, .max = 100000}))
        value = number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    ImGui::EndGroup();
}

void real(const char* id, std::optional<double>& value, FieldText look) {
    ImGui::BeginGroup();
    number_field(id, value, look, {.decimals = 2});
    ImGui::EndGroup();
}

void text_limits(model::BriefField& field) {
    const float width = column_width(2);
    whole("min-length", field.min_length,
          {.label = "At least", .optional_mark = true, .width = width}, "characters");
    beside();
    whole("max-length", field.max_length,
          {.label = "At most", .optional_mark = true, .width = width}, "characters");
    ImGui::BeginGroup();
    text_field("pattern", field.pattern,
               {.label = "Pattern",
                .help = "A regular expression over the whole answer",
                .optional_mark = true,
                .width = width});
    ImGui::EndGroup();
    beside();
    ImGui::BeginGroup();
    text_field("pattern-help", field.pattern_help,
               {.label = "The pattern in words",
                .placeholder = "Two letters, then the year",
                .optional_mark = true,
                .width = width});
    ImGui::EndGroup();
}

void choices_of(model::BriefField& field) {
    std::string lines = join(field.choices, "\n");
    if (text_area("choices", lines,
                  {.label = "Choices", .help = "One a line, at least two", .required = true}, 3, 8))
        field.choices = split(lines, '\n');
}

void term_of(Context& context, model::BriefField& field) {
    const std::vector<std::string> kinds = term_kinds(context.workspace());
    std::vector<ChoiceItem> items;
    for (const std::string& kind : kinds)
        items.push_back({.label = kind});
    const auto found = std::find(kinds.begin(), kinds.end(), field.term_kind);
    int chosen = found == kinds.end() ? kNoChoice : static_cast<int>(found - kinds.begin());
    if (choice("term-kind", chosen, items,
               {.label = "List of the taxonomy", .required = true, .width = column_width(2)}) &&
        chosen >= 0)
        field.term_kind = kinds[static_cast<std::size_t>(chosen)];
}

void constraints(Context& context, model::BriefField& field) {
    switch (field.kind) {
        case model::AnswerKind::ShortText:
        case model::AnswerKind::LongText: text_limits(field); break;
        case model::AnswerKind::Choice:
        case model::AnswerKind::MultiChoice: choices_of(field); break;
        case model::AnswerKind::Number:
        case model::AnswerKind::Money: {
            const float width = column_width(2);
            real("min-value", field.min_value,
                 {.label = "From", .optional_mark = true, .width = width});
            beside();
            real("max-value", field.max_value,
                 {.label = "To", .optional_mark = true, .width = width});
            break;
        }
        case model::AnswerKind::Date:
            toggle("not-in-past", "Not in the past", field.not_in_past);
            break;
        case model::AnswerKind::Term: term_of(context, field); break;
        case model::AnswerKind::Link:
        case model::AnswerKind::Person:
        case model::AnswerKind::Objective: break;
    }
}

void draw_open(Context& context, TemplateForms& forms, std::size_t index) {
    std::vector<model::BriefField>& fields = forms.draft.revision.fields;
    model::BriefField& field = fields[index];
    const bool is_new = std::ranges::none_of(
        forms.draft.present.fields,
        [&](const model::BriefField& one) { return one.handle == field.handle; });
    const float width = column_width(2);
    ImGui::BeginGroup();
    if (text_field("label", field.label,
                   {.label = "Question",
                    .help = "Stored as " + field.handle,
                    .required = true,
                    .width = width}) &&
        is_new)
        field.handle = field_handle(field.label, fields, index);
    ImGui::EndGroup();
    beside();
    std::array<ChoiceItem, kAnswerKinds> kinds{};
    for (int i = 0; i < kAnswerKinds; ++i)
        kinds[static_cast<std::size_t>(i)].label = kind_title(static_cast<model::AnswerKind>(i));
    int kind = static_cast<int>(field.kind);
    ImGui::BeginGroup();
    if (choice("kind", kind, kinds, {.label = "Kind of answer", .width = width}) && kind >= 0)
        field.kind = static_cast<model::AnswerKind>(kind);
    ImGui::EndGroup();
    text_field("help", field.help,
               {.label = "Help", .help = "Shown under the question", .optional_mark = true});
    text_field("example", field.example,
               {.label = "Example", .help = "Shown in the empty field", .optional_mark = true});
    toggle("required", "Required", field.required, "Nothing incomplete can be submitted");
    constraints(context, field);
}

}  // namespace

FieldAct draw_template_field(Context& context, TemplateForms& forms, std::size_t index,
                             bool may_change) {
    const Sizes& s = sizes();
    std::vector<model::BriefField>& fields = forms.draft.revision.fields;
    const model::BriefField& field = fields[index];
    const bool open = forms.open_field == static_cast<int>(index);
    FieldAct act = FieldAct::None;
    ImGui::PushID(static_cast<int>(index));
    const RowState row = list_row("row", field.label, open, s.control);
    const float tools = may_change ? 3.0f * s.control_small : 0.0f;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = (row.min.y + row.max.y) * 0.5f;
    draw_icon(list, {row.min.x + s.md, y}, open ? icons::kChevronDown : icons::kChevronRight,
              theme().text_muted);
    float x = row.min.x + s.xl;
    x += draw_text_middle(list, {x, y}, field.label, {.weight = Weight::Semibold},
                          (row.max.x - x - tools) * 0.6f) +
         s.md;
    std::string words(kind_title(field.kind));
    if (const std::string more = constraint_words(field); !more.empty()) words += ", " + more;
    draw_text_middle(list, {x, y}, words, {.size = text_size::kSmall, .colour = theme().text_muted},
                     row.max.x - tools - s.md - x);
    if (row.pressed) forms.open_field = open ? -1 : static_cast<int>(index);
    if (may_change) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(
            {row.max.x - tools, row.min.y + (s.control - s.control_small) * 0.5f});
        const ButtonOptions small{.kind = ButtonKind::Ghost, .size = ButtonSize::Small};
        if (icon_button("up", icons::kArrowUp, "Earlier", small) && index > 0) act = FieldAct::Up;
        ImGui::SameLine(0, 0);
        if (icon_button("down", icons::kArrowDown, "Later", small) && index + 1 < fields.size())
            act = FieldAct::Down;
        ImGui::SameLine(0, 0);
        if (icon_button("remove", icons::kClose, "Remove: " + field.label, small))
            act = FieldAct::Remove;
        ImGui::SetCursorScreenPos(after);
        ImGui::Dummy({0, 0});
    }
    if (open) {
        ImGui::Indent(s.xl);
        ImGui::BeginDisabled(!may_change);
        draw_open(context, forms, index);
        ImGui::EndDisabled();
        ImGui::Unindent(s.xl);
        gap(s.md);
    }
    ImGui::PopID();
    return act;
}

}  // namespace throughline::gui::settings
