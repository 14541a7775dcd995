// The simulation's model of this team, and whether it may be believed.
#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/limits.h"
#include "core/flow/percentile.h"
#include "core/flow/simulation.h"
#include "core/flow/throughput.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace throughline::flow {
namespace {

// What was observed of the visits to one column that ended in the period.
struct Observed {
    std::vector<double> service_days;
    std::vector<double> block_days;
    int visits = 0;
    int backward = 0;
    std::map<Position, int> back_to;
};

void observe_card(const Slice& slice, CardIndex card, std::vector<Observed>& columns) {
    const Flow& flow = slice.flow();
    const auto visits = flow.visits(card);
    for (std::size_t k = 0; k < visits.size(); ++k) {
        const Visit& visit = visits[k];
        if (!flow.workflow().in_process(visit.column) || visit.end == kOpen ||
            !slice.in_period(flow.zone().day(visit.end))) {
            continue;
        }
        Observed& seen = columns[static_cast<std::size_t>(visit.column)];
        const Duration blocked = blocked_time(flow, card, visit.begin, visit.end);
        ++seen.visits;
        seen.service_days.push_back((visit.end - visit.begin - blocked).days());
        if (blocked.us > 0) {
            seen.block_days.push_back(blocked.days());
        }
        const bool goes_on = k + 1 < visits.size() && visits[k + 1].begin == visit.end;
        if (goes_on && visits[k + 1].column < visit.column &&
            flow.workflow().in_process(visits[k + 1].column)) {
            ++seen.backward;
            ++seen.back_to[visits[k + 1].column];
        }
    }
}

double share(std::size_t part, int whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

TimeLaw observed_law(std::vector<double> days) {
    if (days.empty()) {
        return {};
    }
    return {.kind = TimeLaw::Kind::Observed, .observed = std::move(days)};
}

TimeLaw arrival_gaps(const Slice& slice) {
    std::vector<Instant> arrivals;
    slice.each([&](CardIndex, const Journey& journey) {
        const bool given_up = !journey.started && !journey.finished && journey.column == kNoColumn;
        if (!given_up && slice.in_period(slice.flow().zone().day(journey.first))) {
            arrivals.push_back(journey.first);
        }
    });
    std::sort(arrivals.begin(), arrivals.end());
    std::vector<double> gaps;
    for (std::size_t i = 1; i < arrivals.size(); ++i) {
        gaps.push_back((arrivals[i] - arrivals[i - 1]).days());
    }
    const bool any = std::any_of(gaps.begin(), gaps.end(), [](double gap) { return gap > 0; });
    return any ? observed_law(std::move(gaps)) : TimeLaw{};
}

std::optional<int> group_limit(const Flow& flow, model::ColumnGroupId id) {
    for (const model::ColumnGroup& group : flow.rows().groups) {
        if (group.id == id && !group.removed) {
            return group.wip_limit;
        }
    }
    return std::nullopt;
}

// The column to the right is held by a limit that does not hold this one too.
bool is_limited_ahead(const Flow& flow, Position p) {
    const Workflow& workflow = flow.workflow();
    if (p + 1 >= workflow.first_done()) {
        return false;
    }
    const Stage& here = workflow.at(p);
    const Stage& next = workflow.at(static_cast<Position>(p + 1));
    return next.limit || (next.group && next.group != here.group && group_limit(flow, next.group));
}

// The stages that stand under one limit together.
void add_groups(const Flow& flow, SimModel& model, const std::vector<Position>& places) {
    std::map<std::int64_t, int> index_of;
    for (std::size_t s = 0; s < places.size(); ++s) {
        const model::ColumnGroupId id = flow.workflow().at(places[s]).group;
        for (const model::ColumnGroup& group : flow.rows().groups) {
            if (!id || group.id != id || group.removed) {
                continue;
            }
            const auto next = static_cast<int>(model.groups.size());
            const auto [found, is_new] = index_of.emplace(id.value, next);
            if (is_new) {
                model.groups.push_back({group.handle, group.wip_limit});
            }
            model.stages[s].group = found->second;
        }
    }
}

std::string in_words(const char* what, double observed, const Bounds& bounds) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(),
                  "%s was %.2f, the simulation of the present limits gives %.2f to %.2f", what,
                  observed, bounds.low, bounds.high);
    return text.data();
}

}  // namespace

