#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/brief.h"
#include "core/rules/decide.h"
#include "core/rules/score.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Card;
using model::Request;
using model::RequestState;
using model::RequestStep;

void log_event(Edit& edit, const Context& context, model::RequestId request, RequestStep step,
               std::string text) {
    edit.put(model::RequestEvent{edit.next_in_log<model::RequestEvent>(), request, step,
                                 context.now, context.actor, std::move(text)});
}

// The open request, or the refusal that says why it is not open.
Result<Request, Refusal> open_request(const Edit& edit, model::RequestId id) {
    const Request* request = edit.get(id);
    if (request == nullptr) {
        return not_found("request");
    }
    if (!request->is_open()) {
        const std::string key = key_of(*request);
        return refusal("request_closed",
                       key + " is " + std::string(model::name_of(request->state)) + " already.",
                       "Look at it again; undo takes the decision back.", "request:" + key);
    }
    return *request;
}

void touch(Request& request, const Context& context) {
    if (!request.touched_at) {
        request.touched_at = context.now;
    }
}

Refusal incomplete(std::vector<FieldProblem> problems) {
    Refusal no = refusal(
        "brief_incomplete",
        "The brief is not complete: " + problems.front().label + " " + problems.front().problem +
            (problems.size() > 1 ? " (and " +
                                       plural(static_cast<std::int64_t>(problems.size()) - 1,
                                              "more field", "more fields") +
                                       ")"
                                 : "") +
            ".",
        "Fill in what is named; nothing you wrote is lost.");
    no.fields = std::move(problems);
    return no;
}

// Answers without white space at the ends and without empty ones.
model::TextMap tidy(const model::TextMap& answers) {
    model::TextMap result;
    for (const auto& [handle, text] : answers) {
        if (const auto trimmed = trim(text); !trimmed.empty()) {
            result.emplace(handle, trimmed);
        }
    }
    return result;
}

// Takes what has members of its own out of the answers.
void set_brief(const Edit& edit, Request& request, std::string_view title,
               const model::TextMap& answers) {
    request.title = trim(title);
    request.answers = tidy(answers);
    const auto take = [&](std::string_view handle) {
        const auto found = request.answers.find(std::string(handle));
        std::string text = found == request.answers.end() ? std::string() : found->second;
        request.answers.erase(std::string(handle));
        return text;
    };
    const model::Objective* objective = objective_by_key(edit.before(), take(kObjective));
    request.objective = objective == nullptr ? model::ObjectiveId{} : objective->id;
    const auto needed_by = parse_day(take(kNeededBy));
    request.needed_by = needed_by ? std::optional(*needed_by) : std::nullopt;
    request.needed_by_reason = take(kNeededByReason);
}

// A new request in the state submitted, checked for completeness.
Result<Request, Refusal> new_request(Edit& edit, const Context& context,
                                     model::TemplateVersionId version_id, model::PersonId requester,
                                     std::string_view title, const model::TextMap& answers) {
    const model::TemplateVersion* version = edit.get(version_id);
    if (version == nullptr) {
        return not_found("template");
    }
    TL_CHECK(need_person(edit, requester, "requester"));
    auto problems = check_brief(edit.before(), *version, {std::string(title), answers},
                                local_day(edit, context.now));
    if (!problems.empty()) {
        return incomplete(std::move(problems));
    }
    Request request;
    request.id = edit.new_id<model::RequestId>();
    request.number = edit.next_number("request");
    request.version = version_id;
    request.requester = requester;
    set_brief(edit, request, title, answers);
    request.submitted_at = context.now;
    request.clock_from = context.now;
    return request;
}

Verdict need_planned_objective(const Edit& edit, const Context& context, model::ObjectiveId id) {
    const model::Objective* objective = edit.get(id);
    if (objective == nullptr) {
        return refusal("objective_missing", "No objective is chosen.",
                       "Choose the objective of a current or coming quarter that it serves.");
    }
    const std::string quarter = quarter_of(local_day(edit, context.now));
    if (objective->closed || (!objective->is_standing() && objective->quarter < quarter)) {
        return refusal(
            "objective_past",
            key_of(*objective) + " belongs to " + objective->quarter + ", which is over.",
            "Choose an objective of a current or coming quarter, or a standing one.",
            "objective:" + key_of(*objective));
    }
    return Done{};
}

