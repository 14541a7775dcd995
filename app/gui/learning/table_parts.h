// Pieces of the tables of this room: columns that give way in a narrow window, chips and buttons in
// the middle of a row. Used in this room only.
#pragma once

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/table.h"

#include <span>
#include <string>
#include <vector>

namespace throughline::gui::learning {

// Too little room for every column.
bool is_narrow();
// Those of `all` that are shown, in the order of `shown`.
std::vector<TableColumn> chosen_columns(std::span<const TableColumn> all,
                                        std::span<const int> shown);
// Moves the cursor so that an item of this height sits in the middle of the table's row.
void centre_in_row(float height);

}  // namespace throughline::gui::learning
