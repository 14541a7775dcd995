// The action list of a Trello board, told as what happened to each list and card.
#pragma once

#include "core/exchange/trello_file.h"

namespace throughline::exchange {

enum class TrelloActionKind {
    Create,  // also copied, converted from a checklist item, sent by mail
    Arrive,  // from another board
    Leave,   // to another board
    UpdateCard,
    Delete,
    Comment,
    RenameList,
    AddLabel,
    RemoveLabel,
    TickItem,
};
std::optional<TrelloActionKind> trello_action_kind(std::string_view type);

// One action with what its kind needs; ids are indexes into the board's lists.
struct TrelloAction {
    TrelloActionKind kind = TrelloActionKind::UpdateCard;
    Instant at;
    std::size_t number = 0;  // in the file, for messages
    std::size_t by = kNone;
    std::size_t card = kNone;
    std::size_t gone = kNone;  // a card that is not among the cards of the file
    std::size_t list = kNone;
    std::size_t before = kNone;  // of a move
    std::size_t after = kNone;
    std::optional<bool> closed;  // archived or brought back
    std::optional<std::string> old_name;
    std::optional<std::string> old_description;
    std::optional<std::optional<Day>> old_due;
    std::string id;
    std::string text;  // comment; the list's new name; label; checklist item id
    std::optional<Instant> edited_at;
    bool done = false;  // checklist item
};

// A card that only the history knows.
struct TrelloGoneCard {
    std::string id;
    std::string name;
    std::optional<Instant> deleted_at;
    std::optional<Instant> left_at;  // to another board
    std::size_t number = 0;          // of the action that tells most
};

// Sorts the actions by time and hands each to its list or card; names cards that are gone in the
// report.
void apply_actions(TrelloBoard& board, std::vector<TrelloAction> actions,
                   const std::vector<TrelloGoneCard>& gone, ImportReport& report);

}  // namespace throughline::exchange
