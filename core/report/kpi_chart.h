// The process behaviour chart of one KPI: its values with the limits of the scorecard, signals by
// shape, and the target in force.
#pragma once

#include "core/flow/scorecard.h"
#include "core/report/chart.h"

namespace throughline::report {

// `unit` as the KPI has it. Without two values the chart says what is missing.
Chart make_kpi_chart(const flow::KpiReading& reading, const std::string& name,
                     const std::string& unit);

}  // namespace throughline::report
