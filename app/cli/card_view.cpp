#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/views.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/rules/brief.h"
#include "core/rules/gates.h"
#include "core/rules/score.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace throughline::cli {

namespace {

const model::Block* open_block(const model::Workspace& workspace, model::CardId card) {
    for (const model::Block* block : workspace.of<model::Block>(card)) {
        if (block->is_open()) {
            return block;
        }
    }
    return nullptr;
}

Json people(const model::Workspace& workspace, const std::vector<model::PersonId>& ids) {
    Json handles = Json::array();
    for (const model::PersonId id : ids) {
        handles.push_back(handle_of(workspace, id));
    }
    return handles;
}

Json instant_or_null(const std::optional<Instant>& at) {
    return at ? Json(throughline::to_text(*at)) : Json();
}

Json blocks_json(const model::Workspace& workspace, model::CardId card) {
    Json list = Json::array();
    for (const model::Block* block : workspace.of<model::Block>(card)) {
        list.push_back({{"cause", text_or_null(block->cause)},
                        {"reason", text_or_null(block->reason)},
                        {"clearer", text_or_null(handle_of(workspace, block->clearer))},
                        {"waits_for", text_or_null(key_of(workspace, block->waits_for))},
                        {"since", throughline::to_text(block->since)},
                        {"ended", instant_or_null(block->ended_at)}});
    }
    return list;
}

Json checklist_json(const model::Workspace& workspace, model::CardId card) {
    auto items = workspace.of<model::ChecklistItem>(card);
    std::ranges::stable_sort(items, {}, &model::ChecklistItem::rank);
    Json list = Json::array();
    for (const model::ChecklistItem* item : items) {
        list.push_back({{"title", item->title},
                        {"done", item->done},
                        {"by", text_or_null(handle_of(workspace, item->done_by))},
                        {"due", item->due ? Json(throughline::to_text(*item->due)) : Json()}});
    }
    return list;
}

Json gate_json(const model::Workspace& workspace, const model::Card& card) {
    Json list = Json::array();
    for (const rules::GateState& state : rules::gate_of(workspace, card.id, card.column)) {
        list.push_back(
            {{"item", state.item->title},
             {"kind", model::name_of(state.item->kind)},
             {"verdict",
              state.mark != nullptr ? Json(model::name_of(state.mark->verdict)) : Json()},
             {"by", state.mark != nullptr ? Json(handle_of(workspace, state.mark->by)) : Json()},
             {"note", state.mark != nullptr ? text_or_null(state.mark->note) : Json()}});
    }
    return list;
}

Json links_json(const model::Workspace& workspace, model::CardId card) {
    Json list = Json::array();
    for (const model::Link* link : workspace.of<model::Link>(card)) {
        list.push_back({{"kind", model::name_of(link->kind)},
                        {"card", text_or_null(key_of(workspace, link->other))},
                        {"target", text_or_null(link->target)},
                        {"title", text_or_null(link->title)}});
    }
    return list;
}

Json comments_json(const model::Workspace& workspace, model::CardId card) {
    Json list = Json::array();
    for (const model::Comment* comment : workspace.of<model::Comment>(card)) {
        list.push_back({{"by", text_or_null(handle_of(workspace, comment->by))},
                        {"at", throughline::to_text(comment->at)},
                        {"text", comment->text}});
    }
    return list;
}

Json moves_json(const model::Workspace& workspace, model::CardId card) {
    Json list = Json::array();
    for (const model::Transition* move : workspace.of<model::Transition>(card)) {
        list.push_back({{"at", throughline::to_text(move->at)},
                        {"kind", model::name_of(move->kind)},
                        {"from", text_or_null(handle_of(workspace, move->from))},
                        {"to", text_or_null(handle_of(workspace, move->to))},
                        {"by", text_or_null(handle_of(workspace, move->by))},
                        {"voided", move->voided_at.has_value()}});
    }
    return list;
}

Json readiness_json(const model::Workspace& workspace, const model::Card& card) {
    Json list = Json::array();
    for (const rules::ReadyState& state : rules::readiness(workspace, card)) {
        list.push_back({{"check", state.check}, {"words", state.words}, {"passed", state.passed}});
    }
    return list;
}

}  // namespace

