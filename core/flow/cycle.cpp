#include "core/flow/cycle.h"

#include <algorithm>

namespace throughline::flow {
namespace {

// By (finish instant, card id). Small keys are sorted in place of the wide rows.
std::vector<CycleTime> in_order(const Flow& flow, const std::vector<CycleTime>& times) {
    struct Key {
        Instant end;
        model::CardId card;
        std::size_t at = 0;
    };
    std::vector<Key> keys;
    keys.reserve(times.size());
    for (const CycleTime& time : times) {
        keys.push_back({time.end_at, flow.card(time.card).id, keys.size()});
    }
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        return a.end != b.end ? a.end < b.end : a.card < b.card;
    });
    std::vector<CycleTime> sorted;
    sorted.reserve(times.size());
    for (const Key& key : keys) {
        sorted.push_back(times[key.at]);
    }
    return sorted;
}

}  // namespace

std::vector<CycleTime> cycle_times(const Slice& slice) {
    std::vector<CycleTime> result;
    result.reserve(static_cast<std::size_t>(slice.flow().card_count()));
    slice.each([&](CardIndex i, const Journey& journey) {
        if (!journey.has_cycle_time() || !slice.in_period(journey.end_day)) {
            return;
        }
        Duration inside;
        for (const Stay& stay : slice.flow().stays(i)) {
            inside += stay.end - stay.begin;
        }
        const Duration elapsed = journey.end - journey.start;
        result.push_back({.card = i,
                          .start = journey.start_day,
                          .end = journey.end_day,
                          .end_at = journey.end,
                          .days = slice.days(journey.start_day, journey.end_day),
                          .elapsed = elapsed,
                          .gap_share = elapsed.us == 0
                                           ? 0
                                           : static_cast<double>((elapsed - inside).us) /
                                                 static_cast<double>(elapsed.us),
                          .day_precision = journey.day_precision});
    });
    return in_order(slice.flow(), result);
}

std::vector<int> days_of(const std::vector<CycleTime>& times) {
    std::vector<int> days(times.size());
    std::transform(times.begin(), times.end(), days.begin(),
                   [](const CycleTime& time) { return time.days; });
    return days;
}

std::vector<int> cycle_days(const Slice& slice) {
    std::vector<int> days;
    slice.each([&](CardIndex, const Journey& journey) {
        if (journey.has_cycle_time() && slice.in_period(journey.end_day)) {
            days.push_back(slice.days(journey.start_day, journey.end_day));
        }
    });
    return days;
}

std::vector<LeadTime> lead_times(const Slice& slice) {
    std::vector<LeadTime> result;
    slice.each([&](CardIndex i, const Journey& journey) {
        if (!journey.finished || !slice.in_period(journey.end_day)) {
            return;
        }
        const CardInfo& card = slice.flow().card(i);
        // History may be older than the request that it was given afterwards.
        const Day begin = std::min(slice.flow().zone().day(card.submitted_at), journey.end_day);
        result.push_back({.card = i,
                          .begin = begin,
                          .end = journey.end_day,
                          .days = slice.days(begin, journey.end_day),
                          .has_request = static_cast<bool>(card.request)});
    });
    return result;
}

std::vector<Abandoned> abandoned(const Slice& slice) {
    std::vector<Abandoned> result;
    slice.each([&](CardIndex i, const Journey& journey) {
        const auto stays = slice.flow().stays(i);
        if (!journey.started || journey.in_process || journey.finished ||
            !slice.in_period(stays.back().end_day)) {
            return;
        }
        Duration inside;
        for (const Stay& stay : stays) {
            inside += stay.end - stay.begin;
        }
        result.push_back({.card = i,
                          .how = stays.back().how,
                          .day = stays.back().end_day,
                          .in_process = inside});
    });
    return result;
}

std::vector<int> histogram(const std::vector<int>& days) {
    std::vector<int> bars;
    for (const int value : days) {
        if (value < 1) {
            continue;
        }
        bars.resize(std::max(bars.size(), static_cast<std::size_t>(value)));
        ++bars[static_cast<std::size_t>(value) - 1];
    }
    return bars;
}

}  // namespace throughline::flow
