#include "core/flow/throughput.h"

namespace throughline::flow {

std::vector<int> throughput_by_day(const Slice& slice) {
    std::vector<int> counts(static_cast<std::size_t>(slice.day_count()));
    slice.each([&](CardIndex, const Journey& journey) {
        if (journey.finished && slice.in_period(journey.end_day)) {
            ++counts[static_cast<std::size_t>(journey.end_day - slice.from())];
        }
    });
    return counts;
}

std::vector<int> arrivals_by_day(const Slice& slice) {
    std::vector<int> counts(static_cast<std::size_t>(slice.day_count()));
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            if (slice.in_period(stay.begin_day)) {
                ++counts[static_cast<std::size_t>(stay.begin_day - slice.from())];
            }
        }
    });
    return counts;
}

void DepartureCounts::add(Departure how, int count) {
    switch (how) {
        case Departure::None: break;
        case Departure::Delivered: delivered += count; break;
        case Departure::Returned: returned += count; break;
        case Departure::Discarded: discarded += count; break;
        case Departure::Moved: moved += count; break;
        case Departure::TradedOut: traded_out += count; break;
    }
}

DepartureCounts& DepartureCounts::operator+=(const DepartureCounts& other) {
    delivered += other.delivered;
    returned += other.returned;
    discarded += other.discarded;
    moved += other.moved;
    traded_out += other.traded_out;
    return *this;
}

std::vector<DepartureCounts> departures_by_day(const Slice& slice) {
    std::vector<DepartureCounts> counts(static_cast<std::size_t>(slice.day_count()));
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            if (stay.departed() && slice.in_period(stay.end_day)) {
                counts[static_cast<std::size_t>(stay.end_day - slice.from())].add(stay.how);
            }
        }
    });
    return counts;
}

std::vector<WeekCount> by_week(Day from, const std::vector<int>& by_day) {
    std::vector<WeekCount> weeks;
    for (std::size_t i = 0; i < by_day.size(); ++i) {
        const Day monday = week_of(from + static_cast<int>(i));
        if (weeks.empty() || weeks.back().monday != monday) {
            weeks.push_back({.monday = monday});
        }
        weeks.back().count += by_day[i];
    }
    if (!weeks.empty()) {
        const Day last = from + (static_cast<int>(by_day.size()) - 1);
        weeks.front().whole = weeks.front().monday == from;
        weeks.back().whole = weeks.back().whole && weekday(last) == 6;
    }
    return weeks;
}

FlowCounts flow_counts(const Slice& slice) {
    FlowCounts counts;
    slice.each([&](CardIndex i, const Journey& journey) {
        if (journey.finished && slice.in_period(journey.end_day)) {
            ++counts.throughput;
            counts.without_start += journey.without_start() ? 1 : 0;
        }
        for (const Stay& stay : slice.flow().stays(i)) {
            counts.arrivals += slice.in_period(stay.begin_day) ? 1 : 0;
            if (stay.departed() && slice.in_period(stay.end_day)) {
                counts.departures.add(stay.how);
            }
        }
    });
    return counts;
}

double available_days(const Slice& slice) {
    const WorkingCalendar& calendar = slice.flow().rows().calendar;
    const Duration day = calendar.end - calendar.begin;
    if (slice.day_count() == 0 || day.us <= 0) {
        return 0;
    }
    const Duration available = calendar.working_time(
        slice.flow().zone(), slice.flow().zone().start_of(slice.from()), slice.end_of(slice.to()));
    return static_cast<double>(available.us) / static_cast<double>(day.us);
}

std::optional<double> delivery_interval_days(const Slice& slice) {
    const int delivered = flow_counts(slice).throughput;
    const double available = available_days(slice);
    return delivered == 0 || available <= 0 ? std::nullopt : std::optional(available / delivered);
}

}  // namespace throughline::flow
