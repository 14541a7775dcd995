#include "app/gui/records/record_model.h"

#include "core/base/text.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace throughline::gui::records {
namespace {

using model::FieldKind;
using model::Workspace;

// Fields that hold sentences.
constexpr auto kLong = std::to_array<std::string_view>(
    {"answer",          "attribution",   "changes",    "contract", "counts",       "data_flows",
     "decision_rights", "decision_rule", "drove",      "expected", "happened",     "hypothesis",
     "inputs",          "meaning",       "mitigation", "note",     "outcome",      "outputs",
     "priority",        "rationale",     "result",     "text",     "trigger_sign", "why"});

Shape shape_of(const model::FieldInfo& info) {
    switch (info.kind) {
        case FieldKind::Flag: return Shape::Flag;
        case FieldKind::Integer:
        case FieldKind::Real: return Shape::Number;
        case FieldKind::Day: return Shape::Day;
        case FieldKind::Choice:
        case FieldKind::Id: return Shape::One;
        case FieldKind::List: return info.target.empty() ? Shape::Text : Shape::Many;
        case FieldKind::Instant: return Shape::Line;
        case FieldKind::Text: break;
    }
    if (info.name == "channel") {
        return Shape::One;  // a value of the taxonomy
    }
    return std::ranges::find(kLong, info.name) == kLong.end() ? Shape::Line : Shape::Text;
}

std::string text_at(const model::Table& table, const model::Row& row, std::string_view name) {
    const auto index = table.field_index(name);
    const auto* text = index ? std::get_if<std::string>(&row[*index]) : nullptr;
    return text == nullptr ? "" : *text;
}

std::string title_in(const model::Table& table, const model::Row& row) {
    for (const std::string_view name : {"name", "title", "text", "outcome", "word"}) {
        if (std::string text = text_at(table, row, name); !text.empty()) {
            return text;
        }
    }
    return "";
}

bool flag_at(const model::Table& table, const model::Row& row, std::string_view name) {
    const auto index = table.field_index(name);
    const auto* number = index ? std::get_if<std::int64_t>(&row[*index]) : nullptr;
    return number != nullptr && *number != 0;
}

// Closed, retired, or no longer active: not offered any more.
bool is_over(const model::Table& table, const model::Row& row) {
    return flag_at(table, row, "closed") || flag_at(table, row, "retired") ||
           (table.field_index("active") && !flag_at(table, row, "active"));
}

std::vector<Option> card_options(const Workspace& workspace, std::string_view own) {
    std::vector<Option> options;
    for (const model::Card& card : workspace.rows<model::Card>()) {
        const std::string key = model::key_of(workspace, card);
        if (card.on_board() || key == own) {
            options.push_back({key, key + " " + card.title, "", -1});
        }
    }
    return options;
}

std::vector<Option> row_options(const Workspace& workspace, std::string_view target,
                                std::string_view own) {
    if (target == "card") {
        return card_options(workspace, own);
    }
    const model::Table& table = *model::table_by_name(target);
    std::vector<Option> options;
    table.each(workspace, [&](const model::Row& row) {
        const auto id = std::get<std::int64_t>(row[0]);
        const std::string key = rules::reference(workspace, table, id);
        const bool is_own =
            ("\n" + std::string(own) + "\n").find("\n" + key + "\n") != std::string::npos;
        if (is_over(table, row) && !is_own) {
            return;
        }
        const std::string title = title_in(table, row);
        if (target == "person") {
            options.push_back({key, title, key, colour_of(model::PersonId{id})});
        } else if (table.letters.empty()) {
            options.push_back({key, title.empty() ? key : title, "", -1});
        } else {
            options.push_back({key, key + (title.empty() ? "" : " " + title), "", -1});
        }
    });
    if (table.letters.empty()) {
        std::ranges::sort(options, {}, [](const Option& one) { return fold(one.label); });
    }
    return options;
}

std::vector<Option> channel_options(const Workspace& workspace) {
    std::vector<Option> options;
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (term.kind == "channel") {
            options.push_back({term.value, term.value, "", -1});
        }
    }
    return options;
}

