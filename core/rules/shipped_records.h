// Records that come as templates: the nine usual KPIs of a marketing team and seven outcomes that
// somebody answers for. A team adds those it wants and changes them like its own.
#pragma once

#include "core/model/workspace.h"

#include <span>
#include <string_view>
#include <vector>

namespace throughline::rules {

struct ShippedRecord {
    std::string_view table;   // "kpi", "accountability"
    std::string_view handle;  // "win-rate"
    std::string_view name;
    std::string_view note;  // of a KPI what counts, of an outcome what its DRI may decide
    model::TextMap set;     // the other fields of the record
};
// Of one table; empty for a table that has none.
std::span<const ShippedRecord> shipped_records(std::string_view table);
const ShippedRecord* shipped_record(std::string_view table, std::string_view handle);
// Those that the board has nothing of the same name for.
std::vector<const ShippedRecord*> missing_records(const model::Workspace& workspace,
                                                  std::string_view table);

}  // namespace throughline::rules
