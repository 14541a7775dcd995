// The history of one card from the journal, in words, newest first. No drawing.
#pragma once

#include "core/desk/live_desk.h"

#include <memory>
#include <string>
#include <vector>

namespace throughline::gui::card {

struct HistoryRow {
    std::int64_t seq = 0;
    Instant when;
    std::string who;
    int colour = 0;
    std::string act;  // "moved MKT-12 'Spring launch' from Create to Review"
};

class CardHistory {
public:
    // Begins anew for another card, or takes in what was added since; asks the desk in the
    // background.
    void follow(desk::LiveDesk& desk, model::CardId card);
    // Asks for older entries.
    void load_older(desk::LiveDesk& desk);

    const std::vector<HistoryRow>& rows() const { return shared_->rows; }
    bool is_loading() const { return shared_->waiting; }
    bool is_complete() const { return shared_->complete; }

private:
    // Outlives this object while an answer is under way.
    struct Shared {
        model::CardId card;
        std::vector<HistoryRow> rows;
        std::int64_t newest = 0;
        std::int64_t oldest = 0;  // entries before this one are not yet read
        bool waiting = false;
        bool complete = false;
    };
    static void read(desk::LiveDesk& desk, const std::shared_ptr<Shared>& shared,
                     std::int64_t before, int pages);

    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
    std::int64_t seen_seq_ = -1;
};

// Whether an entry changed the card or something that hangs on it.
bool concerns(const journal::Entry& entry, const model::Workspace& workspace, model::CardId card);

}  // namespace throughline::gui::card
