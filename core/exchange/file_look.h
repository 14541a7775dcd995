// What a file probably is, and what a table in it holds: for a person who is to say how it is read,
// before anything of it is believed. Nothing is planned and nothing written.
#pragma once

#include "core/exchange/csv_mapping.h"
#include "core/exchange/import.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::exchange {

// One way to read the dates of a column, by an example from the file.
struct DateReading {
    std::string format;  // as a mapping takes it: "dd/mm/yyyy"
    std::string text;    // "3/4/2025"
    std::optional<Day> day;

    friend bool operator==(const DateReading&, const DateReading&) = default;
};

struct ColumnLook {
    std::string name;
    std::vector<std::string> values;  // of the first rows; "" where a row has none
    // How its dates may be read; empty when it holds none. Several when the file does not decide:
    // then nobody may guess.
    std::vector<DateReading> readings;

    friend bool operator==(const ColumnLook&, const ColumnLook&) = default;
};

// A mapping that an earlier import was read with, as far as it fits this file, and completed.
struct EarlierMapping {
    std::string source;
    Instant at;
    CsvMapping mapping;
};

struct TableLook {
    std::size_t rows = 0;
    std::vector<ColumnLook> columns;  // each name once
    CsvMapping proposed;              // by the header and the dates alone
    // Of the same format, newest first, one for each source; those that have a column in common.
    std::vector<EarlierMapping> earlier;

    // What import_file() reads the file with when no mapping is given.
    const CsvMapping& usual(std::string_view source) const;
};

struct FileLook {
    const ImportFormat* format = nullptr;  // never null
    std::optional<TableLook> table;        // of the formats for tables
};

inline constexpr std::size_t kLookRows = 3;

// Found by its contents unless `chosen` says what it is. Invalid when nobody can tell; Corrupt,
// Invalid and Cancelled as the readers give them.
Result<FileLook> look_at_file(std::string_view bytes, const ImportFormat* chosen,
                              const model::Workspace& workspace, const ImportOptions& options);

}  // namespace throughline::exchange