// A traded-out card comes back under its own key; otherwise a new card is made.
Card card_for(Edit& edit, const Context& context, const Request& request) {
    if (const Card* old = edit.get(request.card)) {
        return *old;
    }
    Card card;
    card.id = edit.new_id<model::CardId>();
    card.number = edit.next_number("card");
    card.title = request.title;
    card.request = request.id;
    card.created_at = context.now;
    card.due = request.needed_by;
    card.due_reason = request.needed_by_reason;
    const model::TemplateVersion* version = edit.get(request.version);
    const model::Template* form = version == nullptr ? nullptr : edit.get(version->form);
    card.type = form == nullptr ? "" : form->handle;
    if (version != nullptr) {
        double rank = 0;
        for (const std::string& title : version->checklist) {
            edit.put(model::ChecklistItem{edit.new_id<model::ChecklistItemId>(),
                                          card.id,
                                          title,
                                          rank += 1024,
                                          {},
                                          false,
                                          {},
                                          {}});
        }
    }
    return card;
}

Verdict trade_out(Edit& edit, const Context& context, model::CardId id, const std::string& reason) {
    const Card* card = edit.get(id);
    if (card == nullptr || !card->on_board()) {
        return not_found("card");
    }
    const Request* request = edit.get(card->request);
    if (request == nullptr) {
        return refusal(
            "no_brief",
            key_of(edit.before(), *card) + " has no brief and cannot go back to the request queue.",
            "Give it a brief first, or discard it.", "card:" + key_of(edit.before(), *card), id);
    }
    TL_CHECK(need_reason(reason, "trade out " + key_of(edit.before(), *card)));
    const auto at = Workflow::of(edit.before()).index(card->column);
    if (at && *at >= Workflow::of(edit.before()).commitment) {
        return refusal("committed",
                       key_of(edit.before(), *card) +
                           " is past the commitment point and cannot be traded out.",
                       "Return it first, with a reason.", "card:" + key_of(edit.before(), *card),
                       id);
    }
    const model::RequestId request_id = request->id;
    edit.change(request_id, [&](Request& one) {
        one.state = RequestState::Submitted;
        one.clock_from = context.now;
        one.waiting_since.reset();
        one.touched_at.reset();
        one.decided_at.reset();
        one.reason = trim(reason);
    });
    log_event(edit, context, request_id, RequestStep::TradedOut, std::string(trim(reason)));
    place_card(edit, context, id, {}, model::MoveKind::TradedOut, std::nullopt,
               model::CardState::TradedOut);
    return Done{};
}

}  // namespace

Verdict decide(const SubmitBrief& command, Edit& edit, const Context& context) {
    TL_TRY(const Request request, new_request(edit, context, command.version, command.requester,
                                              command.title, command.answers));
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Submitted, "");
    return Done{};
}

Verdict decide(const EditRequest& command, Edit& edit, const Context& context) {
    TL_TRY(Request request, open_request(edit, command.request));
    const model::TemplateVersion* version = edit.get(request.version);
    auto problems = check_brief(edit.before(), *version, {command.title, command.answers},
                                local_day(edit, context.now));
    // A date that has passed while the request waited is no fault of this edit.
    const BriefText before = brief_text(edit.before(), request);
    std::erase_if(problems, [&](const FieldProblem& p) {
        const auto was = before.answers.find(p.field);
        const auto is = command.answers.find(p.field);
        return p.field == kNeededBy && was != before.answers.end() && is != command.answers.end() &&
               was->second == is->second;
    });
    if (!problems.empty()) {
        return incomplete(std::move(problems));
    }
    set_brief(edit, request, command.title, command.answers);
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Edited, "");
    return Done{};
}

Verdict decide(const AskRequester& command, Edit& edit, const Context& context) {
    TL_TRY(Request request, open_request(edit, command.request));
    TL_CHECK(need_reason(command.question, "ask for information"));
    touch(request, context);
    request.state = RequestState::NeedsInfo;
    request.reason = trim(command.question);
    if (!request.waiting_since) {
        request.waiting_since = context.now;
    }
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Asked, request.reason);
    return Done{};
}

Verdict decide(const AnswerQuestion& command, Edit& edit, const Context& context) {
    TL_TRY(Request request, open_request(edit, command.request));
    if (request.state != RequestState::NeedsInfo) {
        return refusal("no_question", key_of(request) + " has no open question.",
                       "Write a comment instead.", "request:" + key_of(request));
    }
    TL_CHECK(need_reason(command.answer, "answer"));
    request.state = RequestState::Submitted;
    request.waiting_since.reset();
    request.reason.clear();
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Answered, std::string(trim(command.answer)));
    return Done{};
}

