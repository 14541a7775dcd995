#include "core/flow/little.h"

#include "core/flow/throughput.h"
#include "core/flow/wip.h"

#include <algorithm>
#include <cmath>

namespace throughline::flow {
namespace {

constexpr double kLow = 0.8;
constexpr double kHigh = 1.25;
constexpr double kMostDiscarded = 0.2;

bool alike(double a, double b) {
    return a >= kLow * b && b >= kLow * a;
}

struct Window {
    Instant begin;
    Instant end;
    double days() const { return (end - begin).days(); }
};

std::optional<Window> window_of(const Slice& slice) {
    if (slice.day_count() == 0) {
        return std::nullopt;
    }
    const Window window{slice.flow().zone().start_of(slice.from()), slice.end_of(slice.to())};
    return window.begin < window.end ? std::optional(window) : std::nullopt;
}

// Mean elapsed age, in days, of what was in process at t.
std::optional<double> mean_age(const Slice& slice, Instant t) {
    double sum = 0;
    int count = 0;
    slice.each([&](CardIndex i, const Journey& journey) {
        const auto stays = slice.flow().stays(i);
        if (std::any_of(stays.begin(), stays.end(),
                        [t](const Stay& stay) { return stay.covers(t); })) {
            sum += (t - journey.start).days();
            ++count;
        }
    });
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

// Deliveries seen in process: how many, and their mean elapsed cycle time in days.
struct Finished {
    int count = 0;
    double mean_days = 0;
};
Finished finished_in(const Slice& slice) {
    Finished result;
    double sum = 0;
    slice.each([&](CardIndex, const Journey& journey) {
        if (journey.has_cycle_time() && slice.in_period(journey.end_day)) {
            sum += (journey.end - journey.start).days();
            ++result.count;
        }
    });
    result.mean_days = result.count == 0 ? 0 : sum / result.count;
    return result;
}

void find_failing(Stability& result) {
    const auto fails = [&result](bool fine, Unsteady condition) {
        if (!fine) {
            result.failing.push_back(condition);
        }
    };
    fails(alike(result.arrivals_per_day, result.departures_per_day), Unsteady::Rates);
    fails(std::abs(result.wip_at_begin - result.wip_at_end) <= 1 ||
              alike(result.wip_at_begin, result.wip_at_end),
          Unsteady::WipAtEnds);
    fails(!result.mean_age_at_begin || !result.mean_age_at_end ||
              alike(*result.mean_age_at_begin, *result.mean_age_at_end),
          Unsteady::AgeDrifts);
    fails(result.discarded_share.value_or(0) <= kMostDiscarded, Unsteady::NotFinished);
}

}  // namespace

Little little(const Slice& slice) {
    Little result;
    const auto window = window_of(slice);
    if (!window || !slice.flow().workflow().is_set_up()) {
        return result;
    }
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            result.wip_at_begin += stay.begin < window->begin && stay.end > window->begin ? 1 : 0;
            result.arrivals += stay.begin >= window->begin && stay.begin < window->end ? 1 : 0;
        }
    });
    result.window_days = window->days();
    result.presence_days = presence(slice, window->begin, window->end).days();
    result.average_wip = result.presence_days / result.window_days;
    const int were_there = result.wip_at_begin + result.arrivals;
    if (were_there > 0) {
        result.lambda_per_day = were_there / result.window_days;
        result.time_days = result.presence_days / were_there;
    }
    return result;
}

std::string_view to_text(Unsteady condition) {
    switch (condition) {
        case Unsteady::Rates: return "cards arrive and depart at different rates";
        case Unsteady::WipAtEnds: return "work in process at the end differs from the beginning";
        case Unsteady::AgeDrifts: return "the mean age drifts";
        case Unsteady::NotFinished: return "much of what starts is never finished";
    }
    return "";
}

Stability stability(const Slice& slice) {
    Stability result;
    const auto window = window_of(slice);
    if (!window || !slice.flow().workflow().is_set_up()) {
        return result;
    }
    const FlowCounts counts = flow_counts(slice);
    const int departed = counts.departures.total();
    result.arrivals_per_day = counts.arrivals / window->days();
    result.departures_per_day = departed / window->days();
    if (departed > 0) {
        result.discarded_share =
            static_cast<double>(departed - counts.departures.delivered) / departed;
    }
    result.wip_at_begin = wip_at(slice, window->begin);
    result.wip_at_end = wip_at(slice, window->end);
    result.mean_age_at_begin = mean_age(slice, window->begin);
    result.mean_age_at_end = mean_age(slice, window->end);
    const Finished finished = finished_in(slice);
    if (finished.count > 0 && finished.mean_days > 0) {
        const double average_wip =
            presence(slice, window->begin, window->end).days() / window->days();
        result.ratio = average_wip / (finished.count / window->days() * finished.mean_days);
        result.steady = *result.ratio >= kLow && *result.ratio <= kHigh;
        if (!result.steady) {
            find_failing(result);
        }
    }
    return result;
}

}  // namespace throughline::flow
