// Imported history in the board of a past moment; a part of Desk::at and of Rewind.
//
// An import is an entry of the day it was made, but its rows carry their own times: cards that it
// brought are placed by their moves up to the moment asked for, with the other fields at the oldest
// value known (the one that came in). Rows that a later import brought are in the board of the
// moment if they had happened by then. When the board itself is younger than the moment, its
// make-up as of the last import comes with them.
#pragma once

#include "core/desk/desk.h"

#include <string_view>
#include <vector>

namespace throughline::desk {

// What the imports of a stretch of the journal brought, as rows ready to be placed.
class ImportedRows {
public:
    // The entries of the stretch one by one, oldest first. Corrupt when a change cannot be read.
    Status take(const journal::Entry& entry);
    // `past` is the journal's state of the moment `at`, its position in front of or within the
    // stretch; `present` the state of today. Nothing is placed when every imported card of today
    // was known to the journal by then.
    void place(model::Workspace& past, const model::Workspace& present, Instant at) const;
    // An import lies behind this position.
    bool has_after(std::int64_t seq) const;
    // Adds the times of the moves that were imported.
    void list_moments(std::vector<Instant>& moments) const;
    // Some row came with more than one import.
    bool has_repeats() const;
    // Calls use(rows of one type) for the make-up as of the last import, then for each import in
    // order, without the make-up it brought: what a board without a journal is filled with.
    template <class Use>
    void each(Use&& use) const {
        model::for_each_stored_type([&]<class T>() {
            if (is_setup(model::Fields<T>::kName)) {
                use(setup_.rows<T>());
                return;
            }
            for (const Import& import : imports_) {
                use(import.rows.rows<T>());
            }
        });
    }

private:
    // The make-up of a board, as against what happens on it.
    static bool is_setup(std::string_view table);

    struct Import {
        std::int64_t seq = 0;
        model::Workspace rows;  // only stored, never indexed
        bool repeats = false;   // some of its rows came with an earlier import too
    };

    std::size_t first_after(std::int64_t seq) const;  // index; imports_.size() for none

    std::vector<Import> imports_;
    model::Workspace making_;  // the board's make-up up to the last entry taken
    model::Workspace setup_;   // the same up to the last import

    friend class Placing;
};

// The card as it stood after a move; off the board when `column` is 0.
model::Card placed(model::Card card, Instant entered, model::ColumnId column);

// Some imported card of `present` was not known to the journal at the moment `past`. Most moments
// asked for need no more.
bool needs_imported(const model::Workspace& past, const model::Workspace& present);

// Reads the entries after `past` and places them. Errors as of Desk::since.
Status place_imported(model::Workspace& past, const model::Workspace& present, Desk& desk,
                      Instant at);

}  // namespace throughline::desk
