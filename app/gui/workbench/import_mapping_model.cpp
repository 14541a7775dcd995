#include "app/gui/workbench/import_mapping_model.h"

#include "app/gui/context/face_model.h"
#include "core/base/words.h"

#include <algorithm>
#include <array>

namespace throughline::gui::workbench {
namespace {

using exchange::CsvField;
using exchange::CsvMapping;
using exchange::TableLook;

struct Role {
    CsvField field;
    std::string_view name;
};

// A stage is no field; both it and what is not taken stand first.
constexpr std::array kRoles{Role{CsvField::None, "Not taken"},
                            Role{CsvField::None, "Stage: when it was reached"},
                            Role{CsvField::Id, "Key or id"},
                            Role{CsvField::Title, "Title"},
                            Role{CsvField::Description, "Description"},
                            Role{CsvField::Type, "Type"},
                            Role{CsvField::Column, "Column it stands in"},
                            Role{CsvField::Category, "Kind of that column"},
                            Role{CsvField::Created, "Created on"},
                            Role{CsvField::Entered, "Came to its column on"},
                            Role{CsvField::Finished, "Finished on"},
                            Role{CsvField::Changed, "Last change"},
                            Role{CsvField::Due, "Due date"},
                            Role{CsvField::Dri, "DRI"},
                            Role{CsvField::DriId, "Id of the DRI there"},
                            Role{CsvField::Author, "Who made it"},
                            Role{CsvField::AuthorId, "Id of who made it"},
                            Role{CsvField::Class, "Class of service"},
                            Role{CsvField::Labels, "Labels"},
                            Role{CsvField::Label, "A label with its header"},
                            Role{CsvField::Link, "Link"},
                            Role{CsvField::Comment, "Comment"},
                            Role{CsvField::Value, "Value"},
                            Role{CsvField::Urgency, "Urgency"},
                            Role{CsvField::Enablement, "Enablement"},
                            Role{CsvField::Size, "Size"}};

constexpr auto kRoleNames = [] {
    std::array<std::string_view, kRoles.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = kRoles[i].name;
    return names;
}();

bool is_stage(const CsvMapping& mapping, const std::string& column) {
    return std::any_of(mapping.stages.begin(), mapping.stages.end(),
                       [&](const exchange::CsvStage& stage) { return stage.column == column; });
}

int role_of(const CsvMapping& mapping, const std::string& column) {
    if (is_stage(mapping, column)) return kStage;
    const auto found = mapping.columns.find(column);
    if (found == mapping.columns.end() || found->second == CsvField::None) return kNotTaken;
    const auto role = std::find_if(kRoles.begin(), kRoles.end(),
                                   [&](const Role& one) { return one.field == found->second; });
    return static_cast<int>(role - kRoles.begin());
}

std::string values_of(const exchange::ColumnLook& look) {
    std::string words;
    for (const std::string& value : look.values) {
        if (value.empty()) continue;
        words += (words.empty() ? "" : "  ·  ") + value.substr(0, value.find('\n'));
    }
    return words.empty() ? "empty in the first rows" : words;
}

std::vector<DateChoice> dates_of(const exchange::ColumnLook& look) {
    std::vector<DateChoice> dates;
    for (const exchange::DateReading& reading : look.readings) {
        std::string words = reading.text + " is no date";
        if (reading.day) words = reading.text + " is " + short_date(*reading.day, Day{});
        dates.push_back({reading.format, std::move(words)});
    }
    if (dates.empty()) dates.push_back({"excel", "Serial numbers of a spreadsheet"});
    return dates;
}

void choose_date(MappingRow& row, const exchange::ColumnLook& look, const CsvMapping& mapping) {
    row.dates = dates_of(look);
    auto told = mapping.date_formats.find(row.column);
    if (told == mapping.date_formats.end()) told = mapping.date_formats.find("");
    if (told == mapping.date_formats.end()) {
        row.date = look.readings.size() == 1 ? 0 : -1;
        row.must_choose = look.readings.size() > 1;
        return;
    }
    const auto order = exchange::parse_date_format(told->second);
    const auto same = std::find_if(row.dates.begin(), row.dates.end(), [&](const DateChoice& one) {
        return exchange::parse_date_format(one.format) == order;
    });
    row.date = same == row.dates.end() ? -1 : static_cast<int>(same - row.dates.begin());
}

std::size_t place_in_file(const TableLook& table, const std::string& column) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const auto& one) { return one.name == column; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace

std::span<const std::string_view> role_names() {
    return kRoleNames;
}

std::vector<MappingRow> mapping_rows(const TableLook& table, const CsvMapping& mapping) {
    std::vector<MappingRow> rows;
    for (const exchange::ColumnLook& look : table.columns) {
        MappingRow row{
            .column = look.name, .values = values_of(look), .role = role_of(mapping, look.name)};
        const CsvField field = kRoles[static_cast<std::size_t>(row.role)].field;
        if (row.role == kStage || exchange::is_date(field)) choose_date(row, look, mapping);
        rows.push_back(std::move(row));
    }
    return rows;
}

void set_role(CsvMapping& mapping, const TableLook& table, const std::string& column, int role) {
    const CsvField field = kRoles[static_cast<std::size_t>(role)].field;
    for (auto& [other, taken] : mapping.columns) {
        const bool only_one = field != CsvField::None && !exchange::may_repeat(field);
        if (only_one && other != column && taken == field) taken = CsvField::None;
    }
    std::erase_if(mapping.stages,
                  [&](const exchange::CsvStage& stage) { return stage.column == column; });
    mapping.columns.erase(column);
    if (role != kStage) {
        mapping.columns[column] = field;
        return;
    }
    const std::size_t place = place_in_file(table, column);
    const auto next = std::find_if(mapping.stages.begin(), mapping.stages.end(),
                                   [&](const exchange::CsvStage& stage) {
                                       return place_in_file(table, stage.column) > place;
                                   });
    mapping.stages.insert(next, {column, column});
}

void set_date_format(CsvMapping& mapping, const std::string& column, const std::string& format) {
    mapping.date_formats[column] = format;
}

}  // namespace throughline::gui::workbench
