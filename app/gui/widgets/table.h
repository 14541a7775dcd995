#pragma once
// A plain sortable table: fixed header, only visible rows drawn, arrows move the chosen row. The
// caller sorts its own rows when told to and draws each cell.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/gui/theme/theme.h"
#include "app/gui/widgets/chip.h"

namespace throughline::gui {

enum class Align : std::uint8_t { Left, Right, Centre };

struct TableColumn {
    std::string_view title;
    float width = 0.0f;   // unscaled; 0: shares what is left
    float weight = 1.0f;  // share when width is 0
    Align align = Align::Left;
    bool sortable = true;
    std::string_view help = {};  // tooltip of the header
    // Above 0: left out where those that share the rest would become too narrow to read; the
    // highest goes first.
    int gives_way = 0;
};

struct TableSort {
    int column = -1;  // -1: the caller's own order
    bool descending = false;
    bool operator==(const TableSort&) const = default;
};

struct TableOptions {
    float height = 0.0f;      // scaled pixels; 0: what is left; negative: by content
    int most_rows = 0;        // above 0: by content, and scrolls beyond so many
    float row_height = 0.0f;  // scaled pixels; 0: the theme's row
    int selected = -1;
    bool scroll_to_selected = false;
    std::string_view empty_text = "Nothing here yet";
};

struct TableEvents {
    int clicked = -1;    // row chosen by click, or by arrow keys
    int activated = -1;  // double click or Enter
    int context = -1;    // right button
    int hovered = -1;
    bool sort_changed = false;
};

// `cell(row, column)` draws one cell at the cursor; `row_name(row)` is the row's stable name for
// ids and tests. Text cells: table_text, which aligns and cuts.
TableEvents table(const char* id, std::span<const TableColumn> columns, int rows, TableSort& sort,
                  const std::function<void(int row, int column)>& cell,
                  const std::function<std::string(int row)>& row_name,
                  const TableOptions& options = {});
// Inside a cell: one line, aligned as the column says, cut with an ellipsis.
void table_text(std::string_view line, ImU32 colour = 0);
// Two lines: what it is, and what is said of it, muted. The row must be high enough.
void table_text(std::string_view line, std::string_view detail);
// Inside a cell: a chip in the middle of the row's height, cut to the cell; nothing for no words.
void table_chip(std::string_view words, const ChipStyle& style);

}  // namespace throughline::gui
