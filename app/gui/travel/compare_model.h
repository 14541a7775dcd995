// Two moments side by side, as lines to read: what came, left, moved and changed. The differences
// and their words are core/desk/compare.h.
#pragma once

#include "core/base/zone.h"
#include "core/desk/compare.h"

#include <string>
#include <vector>

namespace throughline::gui::travel {

struct CompareLine {
    std::string heading;  // of a group, with its count; the other fields are then empty
    std::string text;
    model::CardId card;  // 0: not about a card
    bool left = false;   // the card is on the board of the earlier moment only
};

struct CompareTable {
    Instant from;
    Instant to;
    std::vector<CompareLine> lines;  // empty: nothing differs
    std::string text;                // everything as plain text, for the clipboard
    std::string command;             // that gives the same: "throughline diff ... ..."
};

// Either order of the moments: the earlier one is `from`.
CompareTable compare_table(const desk::Comparison& comparison, Instant from, Instant to,
                           const Zone& zone);

}  // namespace throughline::gui::travel
