#include "core/flow/limits.h"

#include <algorithm>

namespace throughline::flow {
namespace {

bool is_blocked_at(const Flow& flow, CardIndex card, Instant t) {
    const auto blocks = flow.blocks(card);
    return std::any_of(blocks.begin(), blocks.end(),
                       [t](const BlockSpan& block) { return block.begin <= t && t < block.end; });
}

// Cards standing on the board now, by position.
struct Standing {
    std::vector<int> ordinary;
    std::vector<int> expedite;
    std::vector<int> ready;  // not blocked, expedites too
};

Standing standing(const Flow& flow) {
    const auto size = static_cast<std::size_t>(flow.workflow().size());
    Standing result{std::vector<int>(size), std::vector<int>(size), std::vector<int>(size)};
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        const Position column = flow.journey(i).column;
        if (column == kNoColumn) {
            continue;
        }
        const auto at = static_cast<std::size_t>(column);
        ++(flow.card(i).is_expedite() ? result.expedite : result.ordinary)[at];
        result.ready[at] += is_blocked_at(flow, i, flow.as_of()) ? 0 : 1;
    }
    return result;
}

PlaceState state_of(std::optional<int> limit, int count, std::optional<int> ready_upstream) {
    if (!limit) {
        return PlaceState::NoLimit;
    }
    if (count >= *limit) {
        return PlaceState::Full;
    }
    return !ready_upstream       ? PlaceState::Room
           : *ready_upstream > 0 ? PlaceState::Pull
                                 : PlaceState::Starved;
}

void add(std::vector<Place>& places, std::string subject, std::optional<int> limit, int count,
         std::optional<int> ready_upstream = std::nullopt) {
    if (limit) {
        places.push_back(
            {std::move(subject), limit, count, state_of(limit, count, ready_upstream)});
    }
}

void add_columns(const Flow& flow, const Standing& now, std::vector<Place>& places) {
    const Workflow& workflow = flow.workflow();
    const auto ready_left_of = [&](Position p) -> std::optional<int> {
        const Position upstream = workflow.upstream(p);
        return upstream == kNoColumn ? std::nullopt
                                     : std::optional(now.ready[static_cast<std::size_t>(upstream)]);
    };
    for (Position p = 0; p < workflow.size(); ++p) {
        if (!workflow.at(p).removed) {
            add(places, "column:" + workflow.at(p).handle, workflow.at(p).limit,
                now.ordinary[static_cast<std::size_t>(p)], ready_left_of(p));
        }
    }
    for (const model::ColumnGroup& group : flow.rows().groups) {
        int count = 0;
        std::optional<int> upstream;
        bool first = true;
        for (Position p = 0; p < workflow.size(); ++p) {
            if (workflow.at(p).group == group.id && !workflow.at(p).removed) {
                upstream = first ? ready_left_of(p) : upstream;
                first = false;
                count += now.ordinary[static_cast<std::size_t>(p)];
            }
        }
        if (!group.removed) {
            add(places, "group:" + group.handle, group.wip_limit, count, upstream);
        }
    }
}

void add_persons(const Flow& flow, std::vector<Place>& places) {
    for (const model::Person& person : flow.rows().persons) {
        int count = 0;
        for (CardIndex i = 0; i < flow.card_count(); ++i) {
            const Position column = flow.journey(i).column;
            count += flow.card(i).dri == person.id && column != kNoColumn &&
                             !flow.card(i).is_expedite() && flow.workflow().at(column).is_active()
                         ? 1
                         : 0;
        }
        const model::Board* board = flow.rows().board();
        const auto limit =
            person.wip_limit || board == nullptr ? person.wip_limit : board->person_limit;
        if (person.active) {
            add(places, "person:" + person.handle, limit, count);
        }
    }
}

}  // namespace

std::string_view to_text(PlaceState state) {
    switch (state) {
        case PlaceState::NoLimit: return "";
        case PlaceState::Pull: return "pull";
        case PlaceState::Starved: return "starved";
        case PlaceState::Room: return "room";
        case PlaceState::Full: return "full";
    }
    return "";
}

std::vector<Place> places(const Slice& slice) {
    const Flow& flow = slice.flow();
    const Workflow& workflow = flow.workflow();
    const Standing now = standing(flow);
    std::vector<Place> result;
    add_columns(flow, now, result);
    add_persons(flow, result);
    if (const model::Board* board = flow.rows().board()) {
        int in_process = 0;
        int expedites = 0;
        for (Position p = 0; p < workflow.first_done(); ++p) {
            in_process += workflow.in_process(p) ? now.ordinary[static_cast<std::size_t>(p)] : 0;
            expedites += now.expedite[static_cast<std::size_t>(p)];
        }
        add(result, "board", board->wip_limit, in_process);
        add(result, "expedite-lane", board->expedite_limit, expedites);
    }
    return result;
}

OverrideFigures override_figures(const Slice& slice) {
    const Flow& flow = slice.flow();
    OverrideFigures result;
    std::vector<int> by_day(static_cast<std::size_t>(slice.day_count()));
    for (const model::Override& row : flow.rows().overrides) {
        const Day day = flow.zone().day(row.at);
        const auto card = flow.index_of(row.card);
        if (row.rule == "wip_limit" && row.at <= flow.as_of() && slice.in_period(day) && card &&
            slice.has(*card)) {
            ++by_day[static_cast<std::size_t>(day - slice.from())];
            ++result.pulls_by_override.part;
        }
    }
    result.per_week = by_week(slice.from(), by_day);
    slice.each([&](CardIndex i, const Journey&) {
        for (const Visit& visit : flow.visits(i)) {
            result.pulls_by_override.whole +=
                flow.workflow().in_process(visit.column) && slice.in_period({visit.begin_day}) ? 1
                                                                                               : 0;
        }
    });
    return result;
}

ExpediteShare expedite_share(const Slice& slice) {
    const Slice lane = slice.narrowed([](const CardInfo& card) { return card.is_expedite(); });
    const FlowCounts all = flow_counts(slice);
    const FlowCounts expedites = flow_counts(lane);
    return {.starts = {expedites.arrivals, all.arrivals},
            .deliveries = {expedites.throughput, all.throughput}};
}

}  // namespace throughline::flow
