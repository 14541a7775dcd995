// A Trello board export as plain values: what the file says, checked row by row, nothing yet
// decided. https://trello.com: board menu, "Print, export and share", "Export as JSON".
#pragma once

#include "core/exchange/card_parts.h"

namespace throughline::exchange {

struct TrelloPerson {
    std::string username;
    std::string name;
    bool on_board = false;  // false: known from the history only
};

// Its name from this moment on was `name`; before it was `before`.
struct TrelloRename {
    Instant at;
    std::string before;
    std::string after;
};

struct TrelloList {
    std::string id;
    std::string name;
    double position = 0;
    bool closed = false;
    bool in_file = true;                // false: known from the history only
    std::vector<TrelloRename> renames;  // ascending
};

enum class TrelloStep { Created, Arrived, Left, Moved, Closed, Reopened };

// One step of a card's way, as the action tells it. `list` is where it stands from then on (kNone
// when it is off the board or not told), `from` where it stood.
struct TrelloEvent {
    Instant at;
    TrelloStep step = TrelloStep::Moved;
    std::size_t list = kNone;
    std::size_t from = kNone;
    std::size_t by = kNone;
};

struct TrelloCard {
    std::string id;
    std::string name;
    std::string description;
    std::size_t list = kNone;
    double position = 0;
    bool closed = false;
    std::optional<Day> due;
    std::optional<Instant> last_activity;
    model::TextList labels;
    std::vector<std::size_t> members;
    std::vector<SourceLink> attachments;
    std::vector<SourceCheckItem> checklist;
    std::vector<SourceComment> comments;  // ascending
    std::vector<TrelloEvent> events;      // ascending
    // What the history says these were before, in any order.
    std::vector<std::string> old_names;
    std::vector<std::string> old_descriptions;
    std::vector<std::optional<Day>> old_dues;
    std::vector<model::TextList> old_labels;
};

struct TrelloBoard {
    std::string id;
    std::string name;
    std::vector<TrelloPerson> people;
    std::vector<TrelloList>
        lists;  // from left to right; those known from the history only come last
    std::vector<TrelloCard> cards;  // as in the file
    std::optional<Instant> oldest_action;
    bool history_is_cut = false;  // the file does not reach back to the board's creation
};

// The time in the id of a Trello row: its first eight hex digits are seconds since 1970.
std::optional<Instant> time_in_id(std::string_view id);

// Rows that make no sense are named in the report and left out. Corrupt when the bytes are no JSON
// (line and column are named), Invalid when it is no Trello board.
Result<TrelloBoard> read_trello_file(std::string_view bytes, const Zone& zone, Instant now,
                                     ImportReport& report);

}  // namespace throughline::exchange
