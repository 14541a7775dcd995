#include "core/flow/history.h"

#include "core/flow/throughput.h"

#include <algorithm>

namespace throughline::flow {
namespace {

constexpr std::size_t kFewDays = 20;
constexpr int kFewDeliveries = 10;

double variance_of(const std::vector<int>& values, double divisor_less) {
    if (values.size() < 2) {
        return 0;
    }
    double mean = 0;
    for (const int value : values) {
        mean += value;
    }
    mean /= static_cast<double>(values.size());
    double sum = 0;
    for (const int value : values) {
        sum += (value - mean) * (value - mean);
    }
    return sum / (static_cast<double>(values.size()) - divisor_less);
}

}  // namespace

int History::deliveries() const {
    int sum = 0;
    for (const int count : by_day) {
        sum += std::max(0, count);
    }
    return sum;
}

std::optional<Day> first_day(const Slice& slice) {
    std::optional<Instant> first;
    slice.each([&first](CardIndex, const Journey& journey) {
        first = first ? std::min(*first, journey.first) : journey.first;
    });
    return first ? std::optional(slice.flow().zone().day(*first)) : std::nullopt;
}

History history_of(const Slice& slice, int weeks, const std::vector<Day>& unusual) {
    const Flow& flow = slice.flow();
    const Day begin = first_day(slice).value_or(flow.today());
    while (weeks > 1 && flow.today() - 7 * (weeks - 1) <= begin) {
        --weeks;
    }
    History history{.from = flow.today() - 7 * weeks,
                    .by_day = std::vector<int>(static_cast<std::size_t>(7 * weeks))};
    slice.each([&](CardIndex, const Journey& journey) {
        const int at = journey.end_day - history.from;
        if (journey.finished && at >= 0 && at < 7 * weeks) {
            ++history.by_day[static_cast<std::size_t>(at)];
        }
    });
    for (const Day day : unusual) {
        const int at = day - history.from;
        if (at >= 0 && at < 7 * weeks) {
            history.by_day[static_cast<std::size_t>(at)] = History::kUnusual;
        }
    }
    return history;
}

History history_from(std::vector<int> by_day, Day today) {
    const auto days = static_cast<int>(by_day.size());
    return {.from = today - days, .by_day = std::move(by_day)};
}

Pools pools_of(const History& history, const WorkingCalendar& calendar) {
    Pools pools;
    for (std::size_t i = 0; i < history.by_day.size(); ++i) {
        if (history.by_day[i] != History::kUnusual) {
            const bool working = calendar.is_working(history.from + static_cast<int>(i));
            (working ? pools.working : pools.idle).push_back(history.by_day[i]);
        }
    }
    return pools;
}

bool is_thin(const History& history, const WorkingCalendar& calendar) {
    return pools_of(history, calendar).working.size() < kFewDays ||
           history.deliveries() < kFewDeliveries;
}

bool is_dispersed(const History& history, const WorkingCalendar& calendar) {
    std::vector<int> sums;
    double independent = 0;  // mean variance of a week of independent days
    const Pools pools = pools_of(history, calendar);
    const double working = variance_of(pools.working, 0);
    const double idle = variance_of(pools.idle, 0);
    for (std::size_t week = 0; week + 7 <= history.by_day.size(); week += 7) {
        int sum = 0;
        for (std::size_t i = week; i < week + 7; ++i) {
            sum += std::max(0, history.by_day[i]);
            independent += calendar.is_working(history.from + static_cast<int>(i)) ? working : idle;
        }
        sums.push_back(sum);
    }
    if (sums.size() < 3) {
        return false;
    }
    return variance_of(sums, 1) > kDispersion * independent / static_cast<double>(sums.size());
}

std::optional<double> scope_growth(const Slice& slice) {
    int added = 0;
    slice.each([&](CardIndex, const Journey& journey) {
        added += slice.in_period(slice.flow().zone().day(journey.first)) ? 1 : 0;
    });
    const int delivered = flow_counts(slice).throughput;
    return delivered == 0 ? std::nullopt : std::optional(static_cast<double>(added) / delivered);
}

}  // namespace throughline::flow