double tenths(double number) {
    return std::round(number * 10) / 10;
}

std::string decimal(std::optional<double> number) {
    if (!number) {
        return "-";
    }
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", *number);
    return text;
}

std::string dash(const std::string& text) {
    return text.empty() ? "-" : text;
}

Look look_now(Session& session) {
    const Zone& zone = session.zone();
    return {session.workspace(), zone, std::max(session.now(), session.workspace().last_when())};
}

CardAges ages_of(const Look& look, const model::Card& card) {
    CardAges ages;
    if (const auto figures =
            flow::card_figures(look.workspace, look.workflow, look.zone, card.id, look.as_of)) {
        ages.total_days = figures->age_days;
        if (figures->in_column) {
            ages.column_days = tenths(figures->in_column->days());
        }
    }
    return ages;
}

Json card_row_json(const Look& look, const model::Card& card) {
    const model::Workspace& workspace = look.workspace;
    const CardAges ages = ages_of(look, card);
    return {{"key", model::key_of(workspace, card)},
            {"title", card.title},
            {"type", text_or_null(card.type)},
            {"dri", text_or_null(handle_of(workspace, card.dri))},
            {"objective", text_or_null(key_of(workspace, card.objective))},
            {"class", model::name_of(card.service_class)},
            {"blocked", workspace.is_blocked(card.id)},
            {"age_days", or_null(ages.total_days)},
            {"age_in_column_days", or_null(ages.column_days)},
            {"due", card.due ? Json(throughline::to_text(*card.due)) : Json()},
            {"has_brief", card.has_brief()}};
}

Json card_json(const Look& look, const model::Card& card) {
    const model::Workspace& workspace = look.workspace;
    Json json = card_row_json(look, card);
    json["state"] = model::name_of(card.state);
    json["column"] = text_or_null(handle_of(workspace, card.column));
    json["description"] = text_or_null(card.description);
    json["request"] = text_or_null(key_of(workspace, card.request));
    json["due_reason"] = text_or_null(card.due_reason);
    json["created_at"] = throughline::to_text(card.created_at);
    json["value"] = or_null(card.value);
    json["urgency"] = or_null(card.urgency);
    json["enablement"] = or_null(card.enablement);
    json["size"] = or_null(card.size);
    json["score"] = or_null(rules::score(workspace, card));
    json["responsible"] = people(workspace, card.responsible);
    json["consulted"] = people(workspace, card.consulted);
    json["informed"] = people(workspace, card.informed);
    json["labels"] = card.labels;
    json["parent"] = text_or_null(key_of(workspace, card.parent));
    json["result_actual"] = text_or_null(card.result_actual);
    json["result_note"] = text_or_null(card.result_note);
    json["source"] = text_or_null(card.source);
    json["ready"] = readiness_json(workspace, card);
    json["gate"] = gate_json(workspace, card);
    json["blocks"] = blocks_json(workspace, card.id);
    json["checklist"] = checklist_json(workspace, card.id);
    json["links"] = links_json(workspace, card.id);
    json["comments"] = comments_json(workspace, card.id);
    json["moves"] = moves_json(workspace, card.id);
    if (const model::Request* request = workspace.find(card.request)) {
        json["brief"] = {{"template", template_of(workspace, *request)},
                         {"requester", handle_of(workspace, request->requester)},
                         {"title", request->title},
                         {"fields", rules::brief_text(workspace, *request).answers}};
    }
    return json;
}

std::string card_marks(const Look& look, const model::Card& card) {
    std::vector<std::string> marks;
    if (const model::Block* block = open_block(look.workspace, card.id)) {
        std::string why = block->cause.empty() ? block->reason : block->cause;
        if (block->waits_for) {
            why = "waits for " + key_of(look.workspace, block->waits_for);
        }
        marks.push_back("BLOCKED" + (why.empty() ? "" : " (" + why + ")"));
    }
    if (card.service_class != model::ServiceClass::Standard) {
        marks.emplace_back(model::name_of(card.service_class));
    }
    if (card.due) {
        marks.push_back("due " + throughline::to_text(*card.due));
    }
    if (!card.has_brief()) {
        marks.emplace_back("no brief");
    }
    return join(marks, ", ");
}

}  // namespace throughline::cli
