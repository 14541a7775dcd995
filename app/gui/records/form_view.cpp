#include "app/gui/records/form_view.h"

#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>
#include <charconv>

namespace throughline::gui::records {
namespace {

constexpr std::size_t kSideBySide = 4;  // choices up to this many are all shown

// A whole line of its own, as sentences and names have it.
bool is_wide(const FormField& field) {
    const bool is_name = field.info->name == "title" || field.info->name == "name";
    const bool is_segmented = field.info->target.empty() && field.options.size() > 2 &&
                              field.options.size() <= kSideBySide;
    return field.shape == Shape::Text || field.shape == Shape::Many || is_name ||
           (field.shape == Shape::One && is_segmented);
}

std::vector<ChoiceItem> items_of(const FormField& field) {
    std::vector<ChoiceItem> items;
    items.reserve(field.options.size());
    for (const Option& one : field.options) {
        items.push_back({.label = one.label,
                         .note = one.note,
                         .category = one.category,
                         .person = one.category >= 0});
    }
    return items;
}

int index_of(const FormField& field, std::string_view value) {
    const auto found = std::ranges::find(field.options, value, &Option::value);
    return found == field.options.end() ? kNoChoice
                                        : static_cast<int>(found - field.options.begin());
}

bool draw_number(const char* id, FormField& field, const FieldText& words) {
    std::optional<double> number = parse_number(field.value);
    const bool changed =
        number_field(id, number, words, {.decimals = decimals_of(field.value)}).changed;
    if (changed) field.value = number_text(number);
    return changed;
}

bool draw_day(const char* id, FormField& field, const FieldText& words, Day today) {
    std::optional<std::chrono::year_month_day> day = parse_date(field.value);
    const bool changed = date_field(id, day, words, calendar_day(today)).changed;
    if (changed) field.value = day ? format_date(*day) : "";
    return changed;
}

bool draw_one(const char* id, FormField& field, const FieldText& words) {
    const std::vector<ChoiceItem> items = items_of(field);
    int selected = index_of(field, field.value);
    const bool is_choice = !field.info->choices.empty();
    bool changed = false;
    if (is_choice && items.size() <= kSideBySide) {
        changed = segmented(id, selected, items, words).changed;
    } else {
        const std::string_view none = field.field->required || is_choice ? "" : "None";
        changed = choice(id, selected, items, words, none).changed;
    }
    if (changed) {
        field.value =
            selected == kNoChoice ? "" : field.options[static_cast<std::size_t>(selected)].value;
    }
    return changed;
}

bool draw_many(const char* id, FormField& field, const FieldText& words) {
    std::vector<int> selected;
    for (const std::string& value : split(field.value, '\n')) {
        if (const int index = index_of(field, value); index != kNoChoice) selected.push_back(index);
    }
    const std::vector<ChoiceItem> items = items_of(field);
    if (!multi_choice(id, selected, items, words)) return false;
    std::vector<std::string> lines;
    for (const int index : selected)
        lines.push_back(field.options[static_cast<std::size_t>(index)].value);
    field.value = join(lines, "\n");
    return true;
}

bool draw_flag(const char* id, FormField& field) {
    bool on = field.value == "true";
    const bool changed = checkbox(id, field.field->label, on, field.field->help);
    if (changed) field.value = on ? "true" : "false";
    return changed;
}

void draw_field(FormField& field, float width, Day today) {
    const std::string id = "field:" + std::string(field.info->name);
    // Lists of keys are chosen here, not written line by line.
    const std::string_view help = field.shape == Shape::Many ? "" : field.field->help;
    const FieldText words{.label = field.field->label,
                          .help = help,
                          .error = field.problem,
                          .required = field.field->required,
                          .width = width};
    bool changed = false;
    switch (field.shape) {
        case Shape::Line: changed = text_field(id.c_str(), field.value, words).changed; break;
        case Shape::Text: changed = text_area(id.c_str(), field.value, words, 2, 6).changed; break;
        case Shape::Number: changed = draw_number(id.c_str(), field, words); break;
        case Shape::Day: changed = draw_day(id.c_str(), field, words, today); break;
        case Shape::Flag: changed = draw_flag(id.c_str(), field); break;
        case Shape::One: changed = draw_one(id.c_str(), field, words); break;
        case Shape::Many: changed = draw_many(id.c_str(), field, words); break;
    }
    if (changed) field.problem.clear();
}

}  // namespace

std::chrono::year_month_day calendar_day(Day day) {
    const CivilDate date = civil(day);
    return std::chrono::year{date.year} / date.month / date.day;
}

void draw_form(RecordForm& form, Day today) {
    const float half = (width_left() - sizes().lg) * 0.5f;
    bool is_second = false;
    for (FormField& field : form.fields) {
        if (is_wide(field)) {
            draw_field(field, 0.0f, today);
            is_second = false;
            continue;
        }
        if (is_second) ImGui::SameLine(0.0f, sizes().lg);
        draw_field(field, half, today);
        is_second = !is_second;
    }
}

}  // namespace throughline::gui::records
