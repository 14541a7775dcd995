#include "app/gui/learning/retro_model.h"

#include "app/gui/context/plan_figures_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/rules/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace throughline::gui::learning {
namespace {

using model::Workspace;

std::string answer(const model::Request& request, std::string_view handle) {
    const auto found = request.answers.find(std::string(handle));
    return found == request.answers.end() ? "" : found->second;
}

// What the brief promised: the measure, from where, to where.
std::string promise_of(const Workspace& workspace, const model::Card& card) {
    const model::Request* request = workspace.find(card.request);
    if (request == nullptr) {
        return "";
    }
    std::string words = answer(*request, rules::kMeasure);
    if (const std::string from = answer(*request, rules::kBaseline); !from.empty()) {
        words += ", from " + from;
    }
    if (const std::string to = answer(*request, rules::kTarget); !to.empty()) {
        words += ", to " + to;
    }
    return words;
}

std::string days_words(const flow::RetroDue& due) {
    std::string words = due.days ? plural(*due.days, "day", "days") : "";
    if (due.days && due.sle) {
        words += ", service level " + std::to_string(*due.sle);
    }
    return words;
}

AskedRow card_row(const Workspace& workspace, const model::Card& card, const flow::RetroDue& due) {
    AskedRow row{.card = card.id,
                 .key = model::key_of(workspace, card),
                 .title = card.title,
                 .note = days_words(due),
                 .mood = due.is_late ? Mood::Watch : Mood::Neutral,
                 .lacks_result = !due.has_result};
    row.start["expected"] = promise_of(workspace, card);
    std::string happened = card.result_actual;
    if (!card.result_note.empty()) {
        happened += (happened.empty() ? "" : ". ") + card.result_note;
    }
    if (!row.note.empty()) {
        happened += (happened.empty() ? "It took " : "\nIt took ") + row.note + ".";
    }
    row.start["happened"] = happened;
    return row;
}

std::string result_words(const Workspace& workspace, const flow::ResultReading& reading) {
    const model::KeyResult* result = workspace.find(reading.result);
    if (result == nullptr) {
        return "";
    }
    return result->title + ": " +
           (reading.current ? number_words(reading.current, result->unit) : "not measured");
}

AskedRow objective_row(const Workspace& workspace, const model::Objective& objective,
                       const flow::RetroDue& due, const flow::ObjectiveReading* reading) {
    AskedRow row{.objective = objective.id,
                 .key = model::key_of(objective),
                 .title = objective.title,
                 .mood = due.has_missed ? Mood::Watch : Mood::Good};
    row.note = objective.cancelled ? "cancelled"
               : objective.score   ? fmt::format("score {}%", std::lround(*objective.score * 100))
                                   : "not scored";
    std::vector<std::string> expected{objective.title};
    std::vector<std::string> happened;
    if (reading != nullptr) {
        for (const flow::ResultReading& one : reading->results) {
            if (const model::KeyResult* result = workspace.find(one.result); result->target) {
                expected.push_back(result->title + ": " + number_words(result->baseline) + " to " +
                                   number_words(result->target, result->unit));
            }
            happened.push_back(result_words(workspace, one));
        }
    }
    happened.push_back(objective.cancelled ? "Cancelled: " + objective.close_reason
                                           : "Closed with " + row.note + ".");
    row.start["expected"] = join(expected, "\n");
    row.start["happened"] = join(happened, "\n");
    return row;
}

ActionRow action_row(const Workspace& workspace, const model::ActionItem& action, Day today) {
    ActionRow row{.id = action.id,
                  .key = model::key_of(action),
                  .text = action.text,
                  .due = short_date(action.due),
                  .is_open = action.state == model::ActionState::Open,
                  .request = action.request};
    row.is_overdue = row.is_open && action.due < today;
    row.state = action.state == model::ActionState::Open   ? "Open"
                : action.state == model::ActionState::Done ? "Done"
                                                           : "Dropped: " + action.outcome;
    if (const model::Person* owner = workspace.find(action.owner)) {
        row.owner = owner->name;
    }
    if (const model::Request* request = workspace.find(action.request)) {
        row.request_key = model::key_of(*request);
    }
    if (const model::Template* form = workspace.find(action.form)) {
        row.form_name = form->name;
    }
    row.source = action.source.substr(action.source.find(':') + 1);
    return row;
}

RetroRow retro_row(const Workspace& workspace, const Zone& zone, const model::Retro& retro) {
    RetroRow row{.id = retro.id,
                 .key = model::key_of(retro),
                 .card = retro.card,
                 .objective = retro.objective,
                 .when = short_date(zone.day(retro.at)),
                 .expected = retro.expected,
                 .happened = retro.happened,
                 .drove = retro.drove,
                 .changes = retro.changes,
                 .whys = retro.whys};
    if (const model::Card* card = workspace.find(retro.card)) {
        row.about = model::key_of(workspace, *card) + " " + card->title;
    } else if (const model::Objective* objective = workspace.find(retro.objective)) {
        row.about = model::key_of(*objective) + " " + objective->title;
    }
    if (const model::Person* by = workspace.find(retro.by)) {
        row.by = by->name;
    }
    return row;
}

}  // namespace

