// Cycle times and lead times.
//
// metrics, section 2: cycle time = day(end) - day(start) + 1 over local dates, both ends counted,
// so a same-day card is 1 and age on the last day equals cycle time (prokanban.org, "Metric
// spotlight: cycle time"). Lead time is the same from the day of the request, or of creation
// without one. Example: started Stockholm 2026-03-28 23:30, finished 2026-03-30 00:15 local, clocks
// forward between: cycle time 3 days, elapsed 23 h 45 min.
#pragma once

#include "core/flow/percentile.h"
#include "core/flow/scope.h"

#include <vector>

namespace throughline::flow {

struct CycleTime {
    CardIndex card = 0;
    Day start;
    Day end;
    Instant end_at;
    int days = 0;
    Duration elapsed;            // exact, from first start to last end
    double gap_share = 0;        // of it, spent out of process between stays
    bool day_precision = false;  // show no hours

    friend bool operator==(const CycleTime&, const CycleTime&) = default;
};
// Cards that finished in the period and were seen in process, by (finish instant, card id).
std::vector<CycleTime> cycle_times(const Slice& slice);
std::vector<int> days_of(const std::vector<CycleTime>& times);
// The same days in no order: for percentiles, without the sort by finish.
std::vector<int> cycle_days(const Slice& slice);

struct LeadTime {
    CardIndex card = 0;
    Day begin;
    Day end;
    int days = 0;
    bool has_request = true;  // false: counted from creation
};
// Every card that finished in the period, with or without a start.
std::vector<LeadTime> lead_times(const Slice& slice);

// Started, then given up in the period (discarded, returned, moved, traded out and not back): time
// in process, shown apart and never mixed into cycle times.
struct Abandoned {
    CardIndex card = 0;
    Departure how = Departure::Discarded;
    Day day;
    Duration in_process;
};
std::vector<Abandoned> abandoned(const Slice& slice);

// One bar per whole day, from 1 to the longest; empty without values (metrics, section 3).
std::vector<int> histogram(const std::vector<int>& days);

}  // namespace throughline::flow
