#pragma once
// Soft line breaks as plain text work: "\r\n" is a soft break, "\n" alone a real one. '\r' draws
// nothing and can be neither typed nor pasted. Offsets (cursor, selection) are carried along.

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace throughline::gui {

// Drops every soft break and stray '\r'; each offset moves to the same character.
[[nodiscard]] std::string without_soft_breaks(std::string_view text, std::span<int> offsets);

// Where a line that starts at `begin` and really ends at `end` must break; `end` if it fits.
using BreakFinder = std::function<const char*(const char* begin, const char* end)>;
// Inserts soft breaks. An offset at a break goes to the start of the next line.
[[nodiscard]] std::string with_soft_breaks(const std::string& text, const BreakFinder& find_break,
                                           std::span<int> offsets);

}  // namespace throughline::gui