Verdict decide(const ScoreRequest& command, Edit& edit, const Context&) {
    TL_TRY(Request request, open_request(edit, command.request));
    for (const auto& step : {command.value, command.urgency, command.enablement, command.size}) {
        if (step && !is_score_step(*step)) {
            return refusal("bad_value", std::to_string(*step) + " is not on the scale.",
                           "Use 1, 2, 3, 5, 8 or 13.");
        }
    }
    request.value = command.value;
    request.urgency = command.urgency;
    request.enablement = command.enablement;
    request.size = command.size;
    edit.put(request);
    return Done{};
}

Verdict decide(const AcceptRequest& command, Edit& edit, const Context& context) {
    TL_TRY(Request request, open_request(edit, command.request));
    TL_CHECK(need_dri(edit, command.dri));
    TL_CHECK(need_planned_objective(edit, context, command.objective));
    const model::ColumnId ready = ready_column(edit.before());
    if (!ready) {
        return refusal("no_columns", "The board has no column to accept into.",
                       "Add columns in the settings first.");
    }
    if (command.instead_of) {
        TL_CHECK(trade_out(edit, context, command.instead_of, command.reason));
    }
    Card card = card_for(edit, context, request);
    card.dri = command.dri;
    card.objective = command.objective;
    card.service_class = command.service_class;
    card.value = request.value;
    card.urgency = request.urgency;
    card.enablement = request.enablement;
    card.size = request.size;
    const auto kind =
        edit.get(card.id) != nullptr ? model::MoveKind::Restored : model::MoveKind::Created;
    card.state =
        model::CardState::TradedOut;  // off the board until it is placed, which logs the move
    const model::CardId id = card.id;
    edit.put(std::move(card));
    place_card(edit, context, id, ready, kind);
    touch(request, context);
    request.state = RequestState::Accepted;
    request.objective = command.objective;
    request.decided_at = context.now;
    request.waiting_since.reset();
    request.reason.clear();
    request.card = id;
    edit.put(request);
    const Card* traded = edit.get(command.instead_of);
    log_event(edit, context, request.id, RequestStep::Accepted,
              traded == nullptr ? ""
                                : "instead of " + key_of(edit.before(), *traded) + ": " +
                                      std::string(trim(command.reason)));
    return Done{};
}

Verdict decide(const DeclineRequest& command, Edit& edit, const Context& context) {
    TL_TRY(Request request, open_request(edit, command.request));
    TL_CHECK(need_reason(command.reason, "decline a request"));
    touch(request, context);
    request.state = RequestState::Declined;
    request.decided_at = context.now;
    request.waiting_since.reset();
    request.reason = trim(command.reason);
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Declined, request.reason);
    return Done{};
}

Verdict decide(const MergeRequest& command, Edit& edit, const Context& context) {
    TL_TRY(Request request, open_request(edit, command.request));
    const Request* into = edit.get(command.into);
    if (into == nullptr || into->id == request.id || into->state == RequestState::Merged ||
        into->state == RequestState::Declined) {
        return refusal("merge_target",
                       "The request to merge into must be another one that is open or accepted.",
                       "Choose another request.", "request:" + key_of(request));
    }
    touch(request, context);
    request.state = RequestState::Merged;
    request.decided_at = context.now;
    request.waiting_since.reset();
    request.merged_into = command.into;
    request.reason = trim(command.reason);
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Merged, key_of(*into));
    return Done{};
}

Verdict decide(const AttachBrief& command, Edit& edit, const Context& context) {
    const Card* card = edit.get(command.card);
    if (card == nullptr) {
        return not_found("card");
    }
    if (card->has_brief()) {
        return refusal("has_brief", key_of(edit.before(), *card) + " has a brief already.",
                       "Edit its request instead.", "card:" + key_of(edit.before(), *card),
                       card->id);
    }
    TL_TRY(Request request, new_request(edit, context, command.version, command.requester,
                                        command.title, command.answers));
    request.state = RequestState::Accepted;
    request.card = card->id;
    request.touched_at = context.now;
    request.decided_at = context.now;
    const model::TemplateVersion* version = edit.get(command.version);
    const std::string type = edit.get(version->form)->handle;
    edit.change(command.card, [&](Card& one) {
        one.request = request.id;
        one.type = type;
        one.objective = one.objective ? one.objective : request.objective;
        if (!one.due) {
            one.due = request.needed_by;
            one.due_reason = request.needed_by_reason;
        }
    });
    edit.put(request);
    log_event(edit, context, request.id, RequestStep::Submitted, "");
    log_event(edit, context, request.id, RequestStep::Accepted, "");
    return Done{};
}

// In moves of cards, but its request's business: kept here beside the trade.
Verdict decide(const TradeOutCard& command, Edit& edit, const Context& context) {
    return trade_out(edit, context, command.card, command.reason);
}

}  // namespace throughline::rules
