// Which KPIs and key results take values from people and files: those that are not read from
// somewhere else. One check for the form, the command line and imports.
#pragma once

#include "core/model/kpi.h"
#include "core/model/plan.h"
#include "core/rules/refusal.h"

namespace throughline::rules {

// Refuses a KPI that is read from the board.
Verdict may_measure(const model::Kpi& kpi);
// Refuses a key result that a KPI measures (`measured_by`, null for none), one that counts
// milestones, and a value other than 0 and 1 for yes or no.
Verdict may_measure(const model::KeyResult& result, const model::Kpi* measured_by, double value);

}  // namespace throughline::rules
