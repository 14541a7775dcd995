// How long limits held a column up, and for how long they do right now.
//
// metrics, section 9: full: no room; starved: room, and no card upstream that is not blocked.
// Judged by the limit of the time. A group of columns with a limit of its own counts as one.
// `upstream` is the column to the left that is not removed.
#pragma once

#include "core/flow/scope.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::flow {

struct Pressure {
    std::string subject;                   // "column:review", "group:create"
    std::string name;                      // "Review"
    Position column = kNoColumn;           // the first of a group
    Duration full;                         // count >= limit
    Duration over;                         // count > limit
    Duration starved;                      // room, none upstream; zero for the first column
    int refusals = 0;                      // tries that the limit turned down
    std::optional<Instant> full_since;     // at the end of the period, without a break
    std::optional<Instant> starved_since;  // the same
};
// Columns and groups with a limit at some time, by position. Spells may have begun before the
// period. All cards count, whatever the filter, without expedites.
std::vector<Pressure> pressures(const Slice& slice);

}  // namespace throughline::flow
