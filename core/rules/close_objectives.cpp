#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"
#include "core/rules/set_fields.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Card;
using model::Objective;

bool is_closing(const CloseObjectives& command, model::ObjectiveId id) {
    return std::ranges::find(command.objectives, id) != command.objectives.end();
}

// Score or reason of one objective, put into it.
Verdict end_objective(const CloseObjectives& command, const Edit& edit, Objective& objective) {
    const std::string key = key_of(objective);
    const auto score = command.scores.find(key);
    const auto cancelled = command.cancelled.find(key);
    const bool has_score = score != command.scores.end();
    const bool is_cancelled = cancelled != command.cancelled.end();
    if (has_score == is_cancelled) {
        return refusal("score_missing", key + " has neither a score nor a reason to cancel it.",
                       "Score it between 0 and 1, or cancel it with a reason; not both.",
                       "objective:" + key);
    }
    if (is_cancelled) {
        TL_CHECK(need_reason(cancelled->second, "cancel an objective"));
        objective.cancelled = true;
        objective.close_reason = trim(cancelled->second);
        objective.score.reset();
        return Done{};
    }
    double value = 0;
    std::string problem;
    if (!text_value::read(edit, score->second, value, problem) || value < 0 || value > 1) {
        return refusal("bad_value", "'" + score->second + "' is not a score for " + key + ".",
                       "A score is between 0 and 1.", "objective:" + key);
    }
    objective.cancelled = false;
    objective.score = value;
    return Done{};
}

// The cards that would be left with a closed objective.
std::vector<const Card*> open_cards(const CloseObjectives& command, const Edit& edit) {
    const Workflow workflow = Workflow::of(edit);
    std::vector<const Card*> cards;
    edit.each<Card>([&](const Card& card) {
        if (is_closing(command, card.objective) && card.on_board() && !workflow.delivered(card)) {
            cards.push_back(&card);
        }
    });
    std::ranges::sort(cards, {}, &Card::number);
    return cards;
}

// A typing error must not close an objective with a score that nobody meant.
Verdict check_named(const CloseObjectives& command, const Edit& edit) {
    const model::Workspace& ws = edit.before();
    for (const model::TextMap* map : {&command.scores, &command.cancelled}) {
        for (const auto& [key, said] : *map) {
            const Objective* objective = model::objective_by_key(ws, key);
            if (objective == nullptr || !is_closing(command, objective->id)) {
                return refusal("not_closing", "'" + key + "' is none of the objectives to close.",
                               "Name only those that are closed now.");
            }
        }
    }
    const std::vector<const Card*> cards = open_cards(command, edit);
    for (const auto& [key, into] : command.carry) {
        const Card* card = model::card_by_key(ws, key);
        if (std::ranges::find(cards, card) == cards.end()) {
            return refusal("not_carried",
                           "'" + key + "' is no open card of the objectives to close.",
                           "Name only cards that would be left with them.");
        }
    }
    return Done{};
}

Verdict carry_over(const CloseObjectives& command, Edit& edit) {
    const model::Workspace& ws = edit.before();
    std::string left;
    int count = 0;
    std::vector<std::pair<model::CardId, model::ObjectiveId>> ties;
    for (const Card* card : open_cards(command, edit)) {
        const std::string key = key_of(ws, *card);
        const auto wanted = command.carry.find(key);
        if (wanted == command.carry.end()) {
            left += (left.empty() ? "" : ", ") + key;
            ++count;
            continue;
        }
        const Objective* into = model::objective_by_key(ws, wanted->second);
        if (into == nullptr || into->closed || is_closing(command, into->id)) {
            return refusal("objective_closed",
                           "'" + wanted->second + "' is no open objective for " + key + ".",
                           "Choose an objective of a current or coming quarter.", "card:" + key,
                           card->id);
        }
        ties.emplace_back(card->id, into->id);
    }
    if (count > 0) {
        Refusal no = refusal("cards_left",
                             plural(count, "card", "cards") +
                                 " would be left with a closed objective: " + left + ".",
                             "Give each another objective, one by one or together.");
        no.count = count;
        return no;
    }
    for (const auto& [card, objective] : ties) {
        auto copy = *edit.get(card);
        copy.objective = objective;
        edit.put(std::move(copy));
    }
    return Done{};
}

}  // namespace

Verdict decide(const CloseObjectives& command, Edit& edit, const Context& context) {
    if (command.objectives.empty()) {
        return refusal("nothing_to_do", "No objective is named.", "Choose what to close.");
    }
    TL_CHECK(check_named(command, edit));
    TL_CHECK(carry_over(command, edit));
    for (const model::ObjectiveId id : command.objectives) {
        const Objective* found = edit.get(id);
        if (found == nullptr) {
            return not_found("objective");
        }
        if (found->closed) {
            return refusal("objective_closed", key_of(*found) + " is closed already.", "",
                           "objective:" + key_of(*found));
        }
        Objective objective = *found;
        TL_CHECK(end_objective(command, edit, objective));
        objective.closed = true;
        objective.closed_at = context.now;
        edit.put(std::move(objective));
    }
    return Done{};
}

}  // namespace throughline::rules
