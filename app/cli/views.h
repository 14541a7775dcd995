// Cards and requests as documents and in words, the same wherever a verb shows one.
#pragma once

#include "app/cli/json_fwd.h"
#include "app/cli/session.h"
#include "core/base/words.h"
#include "core/flow/card_figures.h"
#include "core/flow/plan.h"

#include <optional>
#include <string>

namespace throughline::cli {

// What looking at cards needs: a workspace (now or in the past) and the moment it is looked at.
struct Look {
    Look(const model::Workspace& held, const Zone& in, Instant at)
        : workspace(held), zone(in), as_of(at), workflow(held) {}

    const model::Workspace& workspace;
    const Zone& zone;
    Instant as_of;
    flow::Workflow workflow;
};
// The present.
Look look_now(Session& session);

struct CardAges {
    std::optional<int> total_days;      // in process only
    std::optional<double> column_days;  // on the board only, one decimal
};
CardAges ages_of(const Look& look, const model::Card& card);

// As `board --json` lists it.
Json card_row_json(const Look& look, const model::Card& card);
// Everything about it.
Json card_json(const Look& look, const model::Card& card);
// "blocked (waiting for legal), expedite, due 2026-05-08, no brief"; "" for nothing to say.
std::string card_marks(const Look& look, const model::Card& card);

Json request_row_json(Session& session, const model::Request& request);
Json request_json(Session& session, const model::Request& request);

// Of an objective, what the plan reads: score, pace, key results, risks, steps, needs.
Json objective_reading_json(const model::Workspace& workspace,
                            const flow::ObjectiveReading& reading);

// One decimal, as the documents give days and scores.
double tenths(double number);
std::string decimal(std::optional<double> number);  // "2.4", "-" for none
std::string dash(const std::string& text);          // "-" for ""

}  // namespace throughline::cli
