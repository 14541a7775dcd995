#include "core/exchange/csv_propose.h"

#include "core/base/text.h"
#include "core/exchange/column_names.h"

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

struct Synonym {
    CsvField field;
    std::string_view slug;  // of the header
};

// Of several columns for one field the first line here wins.
constexpr std::array kNames{
    Synonym{CsvField::Id, "issue-key"},
    Synonym{CsvField::Id, "id"},
    Synonym{CsvField::Id, "key"},
    Synonym{CsvField::Id, "item-id"},
    Synonym{CsvField::Id, "issue-id"},
    Synonym{CsvField::Id, "card-id"},
    Synonym{CsvField::Id, "task-id"},
    Synonym{CsvField::Id, "work-item-id"},
    Synonym{CsvField::Title, "title"},
    Synonym{CsvField::Title, "name"},
    Synonym{CsvField::Title, "summary"},
    Synonym{CsvField::Title, "subject"},
    Synonym{CsvField::Link, "link"},
    Synonym{CsvField::Link, "url"},
    Synonym{CsvField::Description, "description"},
    Synonym{CsvField::Type, "type"},
    Synonym{CsvField::Type, "issue-type"},
    Synonym{CsvField::Type, "item-type"},
    Synonym{CsvField::Type, "work-item-type"},
    Synonym{CsvField::Class, "class-of-service"},
    Synonym{CsvField::Due, "due-date"},
    Synonym{CsvField::Due, "due"},
    Synonym{CsvField::Due, "deadline"},
    Synonym{CsvField::Labels, "labels"},
    Synonym{CsvField::Labels, "tags"},
    Synonym{CsvField::Dri, "dri"},
    Synonym{CsvField::Dri, "assignee"},
    Synonym{CsvField::Dri, "assigned-to"},
    Synonym{CsvField::Dri, "owner"},
};

// Where the stages do not tell the way of a card.
constexpr std::array kStatusNames{
    Synonym{CsvField::Column, "status"},
    Synonym{CsvField::Column, "state"},
    Synonym{CsvField::Column, "column"},
    Synonym{CsvField::Column, "list"},
    Synonym{CsvField::Category, "status-category"},
    Synonym{CsvField::Created, "created"},
    Synonym{CsvField::Created, "created-date"},
    Synonym{CsvField::Created, "created-at"},
    Synonym{CsvField::Created, "date-created"},
    Synonym{CsvField::Finished, "resolved"},
    Synonym{CsvField::Finished, "resolution-date"},
    Synonym{CsvField::Finished, "finished"},
    Synonym{CsvField::Finished, "finished-date"},
    Synonym{CsvField::Finished, "completed"},
    Synonym{CsvField::Finished, "closed"},
    Synonym{CsvField::Finished, "closed-date"},
    Synonym{CsvField::Entered, "status-category-changed"},
    Synonym{CsvField::Changed, "updated"},
    Synonym{CsvField::Changed, "modified"},
    Synonym{CsvField::Author, "reporter"},
    Synonym{CsvField::Author, "creator"},
    Synonym{CsvField::Author, "created-by"},
    Synonym{CsvField::AuthorId, "reporter-id"},
    Synonym{CsvField::AuthorId, "creator-id"},
    Synonym{CsvField::DriId, "assignee-id"},
    Synonym{CsvField::Comment, "comment"},
    Synonym{CsvField::Comment, "comments"},
    Synonym{CsvField::Label, "priority"},
};

// A date that says nothing of the way: "state_changed_date", "Due date", "Last Viewed".
bool sounds_like_no_stage(const std::string& name) {
    constexpr std::array<std::string_view, 7> kWords{"changed", "updated",  "modified", "due",
                                                     "viewed",  "deadline", "last"};
    const std::vector<std::string> words = split(slug(name), '-');
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    });
}

class Proposer {
public:
    Proposer(CsvKind kind, const CsvTable& table, CsvMapping given, ImportReport& report)
        : kind_(kind), table_(table), mapping_(std::move(given)), report_(report) {}

    Result<CsvMapping> guess() {
        TL_CHECK(check());
        fill(kNames);
        if (kind_ == CsvKind::Any) {
            const bool has_status = has(CsvField::Column) || status_column();
            kind_ = has_status && mapping_.stages.empty() ? CsvKind::Jira : CsvKind::Flow;
        }
        if (kind_ == CsvKind::Jira) {
            fill(kStatusNames);
        } else if (mapping_.stages.empty()) {
            find_stages();
        }
        leave_the_rest();
        return std::move(mapping_);
    }

private:
    bool has(CsvField field) const {
        return std::any_of(mapping_.columns.begin(), mapping_.columns.end(),
                           [&](const auto& one) { return one.second == field; });
    }
    bool is_stage(const std::string& name) const {
        return std::any_of(mapping_.stages.begin(), mapping_.stages.end(),
                           [&](const CsvStage& stage) { return stage.column == name; });
    }
    bool is_named(const std::string& name) const {
        return mapping_.columns.contains(name) || is_stage(name);
    }
    bool status_column() const {
        const auto& columns = table_.columns();
        return std::any_of(columns.begin(), columns.end(), [](const CsvColumn& column) {
            return slug(column.name) == "status" || slug(column.name) == "state";
        });
    }

