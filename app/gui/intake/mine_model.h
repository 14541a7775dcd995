// Drafts and own requests: what is still to be written, where each request stands, and what its
// requester is asked.
#pragma once

#include "app/gui/intake/brief_model.h"
#include "app/gui/intake/card_draft.h"
#include "app/gui/intake/form_model.h"
#include "app/gui/intake/promise.h"
#include "core/flow/flow.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::intake {

struct DraftRow {
    std::int64_t id = 0;
    std::string title;    // "Untitled brief" when it has none
    model::CardId card;   // the brief is for this imported card; 0 for a request to be
    std::string what;     // "Content asset", "Brief for MKT-12"
    std::string changed;  // "changed 5 min ago"
    Completeness completeness;
};

struct RequestRow {
    model::RequestId id;
    std::string key;
    std::string title;
    model::RequestState state = model::RequestState::Submitted;
    std::string where;     // "Waiting for triage", "MKT-12 in Review", "Merged into R-3"
    std::string when;      // "2 days ago"
    bool asks_me = false;  // an open question
};

struct StepRow {
    model::RequestStep step = model::RequestStep::Submitted;
    std::string words;  // "Ana asked"
    std::string text;   // question, answer, reason; may be ""
    std::string when;
};

// One request opened.
struct RequestDetail {
    model::RequestId id;
    std::string key;
    std::string title;
    std::string template_name;
    std::string requester;
    model::PersonId requester_id;
    model::RequestState state = model::RequestState::Submitted;
    std::string where;
    std::string next;      // what happens next, or why it ended
    std::string question;  // the open one; "" for none
    Promise promise;
    model::CardId card;  // as it stands on the board; 0 for none
    std::string card_key;
    model::RequestId merged_into;
    std::vector<AnswerRow> answers;
    std::vector<StepRow> steps;
};

// Newest first.
std::vector<DraftRow> draft_rows(const model::Workspace& workspace, std::vector<CardDraft> drafts,
                                 Day today, Instant now);
// Requests of one person: those that ask something first, then open ones, then newest.
std::vector<RequestRow> request_rows(const model::Workspace& workspace, model::PersonId requester,
                                     Instant now);
std::optional<RequestDetail> request_detail(const model::Workspace& workspace, const Zone& zone,
                                            model::RequestId request, Instant now);

// When a card that came of a request is done, as core/flow/finish.h and the card's panel say it:
// "Likely done by Fri 12 Dec: ..."; "" when nothing can be said.
std::string likely_words(const flow::Flow& flow, model::CardId card);

}  // namespace throughline::gui::intake
