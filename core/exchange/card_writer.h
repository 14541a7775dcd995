// Cards of a file and their steps over the board, as rows: numbers, ranks, transitions. Shared by
// all formats; which step is new is the format's business.
#pragma once

#include "core/exchange/change_set.h"
#include "core/exchange/import.h"

#include <unordered_map>

namespace throughline::exchange {

// A step of a card's way. Column 0 is off the board.
struct CardStep {
    Instant at;
    model::ColumnId from;
    model::ColumnId to;
    model::MoveKind kind = model::MoveKind::Moved;
    model::PersonId by;
    bool day_precision = false;
    const char* counted_as = "transitions";  // in the report
};

class CardWriter {
public:
    // `source` is the importer's word in Card::source.
    CardWriter(const model::Workspace& workspace, ChangeSet& changes, ImportReport& report,
               std::string_view source);

    // The card with this id in the source; null when it is not here yet. Valid as long as the
    // workspace.
    const model::Card* here(std::string_view source_id) const;

    // Records the step and puts the card where it leads.
    void step(model::Card& card, const CardStep& step);

    // The card is written when its steps are taken. `position` orders new cards of one column.
    void put_new(model::Card card, double position);
    // Changed, or as it was; at the end of its column when it came there by a step.
    void put_again(model::Card card, double position);

    // All that was put and stepped goes into the change set: cards in the order of their creation,
    // so that keys tell it too; steps in the order of time.
    void write();

private:
    struct Placed {
        model::Card card;
        double position = 0;
        bool is_new = true;
        bool wants_rank = true;  // new in its column
    };

    void give_ranks();
    void write_counter(std::int64_t last);
    void write_transitions();

    const model::Workspace& ws_;
    ChangeSet& changes_;
    ImportReport& report_;
    std::unordered_map<std::string_view, model::CardId> here_;
    std::vector<Placed> placed_;
    std::vector<model::Transition> steps_;
};

}  // namespace throughline::exchange
