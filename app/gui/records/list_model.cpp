#include "app/gui/records/list_model.h"

#include "app/gui/records/record_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/figure_words.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <charconv>

namespace throughline::gui::records {
namespace {

using model::FieldKind;

constexpr std::size_t kColumns = 6;

bool is_number(const model::FieldInfo& info) {
    return info.kind == FieldKind::Integer || info.kind == FieldKind::Real;
}

// Names in the order of the list.
std::string people_words(const model::Workspace& workspace, const std::string& json) {
    std::vector<std::int64_t> ids;
    model::decode_json(json, ids);
    std::vector<std::string> names;
    for (const std::int64_t id : ids) {
        names.push_back(title_of(workspace, model::table_of<model::Person>(), id));
    }
    return join(names, ", ");
}

// A name in place of a handle or key where there is one to read.
std::string cell_text(const model::Workspace& workspace, const model::FieldInfo& info,
                      const model::Value& value) {
    if (info.kind == FieldKind::Flag) {
        return rules::written(workspace, info, value) == "true" ? "Yes" : "";
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return number_words(*real);
    }
    const auto* id = std::get_if<std::int64_t>(&value);
    if (info.kind == FieldKind::Id && id != nullptr && !info.target.empty()) {
        const model::Table& table = *model::table_by_name(info.target);
        const bool has_key = !table.letters.empty() || info.target == "card";
        return has_key ? rules::reference(workspace, table, *id) : title_of(workspace, table, *id);
    }
    if (info.target == "person" && info.kind == FieldKind::List) {
        return people_words(workspace, std::get<std::string>(value));
    }
    std::string text = rules::written(workspace, info, value);
    if (info.kind == FieldKind::Choice) {
        return choice_words(text);
    }
    // "retro:RT-1": what an action comes from.
    if (const std::size_t colon = text.find(':'); info.name == "source" && colon < text.find(' ')) {
        return choice_words(text.substr(0, colon)) + " " + text.substr(colon + 1);
    }
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// Of a field that the program fills in: "to_person" is "To".
std::string title_of_field(const model::FieldInfo& info) {
    if (info.target == "kpi") {
        return "KPI";
    }
    const std::string_view name = info.name;
    const std::string_view suffix = "_person";
    return choice_words(name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size())
                                               : name);
}

bool holds_words(const ListRow& row, const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [&](const std::string& word) {
        return word.empty() || fold(row.key).find(word) != std::string::npos ||
               std::ranges::any_of(row.cells, [&](const std::string& cell) {
                   return fold(cell).find(word) != std::string::npos;
               });
    });
}

// Of a text with or without commas between thousands; 0 for none.
double number_of(std::string_view shown) {
    std::string text(shown);
    std::erase(text, ',');
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

RecordList::RecordList(std::string_view table, const std::vector<std::string_view>& fields)
    : kind_(rules::record_kind(table)), table_(model::table_by_name(table)) {
    std::vector<std::string_view> shown = fields;
    for (std::size_t i = 0; fields.empty() && i < std::min(kColumns, kind_->fields.size()); ++i) {
        shown.push_back(kind_->fields[i].name);
    }
    for (const std::string_view name : shown) {
        const std::size_t index = *table_->field_index(name);
        const model::FieldInfo& info = table_->fields[index];
        const rules::RecordField* field = kind_->field(name);
        columns_.push_back(
            {index, field == nullptr ? title_of_field(info) : std::string(field->label),
             is_number(info), info.kind != FieldKind::Text && info.kind != FieldKind::List,
             info.kind == FieldKind::Day});
    }
}

int RecordList::index_of(std::int64_t id) const {
    const auto found = std::ranges::find(rows_, id, &ListRow::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

void RecordList::refresh(const model::Workspace& workspace, std::uint64_t revision,
                         const ListQuestion& question) {
    if (revision == revision_ && question == question_) {
        return;
    }
    revision_ = revision;
    question_ = question;
    read(workspace);
    sort();
}

void RecordList::read(const model::Workspace& workspace) {
    rows_.clear();
    all_ = 0;
    const std::vector<std::string> words = split(fold(question_.words), ' ');
    table_->each(workspace, [&](const model::Row& row) {
        for (const auto& wanted : question_.where) {
            const std::size_t index = *table_->field_index(wanted.first);
            if (rules::written(workspace, table_->fields[index], row[index]) != wanted.second) {
                return;
            }
        }
        ++all_;
        ListRow shown{.id = std::get<std::int64_t>(row[0])};
        shown.key = rules::reference(workspace, *table_, shown.id);
        for (const ListColumn& column : columns_) {
            shown.cells.push_back(
                cell_text(workspace, table_->fields[column.field], row[column.field]));
        }
        if (holds_words(shown, words)) {
            rows_.push_back(std::move(shown));
        }
    });
}

void RecordList::sort() {
    if (question_.sort < 0 && !table_->letters.empty()) {  // the newest first
        std::ranges::stable_sort(rows_, std::ranges::greater{}, [this](const ListRow& row) {
            return number_of(std::string_view(row.key).substr(table_->letters.size() + 1));
        });
        return;
    }
    const auto column = static_cast<std::size_t>(std::max(0, question_.sort));
    const auto less = [&](const ListRow& a, const ListRow& b) {
        if (columns_[column].is_number) {
            return number_of(a.cells[column]) < number_of(b.cells[column]);
        }
        return fold(a.cells[column]) < fold(b.cells[column]);
    };
    std::ranges::stable_sort(rows_, [&](const ListRow& a, const ListRow& b) {
        return question_.descending ? less(b, a) : less(a, b);
    });
}

}  // namespace throughline::gui::records