std::vector<Option> options_of(const Workspace& workspace, const model::FieldInfo& info,
                               const std::string& own) {
    if (!info.target.empty()) {
        return row_options(workspace, info.target, own);
    }
    if (info.name == "channel") {
        return channel_options(workspace);
    }
    std::vector<Option> options;
    for (const std::string_view choice : info.choices) {
        options.push_back({std::string(choice), choice_words(choice), "", -1});
    }
    return options;
}

// What a new record begins with, where nothing was given.
std::string begin_value(const Workspace& workspace, const FormField& field,
                        const model::Value& blank, const FormStart& start) {
    const std::string_view name = field.info->name;
    if (name == "year") {
        return std::to_string(civil(start.today).year);
    }
    if (name == "day" || name == "from_day" || name == "starts") {
        return to_text(start.today);
    }
    if (name == "owner" || name == "decider" || name == "requester") {
        const model::Person* actor = workspace.find(start.actor);
        return actor == nullptr ? "" : actor->handle;
    }
    // What must be given is not there yet: no zero that could pass for an answer.
    const bool is_asked =
        field.field->required && (field.shape == Shape::Number || field.shape == Shape::Day);
    return is_asked ? "" : rules::written(workspace, *field.info, blank);
}

}  // namespace

std::string choice_words(std::string_view name) {
    std::string words(name);
    std::ranges::replace(words, '-', ' ');
    std::ranges::replace(words, '_', ' ');
    if (!words.empty()) {
        words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    }
    return words;
}

std::string title_of(const Workspace& workspace, const model::Table& table, std::int64_t id) {
    const auto row = id == 0 ? std::nullopt : table.row(workspace, id);
    return row ? title_in(table, *row) : "";
}

int colour_of(model::PersonId person) {
    constexpr std::int64_t kColours = 12;
    return static_cast<int>(person.value % kColours);
}

std::string RecordForm::title() const {
    return (id == 0 ? "Add: " : "Change: ") + std::string(kind->title) +
           (key.empty() ? "" : " " + key);
}

void RecordForm::refuse(const rules::Refusal& why) {
    refusal = why;
    for (FormField& field : fields) {
        const auto found =
            std::ranges::find(why.fields, field.info->name, &rules::FieldProblem::field);
        field.problem = found == why.fields.end() ? "" : choice_words(found->problem);
    }
}

RecordForm record_form(const Workspace& workspace, const rules::RecordKind& kind, std::int64_t id,
                       const FormStart& start) {
    const model::Table& table = *model::table_by_name(kind.table);
    RecordForm form{.kind = &kind, .id = id, .key = rules::reference(workspace, table, id)};
    form.fixed = start.fixed;
    const auto stored = id == 0 ? std::nullopt : table.row(workspace, id);
    const model::Row row = stored ? *stored : table.blank();
    for (const rules::RecordField& wanted : kind.fields) {
        if (form.fixed.contains(std::string(wanted.name))) {
            continue;
        }
        const std::size_t index = *table.field_index(wanted.name);
        FormField field{.field = &wanted, .info = &table.fields[index]};
        field.shape = shape_of(*field.info);
        if (stored) {
            field.value = rules::written(workspace, *field.info, row[index]);
        } else {
            const auto preset = start.preset.find(std::string(wanted.name));
            field.value = preset == start.preset.end()
                              ? begin_value(workspace, field, row[index], start)
                              : preset->second;
        }
        field.before = field.value;
        field.options = options_of(workspace, *field.info, field.value);
        form.fields.push_back(std::move(field));
    }
    return form;
}

rules::Command command_of(const RecordForm& form) {
    model::TextMap set = form.fixed;
    for (const FormField& field : form.fields) {
        const std::string value(field.shape == Shape::Text ? trim(field.value)
                                                           : std::string_view(field.value));
        const bool is_sent =
            form.id == 0 ? field.field->required || !value.empty() : value != field.before;
        if (is_sent) {
            set[std::string(field.info->name)] = value;
        }
    }
    const std::string table(form.kind->table);
    if (form.id == 0) {
        return rules::AddRecord{table, std::move(set)};
    }
    return rules::EditRecord{table, form.id, std::move(set)};
}

std::string number_text(std::optional<double> number) {
    if (!number) {
        return "";
    }
    std::array<char, 64> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number,
                                            std::chars_format::fixed);
    return error == std::errc{} ? std::string(buffer.data(), end) : "";
}

int decimals_of(std::string_view number) {
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace throughline::gui::records
