#include "core/flow/limits.h"

#include <algorithm>
#include <charconv>

namespace throughline::flow {
namespace {

bool is_expedite(const Flow& flow, CardIndex card) {
    return flow.card(card).service_class == model::ServiceClass::Expedite;
}

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
        ++(is_expedite(flow, i) ? result.expedite : result.ordinary)[at];
        result.ready[at] += is_blocked_at(flow, i, flow.as_of()) ? 0 : 1;
    }
    return result;
}

// The column to the left that is not removed and outside the same group.
Position upstream_of(const Workflow& workflow, Position column) {
    for (Position p = static_cast<Position>(column - 1); p >= 0; --p) {
        const bool same_group =
            workflow.at(column).group && workflow.at(p).group == workflow.at(column).group;
        if (!workflow.at(p).removed && !same_group) {
            return p;
        }
    }
    return kNoColumn;
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

void add(std::vector<Place>& places,
         std::string subject,
         std::optional<int> limit,
         int count,
         std::optional<int> ready_upstream = std::nullopt) {
    if (limit) {
        places.push_back(
            {std::move(subject), limit, count, state_of(limit, count, ready_upstream)});
    }
}

void add_columns(const Flow& flow, const Standing& now, std::vector<Place>& places) {
    const Workflow& workflow = flow.workflow();
    const auto ready_left_of = [&](Position p) -> std::optional<int> {
        const Position upstream = upstream_of(workflow, p);
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
                             !is_expedite(flow, i) && flow.workflow().at(column).is_active()
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

namespace {

// A column's limit over time, from its present one and the dated changes.
class LimitHistory {
public:
    LimitHistory(const Flow& flow, const Stage& stage) : now_(stage.limit) {
        for (const model::WorkflowChange& change : flow.rows().workflow_changes) {
            if (change.what == "wip-limit" && change.subject == "column:" + stage.handle) {
                changes_.push_back(&change);
            }
        }
        std::sort(changes_.begin(), changes_.end(), [](const auto* a, const auto* b) {
            return a->at != b->at ? a->at < b->at : a->id < b->id;
        });
    }

    bool ever() const { return now_ || !changes_.empty(); }
    const std::vector<const model::WorkflowChange*>& changes() const { return changes_; }
    std::optional<int> at(Instant t) const {
        for (const model::WorkflowChange* change : changes_) {
            if (change->at > t) {
                return number(change->before);
            }
        }
        return now_;
    }

private:
    static std::optional<int> number(const std::string& text) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end != text.data() ? std::optional(value) : std::nullopt;
    }

    std::optional<int> now_;
    std::vector<const model::WorkflowChange*> changes_;
};

// Something that changes the count of a column, or of the ready cards left of it.
struct Step {
    Instant at;
    int count = 0;
    int upstream = 0;
};

std::vector<Step> steps_of(const Flow& flow, Position column, Position upstream) {
    std::vector<Step> steps;
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        for (const Visit& visit : flow.visits(i)) {
            if (visit.column == column && !is_expedite(flow, i)) {
                steps.push_back({visit.begin, 1, 0});
                steps.push_back({visit.end, -1, 0});
            } else if (visit.column == upstream) {
                steps.push_back({visit.begin, 0, 1});
                steps.push_back({visit.end, 0, -1});
                Instant covered = visit.begin;
                for (const BlockSpan& block : flow.blocks(i)) {
                    const Instant begin = std::max(block.begin, covered);
                    const Instant end = std::min(block.end, visit.end);
                    if (begin < end) {
                        steps.push_back({begin, 0, -1});
                        steps.push_back({end, 0, 1});
                        covered = end;
                    }
                }
            }
        }
    }
    return steps;
}

void sweep(std::vector<Step>& steps,
           const LimitHistory& limits,
           Instant from,
           Instant to,
           bool has_upstream,
           ColumnPressure& result) {
    for (const model::WorkflowChange* change : limits.changes()) {
        steps.push_back({change->at, 0, 0});
    }
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
    steps.push_back({to, 0, 0});
    int count = 0;
    int upstream = 0;
    Instant at = from;
    for (const Step& step : steps) {
        const Instant until = std::min(step.at, to);
        if (const auto limit = limits.at(at); at < until && limit) {
            result.full += count >= *limit ? until - at : Duration{};
            result.over += count > *limit ? until - at : Duration{};
            result.starved +=
                has_upstream && count < *limit && upstream == 0 ? until - at : Duration{};
        }
        at = std::max(at, until);
        count += step.count;
        upstream += step.upstream;
    }
}

}  // namespace

std::vector<ColumnPressure> column_pressure(const Slice& slice) {
    const Flow& flow = slice.flow();
    std::vector<ColumnPressure> result;
    if (slice.day_count() == 0) {
        return result;
    }
    for (Position p = 0; p < flow.workflow().size(); ++p) {
        const Stage& stage = flow.workflow().at(p);
        const LimitHistory limits(flow, stage);
        if (stage.removed || !limits.ever()) {
            continue;
        }
        ColumnPressure pressure{.column = p};
        const Position upstream = upstream_of(flow.workflow(), p);
        std::vector<Step> steps = steps_of(flow, p, upstream);
        sweep(steps, limits, flow.zone().start_of(slice.from()), slice.end_of(slice.to()),
              upstream != kNoColumn, pressure);
        for (const model::RefusedTry& refusal : flow.rows().refusals) {
            pressure.refusals +=
                refusal.rule == "wip_limit" && refusal.subject == "column:" + stage.handle &&
                        refusal.at <= flow.as_of() && slice.in_period(flow.zone().day(refusal.at))
                    ? 1
                    : 0;
        }
        result.push_back(pressure);
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
    const Slice lane = slice.narrowed(
        [](const CardInfo& card) { return card.service_class == model::ServiceClass::Expedite; });
    const FlowCounts all = flow_counts(slice);
    const FlowCounts expedites = flow_counts(lane);
    return {.starts = {expedites.arrivals, all.arrivals},
            .deliveries = {expedites.throughput, all.throughput}};
}

}  // namespace throughline::flow
