// Values of KPIs and key results as a table: a row for each value, with columns for the KPI (its
// key or name), the date and the value; a unit and a note may stand beside. README.md tells what
// becomes of a row.
#pragma once

#include "core/exchange/import.h"

namespace throughline::exchange {

inline constexpr std::string_view kKpiCsv = "kpi-csv";

// Invalid when a column is missing or its dates can be read two ways; a row that cannot be taken
// is left out with its line and the remedy.
Result<ImportPlan> read_kpi_csv(ImportInput input);

}  // namespace throughline::exchange
