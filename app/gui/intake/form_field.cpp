#include "app/gui/intake/form_field.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "core/rules/brief.h"

#include <fmt/format.h>

namespace throughline::gui::intake {
namespace {

constexpr int kMoneyDecimals = 2;

struct Field {
    const model::BriefField& field;
    const std::string& answer;
    const std::vector<FieldChoice>& choices;
    std::string id;
    FieldText text;
    Day today;
};

std::vector<ChoiceItem> items_of(const std::vector<FieldChoice>& choices) {
    std::vector<ChoiceItem> items;
    for (const FieldChoice& one : choices) {
        items.push_back(
            {.label = one.label, .note = one.note, .category = one.category, .person = one.person});
    }
    return items;
}

FieldEdit edit_text(const Field& f) {
    std::string value = f.answer;
    const bool is_long = f.field.kind == model::AnswerKind::LongText;
    const FieldResult result = is_long ? text_area(f.id.c_str(), value, f.text, 3, 9)
                                       : text_field(f.id.c_str(), value, f.text);
    return {result.changed ? std::optional(value) : std::nullopt, result.active};
}

FieldEdit edit_choice(const Field& f) {
    int selected = index_of_answer(f.choices, f.answer);
    const std::vector<ChoiceItem> items = items_of(f.choices);
    const FieldResult result =
        choice(f.id.c_str(), selected, items, f.text, f.field.required ? "" : "No answer");
    if (!result.changed) return {std::nullopt, result.active};
    return {selected < 0 ? "" : f.choices[static_cast<std::size_t>(selected)].answer,
            result.active};
}

FieldEdit edit_multi_choice(const Field& f) {
    std::vector<int> selected;
    for (const std::string& line : split(f.answer, '\n')) {
        if (const int index = index_of_answer(f.choices, line); index >= 0)
            selected.push_back(index);
    }
    const std::vector<ChoiceItem> items = items_of(f.choices);
    const FieldResult result = multi_choice(f.id.c_str(), selected, items, f.text);
    if (!result.changed) return {std::nullopt, result.active};
    std::vector<std::string> lines;
    for (const int index : selected)
        lines.push_back(f.choices[static_cast<std::size_t>(index)].answer);
    return {join(lines, "\n"), result.active};
}

FieldEdit edit_number(const Field& f) {
    std::optional<double> value = parse_number(f.answer);
    const FieldResult result = number_field(f.id.c_str(), value, f.text, {.decimals = 2});
    if (!result.changed) return {std::nullopt, result.active};
    return {value ? fmt::format("{}", *value) : "", result.active};
}

FieldEdit edit_money(const Field& f) {
    std::optional<std::int64_t> value = parse_money(f.answer, kMoneyDecimals);
    const FieldResult result = money_field(f.id.c_str(), value, f.text);
    if (!result.changed) return {std::nullopt, result.active};
    return {value ? fmt::format("{}.{:02}", *value / 100, *value % 100) : "", result.active};
}

std::chrono::year_month_day calendar_day(Day day) {
    return std::chrono::sys_days(std::chrono::days(day.number));
}

// Needed-by may be "no date", by a box under the field.
FieldEdit edit_date(const Field& f) {
    const bool may_be_none = f.field.handle == rules::kNeededBy;
    bool none = may_be_none && f.answer == "none";
    FieldText text = f.text;
    text.disabled = text.disabled || none;
    std::optional<std::chrono::year_month_day> value = parse_date(f.answer);
    const FieldResult result = date_field(f.id.c_str(), value, text, calendar_day(f.today));
    FieldEdit edit{std::nullopt, result.active};
    if (result.changed) edit.answer = value ? format_date(*value) : "";
    if (may_be_none && checkbox((f.id + ":none").c_str(), "No date", none, {}, f.text.disabled)) {
        edit.answer = none ? "none" : "";
    }
    return edit;
}

FieldEdit edit(const Field& f) {
    switch (f.field.kind) {
        case model::AnswerKind::ShortText:
        case model::AnswerKind::LongText:
        case model::AnswerKind::Link: return edit_text(f);
        case model::AnswerKind::Choice:
        case model::AnswerKind::Person:
        case model::AnswerKind::Objective:
        case model::AnswerKind::Term: return edit_choice(f);
        case model::AnswerKind::MultiChoice: return edit_multi_choice(f);
        case model::AnswerKind::Number: return edit_number(f);
        case model::AnswerKind::Money: return edit_money(f);
        case model::AnswerKind::Date: return edit_date(f);
    }
    return {};
}

}  // namespace

FieldEdit draw_field(const model::BriefField& field, const std::string& answer,
                     const std::vector<FieldChoice>& choices, const FieldPlace& place) {
    const bool is_list =
        field.kind == model::AnswerKind::Choice || field.kind == model::AnswerKind::MultiChoice ||
        field.kind == model::AnswerKind::Person || field.kind == model::AnswerKind::Objective ||
        field.kind == model::AnswerKind::Term;
    const std::string hint = is_list ? "Choose" : field.example;
    Field f{field, answer, choices, "field:" + field.handle, {}, place.today};
    f.text = {.label = field.label,
              .help = field.help,
              .placeholder = hint,
              .error = place.problem,
              .icon = field.kind == model::AnswerKind::Link ? icons::kLink : nullptr,
              .required = field.required,
              .optional_mark = !field.required,
              .disabled = place.disabled,
              .focus = place.focus,
              .width = place.width};
    return edit(f);
}

}  // namespace throughline::gui::intake
