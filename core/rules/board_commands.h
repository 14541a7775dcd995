// Commands on cards: moving, the named acts, blocks, gates, and everything that hangs on a card.
#pragma once

#include "core/model/card_parts.h"
#include "core/model/transition.h"
#include "core/rules/verb.h"

namespace throughline::rules {

// One or more cards, placed in their order at `position` of the column (0 is the top; absent: the
// bottom, where things are done the top). All or none.
struct MoveCards {
    std::vector<model::CardId> cards;
    model::ColumnId to;
    std::optional<int> position;
    std::string override_reason;  // passes a limit, by someone with the right
};

// Named acts, each with a reason.
struct ReturnCard {  // left of the commitment point
    model::CardId card;
    std::string reason;
    std::string override_reason;
};
struct TradeOutCard {  // off the board, back to the request queue under the same key
    model::CardId card;
    std::string reason;
};
struct DiscardCard {  // out of process, kept in history
    model::CardId card;
    std::string reason;
};
struct ArchiveCard {  // after delivery, or from the options
    model::CardId card;
    std::string reason;
};
struct RestoreCard {  // a discarded or archived card comes back to the column
    model::CardId card;
    model::ColumnId to;
    std::string override_reason;
};
struct VoidCard {  // a mistake: never happened for the figures
    model::CardId card;
    std::string reason;
};

struct BlockCard {
    model::CardId card;
    std::string cause;  // cluster: "waiting for legal"; "" is unknown
    std::string reason;
    model::PersonId clearer;
    model::CardId waits_for;
};
struct UnblockCard {
    model::CardId card;
    model::BlockId block;  // 0: every open block
};

// A verdict on a gate item: done for a check, approved or rejected for an approval.
struct MarkGate {
    model::CardId card;
    model::GateItemId item;
    model::Verdict verdict = model::Verdict::Done;
    std::string note;  // a rejection needs one
};
struct ClearGate {
    model::CardId card;
    model::GateItemId item;
};

// By field name, values as text ("" clears): title, description, dri (handle), objective (key),
// service_class, due, due_reason, value, urgency, enablement, size, labels (lines), responsible,
// consulted, informed (handles, lines), parent (key), result_actual, result_note.
struct EditCard {
    model::CardId card;
    model::TextMap set;
    std::string override_reason;
};

struct AddChecklistItem {
    model::CardId card;
    std::string title;
    std::optional<Day> due;  // makes it a milestone
};
struct EditChecklistItem {
    model::ChecklistItemId item;
    model::TextMap set;  // title, due
};
struct TickChecklistItem {
    model::ChecklistItemId item;
    bool done = true;
};
struct RemoveChecklistItem {
    model::ChecklistItemId item;
};

// On a card or on a request. "@handle" mentions a person.
struct AddComment {
    model::CardId card;
    model::RequestId request;
    std::string text;
};
struct EditComment {  // one's own
    model::CommentId comment;
    std::string text;
};

// depends-on with `other`; web or file with `target`. Cycles are refused.
struct AddLink {
    model::CardId card;
    model::LinkKind kind = model::LinkKind::Web;
    model::CardId other;
    std::string target;
    std::string title;
};
struct RemoveLink {
    model::LinkId link;
};

TL_COMMAND(MoveCards, "move-card", "Move card", Work, "cards", cards, "to", to, "position",
           position, "override_reason", override_reason);
TL_COMMAND(ReturnCard, "return-card", "Return card", Work, "card", card, "reason", reason,
           "override_reason", override_reason);
TL_COMMAND(TradeOutCard, "trade-out-card", "Trade out card", Triage, "card", card, "reason",
           reason);
TL_COMMAND(DiscardCard, "discard-card", "Discard card", Work, "card", card, "reason", reason);
TL_COMMAND(ArchiveCard, "archive-card", "Archive card", Work, "card", card, "reason", reason);
TL_COMMAND(RestoreCard, "restore-card", "Restore card", Work, "card", card, "to", to,
           "override_reason", override_reason);
TL_COMMAND(VoidCard, "void-card", "Void card", Triage, "card", card, "reason", reason);
TL_COMMAND(BlockCard, "block-card", "Block card", Work, "card", card, "cause", cause, "reason",
           reason, "clearer", clearer, "waits_for", waits_for);
TL_COMMAND(UnblockCard, "unblock-card", "Clear blocker", Work, "card", card, "block", block);
TL_COMMAND(MarkGate, "mark-gate", "Mark gate item", Work, "card", card, "item", item, "verdict",
           verdict, "note", note);
TL_COMMAND(ClearGate, "clear-gate", "Clear gate item", Work, "card", card, "item", item);
TL_COMMAND(EditCard, "edit-card", "Edit card", Work, "card", card, "set", set, "override_reason",
           override_reason);
TL_COMMAND(AddChecklistItem, "add-checklist-item", "Add checklist item", Work, "card", card,
           "title", title, "due", due);
TL_COMMAND(EditChecklistItem, "edit-checklist-item", "Edit checklist item", Work, "item", item,
           "set", set);
TL_COMMAND(TickChecklistItem, "tick-checklist-item", "Tick checklist item", Work, "item", item,
           "done", done);
TL_COMMAND(RemoveChecklistItem, "remove-checklist-item", "Remove checklist item", Work, "item",
           item);
TL_COMMAND(AddComment, "add-comment", "Comment", Request, "card", card, "request", request, "text",
           text);
TL_COMMAND(EditComment, "edit-comment", "Edit comment", Request, "comment", comment, "text", text);
TL_COMMAND(AddLink, "add-link", "Add link", Work, "card", card, "kind", kind, "other", other,
           "target", target, "title", title);
TL_COMMAND(RemoveLink, "remove-link", "Remove link", Work, "link", link);

}  // namespace throughline::rules
