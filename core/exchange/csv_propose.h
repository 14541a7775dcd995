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

// The same without asking for ids: for a person who is to say which column holds them.
Result<CsvMapping> guess_mapping(CsvKind kind, const CsvTable& table, CsvMapping given,
                                 ImportReport& report);

// Of a mapping for an earlier file what still fits the table: columns that it has, and formats that
// its dates have.
CsvMapping fitting_mapping(CsvMapping earlier, const CsvTable& table);

}  // namespace throughline::exchange
