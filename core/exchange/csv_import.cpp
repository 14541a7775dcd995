#include "core/exchange/csv_import.h"

#include "core/base/text.h"
#include "core/exchange/csv_plan.h"
#include "core/exchange/csv_propose.h"
#include "core/exchange/import_run.h"

namespace throughline::exchange {
namespace {

std::string separator_name(char separator) {
    return separator == '\t' ? "a tab" : "'" + std::string(1, separator) + "'";
}

// What the file is, before anything is made of it.
void note_table(const CsvTable& table, const CsvMapping& mapping, ImportReport& report) {
    report.notes.push_back(std::string(name_of(table.encoding())) + ", " +
                           separator_name(table.separator()) + " between columns, " +
                           plural(static_cast<std::int64_t>(table.row_count()), "row", "rows") +
                           ".");
    std::vector<std::string> fields;
    std::vector<std::string> rest;
    for (const auto& [name, field] : mapping.columns) {
        if (field == CsvField::None) {
            rest.push_back("'" + name + "'");
        } else {
            fields.push_back("'" + name + "' is " + std::string(model::name_of(field)));
        }
    }
    for (const CsvStage& stage : mapping.stages) {
        fields.push_back("'" + stage.column + "' is the stage '" + stage.name + "'");
    }
    report.notes.push_back("Columns: " + join(fields, ", ") + ".");
    constexpr std::size_t kMost = 12;
    if (rest.size() > kMost) {
        const std::size_t more = rest.size() - kMost;
        rest.resize(kMost);
        rest.push_back("and " + std::to_string(more) + " more");
    }
    if (!rest.empty()) {
        report.notes.push_back("Columns not taken: " + join(rest, ", ") +
                               ". A mapping can name fields for them.");
    }
}

Result<ImportPlan> read(ImportInput& input, CsvKind kind, std::string_view format) {
    TL_TRY(ImportReport report, begin_report(input, format));
    TL_TRY(CsvMapping mapping, parse_mapping(input.options.mapping));
    if (!mapping.source.empty()) {
        report.source = mapping.source;
    }
    TL_TRY(const CsvTable table, CsvTable::open(input.bytes, mapping.separator, input.options));
    CsvMapping remembered;
    if (trim(input.options.mapping).empty()) {
        if (auto last = remembered_mapping(input.workspace, format, report.source)) {
            remembered = fitting_mapping(std::move(*last), table);
            mapping = remembered;
            mapping.start.clear();
            mapping.done.clear();
            report.notes.emplace_back(
                "Read with the mapping of the last import of this source; --map changes it.");
        }
    }
    TL_TRY(mapping, propose(kind, table, std::move(mapping), report));
    mapping.separator = std::string(1, table.separator());
    note_table(table, mapping, report);
    TL_TRY(const CsvLayout layout, CsvLayout::make(table, mapping, input.options.zone, report));
    return plan_csv(table, layout, std::move(mapping), remembered, input, std::move(report));
}

}  // namespace

Result<ImportPlan> read_flow_csv(ImportInput input) {
    return read(input, CsvKind::Flow, kFlowCsv);
}

Result<ImportPlan> read_jira_csv(ImportInput input) {
    return read(input, CsvKind::Jira, kJiraCsv);
}

Result<ImportPlan> read_csv(ImportInput input) {
    return read(input, CsvKind::Any, kCsv);
}

}  // namespace throughline::exchange
