#include "core/exchange/csv_table.h"

#include "core/base/text.h"

namespace throughline::exchange {

Result<CsvTable> CsvTable::open(std::string_view bytes, std::string_view separator,
                                const ImportOptions& options) {
    TL_TRY(CsvText text, CsvText::decode(bytes));
    CsvTable table(std::move(text));
    const CsvSeparator found = detect_separator(table.text_.text());
    table.begin_ = found.begin;
    table.begin_lines_ = found.begin == 0 ? 0U : 1U;
    table.separator_ = separator.empty() ? found.separator : separator.front();
    TL_CHECK(table.read_header());
    std::vector<CsvColumn>& columns = table.columns_;
    TL_CHECK(table.for_each_row(
        options, 0, [&](const std::vector<std::string_view>& fields, std::size_t line) {
            ++table.rows_;
            for (std::size_t i = 0; i < fields.size() && i < columns.size(); ++i) {
                const std::string_view value = trim(fields[i]);
                if (!value.empty()) {
                    columns[i].is_empty = false;
                    columns[i].dates.add(value, line);
                }
            }
        }));
    return table;
}

Status CsvTable::read_header() {
    CsvReader reader(text_.text().substr(begin_), separator_);
    if (!reader.next()) {
        return reader.error().value_or(Error{ErrorCode::Corrupt, "the file is empty", ""});
    }
    for (const std::string_view name : reader.fields()) {
        const std::string_view trimmed = trim(name);
        columns_.push_back({trimmed.empty() ? "column " + std::to_string(columns_.size() + 1)
                                            : std::string(trimmed),
                            {}});
    }
    return Done{};
}

std::size_t CsvTable::column_named(std::string_view name) const {
    const std::string wanted = fold(trim(name));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (fold(columns_[i].name) == wanted) {
            return i;
        }
    }
    return std::string::npos;
}

std::vector<std::vector<std::string>> CsvTable::first_rows(std::size_t most) const {
    CsvReader reader(text_.text().substr(begin_), separator_);
    reader.next();
    std::vector<std::vector<std::string>> rows;
    while (rows.size() < most && reader.next()) {
        std::vector<std::string>& row = rows.emplace_back();
        for (const std::string_view field : reader.fields()) {
            row.emplace_back(trim(field));
        }
    }
    return rows;
}

std::vector<std::string> CsvTable::names() const {
    std::vector<std::string> names;
    for (const CsvColumn& column : columns_) {
        names.push_back(column.name);
    }
    return names;
}

}  // namespace throughline::exchange
