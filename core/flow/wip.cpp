#include "core/flow/wip.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace throughline::flow {
namespace {

// Counts that change on given days, kept as differences; days before the first count from the
// start.
class DayCounter {
public:
    explicit DayCounter(const Slice& slice)
        : from_(slice.from()), change_(static_cast<std::size_t>(slice.day_count()) + 1) {}

    void add(Day day, int count) {
        const int at = std::max(0, day - from_);
        if (static_cast<std::size_t>(at) < change_.size()) {
            change_[static_cast<std::size_t>(at)] += count;
        }
    }

    std::vector<int> totals() {
        std::partial_sum(change_.begin(), change_.end(), change_.begin());
        change_.pop_back();
        return std::move(change_);
    }

private:
    Day from_;
    std::vector<int> change_;
};

std::int64_t attribute_now(const CardInfo& card, Attribute attribute) {
    switch (attribute) {
        case Attribute::Dri: return card.dri.value;
        case Attribute::ServiceClass: return static_cast<std::int64_t>(card.service_class);
        case Attribute::Objective: return card.objective.value;
    }
    return 0;
}

// For each card the earliest change after t: its value before is the value at t.
std::unordered_map<model::CardId, const AttributeChange*> changes_after(const Flow& flow,
                                                                        Attribute attribute,
                                                                        Instant t) {
    std::unordered_map<model::CardId, const AttributeChange*> result;
    for (const AttributeChange& change : flow.rows().attribute_changes) {
        if (change.what == attribute && change.at > t && change.at <= flow.as_of()) {
            auto& earliest = result[change.card];
            if (earliest == nullptr || change.at < earliest->at) {
                earliest = &change;
            }
        }
    }
    return result;
}

}  // namespace

int wip_at(const Slice& slice, Instant t) {
    int count = 0;
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            count += stay.covers(t) ? 1 : 0;
        }
    });
    return count;
}

std::vector<int> cards_by_column(const Slice& slice, Instant t) {
    std::vector<int> counts(static_cast<std::size_t>(slice.flow().workflow().size()));
    slice.each([&](CardIndex i, const Journey&) {
        for (const Visit& visit : slice.flow().visits(i)) {
            if (visit.begin <= t && t < visit.end) {
                ++counts[static_cast<std::size_t>(visit.column)];
            }
        }
    });
    return counts;
}

std::int64_t attribute_at(const Flow& flow, CardIndex card, Attribute attribute, Instant t) {
    const auto changes = changes_after(flow, attribute, t);
    const auto found = changes.find(flow.card(card).id);
    return found == changes.end() ? attribute_now(flow.card(card), attribute)
                                  : found->second->before;
}

std::vector<WipShare> wip_by(const Slice& slice, Attribute attribute, Instant t) {
    const auto changes = changes_after(slice.flow(), attribute, t);
    std::map<std::int64_t, int> counts;
    slice.each([&](CardIndex i, const Journey&) {
        const auto stays = slice.flow().stays(i);
        if (std::any_of(stays.begin(), stays.end(),
                        [t](const Stay& stay) { return stay.covers(t); })) {
            const CardInfo& card = slice.flow().card(i);
            const auto found = changes.find(card.id);
            ++counts[found == changes.end() ? attribute_now(card, attribute)
                                            : found->second->before];
        }
    });
    std::vector<WipShare> result;
    for (const auto& [key, count] : counts) {
        result.push_back({key, count});
    }
    return result;
}

std::vector<int> wip_by_day(const Slice& slice) {
    DayCounter counter(slice);
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            counter.add(stay.begin_day, 1);
            if (stay.departed()) {
                counter.add(stay.end_day, -1);
            }
        }
    });
    return counter.totals();
}

std::vector<int> wip_any_time_by_day(const Slice& slice) {
    DayCounter counter(slice);
    slice.each([&](CardIndex i, const Journey&) {
        Day counted_to{
            std::numeric_limits<std::int32_t>::min()};  // a day with two stays counts once
        for (const Stay& stay : slice.flow().stays(i)) {
            if (!stay.observed) {
                continue;
            }
            const Day end = stay.departed() ? stay.end_day : slice.flow().today();
            const Day begin = std::max(stay.begin_day, counted_to + 1);
            if (begin <= end) {
                counter.add(begin, 1);
                counter.add(end + 1, -1);
                counted_to = end;
            }
        }
    });
    return counter.totals();
}

std::vector<std::vector<int>> columns_by_day(const Slice& slice) {
    std::vector<DayCounter> counters(static_cast<std::size_t>(slice.flow().workflow().size()),
                                     DayCounter(slice));
    slice.each([&](CardIndex i, const Journey&) {
        const auto visits = slice.flow().visits(i);
        for (std::size_t k = 0; k < visits.size(); ++k) {
            DayCounter& counter = counters[static_cast<std::size_t>(visits[k].column)];
            counter.add({visits[k].begin_day}, 1);
            if (visits[k].end != kOpen) {
                const bool next = k + 1 < visits.size() && visits[k + 1].begin == visits[k].end;
                counter.add(
                    next ? Day{visits[k + 1].begin_day} : slice.flow().zone().day(visits[k].end),
                    -1);
            }
        }
    });
    std::vector<std::vector<int>> result;
    for (DayCounter& counter : counters) {
        result.push_back(counter.totals());
    }
    return result;
}

Duration wip_integral(const Slice& slice, Instant from, Instant to) {
    std::vector<std::pair<Instant, int>> steps;
    int wip = 0;
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            wip += stay.covers(from) ? 1 : 0;
            if (stay.begin > from && stay.begin < to) {
                steps.emplace_back(stay.begin, 1);
            }
            if (stay.end > from && stay.end < to) {
                steps.emplace_back(stay.end, -1);
            }
        }
    });
    std::sort(steps.begin(), steps.end());
    steps.emplace_back(to, 0);
    Duration total;
    Instant at = from;
    for (const auto& [t, change] : steps) {
        total.us += wip * (t - at).us;
        at = t;
        wip += change;
    }
    return total;
}

Duration presence(const Slice& slice, Instant from, Instant to) {
    Duration total;
    slice.each([&](CardIndex i, const Journey&) {
        for (const Stay& stay : slice.flow().stays(i)) {
            const Instant begin = std::max(stay.begin, from);
            const Instant end = std::min(stay.end, to);
            if (begin < end) {
                total += end - begin;
            }
        }
    });
    return total;
}

}  // namespace throughline::flow
