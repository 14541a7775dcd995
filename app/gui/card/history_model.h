// The history of one card in words, newest first, read page by page from the journal. No ImGui.
#pragma once

#include "core/base/zone.h"
#include "core/desk/live_desk.h"

#include <memory>
#include <string>
#include <vector>

namespace throughline::gui::card {

// Whether the entry changed the card or something that hangs on it.
bool concerns(const journal::Entry& entry, model::CardId card);

struct HistoryRow {
    std::int64_t seq = 0;
    std::string words;
    std::string when;
};

class CardHistory {
public:
    // Forgets what was read and starts anew when the card or the position in the journal differs.
    void follow(desk::LiveDesk& desk, const Zone& zone, Instant now, model::CardId card);
    // Reads on until at least one more page of rows is there, or the journal's begin.
    void more(desk::LiveDesk& desk);

    const std::vector<HistoryRow>& rows() const;
    bool is_reading() const;
    bool is_whole() const;
    const std::string& error() const;

private:
    struct Reading;
    static void read(desk::LiveDesk& desk, const std::shared_ptr<Reading>& reading);

    std::shared_ptr<Reading> reading_;
};

}  // namespace throughline::gui::card
