// Text in columns for a person to read. Widths are those of the screen: wide letters (Chinese,
// Japanese, Korean, emoji) take two places, combining marks none.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::cli {

// Places on a screen with letters of equal width.
std::size_t display_width(std::string_view utf8);
// One line that a terminal shows as it is: control characters become spaces, malformed bytes
// U+FFFD.
std::string printable(std::string_view text);
// At most `width` places, cut at a letter with "..." at the end.
std::string shortened(std::string_view text, std::size_t width);

enum class Paint { Plain, Bold, Dim, Red, Yellow };
// Escape codes only when `terminal`.
std::string painted(std::string_view text, Paint paint, bool terminal);

class TextTable {
public:
    enum class Align { Left, Right };

    explicit TextTable(std::string indent = "") : indent_(std::move(indent)) {}

    // Headings are optional; alignment is left unless said.
    TextTable& head(std::vector<std::string> names);
    TextTable& align(std::size_t column, Align align);
    // Cells beyond the last are empty. Cells are made printable.
    void row(std::vector<std::string> cells);
    // A line of its own between the rows; does not widen the columns.
    void line(std::string text);
    bool empty() const { return rows_.empty(); }

    void print(std::ostream& out, bool terminal) const;

private:
    struct Row {
        std::vector<std::string> cells;
        bool is_line = false;
    };
    void print_row(std::ostream& out, const std::vector<std::string>& cells,
                   const std::vector<std::size_t>& widths, Paint paint, bool terminal) const;

    std::string indent_;
    std::vector<std::string> head_;
    std::vector<Align> aligns_;
    std::vector<Row> rows_;
};

}  // namespace throughline::cli
