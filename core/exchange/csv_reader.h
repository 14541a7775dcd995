// Records of separated text, RFC 4180: quotes around fields, doubled quotes and line breaks inside
// them; lines end in CR LF, LF or CR. One record at a time, so that a file of any size needs no
// more memory than its longest record.
#pragma once

#include "core/base/result.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::exchange {

class CsvReader {
public:
    // `text` must outlive the reader. Blank lines are no records.
    CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // False at the end, or when the text breaks off: then error() says so.
    bool next();
    // Of the present record, without their quotes; valid until the next one.
    const std::vector<std::string_view>& fields() const { return fields_; }
    // Where the present record begins, from 1.
    std::size_t line() const { return line_; }
    // Bytes read so far.
    std::size_t offset() const { return at_; }
    // Corrupt: a quote that is opened and never closed; the place is its line.
    const std::optional<Error>& error() const { return error_; }

private:
    bool at_line_end() const;
    void skip_line_end();
    bool read_field();
    std::string_view read_quoted();

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    std::size_t next_line_ = 1;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;  // fields with doubled quotes
    std::optional<Error> error_;
};

// A first line "sep=;" as spreadsheets write it, or the one of , ; tab | that cuts the first
// records into most fields, as many as the header; of equals the first of ; tab | and comma.
struct CsvSeparator {
    char separator = ',';
    std::size_t begin = 0;  // where the table begins, behind a "sep=" line
};
CsvSeparator detect_separator(std::string_view text);

}  // namespace throughline::exchange