std::optional<SimModel> model_of(const Slice& slice) {
    const Workflow& workflow = slice.flow().workflow();
    SimModel model{.arrival_gap = arrival_gaps(slice)};
    if (!workflow.is_set_up() || flow_counts(slice).throughput == 0 ||
        model.arrival_gap.kind == TimeLaw::Kind::Zero) {
        return std::nullopt;
    }
    std::vector<Observed> columns(static_cast<std::size_t>(workflow.size()));
    std::vector<int> standing(columns.size());
    std::vector<int> expedites(columns.size());
    slice.each([&](CardIndex i, const Journey& journey) {
        observe_card(slice, i, columns);
        if (journey.column != kNoColumn) {
            const auto at = static_cast<std::size_t>(journey.column);
            ++standing[at];
            expedites[at] += slice.flow().card(i).is_expedite() ? 1 : 0;
        }
    });
    std::vector<int> stage_of(columns.size(), 0);
    std::vector<Position> places;  // of the stages
    for (Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
        const auto at = static_cast<std::size_t>(p);
        if (workflow.at(p).removed) {
            continue;
        }
        stage_of[at] = static_cast<int>(model.stages.size());
        const Observed& seen = columns[at];
        SimStage stage{.handle = workflow.at(p).handle, .limit = workflow.at(p).limit};
        // A queue before a limited column is emptied by room; before an unlimited one its wait has
        // other causes.
        if (workflow.at(p).is_active() || !is_limited_ahead(slice.flow(), p)) {
            stage.service = observed_law(seen.service_days);
        }
        stage.block_chance = share(seen.block_days.size(), seen.visits);
        stage.block = observed_law(seen.block_days);
        if (!seen.back_to.empty()) {
            const auto most =
                std::max_element(seen.back_to.begin(), seen.back_to.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            stage.back_to = stage_of[static_cast<std::size_t>(most->first)];
            stage.back_chance = share(static_cast<std::size_t>(seen.backward), seen.visits);
        }
        model.stages.push_back(std::move(stage));
        model.cards_at_start.push_back(standing[at]);
        model.expedites_at_start.push_back(expedites[at]);
        places.push_back(p);
    }
    add_groups(slice.flow(), model, places);
    model.expedite_share = expedite_share(slice).starts.value().value_or(0);
    for (Position p = 0; p < workflow.first_in_process(); ++p) {
        model.options_at_start += standing[static_cast<std::size_t>(p)];
    }
    if (const model::Board* board = slice.flow().rows().board()) {
        model.conwip = board->wip_limit;
        model.expedite_limit = board->expedite_limit;
    }
    return model;
}

WhatIf what_if(const Slice& slice, const SimModel& changed, const SimOptions& options) {
    WhatIf result;
    const auto present = model_of(slice);
    if (!present || slice.day_count() == 0) {
        result.why_not = "there are no deliveries or arrivals to learn from";
        return result;
    }
    std::vector<double> elapsed;
    for (const CycleTime& time : cycle_times(slice)) {
        elapsed.push_back(time.elapsed.days());
    }
    std::sort(elapsed.begin(), elapsed.end());
    if (elapsed.empty()) {
        result.why_not = "no card was seen from start to finish";
        return result;
    }
    result.observed_throughput =
        static_cast<double>(flow_counts(slice).throughput) / slice.day_count();
    result.observed_p85 = *percentile(elapsed, 85);
    result.present = simulate(*present, options);
    if (!result.present.throughput_per_day.holds(result.observed_throughput)) {
        result.why_not = in_words("throughput per day", result.observed_throughput,
                                  result.present.throughput_per_day);
    } else if (!result.present.cycle_p85.holds(result.observed_p85)) {
        result.why_not =
            in_words("the 85% cycle time in days", result.observed_p85, result.present.cycle_p85);
    } else {
        result.trusted = true;
        result.difference = compare(*present, changed, options);
    }
    return result;
}

}  // namespace throughline::flow
