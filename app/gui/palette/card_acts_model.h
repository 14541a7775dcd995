// The named acts on cards: which command each one is, how it is called, and whether it is possible
// now. No drawing; the dialogs are in card_acts.h.
#pragma once

#include "core/desk/live_desk.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::palette {

enum class CardAct { Move, Block, Unblock, Return, Discard, Archive, TradeOut, Void, Restore };

struct ActWords {
    std::string_view title;    // "Discard"
    std::string_view done;     // "Discarded"
    std::string_view explain;  // what it means for the card and the figures
    bool grave = false;        // the card leaves the board
};
ActWords words_of(CardAct act);

// What a person fills in for an act.
struct ActAnswers {
    std::string reason;
    std::string cause;
    model::PersonId clearer;
    std::string waits_for;  // key of a card, "" for none
    model::ColumnId to;
};

// The commands that carry the act out, one per card (a move is one for all). Empty when `waits_for`
// names no card.
std::vector<rules::Command> commands_of(const model::Workspace& workspace, CardAct act,
                                        const std::vector<model::CardId>& cards,
                                        const ActAnswers& answers);

// Why the act is not possible for these cards; absent when it is. Asks the rules, changes nothing.
std::optional<rules::Refusal> why_not(const desk::LiveDesk& desk, CardAct act,
                                      const std::vector<model::CardId>& cards);

// "MKT-12", or "3 cards".
std::string name_cards(const model::Workspace& workspace, const std::vector<model::CardId>& cards);

// Causes used before, most frequent first, with the usual ones after them.
std::vector<std::string> known_causes(const model::Workspace& workspace);

// One column as a target of a move.
struct TargetRow {
    model::ColumnId column;
    std::string name;
    std::string note;  // "2 of 4, room for 2", "full: 4 of 4", "here now"
    bool has_room = true;
    bool is_here = false;
};
// The columns from left to right, with what the rules would say to moving these cards there.
std::vector<TargetRow> targets_of(const desk::LiveDesk& desk,
                                  const std::vector<model::CardId>& cards);

// Gives the reason for passing a limit to a command that can take one.
void set_override_reason(rules::Command& command, std::string reason);
// A limit that a person with the right may pass.
bool may_override(const desk::LiveDesk& desk, const rules::Refusal& refusal);

}  // namespace throughline::gui::palette
