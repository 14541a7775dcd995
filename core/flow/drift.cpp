#include "core/flow/drift.h"

#include <array>
#include <bit>

namespace throughline::flow {
namespace {

constexpr unsigned kScope = 1;
constexpr unsigned kHistory = 2;
constexpr unsigned kCalendar = 4;
constexpr unsigned kDate = 8;
constexpr unsigned kAll = 16;

// The forecast date with the inputs named in `swapped` taken from `after`.
std::optional<int> date_with(unsigned swapped, const WhenQuestion& before,
                             const WhenQuestion& after, int percent) {
    const auto from = [&](unsigned input) -> const WhenQuestion& {
        return (swapped & input) != 0 ? after : before;
    };
    const ForecastInput input{.history = from(kHistory).input.history,
                              .calendar = from(kCalendar).input.calendar,
                              .today = from(kDate).input.today};
    const auto forecast = when_exact(input, from(kScope).cards);
    if (!forecast) {
        return std::nullopt;
    }
    return input.today.number + *forecast->at(percent);
}

}  // namespace

std::optional<Drift> why_moved(const WhenQuestion& before, const WhenQuestion& after, int percent) {
    std::array<int, kAll> dates{};
    for (unsigned swapped = 0; swapped < kAll; ++swapped) {
        const auto date = date_with(swapped, before, after, percent);
        if (!date) {
            return std::nullopt;
        }
        dates[swapped] = *date;
    }
    // In how many of the 24 orders exactly a set of this size comes before one input.
    constexpr std::array<double, 4> kWeight{6.0 / 24, 2.0 / 24, 2.0 / 24, 6.0 / 24};
    const auto part = [&](unsigned input) {
        double sum = 0;
        for (unsigned others = 0; others < kAll; ++others) {
            if ((others & input) == 0) {
                sum += kWeight[static_cast<std::size_t>(std::popcount(others))] *
                       (dates[others | input] - dates[others]);
            }
        }
        return sum;
    };
    return Drift{.total_days = dates[kAll - 1] - dates[0],
                 .scope = part(kScope),
                 .history = part(kHistory),
                 .calendar = part(kCalendar),
                 .date = part(kDate)};
}

}  // namespace throughline::flow
