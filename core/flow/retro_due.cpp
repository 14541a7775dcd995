#include "core/flow/retro_due.h"

#include "core/flow/sle.h"

#include <algorithm>
#include <unordered_set>

namespace throughline::flow {
namespace {

std::optional<int> adopted_days(const Flow& flow, model::ServiceClass service_class) {
    for (const model::ServiceLevel& level : flow.rows().service_levels) {
        if (level.service_class == service_class) {
            return level.days;
        }
    }
    return std::nullopt;
}

RetroDue due_of(const Flow& flow, CardIndex index) {
    const CardInfo& info = flow.card(index);
    const Journey& journey = flow.journey(index);
    RetroDue due{.card = info.id, .ended = journey.end_day};
    due.sle = adopted_days(flow, info.service_class);
    if (journey.has_cycle_time()) {
        due.days = journey.end_day - journey.start_day + 1;
        due.is_late = due.sle && *due.days > *due.sle;
    }
    if (info.row >= 0) {
        const model::Card& card = flow.rows().cards[static_cast<std::size_t>(info.row)];
        due.has_result = !card.result_actual.empty();
        due.is_late = due.is_late || (card.due && *card.due < journey.end_day);
    }
    return due;
}

}  // namespace

std::vector<RetroDue> retros_due(const LearningRows& learning, const PlanRows& plan,
                                 const Flow& flow, int days) {
    std::unordered_set<std::int64_t> cards;
    std::unordered_set<std::int64_t> objectives;
    for (const model::Retro& retro : learning.retros) {
        if (retro.at <= flow.as_of()) {
            (retro.card ? cards : objectives)
                .insert(retro.card ? retro.card.value : retro.objective.value);
        }
    }
    const Day from = flow.today() - days;
    std::vector<RetroDue> due;
    for (const model::Objective& one : plan.objectives) {
        if (!one.closed || !one.closed_at || *one.closed_at > flow.as_of() ||
            objectives.contains(one.id.value)) {
            continue;
        }
        const Day ended = flow.zone().day(*one.closed_at);
        const bool has_missed = one.cancelled || one.score.value_or(0) < one.complete_at;
        if (ended > from) {
            due.push_back({.objective = one.id, .ended = ended, .has_missed = has_missed});
        }
    }
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        const Journey& journey = flow.journey(i);
        if (journey.known && journey.finished && journey.end_day > from &&
            !cards.contains(flow.card(i).id.value)) {
            due.push_back(due_of(flow, i));
        }
    }
    const auto rank = [](const RetroDue& one) { return one.objective ? 0 : one.is_late ? 1 : 2; };
    std::ranges::sort(due, [&](const RetroDue& a, const RetroDue& b) {
        return std::tuple(rank(a), b.ended, b.card, b.objective) <
               std::tuple(rank(b), a.ended, a.card, a.objective);
    });
    return due;
}

}  // namespace throughline::flow
