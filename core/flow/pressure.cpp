#include "core/flow/pressure.h"

#include <algorithm>
#include <charconv>

namespace throughline::flow {
namespace {

// A limit over time, from the present one and the dated changes.
class LimitHistory {
public:
    LimitHistory(const Flow& flow, const std::string& subject, std::optional<int> now) : now_(now) {
        for (const model::WorkflowChange& change : flow.rows().workflow_changes) {
            if (change.what == "wip-limit" && change.subject == subject) {
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

// Something that changes the count of a place, or of the ready cards left of it.
struct Step {
    Instant at;
    int count = 0;
    int upstream = 0;
};

// What a limit holds for: a column, or the columns of a group.
struct Held {
    std::vector<Position> columns;
    Position upstream = kNoColumn;

    bool has(Position column) const {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    }
};

// A card waits upstream while it stands there and is not blocked.
void add_waiting(const Flow& flow, CardIndex card, const Visit& visit, std::vector<Step>& steps) {
    steps.push_back({visit.begin, 0, 1});
    steps.push_back({visit.end, 0, -1});
    Instant covered = visit.begin;
    for (const BlockSpan& block : flow.blocks(card)) {
        const Instant begin = std::max(block.begin, covered);
        const Instant end = std::min(block.end, visit.end);
        if (begin < end) {
            steps.push_back({begin, 0, -1});
            steps.push_back({end, 0, 1});
            covered = end;
        }
    }
}

std::vector<Step> steps_of(const Flow& flow, const Held& held) {
    std::vector<Step> steps;
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        for (const Visit& visit : flow.visits(i)) {
            if (held.has(visit.column) && !flow.card(i).is_expedite()) {
                steps.push_back({visit.begin, 1, 0});
                steps.push_back({visit.end, -1, 0});
            } else if (visit.column == held.upstream) {
                add_waiting(flow, i, visit, steps);
            }
        }
    }
    return steps;
}

// Follows an unbroken time of something: since when it has been so.
class Spell {
public:
    void go_on(bool is_so, Instant from) {
        since_ = !is_so ? std::nullopt : since_ ? since_ : std::optional(from);
    }
    std::optional<Instant> since() const { return since_; }

private:
    std::optional<Instant> since_;
};

void sweep(std::vector<Step> steps, const LimitHistory& limits, Instant from, Instant to,
           bool has_upstream, Pressure& result) {
    for (const model::WorkflowChange* change : limits.changes()) {
        steps.push_back({change->at, 0, 0});
    }
    steps.push_back({from, 0, 0});
    steps.push_back({to, 0, 0});
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
    int count = 0;
    int upstream = 0;
    Spell full;
    Spell starved;
    for (std::size_t i = 0; i < steps.size() && steps[i].at < to; ++i) {
        count += steps[i].count;
        upstream += steps[i].upstream;
        const Instant at = steps[i].at;
        const Instant until = std::min(i + 1 < steps.size() ? steps[i + 1].at : to, to);
        if (at == until) {
            continue;
        }
        const auto limit = limits.at(at);
        const bool is_full = limit && count >= *limit;
        const bool is_starved = limit && !is_full && has_upstream && upstream == 0;
        full.go_on(is_full, at);
        starved.go_on(is_starved, at);
        if (at >= from) {
            result.full += is_full ? until - at : Duration{};
            result.over += limit && count > *limit ? until - at : Duration{};
            result.starved += is_starved ? until - at : Duration{};
        }
    }
    result.full_since = full.since();
    result.starved_since = starved.since();
}

int refusals(const Slice& slice, const std::string& subject) {
    const Flow& flow = slice.flow();
    int count = 0;
    for (const model::RefusedTry& refusal : flow.rows().refusals) {
        count += refusal.rule == "wip_limit" && refusal.subject == subject &&
                         refusal.at <= flow.as_of() && slice.in_period(flow.zone().day(refusal.at))
                     ? 1
                     : 0;
    }
    return count;
}

Pressure pressure_of(const Slice& slice, const Held& held, const LimitHistory& limits,
                     std::string subject, std::string name) {
    const Flow& flow = slice.flow();
    Pressure result{
        .subject = std::move(subject), .name = std::move(name), .column = held.columns.front()};
    sweep(steps_of(flow, held), limits, flow.zone().start_of(slice.from()),
          slice.end_of(slice.to()), held.upstream != kNoColumn, result);
    result.refusals = refusals(slice, result.subject);
    return result;
}

}  // namespace

std::vector<Pressure> pressures(const Slice& slice) {
    const Flow& flow = slice.flow();
    const Workflow& workflow = flow.workflow();
    std::vector<Pressure> result;
    if (slice.day_count() == 0) {
        return result;
    }
    for (Position p = 0; p < workflow.size(); ++p) {
        const Stage& stage = workflow.at(p);
        const std::string subject = "column:" + stage.handle;
        const LimitHistory limits(flow, subject, stage.limit);
        if (!stage.removed && limits.ever()) {
            result.push_back(
                pressure_of(slice, {{p}, workflow.upstream(p)}, limits, subject, stage.name));
        }
    }
    for (const model::ColumnGroup& group : flow.rows().groups) {
        const std::string subject = "group:" + group.handle;
        const LimitHistory limits(flow, subject, group.wip_limit);
        Held held;
        for (Position p = 0; p < workflow.size(); ++p) {
            if (workflow.at(p).group == group.id && !workflow.at(p).removed) {
                held.columns.push_back(p);
            }
        }
        if (!group.removed && limits.ever() && !held.columns.empty()) {
            held.upstream = workflow.upstream(held.columns.front());
            result.push_back(pressure_of(slice, held, limits, subject, group.name));
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Pressure& a, const Pressure& b) { return a.column < b.column; });
    return result;
}

}  // namespace throughline::flow
