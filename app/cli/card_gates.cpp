#include "app/cli/card.h"
#include "app/cli/lookup.h"
#include "app/cli/reason.h"
#include "app/cli/values.h"
#include "core/rules/gates.h"

namespace throughline::cli {

namespace {

struct GateArgs {
    std::string key;
    std::string item;
    std::optional<std::string> note;
    std::optional<std::string> due;
    bool undo = false;
    bool add = false;
    bool remove = false;
};

// The item among those the card meets: of its column, then of the definition of ready.
Fallible<const model::GateItem*> item_of(const model::Workspace& workspace, const model::Card& card,
                                         const std::string& title) {
    auto own = find_gate_item(workspace, card.column, title);
    if (own || gate_items(workspace, {}).empty()) {
        return own;
    }
    auto ready = find_gate_item(workspace, {}, title);
    return ready || gate_items(workspace, card.column).empty() ? ready : own;
}

Ending mark(Session& session, const GateArgs& args, model::Verdict verdict) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    TL_TRY(const auto* item, item_of(desk->workspace(), *card, args.item));
    if (args.undo) {
        return carry_out_on_card(session, rules::ClearGate{card->id, item->id}, card->id);
    }
    return carry_out_on_card(
        session, rules::MarkGate{card->id, item->id, verdict, args.note.value_or("")}, card->id);
}

Ending approve(Session& session, const GateArgs& args) {
    return mark(session, args, model::Verdict::Approved);
}
Ending reject(Session& session, const GateArgs& args) {
    return mark(session, args, model::Verdict::Rejected);
}

Ending add_item(Session& session, const GateArgs& args, const model::Card& card) {
    rules::AddChecklistItem command;
    command.card = card.id;
    command.title = args.item;
    if (args.due) {
        TL_TRY(command.due, day_value(*args.due, "--due"));
    }
    return carry_out_on_card(session, command, card.id);
}

// The card's own checklist first, then the gate.
Ending check(Session& session, const GateArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    if (args.add) {
        return add_item(session, args, *card);
    }
    const auto item = find_checklist_item(desk->workspace(), *card, args.item);
    if (item && args.remove) {
        return carry_out_on_card(session, rules::RemoveChecklistItem{(*item)->id}, card->id);
    }
    if (item) {
        return carry_out_on_card(session, rules::TickChecklistItem{(*item)->id, !args.undo},
                                 card->id);
    }
    const auto in_gate = item_of(desk->workspace(), *card, args.item);
    if (args.remove || !in_gate) {
        // The gate's titles are told where the checklist has none to tell.
        const bool own = desk->workspace().of<model::ChecklistItem>(card->id).empty();
        return own && !args.remove ? in_gate.error() : item.error();
    }
    return mark(session, args, model::Verdict::Done);
}

Verb& add_item_of(Verb& verb, GateArgs& args) {
    return verb.needs("KEY", args.key, "MKT-12")
        .needs("ITEM", args.item, "Its title, the beginning of it, or its number from 1");
}

}  // namespace

void add_card_gates(Verb& card) {
    auto checked = std::make_shared<GateArgs>();
    Verb check_verb =
        card.verb("check", "Tick an item of the card's checklist or of its column's gate");
    add_item_of(check_verb, *checked)
        .flag("--undo", checked->undo, "Untick it")
        .flag("--add", checked->add, "Add ITEM to the card's checklist instead")
        .flag("--remove", checked->remove, "Take ITEM off the card's checklist instead")
        .option("--due", "DAY", checked->due,
                "With --add: the day it is due, which makes it a milestone")
        .example("throughline card check MKT-12 \"UTM tags\"")
        .does(checked, &check);

    auto approved = std::make_shared<GateArgs>();
    Verb approve_verb = card.verb("approve", "Sign an approval of the column's gate");
    add_item_of(approve_verb, *approved)
        .option("--note", "TEXT", approved->note, "What is to be remembered with it")
        .flag("--undo", approved->undo, "Take the approval back")
        .example("throughline card approve MKT-12 \"Creative approval\"")
        .does(approved, &approve);

    auto rejected = std::make_shared<GateArgs>();
    Verb reject_verb = card.verb("reject", "Reject at the column's gate; counts as a failed gate");
    add_item_of(reject_verb, *rejected)
        .may("REASON", rejected->note, "Why; needed")
        .option("--reason", "TEXT", rejected->note, "The same, by name")
        .flag("--undo", rejected->undo, "Take the rejection back")
        .example(
            "throughline card reject MKT-12 \"Creative approval\" --reason \"the logo is the old "
            "one\"")
        .does(rejected, &reject);
}

}  // namespace throughline::cli
