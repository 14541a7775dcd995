// Deliveries, arrivals and departures per day and week.
//
// metrics, section 2. Throughput counts a card once, on the day of its last finish; a day without
// deliveries is 0, not missing. Arrivals and departures count stays: a card that came twice arrived
// twice. Example (fixture A of the tests), days 1 to 6: throughput as of day 6 is 0 0 1 1 0 2.
#pragma once

#include "core/flow/scope.h"

#include <array>
#include <optional>
#include <vector>

namespace throughline::flow {

// Each has one value per day of slice.from() .. slice.to().
std::vector<int> throughput_by_day(const Slice& slice);
std::vector<int> arrivals_by_day(const Slice& slice);

struct DepartureCounts {
    int delivered = 0;
    int returned = 0;
    int discarded = 0;
    int moved = 0;
    int traded_out = 0;

    int total() const { return delivered + returned + discarded + moved + traded_out; }
    void add(Departure how, int count = 1);
    DepartureCounts& operator+=(const DepartureCounts& other);
    friend bool operator==(const DepartureCounts&, const DepartureCounts&) = default;
};
std::vector<DepartureCounts> departures_by_day(const Slice& slice);

// Sums of a daily series per week, Monday to Sunday; the first and the last week may be cut by the
// period, which `whole` tells.
struct WeekCount {
    Day monday;
    int count = 0;
    bool whole = true;
    friend bool operator==(const WeekCount&, const WeekCount&) = default;
};
std::vector<WeekCount> by_week(Day from, const std::vector<int>& by_day);

struct FlowCounts {
    int throughput = 0;
    int without_start = 0;  // among them: finished, never seen in process
    int arrivals = 0;
    DepartureCounts departures;

    int net_flow() const { return arrivals - departures.total(); }
};
FlowCounts flow_counts(const Slice& slice);

// Working time of the period up to the slice's instant, in days of the team's working hours.
double available_days(const Slice& slice);
// Delivery interval = available working time / throughput, in working days per card. Absent without
// deliveries. Example: 20 working days, 20 delivered: 1.0.
std::optional<double> delivery_interval_days(const Slice& slice);

}  // namespace throughline::flow
