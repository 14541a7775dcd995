// The way of each card over the board, as rows of one unbroken chain.
//
// Renamed lists: a list that had another name before, while another list of the file bears that
// name now, is counted as that other list up to the renaming, and its cards move at that moment.
// Otherwise a renaming is only a renaming.
#pragma once

#include "core/exchange/trello_file.h"

namespace throughline::exchange {

// How a row is known.
enum class TrelloSource {
    Told,     // an action says so
    Renamed,  // follows from a renamed list
    Assumed   // no action: creation time from the card's id, or its present place
};

struct TrelloRow {
    Instant at;
    std::size_t from = kNone;  // lists; kNone is off the board
    std::size_t to = kNone;
    model::MoveKind kind = model::MoveKind::Moved;
    std::size_t by = kNone;
    TrelloSource source = TrelloSource::Told;
    // The lists themselves, where renamed ones are counted as others.
    std::size_t named_from = kNone;
    std::size_t named_to = kNone;

    friend bool operator==(const TrelloRow&, const TrelloRow&) = default;
};

// Which list a list is counted as.
class TrelloRenames {
public:
    explicit TrelloRenames(const std::vector<TrelloList>& lists);

    std::size_t list_at(std::size_t list, Instant at) const;
    // The moments at which list_at() changes for this list, ascending.
    const std::vector<Instant>& changes(std::size_t list) const { return changes_[list]; }

private:
    struct Part {
        Instant until;
        std::size_t list;
    };
    std::vector<std::vector<Part>> parts_;
    std::vector<std::vector<Instant>> changes_;
};

// Rows in order of time, each from where the one before led; never empty. The last one leads to
// where the card stands in the file (its list, or off the board when it is archived).
std::vector<TrelloRow> card_history(const TrelloCard& card, const TrelloRenames& renames,
                                    Instant now);

}  // namespace throughline::exchange
