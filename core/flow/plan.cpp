#include "core/flow/plan.h"

#include "core/base/period.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace throughline::flow {
namespace {

using model::Objective;
using model::ResultKind;

}  // namespace

std::string_view to_text(DefectKind kind) {
    switch (kind) {
        case DefectKind::CardWithoutObjective: return "a card without an objective";
        case DefectKind::CardOfClosedObjective: return "a card that serves a closed objective";
        case DefectKind::WorkNotDoing: return "work for something that is not done";
        case DefectKind::ObjectiveWithoutCards: return "an objective without cards";
        case DefectKind::ObjectiveWithoutResults: return "an objective without its measures";
        case DefectKind::ResultNotMeasured: return "a key result that nobody has measured";
        case DefectKind::QuarterNotClosed: return "an objective of a quarter that is over";
        case DefectKind::ClosedWithoutScore: return "a closed objective without a score";
        case DefectKind::TooManyObjectives: return "a DRI with too many objectives";
        case DefectKind::NobodyAnswers: return "work whose DRI is not active any more";
    }
    return "";
}

Plan::Plan(const PlanRows& rows, const Flow& flow, std::span<const KpiReading> scorecard)
    : rows_(&rows), flow_(&flow), series_(rows, flow.as_of()), scorecard_(scorecard) {
    std::vector<const Objective*> sorted;
    for (const Objective& one : rows.objectives) {
        sorted.push_back(&one);
    }
    std::ranges::sort(sorted, {}, [](const Objective* one) {
        return std::tuple(one->is_standing(), one->quarter, one->number);
    });
    for (const Objective* one : sorted) {
        read_objective(*one);
    }
    count_cards();
}

const model::Card* Plan::card(CardIndex i) const {
    const std::int64_t row = flow_->card(i).row;
    return row < 0 ? nullptr : &flow_->rows().cards[static_cast<std::size_t>(row)];
}

void Plan::count_cards() {
    std::unordered_map<model::ObjectiveId, CardCounts> counts;
    for (CardIndex i = 0; i < flow_->card_count(); ++i) {
        const Journey& journey = flow_->journey(i);
        if (!journey.known || flow_->card(i).is_void) {
            continue;
        }
        CardCounts& one = counts[flow_->card(i).objective];
        const Region region = flow_->workflow().region(journey.column);
        one.done += journey.finished ? 1 : 0;
        one.in_process += !journey.finished && region == Region::InProcess ? 1 : 0;
        one.options += !journey.finished && region == Region::Options ? 1 : 0;
    }
    for (ObjectiveReading& reading : objectives_) {
        reading.cards = counts[reading.objective];
    }
}

// What counted for a closed objective stays as it was: later values are of another time.
ResultReading Plan::read_result(const model::KeyResult& result, std::optional<Day> closed) const {
    ResultReading reading{.result = result.id};
    const auto latest = [&](std::span<const KpiPoint> points) {
        while (closed && !points.empty() && points.back().day > *closed) {
            points = points.first(points.size() - 1);
        }
        if (!points.empty()) {
            reading.current = points.back().value;
            reading.day = points.back().day;
        }
    };
    if (result.kind == ResultKind::Milestones) {
        for (const model::Milestone& one : rows_->milestones) {
            if (one.objective == result.objective) {
                ++reading.all;
                reading.done += one.done && one.done_at <= flow_->as_of() ? 1 : 0;
            }
        }
        if (const auto share = milestones(reading.done, reading.all)) {
            reading.current = reading.done;
            reading.progress = Progress{.raw = *share, .shown = *share};
        }
        return reading;
    }
    if (result.kpi) {
        const auto found = std::ranges::find(scorecard_, result.kpi, &KpiReading::kpi);
        if (found != scorecard_.end() && closed) {
            latest(found->points);
        } else if (found != scorecard_.end()) {
            reading.current = found->value;
            reading.day = found->day;
        }
    } else {
        latest(series_.of(result.id));
    }
    if (!reading.current) {
        return reading;
    }
    if (result.kind == ResultKind::Maintain) {
        const Maintained kept = maintain(*result.low, *result.high, *reading.current);
        reading.distance = kept.distance;
        reading.progress = Progress{.raw = kept.progress, .shown = kept.progress};
    } else if (result.kind == ResultKind::YesNo) {
        const double yes = *reading.current != 0 ? 1 : 0;
        reading.progress = Progress{.raw = yes, .shown = yes};
    } else {
        reading.progress = kr_progress(*result.baseline, *result.target, *reading.current);
    }
    return reading;
}

void Plan::read_objective(const Objective& objective) {
    ObjectiveReading reading{.objective = objective.id};
    std::vector<const model::KeyResult*> results;
    for (const model::KeyResult& one : rows_->key_results) {
        if (one.objective == objective.id) {
            results.push_back(&one);
        }
    }
    std::ranges::sort(results, {}, &model::KeyResult::number);
    std::vector<WeightedKr> weighted;
    const std::optional<Day> closed =
        objective.closed_at ? std::optional(flow_->zone().day(*objective.closed_at)) : std::nullopt;
    for (const model::KeyResult* one : results) {
        reading.results.push_back(read_result(*one, closed));
        const auto& progress = reading.results.back().progress;
        weighted.push_back({progress ? std::optional(progress->shown) : std::nullopt, one->weight});
    }
    reading.score = objective_score(weighted);
    if (objective.closed && objective.score) {
        reading.score.score = objective.score;
    }
    const auto quarter = parse_period(objective.quarter);
    if (!objective.closed && quarter && reading.score.score) {
        reading.pace = pace(*reading.score.score, today() - quarter->first + 1, quarter->days());
    }
    objectives_.push_back(std::move(reading));
}

