#include "app/gui/calendar/entry_model.h"

#include "core/model/column_name.h"
#include "core/rules/brief.h"

#include <algorithm>

namespace throughline::gui::calendar {
namespace {

using model::Workspace;

const model::Card* card_of(const Workspace& ws, const EntryRef& entry) {
    if (entry.kind == EntryKind::Card) return ws.find(model::CardId{entry.id});
    const model::ChecklistItem* step =
        entry.kind == EntryKind::Step ? ws.find(model::ChecklistItemId{entry.id}) : nullptr;
    return step == nullptr ? nullptr : ws.find(step->card);
}

std::string person_name(const Workspace& ws, model::PersonId id) {
    const model::Person* person = ws.find(id);
    return person == nullptr ? "nobody" : person->name;
}

void tell_objective(const Workspace& ws, model::ObjectiveId id, EntryFace& face) {
    const model::Objective* objective = ws.find(id);
    if (objective == nullptr) return;
    face.objective = id;
    face.colour = objective->colour;
    face.whole += "\n" + model::key_of(*objective) + " " + objective->title;
}

EntryFace card_face(const Workspace& ws, const flow::Workflow& workflow, const model::Card& card) {
    EntryFace face;
    face.key = model::key_of(ws, card);
    face.name = "card:" + face.key;
    face.title = card.title;
    face.card = card.id;
    const model::Column* column = ws.find(card.column);
    face.where = column == nullptr ? "Archived" : model::column_name(ws, *column);
    const auto region = workflow.region(workflow.position(card.column));
    face.state = region == flow::Region::InProcess ? EntryState::InProcess
                 : region == flow::Region::Options ? EntryState::Waiting
                                                   : EntryState::Done;
    if (face.state != EntryState::Done && ws.is_blocked(card.id)) face.state = EntryState::Blocked;
    face.is_fixed = card.service_class == model::ServiceClass::FixedDate;
    face.whole = face.key + " " + card.title + "\n" + face.where + ", DRI " +
                 person_name(ws, card.dri) + (face.is_fixed ? ", fixed date" : "");
    if (!card.due_reason.empty()) face.whole += "\nWhy that date: " + card.due_reason;
    tell_objective(ws, card.objective, face);
    return face;
}

EntryFace request_face(const Workspace& ws, const model::Request& request) {
    EntryFace face;
    face.key = model::key_of(request);
    face.name = "request:" + face.key;
    face.title = request.title;
    face.where = "Request, not accepted yet";
    face.state = EntryState::Request;
    face.request = request.id;
    face.whole = face.key + " " + request.title + "\n" + face.where + ", from " +
                 person_name(ws, request.requester);
    if (!request.needed_by_reason.empty())
        face.whole += "\nWhy that date: " + request.needed_by_reason;
    tell_objective(ws, request.objective, face);
    return face;
}

}  // namespace

std::optional<EntryFace> make_face(const Workspace& ws, const flow::Workflow& workflow,
                                   const EntryRef& entry, Day today) {
    std::optional<EntryFace> face;
    const model::Card* card = card_of(ws, entry);
    if (entry.kind == EntryKind::Card && card != nullptr) {
        face = card_face(ws, workflow, *card);
    } else if (entry.kind == EntryKind::Step && card != nullptr) {
        const model::ChecklistItem& step = *ws.find(model::ChecklistItemId{entry.id});
        face = card_face(ws, workflow, *card);
        face->name = "step:" + face->key + ":" + step.title;
        face->title = step.title;
        face->where = "Step of " + face->key;
        face->state = step.done ? EntryState::Done : EntryState::Step;
        face->whole = step.title + "\nStep of " + face->whole;
        face->is_fixed = false;
    } else if (entry.kind == EntryKind::Request) {
        if (const model::Request* request = ws.find(model::RequestId{entry.id}))
            face = request_face(ws, *request);
    } else if (entry.kind == EntryKind::Milestone) {
        const model::Milestone* one = ws.find(model::MilestoneId{entry.id});
        const model::Objective* objective = one == nullptr ? nullptr : ws.find(one->objective);
        if (objective == nullptr) return std::nullopt;
        face.emplace();
        face->name = "milestone:" + model::key_of(*objective) + ":" + one->title;
        face->title = one->title;
        face->where = "Milestone of " + model::key_of(*objective);
        face->state = one->done ? EntryState::Done : EntryState::Milestone;
        face->whole = one->title + "\n" + face->where + (one->done ? ", done" : "");
        tell_objective(ws, one->objective, *face);
    }
    if (face) {
        const std::optional<Day> day = date_of(ws, entry);
        face->is_late = day && *day < today && face->state != EntryState::Done;
    }
    return face;
}

std::optional<Day> date_of(const Workspace& ws, const EntryRef& entry) {
    const auto date = [](const auto* row, auto member) -> std::optional<Day> {
        return row == nullptr ? std::nullopt : row->*member;
    };
    switch (entry.kind) {
        case EntryKind::Card: return date(ws.find(model::CardId{entry.id}), &model::Card::due);
        case EntryKind::Request:
            return date(ws.find(model::RequestId{entry.id}), &model::Request::needed_by);
        case EntryKind::Step:
            return date(ws.find(model::ChecklistItemId{entry.id}), &model::ChecklistItem::due);
        case EntryKind::Milestone:
            return date(ws.find(model::MilestoneId{entry.id}), &model::Milestone::due);
    }
    return std::nullopt;
}

bool is_delivered(const flow::Workflow& workflow, const model::Card& card) {
    return workflow.region(workflow.position(card.column)) == flow::Region::Done;
}

std::optional<Day> standing_day(const Workspace& ws, const flow::Workflow& workflow,
                                const Zone& zone, const EntryRef& entry) {
    const std::optional<Day> date = date_of(ws, entry);
    const model::Card* card =
        entry.kind == EntryKind::Card ? ws.find(model::CardId{entry.id}) : nullptr;
    if (!date || card == nullptr || !card->on_board() || !is_delivered(workflow, *card)) {
        return date;
    }
    return std::min(*date, zone.day(card->entered_at));
}

bool needs_reason(const Workspace& ws, const EntryRef& entry, std::optional<Day> to) {
    if (!to) return false;
    if (entry.kind == EntryKind::Request) return reason_of(ws, entry).empty();
    const model::Card* card =
        entry.kind == EntryKind::Card ? ws.find(model::CardId{entry.id}) : nullptr;
    if (card == nullptr) return false;
    if (card->service_class == model::ServiceClass::FixedDate) return true;
    const model::Board* board = ws.board();
    return card->due_reason.empty() && board != nullptr &&
           std::ranges::find(board->ready_checks, "due-reason") != board->ready_checks.end();
}

std::string reason_of(const Workspace& ws, const EntryRef& entry) {
    if (entry.kind == EntryKind::Card) {
        const model::Card* card = ws.find(model::CardId{entry.id});
        return card == nullptr ? "" : card->due_reason;
    }
    if (entry.kind == EntryKind::Request) {
        const model::Request* request = ws.find(model::RequestId{entry.id});
        return request == nullptr ? "" : request->needed_by_reason;
    }
    return "";
}

std::optional<rules::Command> redate(const Workspace& ws, const EntryRef& entry,
                                     std::optional<Day> to, const std::string& reason) {
    const std::string day = to ? to_text(*to) : "";
    switch (entry.kind) {
        case EntryKind::Card: {
            if (ws.find(model::CardId{entry.id}) == nullptr) return std::nullopt;
            model::TextMap set{{"due", day}};
            if (!reason.empty()) set["due_reason"] = reason;
            return rules::EditCard{model::CardId{entry.id}, std::move(set), ""};
        }
        case EntryKind::Request: {
            const model::Request* request = ws.find(model::RequestId{entry.id});
            if (request == nullptr) return std::nullopt;
            rules::BriefText brief = rules::brief_text(ws, *request);
            brief.answers[std::string(rules::kNeededBy)] = to ? day : "none";
            if (!reason.empty()) brief.answers[std::string(rules::kNeededByReason)] = reason;
            return rules::EditRequest{request->id, brief.title, std::move(brief.answers)};
        }
        case EntryKind::Step:
            if (ws.find(model::ChecklistItemId{entry.id}) == nullptr) return std::nullopt;
            return rules::EditChecklistItem{model::ChecklistItemId{entry.id}, {{"due", day}}};
        case EntryKind::Milestone:
            if (ws.find(model::MilestoneId{entry.id}) == nullptr) return std::nullopt;
            return rules::EditRecord{"milestone", entry.id, {{"due", day}}};
    }
    return std::nullopt;
}

}  // namespace throughline::gui::calendar
