#include "core/flow/bands.h"

namespace throughline::flow {

std::vector<int> leaving_ages(const Slice& slice, CardIndex card) {
    const Workflow& workflow = slice.flow().workflow();
    const Journey& journey = slice.flow().journey(card);
    std::vector<int> ages;
    const auto columns =
        static_cast<std::size_t>(workflow.first_done() - workflow.first_in_process());
    ages.reserve(columns);
    for (const Visit& visit : slice.flow().visits(card)) {
        if (visit.begin < journey.start) {
            continue;
        }
        // Columns left of where the card stands now, and not left forward before.
        const int passed = visit.column - workflow.first_in_process();
        while (ages.size() < columns && static_cast<int>(ages.size()) < passed) {
            ages.push_back(slice.days(journey.start_day, {visit.begin_day}));
        }
    }
    return ages;
}

std::vector<AgingBand> aging_bands(const Slice& slice) {
    const Workflow& workflow = slice.flow().workflow();
    const auto columns =
        static_cast<std::size_t>(workflow.first_done() - workflow.first_in_process());
    std::vector<std::vector<int>> ages(columns);
    slice.each([&](CardIndex i, const Journey& journey) {
        if (journey.has_cycle_time() && slice.in_period(journey.end_day)) {
            const std::vector<int> mine = leaving_ages(slice, i);
            for (std::size_t k = 0; k < mine.size(); ++k) {
                ages[k].push_back(mine[k]);
            }
        }
    });
    std::vector<AgingBand> bands;
    for (std::size_t k = 0; k < columns; ++k) {
        bands.push_back({.column = static_cast<Position>(workflow.first_in_process() +
                                                         static_cast<Position>(k)),
                         .days = percentiles_of(std::move(ages[k]))});
    }
    return bands;
}

}  // namespace throughline::flow
