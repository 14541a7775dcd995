#include "core/flow/load.h"

#include "core/flow/throughput.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace throughline::flow {
namespace {

struct Instants {
    std::vector<Instant> at;         // one per working day of the period, ascending
    Day from;                        // of the period
    std::vector<std::size_t> first;  // per day of the period: the first of `at` on it or after it

    // The first that is not before an instant of this day.
    std::size_t index(Day day, Instant begin) const {
        const auto after = static_cast<std::size_t>(std::max(0, day - from));
        return reach(after < first.size() ? first[after] : at.size(), begin);
    }
    // The first from `i` on that is not before `t`: most visits are short.
    std::size_t reach(std::size_t i, Instant t) const {
        constexpr int kSteps = 8;
        for (int step = 0; step < kSteps; ++step, ++i) {
            if (i >= at.size() || at[i] >= t) {
                return i;
            }
        }
        const auto begin = at.begin() + static_cast<std::ptrdiff_t>(i);
        return static_cast<std::size_t>(std::lower_bound(begin, at.end(), t) - at.begin());
    }
};

Instants ends_of_work(const Slice& slice) {
    const Flow& flow = slice.flow();
    const WorkingCalendar& calendar = flow.rows().calendar;
    Instants result{.from = slice.from()};
    for (Day day = slice.from(); day <= slice.to(); ++day) {
        result.first.push_back(result.at.size());
        if (calendar.is_working(day)) {
            result.at.push_back(
                std::min(flow.zone().at(day, calendar.end) - Duration{1}, flow.as_of()));
        }
    }
    return result;
}

// Adds one card to its DRI's cards of each day; `changes` holds differences from day to day.
void add_card(const Flow& flow, CardIndex card, const Instants& days, std::vector<int>& changes) {
    const auto blocks = flow.blocks(card);
    const auto is_blocked = [blocks](Instant at) {
        return std::any_of(blocks.begin(), blocks.end(), [at](const BlockSpan& block) {
            return block.begin <= at && at < block.end;
        });
    };
    for (const Visit& visit : flow.visits(card)) {
        if (!flow.workflow().in_process(visit.column) ||
            !flow.workflow().at(visit.column).is_active()) {
            continue;
        }
        const std::size_t begin = days.index({visit.begin_day}, visit.begin);
        const std::size_t end = days.reach(begin, visit.end);
        ++changes[begin];
        --changes[end];
        for (std::size_t i = begin; !blocks.empty() && i < end; ++i) {
            if (is_blocked(days.at[i])) {
                --changes[i];
                ++changes[i + 1];
            }
        }
    }
}

// Members pull cards; leads and admins count when they held one, or have a limit of their own.
bool offers_places(const model::Person& person, bool held_a_card) {
    return held_a_card || person.wip_limit || person.role == model::Role::Member;
}

}  // namespace

Load load(const Slice& asked) {
    const Flow& flow = asked.flow();
    // All cards take places, whichever are asked for.
    const Slice slice(flow, {.from = asked.from(), .to = asked.to(), .as_of = asked.scope().as_of});
    const Instants days = ends_of_work(slice);
    std::unordered_map<model::PersonId, std::vector<int>> counts;
    slice.each([&](CardIndex i, const Journey&) {
        const CardInfo& card = flow.card(i);
        if (card.dri && card.service_class != model::ServiceClass::Expedite) {
            auto& mine = counts[card.dri];
            mine.resize(days.at.size() + 1);
            add_card(flow, i, days, mine);
        }
    });
    for (auto& person : counts) {
        std::partial_sum(person.second.begin(), person.second.end(), person.second.begin());
    }
    Load result;
    const model::Board* board = flow.rows().board();
    for (const model::Person& person : flow.rows().persons) {
        if (!person.active || !offers_places(person, counts.contains(person.id))) {
            continue;
        }
        PersonLoad one{.person = person.id, .limit = person.wip_limit};
        if (!one.limit && board != nullptr) {
            one.limit = board->person_limit;
        }
        if (one.limit) {
            one.slot_days.whole =
                static_cast<std::int64_t>(*one.limit) * static_cast<std::int64_t>(days.at.size());
            for (const int used : counts[person.id]) {
                one.slot_days.part += std::min(used, *one.limit);
            }
            result.team.part += one.slot_days.part;
            result.team.whole += one.slot_days.whole;
        }
        result.persons.push_back(one);
    }
    std::sort(result.persons.begin(), result.persons.end(),
              [](const PersonLoad& a, const PersonLoad& b) { return a.person < b.person; });
    return result;
}

std::optional<double> waiting_factor(double rho) {
    return rho >= 1 ? std::nullopt : std::optional(rho / (1 - rho));
}

Takt takt(double working_days, int demanded, int delivered) {
    Takt result{.demanded = demanded, .delivered = delivered, .queue_growth = demanded - delivered};
    if (demanded > 0) {
        result.takt_days = working_days / demanded;
    }
    if (delivered > 0) {
        result.interval_days = working_days / delivered;
    }
    return result;
}

Takt takt(const Slice& slice) {
    int demanded = 0;
    slice.each([&](CardIndex, const Journey& journey) {
        const Day day = slice.flow().zone().day(journey.first);
        demanded += journey.column != kNoColumn && slice.in_period(day) ? 1 : 0;
    });
    return takt(available_days(slice), demanded, flow_counts(slice).throughput);
}

}  // namespace throughline::flow
