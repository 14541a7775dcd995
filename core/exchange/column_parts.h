// Which part each list of a file plays on the board, and which are the two points: as the options
// say, else carefully guessed from names. The first step of plan_columns().
#pragma once

#include "core/exchange/columns.h"

namespace throughline::exchange {

// Seen from left to right.
enum class ColumnPart { Option, Process, Done };

struct ColumnParts {
    std::vector<ColumnPart> parts;                // one per list
    std::optional<std::size_t> start;             // the list that is the commitment point
    const model::Column* start_column = nullptr;  // or a column that is no list of the file
    std::vector<model::ColumnId> done_columns;    // named as done, and no lists of the file
};

// The points move only when they are named, or when there is nothing yet that they hold for.
bool may_guess_points(const model::Workspace& workspace);

// Invalid as plan_columns(). `plan` tells which lists are columns already.
Result<ColumnParts> find_parts(const std::vector<SourceColumn>& lists, const ColumnPlan& plan,
                               const model::Workspace& workspace, const ImportOptions& options,
                               ImportReport& report);

}  // namespace throughline::exchange
