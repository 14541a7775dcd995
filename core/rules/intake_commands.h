// Commands of the intake: briefs, questions, triage.
#pragma once

#include "core/model/brief.h"
#include "core/rules/verb.h"

namespace throughline::rules {

// A complete brief becomes a request. Refused with every missing or wrong field named.
struct SubmitBrief {
    model::TemplateVersionId version;
    model::PersonId requester;
    std::string title;
    // By field handle; needed_by, needed_by_reason and objective under these handles too.
    model::TextMap answers;
};

// Changes the brief of an open request (also while answering a question).
struct EditRequest {
    model::RequestId request;
    std::string title;
    model::TextMap answers;
};

// Pauses the SLA clock until answered.
struct AskRequester {
    model::RequestId request;
    std::string question;
};

struct AnswerQuestion {
    model::RequestId request;
    std::string answer;
};

// 1, 2, 3, 5, 8 or 13; absent leaves it open.
struct ScoreRequest {
    model::RequestId request;
    std::optional<int> value;
    std::optional<int> urgency;
    std::optional<int> enablement;
    std::optional<int> size;
};

// The request becomes a card in the ready column. When that is full, `instead_of` names the card
// that goes back to the queue, with the reason.
struct AcceptRequest {
    model::RequestId request;
    model::PersonId dri;
    model::ObjectiveId objective;
    model::ServiceClass service_class = model::ServiceClass::Standard;
    model::CardId instead_of;
    std::string reason;           // of the trade
    std::string override_reason;  // to pass a limit
};

struct DeclineRequest {
    model::RequestId request;
    std::string reason;
};

struct MergeRequest {
    model::RequestId request;
    model::RequestId into;
    std::string reason;
};

// Gives an imported card its brief: a request that is accepted as this card.
struct AttachBrief {
    model::CardId card;
    model::TemplateVersionId version;
    model::PersonId requester;
    std::string title;
    model::TextMap answers;
};

TL_COMMAND(SubmitBrief, "submit-brief", "Submit brief", Request, "version", version, "requester",
           requester, "title", title, "answers", answers);
TL_COMMAND(EditRequest, "edit-request", "Edit request", Request, "request", request, "title", title,
           "answers", answers);
TL_COMMAND(AskRequester, "ask-requester", "Ask for information", Triage, "request", request,
           "question", question);
TL_COMMAND(AnswerQuestion, "answer-question", "Answer question", Request, "request", request,
           "answer", answer);
TL_COMMAND(ScoreRequest, "score-request", "Score request", Triage, "request", request, "value",
           value, "urgency", urgency, "enablement", enablement, "size", size);
TL_COMMAND(AcceptRequest, "accept-request", "Accept request", Triage, "request", request, "dri",
           dri, "objective", objective, "service_class", service_class, "instead_of", instead_of,
           "reason", reason, "override_reason", override_reason);
TL_COMMAND(DeclineRequest, "decline-request", "Decline request", Triage, "request", request,
           "reason", reason);
TL_COMMAND(MergeRequest, "merge-request", "Merge request", Triage, "request", request, "into", into,
           "reason", reason);
TL_COMMAND(AttachBrief, "attach-brief", "Add a brief to a card", Work, "card", card, "version",
           version, "requester", requester, "title", title, "answers", answers);

}  // namespace throughline::rules
