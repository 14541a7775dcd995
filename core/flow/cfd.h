// Cumulative flow diagram and flow debt.
//
// metrics, section 4 (D. Vacanti, Actionable Agile Metrics). Per stay the furthest column reached
// is remembered; line k counts the stays that ever reached column k or beyond, at the end of each
// day. A departure that is not a delivery carries its stay through all remaining lines. The top
// line is cumulative arrivals, the bottom line cumulative departures: lines never fall, never
// cross, and top - bottom = WIP exactly. A range that begins later starts from the counts before
// it. Example (fixture A of the tests), arrivals / reached Create / departures at the end of
// days 1..6: 2/0/0 3/1/0 5/3/1 5/4/3 6/6/4 6/6/6.
#pragma once

#include "core/flow/scope.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct Cfd {
    Day from;
    // Columns in process from left to right (removed ones only when some card was there), then the
    // first done column, whose line is the departures.
    std::vector<Position> columns;
    std::vector<std::vector<int>> lines;  // [column][day], at the end of each day
    std::vector<int> before;              // [column], before the first day
    std::vector<int> not_delivered;       // [day]: of the departures, those that delivered nothing
    std::vector<int> rework;              // [day]: cards in process left of their furthest column
    std::vector<CardIndex> rework_now;    // which, on the last day

    int day_count() const { return lines.empty() ? 0 : static_cast<int>(lines.front().size()); }
    int wip(int day) const;                       // top - bottom
    int band(std::size_t column, int day) const;  // between this line and the next
    // Approximate average cycle time: the horizontal gap d - d0 + 1 with d0 the first day whose
    // arrivals
    // >= departures(d). Absent when that day lies before the range, or nothing has departed.
    std::optional<int> horizontal_gap(int day) const;
};
Cfd cfd(const Slice& slice);

// Horizontal gap minus the mean cycle time of the cards finished so far: positive for weeks means
// old cards are starved and promises will slip; negative, debt is being paid. Example: day 4: 3 - 3
// = 0; day 6: 2 - 14/3 = -2.7.
std::optional<double> flow_debt(const Cfd& cfd, int day, std::optional<double> mean_cycle_time);
// For every day of the diagram, with the mean over the cards that finished in the range up to it.
std::vector<std::optional<double>> flow_debt_by_day(const Slice& slice, const Cfd& cfd);

}  // namespace throughline::flow
