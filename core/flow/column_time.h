// Time spent in columns, elapsed.
//
// metrics, section 2: time in column = sum of all its visits, elapsed; an open visit runs to as_of.
// A column that was skipped counts as passed, with a visit of length 0.
#pragma once

#include "core/flow/percentile.h"
#include "core/flow/scope.h"

#include <vector>

namespace throughline::flow {

// Per position of the workflow, of one card.
std::vector<Duration> time_in_columns(const Slice& slice, CardIndex card);

struct ColumnTime {
    Position column = kNoColumn;
    Percentiles days;  // elapsed days of the finished cards of the period, skipped columns as 0
    Duration total;
};
// The columns in process; removed ones only when visited by one of the cards.
std::vector<ColumnTime> column_times(const Slice& slice);

}  // namespace throughline::flow
