#include "core/flow/intake.h"

#include <algorithm>

namespace throughline::flow {
namespace {

// A request as it stood at as_of: what was decided later is still pending.
model::RequestState state_at(const model::Request& request, Instant as_of) {
    const bool decided =
        !request.is_open() && (!request.decided_at || *request.decided_at <= as_of);
    return decided ? request.state : model::RequestState::Submitted;
}

void count_request(const Slice& slice, const model::Request& request, Cohort& cohort) {
    ++cohort.submitted;
    switch (state_at(request, slice.flow().as_of())) {
        case model::RequestState::Submitted:
        case model::RequestState::NeedsInfo: ++cohort.pending; break;
        case model::RequestState::Accepted: ++cohort.accepted; break;
        case model::RequestState::Declined: ++cohort.declined; break;
        case model::RequestState::Merged: ++cohort.merged; break;
    }
    if (const auto card = slice.flow().index_of(request.card)) {
        const Journey& journey = slice.flow().journey(*card);
        cohort.committed += journey.started || journey.finished ? 1 : 0;
        cohort.delivered += journey.finished ? 1 : 0;
    }
}

}  // namespace

std::vector<Cohort> cohorts(const Slice& slice) {
    std::vector<Cohort> result;
    if (slice.day_count() == 0) {
        return result;
    }
    const Day first = week_of(slice.from());
    for (Day monday = first; monday <= slice.to(); monday = monday + 7) {
        result.push_back({.monday = monday});
    }
    const Flow& flow = slice.flow();
    for (const model::Request& request : flow.rows().requests) {
        const Day day = flow.zone().day(request.submitted_at);
        if (request.submitted_at <= flow.as_of() && slice.in_period(day)) {
            count_request(slice, request, result[static_cast<std::size_t>((day - first) / 7)]);
        }
    }
    return result;
}

Discards discards(const Slice& slice) {
    Discards result;
    for (const Cohort& cohort : cohorts(slice)) {
        result.upstream.part += cohort.declined + cohort.merged;
        result.upstream.whole += cohort.accepted + cohort.declined + cohort.merged;
    }
    const DepartureCounts departures = flow_counts(slice).departures;
    result.downstream = {departures.discarded + departures.returned + departures.traded_out,
                         departures.total()};
    return result;
}

Replenishment replenishment(const Slice& slice) {
    const Flow& flow = slice.flow();
    Replenishment result;
    const std::vector<int> by_day = arrivals_by_day(slice);
    result.per_week = by_week(slice.from(), by_day);
    int cards = 0;
    for (const int count : by_day) {
        result.sittings += count > 0 ? 1 : 0;
        cards += count;
    }
    if (result.sittings > 0) {
        result.cards_per_sitting = static_cast<double>(cards) / result.sittings;
    }
    slice.each([&](CardIndex, const Journey& journey) {
        if (flow.workflow().region(journey.column) == Region::Options) {
            ++result.options_waiting;
            result.option_ages.push_back(slice.days(flow.zone().day(journey.first), flow.today()));
        }
    });
    std::sort(result.option_ages.begin(), result.option_ages.end(), std::greater<>());
    return result;
}

}  // namespace throughline::flow
