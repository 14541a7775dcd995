#include "core/exchange/file_look.h"

#include "core/base/text.h"
#include "core/exchange/csv_import.h"
#include "core/exchange/csv_propose.h"
#include "core/exchange/throughline_import.h"
#include "core/exchange/trello.h"

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

DateReading reading(const DateColumn::Example& example, DateOrder order) {
    return {format_text(example.date, order), example.text, day_of(example.date, order)};
}

std::vector<DateReading> readings_of(const DateColumn& column) {
    if (!column.looks_like_dates()) {
        return {};
    }
    if (column.is_ambiguous()) {
        return {reading(*column.two_ways(), DateOrder::DayMonthYear),
                reading(*column.two_ways(), DateOrder::MonthDayYear)};
    }
    std::vector<DateReading> readings;
    for (const DateOrder order :
         {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear}) {
        if (column.is_contradictory()) {  // whatever is chosen, rows are left out
            const bool first = day_of(column.first()->date, order).has_value();
            const DateColumn::Example& example = first ? *column.first() : *column.breaker();
            if (day_of(example.date, order)) {
                readings.push_back(reading(example, order));
            }
        } else if (column.fits(order) && readings.empty()) {
            readings.push_back(reading(*column.first(), order));
        }
    }
    return readings;
}

std::vector<ColumnLook> columns_of(const CsvTable& table) {
    const auto rows = table.first_rows(kLookRows);
    std::vector<ColumnLook> looks;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const CsvColumn& column = table.columns()[i];
        if (table.column_named(column.name) != i) {
            continue;  // a second one of the same name is mapped with the first
        }
        ColumnLook& look = looks.emplace_back();
        look.name = column.name;
        look.readings = readings_of(column.dates);
        for (const auto& row : rows) {
            look.values.push_back(i < row.size() ? row[i] : "");
        }
    }
    return looks;
}

bool has_column(const CsvTable& table, std::string_view wanted) {
    return std::any_of(table.columns().begin(), table.columns().end(),
                       [&](const CsvColumn& column) { return slug(column.name) == wanted; });
}

// Jira writes issues; a table with two stages and no status tells ways; any other is a table.
std::string_view table_format(const CsvTable& table) {
    const bool has_status = has_column(table, "status") || has_column(table, "state");
    const bool is_issues = has_column(table, "issue-key") ||
                           (has_column(table, "summary") && has_column(table, "issue-type"));
    if (has_status && is_issues) {
        return kJiraCsv;
    }
    ImportReport unused;
    const auto guess = guess_mapping(CsvKind::Flow, table, {}, unused);
    return guess && !has_status && guess->stages.size() >= 2 ? kFlowCsv : kCsv;
}

CsvKind kind_of(const ImportFormat& format) {
    return format.name == kFlowCsv   ? CsvKind::Flow
           : format.name == kJiraCsv ? CsvKind::Jira
                                     : CsvKind::Any;
}

bool is_taken(const CsvMapping& mapping) {
    return !mapping.stages.empty() ||
           std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [](const auto& one) { return one.second != CsvField::None; });
}

std::vector<EarlierMapping> earlier_mappings(const CsvTable& table, const ImportFormat& format,
                                             const model::Workspace& workspace) {
    std::vector<EarlierMapping> earlier;
    for (const model::ImportRun& run : workspace.rows<model::ImportRun>()) {
        auto mapping = parse_mapping(run.mapping);
        if (run.format != format.name || !mapping) {
            continue;
        }
        CsvMapping fitting = fitting_mapping(std::move(mapping).value(), table);
        fitting.start.clear();
        fitting.done.clear();
        ImportReport unused;
        const bool fits = is_taken(fitting);
        auto whole = guess_mapping(kind_of(format), table, std::move(fitting), unused);
        if (fits && whole) {
            earlier.push_back({run.source, run.at, std::move(whole).value()});
        }
    }
    std::stable_sort(earlier.begin(), earlier.end(),
                     [](const auto& a, const auto& b) { return a.at > b.at; });
    std::vector<EarlierMapping> newest;
    for (EarlierMapping& one : earlier) {
        const bool known = std::any_of(newest.begin(), newest.end(), [&](const auto& other) {
            return other.source == one.source;
        });
        if (!known) {
            newest.push_back(std::move(one));
        }
    }
    return newest;
}

Result<TableLook> look_at_table(const CsvTable& table, const ImportFormat& format,
                                const model::Workspace& workspace) {
    TableLook look;
    look.rows = table.row_count();
    look.columns = columns_of(table);
    ImportReport unused;
    TL_TRY(look.proposed, guess_mapping(kind_of(format), table, {}, unused));
    look.earlier = earlier_mappings(table, format, workspace);
    return look;
}

// The formats that are no tables are JSON: an object, which in an export of ours begins with the
// member that names it.
const ImportFormat* json_format(std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kMark)) {
        bytes.remove_prefix(kMark.size());
    }
    bytes = bytes.substr(0, 4096);
    const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || bytes[begin] != '{') {
        return nullptr;
    }
    const std::size_t member = bytes.find_first_not_of(" \t\r\n", begin + 1);
    const bool ours = member != std::string_view::npos &&
                      bytes.substr(member).starts_with("\"" + std::string(kThroughline) + "\"");
    return import_format(ours ? kThroughline : kTrello);
}

bool is_table(const ImportFormat& format) {
    return format.name == kFlowCsv || format.name == kJiraCsv || format.name == kCsv;
}

}  // namespace

const CsvMapping& TableLook::usual(std::string_view source) const {
    const auto same = std::find_if(earlier.begin(), earlier.end(),
                                   [&](const EarlierMapping& one) { return one.source == source; });
    return same == earlier.end() ? proposed : same->mapping;
}

Result<FileLook> look_at_file(std::string_view bytes, const ImportFormat* chosen,
                              const model::Workspace& workspace, const ImportOptions& options) {
    FileLook look{chosen == nullptr ? json_format(bytes) : chosen, std::nullopt};
    if (look.format != nullptr && !is_table(*look.format)) {
        return look;
    }
    TL_TRY(const CsvMapping given, parse_mapping(options.mapping));
    TL_TRY(const CsvTable table, CsvTable::open(bytes, given.separator, options));
    if (look.format == nullptr) {
        if (table.columns().size() < 2 || table.row_count() == 0) {
            return Error{ErrorCode::Invalid,
                         "It cannot be told what this file is: no JSON, and no table with rows.",
                         "line 1"};
        }
        look.format = import_format(table_format(table));
    }
    TL_TRY(look.table, look_at_table(table, *look.format, workspace));
    return look;
}

}  // namespace throughline::exchange
