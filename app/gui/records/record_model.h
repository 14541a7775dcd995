// A kind of record as forms and tables show it, made from its row in core/rules/records.h and the
// type's field list: nothing here knows a kind by name. No drawing.
#pragma once

#include "core/rules/command.h"
#include "core/rules/records.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::records {

// Something that a field may name.
struct Option {
    std::string value;  // as the edit commands read it: "ana", "O-3", "at-risk"
    std::string label;
    std::string note;
    int category = -1;  // of a person: index of the colour; else -1

    friend bool operator==(const Option&, const Option&) = default;
};

// "at-risk" -> "At risk".
std::string choice_words(std::string_view name);
// How people know a row: its name, title or text; "" for rows that have none.
std::string title_of(const model::Workspace& workspace, const model::Table& table, std::int64_t id);
// Index of the person's colour in the theme's categories.
int colour_of(model::PersonId person);

// How a field is filled in.
enum class Shape { Line, Text, Number, Day, Flag, One, Many };

struct FormField {
    const rules::RecordField* field = nullptr;
    const model::FieldInfo* info = nullptr;
    Shape shape = Shape::Line;
    std::string value;   // as the edit commands read it
    std::string before;  // when the form was opened
    std::string problem;
    std::vector<Option> options;  // of One and Many
};

struct RecordForm {
    const rules::RecordKind* kind = nullptr;
    std::int64_t id = 0;   // 0 adds
    std::string key;       // "" when added
    model::TextMap fixed;  // set too, not shown
    std::vector<FormField> fields;
    std::optional<rules::Refusal> refusal;

    std::string title() const;  // "Add a risk", "Change RK-2"
    // Keeps what was refused, each problem at its field.
    void refuse(const rules::Refusal& why);
};

// Who fills it in and when: what a new record begins with.
struct FormStart {
    Day today;
    model::PersonId actor;
    model::TextMap preset;  // shown, may be changed
    model::TextMap fixed;   // not shown
};
RecordForm record_form(const model::Workspace& workspace, const rules::RecordKind& kind,
                       std::int64_t id, const FormStart& start);
// An edit sends only what was changed.
rules::Command command_of(const RecordForm& form);

// A number as the edit commands read it, the shortest that is the same number.
std::string number_text(std::optional<double> number);
// How many digits behind the point the text of a number has.
int decimals_of(std::string_view number);

}  // namespace throughline::gui::records
