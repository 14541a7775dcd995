#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/reason.h"
#include "app/cli/request.h"
#include "app/cli/values.h"
#include "app/cli/views.h"

namespace throughline::cli {

namespace {

struct TextArgs {
    std::string key;
    std::string text;
};

struct ScoreArgs {
    std::string key;
    std::optional<std::string> value;
    std::optional<std::string> urgency;
    std::optional<std::string> enablement;
    std::optional<std::string> size;
};

struct AcceptArgs {
    std::string key;
    std::string dri;
    std::string objective;
    std::optional<std::string> service_class;
    std::optional<std::string> instead_of;
    std::optional<std::string> reason;
    std::optional<std::string> override_reason;
};

struct DeclineArgs {
    std::string key;
    Reason reason;
};

struct MergeArgs {
    std::string key;
    std::string into;
    Reason reason;
};

Ending ask(Session& session, const TextArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* request, find_request(desk->workspace(), args.key));
    return carry_out_on_request(session, rules::AskRequester{request->id, args.text}, request->id);
}

Ending answer(Session& session, const TextArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* request, find_request(desk->workspace(), args.key));
    return carry_out_on_request(session, rules::AnswerQuestion{request->id, args.text},
                                request->id);
}

// Parts that are not given keep their number; an empty one is cleared.
Ending score_part(const std::optional<std::string>& text, std::string_view option,
                  std::optional<int>& part) {
    if (text && text->empty()) {
        part.reset();
    } else if (text) {
        TL_TRY(part, count_value(text, option, 1, 13));
    }
    return Done{};
}

Ending score(Session& session, const ScoreArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* request, find_request(desk->workspace(), args.key));
    rules::ScoreRequest command{request->id, request->value, request->urgency, request->enablement,
                                request->size};
    TL_CHECK(score_part(args.value, "--value", command.value));
    TL_CHECK(score_part(args.urgency, "--urgency", command.urgency));
    TL_CHECK(score_part(args.enablement, "--enablement", command.enablement));
    TL_CHECK(score_part(args.size, "--size", command.size));
    return carry_out_on_request(session, command, request->id);
}

// Accepting into a full column means choosing what leaves it.
Ending with_trade(Ending ending, const rules::AcceptRequest& command) {
    if (ending || !ending.error().refusal || command.instead_of) {
        return ending;
    }
    Failure failure = std::move(ending).error();
    const bool column = failure.refusal->subject.starts_with("column:") ||
                        failure.refusal->subject.starts_with("group:");
    if (failure.refusal->rule == "wip_limit" && column) {
        failure.refusal->remedy =
            "Trade a card out for it with --instead-of KEY --reason R. " + failure.refusal->remedy;
    }
    return failure;
}

Ending accept(Session& session, const AcceptArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* request, find_request(workspace, args.key));
    TL_TRY(const auto* dri, find_person(workspace, args.dri));
    TL_TRY(const auto* objective, find_objective(workspace, args.objective));
    rules::AcceptRequest command;
    command.request = request->id;
    command.dri = dri->id;
    command.objective = objective->id;
    if (args.service_class) {
        TL_TRY(command.service_class,
               choice_value<model::ServiceClass>(*args.service_class, "--class"));
    } else if (const model::TemplateVersion* version = workspace.find(request->version)) {
        command.service_class = version->service_class;
    }
    if (args.instead_of) {
        TL_TRY(const auto* leaving, find_card(workspace, *args.instead_of));
        command.instead_of = leaving->id;
    }
    command.reason = args.reason.value_or("");
    command.override_reason = args.override_reason.value_or("");
    auto ending = carry_out(session, command, [&session, id = request->id](const journal::Entry&) {
        const model::Request& held = *session.workspace().find(id);
        const model::Card* card = session.workspace().find(held.card);
        return Json{{"request", request_json(session, held)},
                    {"card", card != nullptr ? card_json(look_now(session), *card) : Json()}};
    });
    return with_trade(std::move(ending), command);
}

Ending decline(Session& session, const DeclineArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* request, find_request(desk->workspace(), args.key));
    return carry_out_on_request(session, rules::DeclineRequest{request->id, args.reason.text()},
                                request->id);
}

Ending merge(Session& session, const MergeArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* request, find_request(desk->workspace(), args.key));
    TL_TRY(const auto* into, find_request(desk->workspace(), args.into));
    return carry_out_on_request(
        session, rules::MergeRequest{request->id, into->id, args.reason.text()}, request->id);
}

void add_questions(Verb& request) {
    auto asked = std::make_shared<TextArgs>();
    request.verb("ask", "Ask the requester; the promised time stands still until answered")
        .needs("REQUEST", asked->key, "R-7")
        .needs("QUESTION", asked->text, "What is to be known")
        .example("throughline request ask R-7 \"Which countries?\"")
        .does(asked, &ask);

    auto answered = std::make_shared<TextArgs>();
    request.verb("answer", "Answer the question on a request")
        .needs("REQUEST", answered->key, "R-7")
        .needs("ANSWER", answered->text, "In words; the brief itself is changed with request edit")
        .example("throughline request answer R-7 \"Germany and Austria\"")
        .does(answered, &answer);
}

void add_score(Verb& request) {
    auto args = std::make_shared<ScoreArgs>();
    request.verb("score", "Score a request on 1, 2, 3, 5, 8, 13; parts that are not given stay")
        .needs("REQUEST", args->key, "R-7")
        .option("--value", "N", args->value, "What it is worth")
        .option("--urgency", "N", args->urgency, "What waiting costs")
        .option("--enablement", "N", args->enablement,
                "What it makes possible, or which risk it lowers")
        .option("--size", "N", args->size, "How much work it is")
        .example("throughline request score R-7 --value 8 --urgency 5 --enablement 3 --size 5")
        .does(args, &score);
}

void add_accept(Verb& request) {
    auto args = std::make_shared<AcceptArgs>();
    request.verb("accept", "Make a card of a request, in the ready column")
        .needs("REQUEST", args->key, "R-7")
        .must("--dri", "PERSON", args->dri, "The one person who answers for it")
        .must("--objective", "KEY", args->objective,
              "O-3: of this quarter or a coming one, or a standing one")
        .option("--class", "CLASS", args->service_class,
                "standard, fixed-date, expedite or intangible (default: the template's)")
        .option("--instead-of", "KEY", args->instead_of,
                "The card that goes back to the queue when ready is full")
        .option("--reason", "TEXT", args->reason, "Why that trade")
        .option("--override", "REASON", args->override_reason,
                "Pass a full limit, if you may; it is counted")
        .example("throughline request accept R-7 --dri ana --objective O-3")
        .does(args, &accept);
}

}  // namespace

void add_request_triage(Verb& request) {
    add_questions(request);
    add_score(request);
    add_accept(request);

    auto declined = std::make_shared<DeclineArgs>();
    Verb decline_verb = request.verb("decline", "Say no to a request, with the reason");
    decline_verb.needs("REQUEST", declined->key, "R-7");
    add_reason(decline_verb, declined->reason, "Why; the requester reads it")
        .example("throughline request decline R-7 --reason \"no objective of this year needs it\"")
        .does(declined, &decline);

    auto merged = std::make_shared<MergeArgs>();
    Verb merge_verb = request.verb("merge", "Make a request part of another");
    merge_verb.needs("REQUEST", merged->key, "R-7")
        .needs("INTO", merged->into, "R-3: the one that stays");
    add_reason(merge_verb, merged->reason, "Why they are the same")
        .example("throughline request merge R-7 R-3 --reason \"the same webinar\"")
        .does(merged, &merge);
}

}  // namespace throughline::cli