const ObjectiveReading* Plan::find(model::ObjectiveId objective) const {
    const auto found = std::ranges::find(objectives_, objective, &ObjectiveReading::objective);
    return found == objectives_.end() ? nullptr : &*found;
}

std::vector<QuarterReading> Plan::quarters() const {
    std::map<std::string, std::vector<const Objective*>, std::greater<>> by_quarter;
    for (const Objective& one : rows_->objectives) {
        if (!one.is_standing()) {
            by_quarter[one.quarter].push_back(&one);
        }
    }
    std::vector<QuarterReading> readings;
    for (const auto& [quarter, objectives] : by_quarter) {
        QuarterReading reading{.quarter = quarter};
        std::vector<ClosedObjective> closed;
        for (const Objective* one : objectives) {
            if (one->closed) {
                closed.push_back({one->score, one->complete_at, one->cancelled});
            } else {
                ++reading.open;
            }
        }
        reading.completion = completion(closed);
        readings.push_back(std::move(reading));
    }
    return readings;
}

std::vector<Defect> Plan::defects() const {
    std::vector<Defect> found;
    const auto add = [&found](DefectKind kind, auto fill) {
        Defect defect{.kind = kind};
        fill(defect);
        found.push_back(defect);
    };
    std::unordered_map<model::ObjectiveId, const Objective*> by_id;
    for (const Objective& one : rows_->objectives) {
        by_id[one.id] = &one;
    }
    const auto is_not_done = [&](model::BetId bet) {
        const model::Bet* row = plan_row(rows_->bets, bet);
        const bool given_up = std::ranges::any_of(
            rows_->not_doing, [bet](const auto& one) { return one.bet == bet; });
        return bet && (given_up || (row != nullptr && row->closed));
    };
    std::unordered_set<model::PersonId> left;
    for (const model::Person& one : rows_->people) {
        if (!one.active) {
            left.insert(one.id);
        }
    }
    for (CardIndex i = 0; i < flow_->card_count(); ++i) {
        const Journey& journey = flow_->journey(i);
        const model::Card* row = card(i);
        if (row == nullptr || !journey.known || journey.finished || !row->on_board()) {
            continue;
        }
        const auto objective = by_id.find(row->objective);
        const auto name = [&](Defect& defect) {
            defect.card = row->id;
            defect.objective = row->objective;
        };
        if (objective == by_id.end()) {
            add(DefectKind::CardWithoutObjective, name);
        } else if (objective->second->closed) {
            add(DefectKind::CardOfClosedObjective, name);
        } else if (is_not_done(objective->second->bet)) {
            add(DefectKind::WorkNotDoing, name);
        }
        if (left.contains(row->dri)) {
            add(DefectKind::NobodyAnswers, [&](Defect& defect) {
                defect.card = row->id;
                defect.person = row->dri;
            });
        }
    }
    std::map<std::pair<model::PersonId, std::string>, int> loads;
    for (const ObjectiveReading& reading : objectives_) {
        const Objective& one = *by_id.at(reading.objective);
        const auto name = [&](Defect& defect) { defect.objective = one.id; };
        const auto quarter = parse_period(one.quarter);
        if (one.closed) {
            if (!one.is_standing() && !one.score && !one.cancelled) {
                add(DefectKind::ClosedWithoutScore, name);
            }
            continue;
        }
        if (quarter && quarter->last < today()) {
            add(DefectKind::QuarterNotClosed, name);
            continue;
        }
        if (left.contains(one.dri)) {
            add(DefectKind::NobodyAnswers, [&](Defect& defect) {
                defect.objective = one.id;
                defect.person = one.dri;
            });
        }
        const bool is_coming = quarter && quarter->first > today();
        if (!is_coming && reading.cards.open() + reading.cards.done == 0) {
            add(DefectKind::ObjectiveWithoutCards, name);
        }
        if (one.is_standing() ? one.kpis.empty() : reading.results.size() < 2) {
            add(DefectKind::ObjectiveWithoutResults, name);
        }
        for (const ResultReading& result : reading.results) {
            if (!is_coming && !result.current && result.all == 0) {
                add(DefectKind::ResultNotMeasured, [&](Defect& defect) {
                    defect.objective = one.id;
                    defect.result = result.result;
                });
            }
        }
        if (!one.is_standing()) {
            ++loads[{one.dri, one.quarter}];
        }
    }
    const model::Board* board = flow_->rows().board();
    for (const auto& [key, count] : loads) {
        if (board != nullptr && count > board->objectives_per_dri) {
            const model::PersonId person = key.first;
            const int many = count;
            add(DefectKind::TooManyObjectives, [&](Defect& defect) {
                defect.person = person;
                defect.count = many;
            });
        }
    }
    std::ranges::stable_sort(found, {}, &Defect::kind);
    return found;
}

}  // namespace throughline::flow
