#include "app/cli/card.h"
#include "app/cli/lookup.h"
#include "app/cli/reason.h"

namespace throughline::cli {

namespace {

struct BlockArgs {
    std::string key;
    Reason reason;
    std::optional<std::string> cause;
    std::optional<std::string> clearer;
    std::optional<std::string> waits_for;
};

struct UnblockArgs {
    std::string key;
};

Ending block(Session& session, const BlockArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* card, find_card(workspace, args.key));
    rules::BlockCard command;
    command.card = card->id;
    command.cause = args.cause.value_or("");
    command.reason = args.reason.text();
    if (args.clearer) {
        TL_TRY(const auto* person, find_person(workspace, *args.clearer));
        command.clearer = person->id;
    }
    if (args.waits_for) {
        TL_TRY(const auto* other, find_card(workspace, *args.waits_for));
        command.waits_for = other->id;
    }
    return carry_out_on_card(session, command, card->id);
}

Ending unblock(Session& session, const UnblockArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    return carry_out_on_card(session, rules::UnblockCard{card->id, {}}, card->id);
}

}  // namespace

void add_card_blocks(Verb& card) {
    auto args = std::make_shared<BlockArgs>();
    Verb verb = card.verb("block", "Say that a card cannot move, why, and who clears it");
    verb.needs("KEY", args->key, "MKT-12");
    add_reason(verb, args->reason, "Why, in words")
        .option("--cause", "CAUSE", args->cause, "What it counts under: \"waiting for legal\"")
        .option("--clearer", "PERSON", args->clearer, "Who clears it")
        .option("--waits-for", "KEY", args->waits_for, "The card it waits for")
        .example(
            "throughline card block MKT-12 \"contract unsigned\" --cause \"waiting for legal\" "
            "--clearer ben")
        .does(args, &block);

    auto freed = std::make_shared<UnblockArgs>();
    card.verb("unblock", "Clear every blocker of a card")
        .needs("KEY", freed->key, "MKT-12")
        .example("throughline card unblock MKT-12")
        .does(freed, &unblock);
}

}  // namespace throughline::cli
