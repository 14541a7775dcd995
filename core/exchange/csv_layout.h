// A mapping laid over a table: where each field stands, how its dates are read, what its values
// mean.
#pragma once

#include "core/exchange/csv_mapping.h"
#include "core/exchange/csv_table.h"

#include <array>

namespace throughline::exchange {

class CsvLayout {
public:
    using Fields = std::vector<std::string_view>;

    // Decides the date formats (decide_formats(), and its errors) and loads the zone (NotFound).
    // What was decided is noted, and written into the mapping. `mapping` names columns of the table
    // only. Both must outlive the layout.
    static Result<CsvLayout> make(const CsvTable& table, CsvMapping& mapping, const Zone& team,
                                  ImportReport& report);

    bool has(CsvField field) const { return !columns(field).empty(); }
    // Columns of the table that hold the field, from left to right.
    const std::vector<std::size_t>& columns(CsvField field) const {
        return columns_[static_cast<std::size_t>(field)];
    }
    // The column of each stage of the mapping.
    const std::vector<std::size_t>& stages() const { return stages_; }
    const std::string& header(std::size_t column) const { return table_->columns()[column].name; }

    // A value without spaces around it, as the mapping means it; "" when the row has none.
    std::string value(const Fields& row, std::size_t column) const;
    // Of the first column that holds the field.
    std::string value(const Fields& row, CsvField field) const;

    // Nothing when the text is no date in the column's format.
    std::optional<Moment> moment(std::string_view text, std::size_t column) const;
    // As the dates of the column are written: "dd.mm.yyyy".
    std::string format(std::size_t column) const;

private:
    CsvLayout(const CsvTable& table, const Zone& team) : table_(&table), team_(&team) {}
    void find_columns(const CsvMapping& mapping);
    Status find_formats(CsvMapping& mapping, ImportReport& report);
    Status find_zone(CsvMapping& mapping, ImportReport& report);
    bool is_date_column(std::size_t column) const { return is_date_[column]; }

    const CsvTable* table_;
    const Zone* team_;
    Zone zone_ = Zone::utc();
    std::array<std::vector<std::size_t>, model::count_of<CsvField>()> columns_;
    std::vector<std::size_t> stages_;
    std::vector<bool> is_date_;
    std::vector<DateFormat> formats_;
    std::vector<model::TextMap> values_;  // by column, keys folded
};

}  // namespace throughline::exchange
