#include "core/flow/bands.h"

namespace throughline::flow {

namespace {

// `ages` is emptied first, so that one list serves many cards.
void find_leaving_ages(const Slice& slice, CardIndex card, std::vector<int>& ages) {
    const Workflow& workflow = slice.flow().workflow();
    const Journey& journey = slice.flow().journey(card);
    ages.clear();
    const auto columns =
        static_cast<std::size_t>(workflow.first_done() - workflow.first_in_process());
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
}

}  // namespace

std::vector<int> leaving_ages(const Slice& slice, CardIndex card) {
    std::vector<int> ages;
    find_leaving_ages(slice, card, ages);
    return ages;
}

std::vector<AgingBand> aging_bands(const Slice& slice) {
    const Workflow& workflow = slice.flow().workflow();
    const auto columns =
        static_cast<std::size_t>(workflow.first_done() - workflow.first_in_process());
    std::vector<std::vector<int>> ages(columns);
    std::vector<int> mine;
    slice.each([&](CardIndex i, const Journey& journey) {
        if (journey.has_cycle_time() && slice.in_period(journey.end_day)) {
            find_leaving_ages(slice, i, mine);
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
