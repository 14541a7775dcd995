// The board of moments before its own journal began, when all there is came by import: walked
// forward from copies made on the way, so that any moment is the price of one copy and a short
// walk. A part of Rewind.
#pragma once

#include "core/desk/past.h"

#include <memory>

namespace throughline::desk {

class EarlyBoard {
public:
    // Of everything taken, from the first entry on; `imported` must outlive the result. Null when
    // the rows cannot be walked by time (moves that were voided or learnt late, rows that came
    // twice): ImportedRows::place then gives the answer.
    static std::unique_ptr<EarlyBoard> make(const ImportedRows& imported);

    // The same rows as ImportedRows::place puts into an empty workspace.
    model::Workspace at(Instant at) const;

private:
    // One row appears, or a block ends. Exactly one of the three is set.
    struct Event {
        Instant at;
        const model::Transition* move = nullptr;
        const model::Block* block = nullptr;
        const model::Comment* comment = nullptr;
    };
    struct Anchor {
        std::size_t events = 0;  // those that have happened
        model::Workspace board;
    };

    bool list(const ImportedRows& imported);
    void make_anchors(model::Workspace board);
    void walk(model::Workspace& board, std::size_t from, std::size_t to) const;

    std::vector<Event> events_;  // by time, then in the order they came
    std::vector<const model::Card*> cards_;
    model::IdMap place_of_;        // card -> index in cards_
    std::vector<Anchor> anchors_;  // ascending; the first has no events
};

}  // namespace throughline::desk
