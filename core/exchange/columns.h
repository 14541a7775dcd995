// Where the lists of a file go on the board: onto columns that are there, or into new ones, and
// which of them become the commitment and the delivery point. Shared by all formats that bring
// columns.
#pragma once

#include "core/exchange/change_set.h"
#include "core/exchange/import.h"

#include <optional>

namespace throughline::exchange {

// What the format itself tells of a column, where no option names the points.
enum class ColumnHint { None, Start, Done };

struct SourceColumn {
    std::string source_id;  // of the list there; "" for formats without ids
    std::string name;
    bool closed = false;     // archived there
    bool has_cards = false;  // open ones
    std::vector<std::string> old_names = {};
    ColumnHint hint = ColumnHint::None;
};

// In the order of the file's columns.
struct ColumnPlan {
    std::vector<model::Column> columns;  // as they will be; ids of rows that are there, or new ones
    std::vector<bool> is_new;
    model::Board board;  // with its points as they will be
};

// Invalid when a name in the options is no list and no column, or both a start and a done.
//
// `lists` are in the order from left to right. A list is, first match first: the column with its
// source id; a column not yet taken with its name; a new column. New columns go to the right of
// those on the board, except that on a board whose points stay (it has cards, and no point is
// named) they go before the point they belong before. Done columns come last; a list that stands
// right of the done lists without being one is put left of the start. Notes are written into the
// report.
Result<ColumnPlan> plan_columns(const std::vector<SourceColumn>& lists,
                                const model::Workspace& workspace, const ImportOptions& options,
                                IdSource& ids, ImportReport& report);

// Adds the new columns, and changes those that are there: named anew when they still bear an old
// name, put away when they were archived there and stand empty, brought back for cards. Writes the
// points.
void write_columns(ColumnPlan& plan, const std::vector<SourceColumn>& lists,
                   const model::Workspace& workspace, ChangeSet& changes, ImportReport& report);

}  // namespace throughline::exchange
