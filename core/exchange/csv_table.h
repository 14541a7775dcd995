// A table of a file: its text, its header, and what its columns hold, found in one pass over all
// rows.
#pragma once

#include "core/exchange/csv_reader.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/date_column.h"
#include "core/exchange/import.h"

#include <limits>

namespace throughline::exchange {

// Columns may bear the same name, as the labels of an issue do.
struct CsvColumn {
    std::string name;  // "column 3" when the header has none
    DateColumn dates;
    bool is_empty = true;
};

class CsvTable {
public:
    // `separator` is "" for found out. Corrupt when the bytes are no text or break off, Cancelled
    // when the caller of the import says so; `bytes` must outlive the table.
    static Result<CsvTable> open(std::string_view bytes, std::string_view separator,
                                 const ImportOptions& options);

    const std::vector<CsvColumn>& columns() const { return columns_; }
    // The first column of this name, spaces and case aside; npos when there is none.
    std::size_t column_named(std::string_view name) const;
    std::vector<std::string> names() const;
    std::size_t row_count() const { return rows_; }
    // The fields of the first rows behind the header, without spaces around them.
    std::vector<std::vector<std::string>> first_rows(std::size_t most) const;
    char separator() const { return separator_; }
    CsvEncoding encoding() const { return text_.encoding(); }

    // Calls take(fields, line) for each row behind the header, reporting progress as the pass with
    // this number of kPasses. Rows may have fewer or more fields than the header.
    template <class Take>
    Status for_each_row(const ImportOptions& options, std::size_t pass, Take&& take) const {
        CsvReader reader(text_.text().substr(begin_), separator_);
        reader.next();
        std::size_t told = std::numeric_limits<std::size_t>::max();
        while (reader.next()) {
            if (reader.offset() / kStride != told) {
                told = reader.offset() / kStride;
                TL_CHECK(keep_going(options, pass * size() + reader.offset(), kPasses * size()));
            }
            take(reader.fields(), reader.line() + begin_lines_);
        }
        return reader.error() ? Status(*reader.error()) : Status(Done{});
    }

    static constexpr std::size_t kPasses = 3;  // what the columns hold, who and where, the cards

private:
    static constexpr std::size_t kStride = 1 << 20;  // bytes between two reports of progress

    explicit CsvTable(CsvText text) : text_(std::move(text)) {}
    std::size_t size() const { return text_.text().size(); }
    Status read_header();

    CsvText text_;
    char separator_ = ',';
    std::size_t begin_ = 0;        // of the header
    std::size_t begin_lines_ = 0;  // before it
    std::vector<CsvColumn> columns_;
    std::size_t rows_ = 0;
};

}  // namespace throughline::exchange