std::string retro_source(const std::string& key) {
    return "retro:" + key;
}

const RetroRow* RetrosModel::find(model::RetroId id) const {
    const auto found = std::ranges::find(written_, id, &RetroRow::id);
    return found == written_.end() ? nullptr : &*found;
}

void RetrosModel::refresh(Context& context, const LearningFigures* figures) {
    const Day today = context.zone().day(context.now());
    const std::int64_t seq = figures == nullptr ? -1 : figures->seq;
    if (revision_ == context.desk().revision() && seq_ == seq && today_ == today) {
        return;
    }
    revision_ = context.desk().revision();
    seq_ = seq;
    today_ = today;
    const Workspace& workspace = context.workspace();
    asked_.clear();
    for (const flow::RetroDue& due :
         figures == nullptr ? std::vector<flow::RetroDue>{} : figures->retros_due) {
        const model::Card* card = workspace.find(due.card);
        const model::Objective* objective = workspace.find(due.objective);
        if (card != nullptr) {
            asked_.push_back(card_row(workspace, *card, due));
        } else if (objective != nullptr) {
            const auto reading = figures->objectives.find(due.objective);
            asked_.push_back(
                objective_row(workspace, *objective, due,
                              reading == figures->objectives.end() ? nullptr : &reading->second));
        } else {
            continue;
        }
        asked_.back().ended = short_date(due.ended);
    }
    std::vector<const model::Retro*> retros;
    for (const model::Retro& retro : workspace.rows<model::Retro>()) {
        retros.push_back(&retro);
    }
    std::ranges::sort(retros, std::greater{}, &model::Retro::number);
    written_.clear();
    for (const model::Retro* retro : retros) {
        written_.push_back(retro_row(workspace, context.zone(), *retro));
    }
    open_.clear();
    std::vector<const model::ActionItem*> actions;
    for (const model::ActionItem& action : workspace.rows<model::ActionItem>()) {
        if (action.source.starts_with("retro:")) {
            actions.push_back(&action);
        }
    }
    std::ranges::sort(actions, {}, [](const model::ActionItem* one) {
        return std::tuple(one->state != model::ActionState::Open, one->due, one->number);
    });
    for (const model::ActionItem* action : actions) {
        ActionRow row = action_row(workspace, *action, today);
        const auto of = std::ranges::find(written_, row.source, &RetroRow::key);
        if (of != written_.end()) {
            of->open_actions += row.is_open ? 1 : 0;
            of->actions.push_back(row);
        }
        if (row.is_open) {
            open_.push_back(std::move(row));
        }
    }
}

}  // namespace throughline::gui::learning
