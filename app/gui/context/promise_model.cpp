#include "app/gui/context/promise_model.h"

#include "core/base/period.h"
#include "core/base/text.h"

#include <algorithm>

namespace throughline::gui {
namespace {

std::string nothing_open(const flow::Standing& standing) {
    return standing.done == 0 ? "No card on the board"
                              : "All " + plural(standing.done, "card is", "cards are") + " done";
}

std::vector<model::Objective> open_objectives(const model::Workspace& workspace) {
    std::vector<model::Objective> open;
    for (const model::Objective& objective : workspace.rows<model::Objective>()) {
        if (!objective.closed && !objective.is_standing()) {
            open.push_back(objective);
        }
    }
    std::ranges::sort(open, {}, &model::Objective::number);
    return open;
}

}  // namespace

ObjectivePromise promise_of(const flow::Flow& flow, const model::Objective& objective, Day last,
                            const PromiseQuestion& question) {
    ObjectivePromise promise{.id = objective.id, .last = last, .days_left = last - flow.today()};
    flow::Scope scope = flow::last_weeks(flow.zone(), flow.as_of());
    scope.filter = [id = objective.id](const model::Card& card) { return card.objective == id; };
    const flow::Slice cards(flow, scope);
    promise.standing = flow::standing_of(cards);
    if (!flow.workflow().is_set_up() || promise.standing.open == 0) {
        promise.why_not = flow.workflow().is_set_up() ? nothing_open(promise.standing)
                                                      : "The points of the flow are not set";
        return promise;
    }
    const flow::ForecastInput input{.history = flow::history_of(cards, question.weeks),
                                    .calendar = flow.rows().calendar,
                                    .today = flow.today()};
    flow::MonteCarlo draw{.seed = question.seed};
    const auto forecast = flow::when(input, promise.standing.open, draw);
    if (!forecast) {
        promise.why_not = "None of its cards was delivered in " +
                          plural(question.weeks, "week", "weeks") +
                          ", so nothing can be drawn from";
        return promise;
    }
    const auto claim = [&](const flow::Forecast& when) {
        return flow::claim_of(flow::chance_by(when, promise.days_left));
    };
    promise.claim = claim(*forecast);
    promise.levels = forecast->levels;
    promise.thin_history = forecast->thin_history;
    promise.history_from = input.history.from;
    promise.history_to = input.history.from + (static_cast<int>(input.history.by_day.size()) - 1);
    scope.from = promise.history_from;
    scope.to = promise.history_to;
    promise.growth = flow::scope_growth(flow::Slice(flow, scope)).value_or(0);
    if (promise.growth > 0) {
        draw.growth = promise.growth;
        promise.growing = claim(*flow::when(input, promise.standing.open, draw));
    }
    return promise;
}

void Promises::refresh(Context& context, const PromiseQuestion& question) {
    answer_.refresh(context, question, [&] {
        return
            [question, objectives = open_objectives(context.workspace())](const flow::Flow& flow) {
                std::vector<ObjectivePromise> promises;
                for (const model::Objective& objective : objectives) {
                    if (const auto quarter = parse_period(objective.quarter)) {
                        promises.push_back(promise_of(flow, objective, quarter->last, question));
                    }
                }
                return promises;
            };
    });
}

const ObjectivePromise* Promises::find(model::ObjectiveId id) const {
    const auto* all = answer_.answer();
    if (all == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(*all, id, &ObjectivePromise::id);
    return found == all->end() ? nullptr : &*found;
}

Likelihood likelihood_of(const flow::Claim& claim) {
    return claim.chance >= 0.85  ? Likelihood::Likely
           : claim.chance >= 0.5 ? Likelihood::Open
                                 : Likelihood::Unlikely;
}

}  // namespace throughline::gui
