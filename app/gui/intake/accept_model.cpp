#include "app/gui/intake/accept_model.h"

#include "app/gui/intake/words.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"
#include "core/rules/brief.h"
#include "core/rules/score.h"

#include <fmt/format.h>

#include <algorithm>

namespace throughline::gui::intake {
namespace {

std::vector<PersonOption> people_options(const model::Workspace& workspace) {
    std::vector<PersonOption> people;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (!person.active || !rules::may(person.role, rules::Right::Work)) continue;
        const rules::Fill fill = rules::person_fill(workspace, person.id);
        const std::string load = fill.limit
                                     ? fmt::format("{} of {} in process", fill.count, *fill.limit)
                                     : fmt::format("{} in process", fill.count);
        people.push_back({person.id, person.name, load, fill.is_full()});
    }
    std::sort(people.begin(), people.end(), [](const PersonOption& a, const PersonOption& b) {
        return fold(a.name) < fold(b.name);
    });
    return people;
}

std::vector<LeavingOption> leaving_options(const model::Workspace& workspace, Instant now) {
    std::vector<std::pair<double, LeavingOption>> cards;
    for (const model::CardId id : workspace.cards_in(rules::ready_column(workspace))) {
        const model::Card* card = workspace.find(id);
        if (card->service_class == model::ServiceClass::Expedite) continue;  // holds no place here
        const auto score = rules::score(workspace, *card);
        const std::string worth = score ? "score " + number_words(*score) : "no score";
        cards.push_back({score.value_or(0),
                         {id, model::key_of(workspace, *card), card->title,
                          worth + ", here for " + age_words(now - card->entered_at)}});
    }
    std::stable_sort(cards.begin(), cards.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<LeavingOption> options;
    for (auto& card : cards)
        options.push_back(std::move(card.second));
    return options;
}

template <class Option, class Id>
int index_of(const std::vector<Option>& options, Id id) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option& one) { return one.id == id; });
    return found == options.end() ? -1 : static_cast<int>(found - options.begin());
}

}  // namespace

std::vector<ObjectiveOption> open_objectives(const model::Workspace& workspace, Day today) {
    const std::string current = quarter_of(today);
    std::vector<const model::Objective*> rows;
    for (const model::Objective& one : workspace.rows<model::Objective>()) {
        if (!one.closed && (one.is_standing() || one.quarter >= current)) rows.push_back(&one);
    }
    const auto order = [](const model::Objective* one) {
        return std::tuple{one->is_standing(), one->quarter, one->number};
    };
    std::sort(rows.begin(), rows.end(),
              [&](const auto* a, const auto* b) { return order(a) < order(b); });
    std::vector<ObjectiveOption> options;
    for (const model::Objective* one : rows) {
        const std::string note = one->is_standing()        ? "standing"
                                 : one->quarter == current ? "this quarter"
                                                           : one->quarter;
        options.push_back({one->id, model::key_of(*one) + " " + one->title, note, one->colour});
    }
    return options;
}

void refill(AcceptModel& accept, const model::Workspace& workspace) {
    accept.ready = accept.service_class == model::ServiceClass::Expedite
                       ? rules::expedite_fill(workspace)
                       : rules::governing_fill(workspace, rules::ready_column(workspace));
}

AcceptModel accept_model(const model::Workspace& workspace, const Zone& zone, model::RequestId id,
                         bool may_override, Instant now) {
    AcceptModel accept;
    const model::Request* request = workspace.find(id);
    if (request == nullptr) return accept;
    accept.request = id;
    accept.title = model::key_of(*request) + " " + request->title;
    accept.people = people_options(workspace);
    accept.objectives = open_objectives(workspace, zone.day(now));
    accept.leaving = leaving_options(workspace, now);
    accept.may_override = may_override;
    accept.objective = index_of(accept.objectives, request->objective);
    if (const model::Card* card = workspace.find(request->card)) {  // traded out before
        accept.person = index_of(accept.people, card->dri);
        accept.service_class = card->service_class;
        if (accept.objective < 0) accept.objective = index_of(accept.objectives, card->objective);
    } else if (const model::TemplateVersion* version = workspace.find(request->version)) {
        accept.service_class = version->service_class;
    }
    refill(accept, workspace);
    return accept;
}

std::string AcceptModel::missing() const {
    if (people.empty()) return "There is nobody who could answer for it. Add people first.";
    if (objectives.empty())
        return "There is no objective of this or a coming quarter. Add one first.";
    if (person < 0) return "Choose who answers for it.";
    if (objective < 0) return "Choose the objective it serves.";
    if (!needs_room()) return {};
    if (no_room == NoRoom::Trade && leaves < 0) return "Choose the card that leaves.";
    if (trim(reason).empty())
        return no_room == NoRoom::Trade ? "Say why it leaves." : "Say why the limit is passed.";
    return {};
}

rules::AcceptRequest AcceptModel::command() const {
    rules::AcceptRequest command;
    command.request = request;
    if (person >= 0) command.dri = people[static_cast<std::size_t>(person)].id;
    if (objective >= 0) command.objective = objectives[static_cast<std::size_t>(objective)].id;
    command.service_class = service_class;
    if (!needs_room()) return command;
    if (no_room == NoRoom::Override) {
        command.override_reason = reason;
    } else {
        if (leaves >= 0) command.instead_of = leaving[static_cast<std::size_t>(leaves)].id;
        command.reason = reason;
    }
    return command;
}

std::vector<MergeOption> merge_options(const model::Workspace& workspace, model::RequestId id) {
    const model::Request* from = workspace.find(id);
    if (from == nullptr) return {};
    std::vector<std::pair<double, MergeOption>> found;
    for (const model::Request& request : workspace.rows<model::Request>()) {
        if (request.id == id) continue;
        const model::Card* card = workspace.find(request.card);
        const bool lives =
            request.state == model::RequestState::Accepted && card != nullptr && card->on_board();
        if (!request.is_open() && !lives) continue;
        const double alike = likeness(from->title, request.title);
        std::string note = alike >= 0.3 ? fmt::format("{:.0f}% alike", alike * 100) : "";
        if (lives) {
            const model::Column* column = workspace.find(card->column);
            note += note.empty() ? "" : ", ";
            note += model::key_of(workspace, *card) +
                    (column != nullptr ? " in " + model::column_name(workspace, *column) : "");
        }
        found.push_back({alike, {request.id, model::key_of(request) + " " + request.title, note}});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<MergeOption> options;
    for (auto& one : found)
        options.push_back(std::move(one.second));
    return options;
}

}  // namespace throughline::gui::intake
