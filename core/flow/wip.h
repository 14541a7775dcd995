// Work in process.
//
// metrics, section 2: WIP(t) = cards in process at t; the same per column, person, class,
// objective, each by the attribute's value at t. The daily chart shows the value at the end of the
// local day. Inclusive days add up with "in process at any time of that day", elapsed time with WIP
// at an instant. Example, in process on days 1-1, 1-3, 2-5: any-time WIP 2 2 2 1 1 = 8 = cycle
// times 1 + 3 + 4; end of day 1 2 1 1 0 = 5 = 8 - 3 cards.
#pragma once

#include "core/flow/scope.h"

#include <vector>

namespace throughline::flow {

int wip_at(const Slice& slice, Instant t);

// Cards at t per position of the workflow, options and done columns too.
std::vector<int> cards_by_column(const Slice& slice, Instant t);

// In process at t. `key` is an id's value (0 for none) or a ServiceClass as a number; ascending.
struct WipShare {
    std::int64_t key = 0;
    int count = 0;
    friend bool operator==(const WipShare&, const WipShare&) = default;
};
std::vector<WipShare> wip_by(const Slice& slice, Attribute attribute, Instant t);
// The value of a card's attribute at t.
std::int64_t attribute_at(const Flow& flow, CardIndex card, Attribute attribute, Instant t);

// One value per day of slice.from() .. slice.to().
std::vector<int> wip_by_day(const Slice& slice);           // at the end of each day
std::vector<int> wip_any_time_by_day(const Slice& slice);  // in process at any time of the day
// [position][day]: what stands in which column at the end of each day, options and done too.
std::vector<std::vector<int>> columns_by_day(const Slice& slice);

// The integral of WIP over [from, to): total presence of all cards. Equal to presence() below; a
// difference would be a bug in our rows (metrics, section 5).
Duration wip_integral(const Slice& slice, Instant from, Instant to);
// The same, summed card by card.
Duration presence(const Slice& slice, Instant from, Instant to);

}  // namespace throughline::flow
