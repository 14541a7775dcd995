// What the columns of a table probably are: by their names, and by whether they hold dates. What a
// mapping already says stays as it is.
#pragma once

#include "core/exchange/csv_mapping.h"
#include "core/exchange/csv_table.h"

namespace throughline::exchange {

enum class CsvKind {
    Flow,  // a date for each stage reached
    Jira,  // issues with status and dates of their creation and resolution
    Any    // whichever of the two it looks like
};

// `given` completed: every column of the table is in it, as a field, a stage or not taken. Invalid
// when it names columns that are not there, or when no column holds ids. What was found is noted.
Result<CsvMapping> propose(CsvKind kind, const CsvTable& table, CsvMapping given,
                           ImportReport& report);

// Without the names that are no columns of the table: of a mapping for an earlier file.
CsvMapping only_present(CsvMapping mapping, const CsvTable& table);

}  // namespace throughline::exchange
