// Tables with a row for each card: flow metrics with a date for each stage, issues of Jira, and any
// table with a mapping. How rows become cards, and what a second import changes, is told in
// README.md.
#pragma once

#include "core/exchange/import.h"

namespace throughline::exchange {

inline constexpr std::string_view kFlowCsv = "flow-csv";
inline constexpr std::string_view kJiraCsv = "jira-csv";
inline constexpr std::string_view kCsv = "csv";

Result<ImportPlan> read_flow_csv(ImportInput input);
Result<ImportPlan> read_jira_csv(ImportInput input);
Result<ImportPlan> read_csv(ImportInput input);

}  // namespace throughline::exchange
