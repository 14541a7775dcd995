// What is remembered of an import: the mapping it was read with, by format and source.
#pragma once

#include "core/exchange/change_set.h"
#include "core/exchange/columns.h"
#include "core/exchange/csv_mapping.h"

namespace throughline::exchange {

// Begins the report of a file; Invalid while there is no board to import into.
Result<ImportReport> begin_report(const ImportInput& input, std::string_view format);

// Of the last import of this format and source; nothing when there was none, or it had none.
std::optional<CsvMapping> remembered_mapping(const model::Workspace& workspace,
                                             std::string_view format, std::string_view source);

// The options with the points that `remembered` names, where no option names any: only names that
// are still lists or columns, and only while the board's points are the ones that import set.
ImportOptions with_remembered_points(ImportOptions options, const CsvMapping& remembered,
                                     const std::vector<SourceColumn>& lists,
                                     const model::Workspace& workspace, ImportReport& report);

// The finished plan: the command with all changes and, when there are any, the mapping.
ImportPlan finish_plan(ImportReport report, ChangeSet& changes, ImportInput& input);

}  // namespace throughline::exchange
