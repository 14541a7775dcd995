// The rows of a table against the workspace: new cards, new steps of cards that are here, columns,
// people, comments.
#pragma once

#include "core/exchange/csv_layout.h"

namespace throughline::exchange {

// `remembered` gives the points of the last import of the source. Errors of plan_columns(), and
// Cancelled.
Result<ImportPlan> plan_csv(const CsvTable& table, const CsvLayout& layout, CsvMapping mapping,
                            const CsvMapping& remembered, ImportInput& input, ImportReport report);

}  // namespace throughline::exchange
