#include "core/flow/finish.h"

#include "core/flow/cycle.h"
#include "core/flow/day_sort.h"
#include "core/flow/forecast.h"
#include "core/flow/percentile.h"

#include <algorithm>

namespace throughline::flow {
namespace {

// The first day on which a card started on `start` would have this cycle time.
Day finish_day(const Slice& slice, Day start, int cycle_days) {
    Day day = start + (cycle_days - 1);
    if (slice.scope().days == DayCount::Working) {
        constexpr int kMost = 3653;
        for (int i = 0; i < kMost && slice.days(start, day) < cycle_days; ++i) {
            ++day;
        }
    }
    return day;
}

}  // namespace

std::vector<int> cycle_times_from_age(std::span<const int> cycle_times, int age_days) {
    std::vector<int> old;
    std::copy_if(cycle_times.begin(), cycle_times.end(), std::back_inserter(old),
                 [age_days](int days) { return days >= age_days; });
    sort_days(old);
    std::vector<int> result;
    for (const int percent : kLevels) {
        if (const auto value = percentile(old, percent)) {
            result.push_back(*value);
        }
    }
    return result;
}

std::optional<FinishRange> finish_range(const Slice& slice, CardIndex card) {
    const Flow& flow = slice.flow();
    const Journey& journey = flow.journey(card);
    if (!journey.in_process) {
        return std::nullopt;
    }
    const auto service_class = flow.card(card).service_class;
    const Slice mine =
        slice.narrowed([=](const CardInfo& other) { return other.service_class == service_class; });
    const std::vector<int> past = cycle_days(mine);
    FinishRange range{.age_days = slice.days(journey.start_day, flow.today())};
    range.n = static_cast<std::size_t>(std::count_if(
        past.begin(), past.end(), [&range](int days) { return days >= range.age_days; }));
    const std::vector<int> levels = cycle_times_from_age(past, range.age_days);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        range.levels.push_back(
            {kLevels[i], levels[i], finish_day(slice, journey.start_day, levels[i])});
    }
    return range;
}

}  // namespace throughline::flow
