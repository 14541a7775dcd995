// What the columns of a table become, as the import dialog lets a person say it: a row for each
// column with its first values, what it is for a card, and how its dates are read. No drawing.
#pragma once

#include "core/exchange/file_look.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::workbench {

// What a column may be, in the order it is offered; an index into it is a role.
std::span<const std::string_view> role_names();
inline constexpr int kNotTaken = 0;
inline constexpr int kStage = 1;

struct DateChoice {
    std::string format;  // as a mapping takes it
    std::string words;   // "3/4/2025 is 3 Apr 2025"
};

struct MappingRow {
    std::string column;
    std::string values;  // of the first rows, with dots between
    int role = kNotTaken;
    std::vector<DateChoice> dates;  // only while the role is a date
    int date = -1;                  // index into dates; -1: not decided
    bool must_choose = false;       // the file does not decide, and nobody has said
};

std::vector<MappingRow> mapping_rows(const exchange::TableLook& table,
                                     const exchange::CsvMapping& mapping);

// Of fields that only one column can be, the column that was it so far is no longer taken. A stage
// comes where its column stands in the file.
void set_role(exchange::CsvMapping& mapping, const exchange::TableLook& table,
              const std::string& column, int role);
void set_date_format(exchange::CsvMapping& mapping, const std::string& column,
                     const std::string& format);

}  // namespace throughline::gui::workbench
