// What the verbs of the flow figures are asked about: a moment, the cards, the rows known then.
#pragma once

#include "app/cli/moment.h"
#include "core/flow/scope.h"

#include <functional>
#include <optional>
#include <string>

namespace throughline::cli {

// The period and the cards that a verb is asked about, with its options.
struct ScopeArgs {
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> as_of;
    std::optional<std::string> filter;
    bool working_days = false;
};
void add_scope_options(Verb& verb, ScopeArgs& args);

// Twelve weeks up to --to (default: the moment's day), or from --from; the cards of --filter.
Fallible<flow::Scope> scope_of(Session& session, const ScopeArgs& args, Instant as_of);

// The digest of the board's rows as of that moment, with the attributes that cards and the service
// levels that classes had then.
Fallible<flow::Flow> flow_at(Session& session, Instant as_of);

// The cards that --filter chooses, judged by what they were then; empty for all.
using CardFilter = std::function<bool(const model::Card&)>;
Fallible<CardFilter> card_filter(Session& session, Instant as_of,
                                 const std::optional<std::string>& query);

// Refused with rule "not_set_up" while the board has no commitment and delivery point.
Ending need_points(const flow::Flow& flow);

// A question that has no answer: refused (exit 3) with the reason and what would help.
Failure no_answer(std::string reason, std::string remedy);

}  // namespace throughline::cli
