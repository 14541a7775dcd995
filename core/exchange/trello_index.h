// Who is who while a Trello file is read: ids of the file against the rows made of them so far.
#pragma once

#include "core/exchange/json_view.h"
#include "core/exchange/trello_file.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {

using TrelloIds = std::unordered_map<std::string_view, std::size_t>;  // views into the document

std::size_t index_of(const TrelloIds& ids, const std::string* id);

struct TrelloIndex {
    TrelloBoard& board;
    TrelloIds people = {};
    TrelloIds lists = {};
    TrelloIds cards = {};
    std::unordered_set<std::string> skipped = {};  // cards of the file that were left out

    // Adds the person when they are new; kNone without an id.
    std::size_t person(JsonView one, bool on_board);
    // A list that an action names; one that left the board is kept for the history's sake.
    std::size_t list_of(JsonView one);
};

// A label without a name is called by its colour.
std::string trello_label_name(JsonView label);

// "cards[12].idList"
std::string trello_place(const char* array, std::size_t index, const char* field = nullptr);

// Due days may lie in the future, within reason.
bool is_sane_due(Instant at, Instant now);

// The action list of the document into the board: what happened to each list and card. Actions
// without a time that can be are named in the report.
void read_trello_actions(JsonView document, TrelloIndex& index, const Zone& zone, Instant now,
                         ImportReport& report);

}  // namespace throughline::exchange