    // Names as the header writes them; what is none is an error.
    Status check() {
        const auto known = [&](const std::string& name, const char* member) -> Result<std::string> {
            const std::size_t i = table_.column_named(name);
            if (i == std::string::npos) {
                return Error{
                    ErrorCode::Invalid,
                    "there is no column '" + name + "'; the file has " + join(table_.names(), ", "),
                    std::string("mapping, ") + member};
            }
            return table_.columns()[i].name;
        };
        std::map<std::string, CsvField> columns;
        for (const auto& [name, field] : mapping_.columns) {
            TL_TRY(const std::string header, known(name, "columns"));
            columns[header] = field;
        }
        mapping_.columns = std::move(columns);
        for (CsvStage& stage : mapping_.stages) {
            TL_TRY(stage.column, known(stage.column, "stages"));
        }
        for (const auto& [name, format] : mapping_.date_formats) {
            if (!name.empty()) {
                TL_CHECK(known(name, "date_format"));
            }
        }
        for (const auto& [name, values] : mapping_.values) {
            TL_CHECK(known(name, "values"));
        }
        return check_once();
    }

    Status check_once() const {
        std::map<CsvField, std::string> seen;
        for (const auto& [name, field] : mapping_.columns) {
            if (!may_repeat(field) && !seen.emplace(field, name).second) {
                return Error{ErrorCode::Invalid,
                             "two columns are the " + std::string(model::name_of(field)) + ": '" +
                                 seen.at(field) + "' and '" + name + "'",
                             "mapping, columns"};
            }
        }
        return Done{};
    }

    template <std::size_t N>
    void fill(const std::array<Synonym, N>& synonyms) {
        for (const Synonym& synonym : synonyms) {
            for (const CsvColumn& column : table_.columns()) {
                if (slug(column.name) == synonym.slug && !is_named(column.name) &&
                    (may_repeat(synonym.field) || !has(synonym.field))) {
                    mapping_.columns[column.name] = synonym.field;
                }
            }
        }
    }

    // Every column with dates, and empty ones between them or at their end that sound finished:
    // stages that nothing has reached yet.
    void find_stages() {
        std::vector<std::string> names;
        std::vector<std::string> empty;
        for (const CsvColumn& column : table_.columns()) {
            const bool may_be = !is_named(column.name) && !sounds_like_no_stage(column.name);
            if (may_be && column.dates.looks_like_dates()) {
                names.insert(names.end(), empty.begin(), empty.end());
                names.push_back(column.name);
                empty.clear();
            } else if (may_be && column.is_empty && !names.empty()) {
                empty.push_back(column.name);
            } else {
                empty.clear();
            }
            if (!empty.empty() && sounds_finished(empty.back())) {
                names.insert(names.end(), empty.begin(), empty.end());
                empty.clear();
            }
        }
        // A file whose last stage is not the finished one has its dates in any order.
        if (!names.empty() && !sounds_finished(names.back()) &&
            std::any_of(names.begin(), names.end(),
                        [](auto& name) { return sounds_finished(name); })) {
            std::stable_partition(names.begin(), names.end(),
                                  [](const std::string& name) { return !sounds_finished(name); });
            report_.notes.push_back(
                "The finished stage does not stand last in the file: read in "
                "the order '" +
                join(names, "', '") + "'.");
        }
        for (const std::string& name : names) {
            mapping_.stages.push_back({name, name});
        }
    }

    void leave_the_rest() {
        for (const CsvColumn& column : table_.columns()) {
            if (!is_named(column.name)) {
                mapping_.columns[column.name] = CsvField::None;
            }
        }
    }

    CsvKind kind_;
    const CsvTable& table_;
    CsvMapping mapping_;
    ImportReport& report_;
};

}  // namespace

CsvMapping fitting_mapping(CsvMapping mapping, const CsvTable& table) {
    const auto is_gone = [&](const std::string& name) {
        return !name.empty() && table.column_named(name) == std::string::npos;
    };
    const auto by_name = [&](const auto& one) { return is_gone(one.first); };
    std::erase_if(mapping.columns, by_name);
    std::erase_if(mapping.values, by_name);
    std::erase_if(mapping.stages, [&](const CsvStage& stage) { return is_gone(stage.column); });
    std::erase_if(mapping.date_formats, [&](const auto& one) {
        const std::size_t i = table.column_named(one.first);
        const auto order = parse_date_format(one.second);
        return i == std::string::npos || !order ||
               (*order != DateOrder::ExcelSerial && table.columns()[i].dates.dates() > 0 &&
                !table.columns()[i].dates.fits(*order));
    });
    return mapping;
}

Result<CsvMapping> guess_mapping(CsvKind kind, const CsvTable& table, CsvMapping given,
                                 ImportReport& report) {
    return Proposer(kind, table, std::move(given), report).guess();
}

Result<CsvMapping> propose(CsvKind kind, const CsvTable& table, CsvMapping given,
                           ImportReport& report) {
    TL_TRY(CsvMapping mapping, guess_mapping(kind, table, std::move(given), report));
    const bool has_ids = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                     [](const auto& one) { return one.second == CsvField::Id; });
    if (!has_ids) {
        return Error{ErrorCode::Invalid,
                     "no column holds the ids of the cards. Name it in a mapping (--map): "
                     "{\"columns\": {\"" +
                         table.columns().front().name + "\": \"id\"}}. The file has " +
                         join(table.names(), ", "),
                     "line 1"};
    }
    return mapping;
}

}  // namespace throughline::exchange
