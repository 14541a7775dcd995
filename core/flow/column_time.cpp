#include "core/flow/column_time.h"

namespace throughline::flow {

std::vector<Duration> time_in_columns(const Slice& slice, CardIndex card) {
    std::vector<Duration> times(static_cast<std::size_t>(slice.flow().workflow().size()));
    for (const Visit& visit : slice.flow().visits(card)) {
        times[static_cast<std::size_t>(visit.column)] += visit.elapsed(slice.flow().as_of());
    }
    return times;
}

std::vector<ColumnTime> column_times(const Slice& slice) {
    const Workflow& workflow = slice.flow().workflow();
    const auto size = static_cast<std::size_t>(workflow.size());
    std::vector<std::vector<double>> days(size);
    std::vector<Duration> totals(size);
    std::vector<Duration> mine(size);
    std::vector<bool> visited(size);
    for (Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
        days[static_cast<std::size_t>(p)].reserve(
            static_cast<std::size_t>(slice.flow().card_count()));
    }
    slice.each([&](CardIndex i, const Journey& journey) {
        if (!journey.has_cycle_time() || !slice.in_period(journey.end_day)) {
            return;
        }
        std::fill(mine.begin(), mine.end(), Duration{});
        for (const Visit& visit : slice.flow().visits(i)) {
            const auto column = static_cast<std::size_t>(visit.column);
            mine[column] += visit.elapsed(slice.flow().as_of());
            visited[column] = true;
        }
        for (Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
            const auto column = static_cast<std::size_t>(p);
            days[column].push_back(mine[column].days());
            totals[column] += mine[column];
        }
    });
    std::vector<ColumnTime> result;
    for (Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
        const auto column = static_cast<std::size_t>(p);
        if (!workflow.at(p).removed || visited[column]) {
            result.push_back({p, percentiles_of(std::move(days[column])), totals[column]});
        }
    }
    return result;
}

}  // namespace throughline::flow
