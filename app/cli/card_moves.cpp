#include "app/cli/card.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/reason.h"
#include "app/cli/values.h"
#include "app/cli/views.h"
#include "core/base/text.h"

namespace throughline::cli {

namespace {

struct MoveArgs {
    std::string keys;
    std::string column;
    std::optional<std::string> position;
    std::optional<std::string> override_reason;
};

struct ActArgs {
    std::string key;
    Reason reason;
    std::optional<std::string> override_reason;
    std::string column;
};

constexpr const char* kOverrideHelp =
    "Pass a full limit, if you may, with this reason; it is counted";

Ending move_cards(Session& session, const MoveArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    rules::MoveCards move;
    for (const std::string& key : split(args.keys, ',')) {
        TL_TRY(const auto* card, find_card(workspace, trim(key)));
        move.cards.push_back(card->id);
    }
    TL_TRY(const auto* column, find_column(workspace, args.column));
    move.to = column->id;
    TL_TRY(move.position, count_value(args.position, "--position", 1));
    if (move.position) {
        --*move.position;
    }
    move.override_reason = args.override_reason.value_or("");
    if (args.override_reason && trim(*args.override_reason).empty()) {
        return bad_input("an override needs its reason in words", "--override");
    }
    return carry_out(session, move, [&session, cards = move.cards](const journal::Entry&) {
        const Look look = look_now(session);
        Json list = Json::array();
        for (const model::CardId id : cards) {
            list.push_back(card_json(look, *look.workspace.find(id)));
        }
        return Json{{"card", list.front()}, {"cards", list}};
    });
}

// return, discard, archive, void, trade-out: a card and a reason.
template <class C>
Ending act_on_card(Session& session, const ActArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    C command;
    command.card = card->id;
    command.reason = args.reason.text();
    if constexpr (requires { command.override_reason; }) {
        command.override_reason = args.override_reason.value_or("");
    }
    return carry_out_on_card(session, command, card->id);
}

Ending restore_card(Session& session, const ActArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    TL_TRY(const auto* column, find_column(desk->workspace(), args.column));
    rules::RestoreCard command;
    command.card = card->id;
    command.to = column->id;
    command.override_reason = args.override_reason.value_or("");
    return carry_out_on_card(session, command, card->id);
}

template <class C>
void add_act(Verb& card, const std::string& name, const std::string& help, const std::string& why) {
    auto args = std::make_shared<ActArgs>();
    Verb verb = card.verb(name, help);
    verb.needs("KEY", args->key, "MKT-12");
    add_reason(verb, args->reason, "Why; it is written down");
    if constexpr (requires(C command) { command.override_reason; }) {
        verb.option("--override", "REASON", args->override_reason, kOverrideHelp);
    }
    verb.example("throughline card " + name + " MKT-12 --reason \"" + why + "\"")
        .does(args, &act_on_card<C>);
}

}  // namespace

void add_card_moves(Verb& card) {
    auto move = std::make_shared<MoveArgs>();
    card.verb("move", "Move a card to a column; refused beyond its limit")
        .needs("KEY", move->keys, "MKT-12; several with commas: all of them move, or none")
        .needs("COLUMN", move->column, "Handle or name: review, \"Launch prep\"")
        .option("--position", "N", move->position,
                "Place from the top, 1 is the top (default: the bottom)")
        .option("--override", "REASON", move->override_reason, kOverrideHelp)
        .example("throughline card move MKT-12 review --position 1")
        .does(move, &move_cards);

    add_act<rules::ReturnCard>(card, "return", "Send a card back to the ready column",
                               "the offer is not ready");
    add_act<rules::DiscardCard>(card, "discard", "Give a card up; its history stays",
                                "the event was cancelled");
    add_act<rules::ArchiveCard>(card, "archive", "Put a delivered card away",
                                "closed with its result");
    add_act<rules::VoidCard>(card, "void", "Take out a card made by mistake: it never counted",
                             "entered twice");
    add_act<rules::TradeOutCard>(card, "trade-out", "Send a card back to the request queue",
                                 "the webinar comes first");

    auto restore = std::make_shared<ActArgs>();
    card.verb("restore", "Bring a discarded or archived card back to a column")
        .needs("KEY", restore->key, "MKT-12")
        .needs("COLUMN", restore->column, "Where it comes back to")
        .option("--override", "REASON", restore->override_reason, kOverrideHelp)
        .example("throughline card restore MKT-12 ready")
        .does(restore, &restore_card);
}

}  // namespace throughline::cli
