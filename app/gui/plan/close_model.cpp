#include "app/gui/plan/close_model.h"

#include "app/gui/plan/plan_model.h"
#include "core/base/text.h"
#include "core/rules/workflow.h"

#include <algorithm>
#include <charconv>

namespace throughline::gui::plan {
namespace {

std::string exact(double number) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return error == std::errc{} ? std::string(buffer, end) : "";
}

bool is_closing(const Closing& closing, model::ObjectiveId id) {
    return std::ranges::find(closing.objectives, id, &ClosingObjective::id) !=
           closing.objectives.end();
}

void add_into(const model::Workspace& workspace, Closing& closing) {
    std::vector<const model::Objective*> open;
    for (const model::Objective& one : workspace.rows<model::Objective>()) {
        const bool is_later = one.is_standing() || one.quarter > closing.quarter;
        if (!one.closed && is_later) {
            open.push_back(&one);
        }
    }
    std::ranges::sort(open, {}, [](const model::Objective* one) {
        return std::tuple(one->is_standing(), one->quarter, one->number);
    });
    for (const model::Objective* one : open) {
        const std::string key = model::key_of(*one);
        closing.into.push_back({key, key + " " + one->title, quarter_words(one->quarter)});
    }
}

void add_cards(const model::Workspace& workspace, Closing& closing) {
    const rules::Workflow workflow = rules::Workflow::of(workspace);
    for (const model::Column* column : workflow.columns) {
        for (const model::CardId id : workspace.cards_in(column->id)) {
            const model::Card& card = *workspace.find(id);
            if (is_closing(closing, card.objective) && !workflow.delivered(card)) {
                const model::Objective& from = *workspace.find(card.objective);
                closing.cards.push_back(
                    {model::key_of(workspace, card), card.title, model::key_of(from), ""});
            }
        }
    }
}

}  // namespace

void Closing::carry_all(const std::string& key) {
    for (ClosingCard& card : cards) {
        card.into = key;
    }
}

std::string Closing::missing() const {
    for (const ClosingObjective& one : objectives) {
        if (one.cancel && trim(one.reason).empty()) {
            return "Say why " + one.key + " is cancelled.";
        }
        if (!one.cancel && !one.score) {
            return "Score " + one.key + ", or cancel it with a reason.";
        }
    }
    for (const ClosingCard& card : cards) {
        if (card.into.empty()) {
            return "Choose an objective for " + card.key + ".";
        }
    }
    return "";
}

Closing closing_of(const model::Workspace& workspace, const PlanFigures& figures,
                   const std::string& quarter) {
    Closing closing{.quarter = quarter};
    for (const flow::ObjectiveReading& reading : figures.objectives) {
        const model::Objective* one = workspace.find(reading.objective);
        if (one != nullptr && !one->closed && one->quarter == quarter) {
            closing.objectives.push_back({.id = one->id,
                                          .key = model::key_of(*one),
                                          .title = one->title,
                                          .computed = reading.score.score,
                                          .score = reading.score.score});
        }
    }
    add_into(workspace, closing);
    add_cards(workspace, closing);
    return closing;
}

rules::Command command_of(const Closing& closing) {
    rules::CloseObjectives command;
    for (const ClosingObjective& one : closing.objectives) {
        command.objectives.push_back(one.id);
        if (one.cancel) {
            command.cancelled[one.key] = one.reason;
        } else if (one.score) {
            command.scores[one.key] = exact(*one.score);
        }
    }
    for (const ClosingCard& card : closing.cards) {
        command.carry[card.key] = card.into;
    }
    return command;
}

}  // namespace throughline::gui::plan
