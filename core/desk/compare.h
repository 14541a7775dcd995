// What differs between two moments of a board: cards that came, left, moved or changed, requests,
// and the make-up (columns, limits, policies, people, objectives). Plain data with words, for the
// command line and the window. States are compared: what was done and taken back in between leaves
// no difference.
#pragma once

#include "core/desk/desk.h"

#include <string>
#include <vector>

namespace throughline::desk {

// In words, as audit texts say them: "due", "2026-03-01", "nothing".
struct FieldDifference {
    std::string field;
    std::string before;
    std::string after;

    friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

// Came and left the board; moved to another column (and perhaps changed too); only changed.
enum class CardFate { Came, Left, Moved, Changed };
std::string_view to_text(CardFate fate);

struct CardDifference {
    CardFate fate = CardFate::Changed;
    model::CardId card;
    std::string key;  // "MKT-12"
    std::string title;
    model::ColumnId from;  // 0: off the board
    model::ColumnId to;
    std::string from_name;  // "Create (Doing)"; "" off the board
    std::string to_name;
    bool backward = false;  // moved to the left
    std::string how;  // left: "archived", "discarded" ...; came: "new", else where it had been
    std::vector<FieldDifference> fields;
};
// "MKT-12 'Spring launch' moved from Create to Review; due 2026-03-01 -> 2026-03-08"
std::string to_text(const CardDifference& card);

enum class RowFate { Added, Removed, Changed };
std::string_view to_text(RowFate fate);

struct RowDifference {
    RowFate fate = RowFate::Changed;
    std::string what;                     // "column", "person", "request"
    std::string name;                     // "Create", "R-7 'Webinar'"
    std::vector<FieldDifference> fields;  // only when changed
};
// "column Create changed; WIP limit 4 -> 3"
std::string to_text(const RowDifference& row);

struct Comparison {
    std::vector<CardDifference> cards;  // by fate, then by number
    std::vector<RowDifference> requests;
    std::vector<RowDifference> setup;

    bool is_empty() const { return cards.empty() && requests.empty() && setup.empty(); }
};
// In the time of the rows that differ, after one look at each.
Comparison compare(const model::Workspace& before, const model::Workspace& after);

// The workspace as the journal had it after its entry `seq`, by replay. NotFound when there is no
// such entry; otherwise errors as of Desk::since. Imports made later are not in it.
Result<model::Workspace> after_entry(Desk& desk, std::int64_t seq);

}  // namespace throughline::desk
