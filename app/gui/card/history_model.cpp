#include "app/gui/card/history_model.h"

#include "app/gui/card/card_words.h"
#include "core/desk/describe.h"

#include <algorithm>
#include <limits>

namespace throughline::gui::card {
namespace {

constexpr std::size_t kPage = 20;     // rows shown at a time
constexpr std::size_t kChunk = 400;   // entries read at a time

bool names_card(const journal::Change& change, std::int64_t card) {
    if (change.table->name == "card") return change.id == card;
    const auto field = change.table->field_index("card");
    if (!field) return false;
    return std::any_of(change.fields.begin(), change.fields.end(), [&](const journal::FieldChange& one) {
        const auto is = [card](const model::Value& value) {
            const auto* number = std::get_if<std::int64_t>(&value);
            return number != nullptr && *number == card;
        };
        return one.field == *field && (is(one.before) || is(one.after));
    });
}

}  // namespace

struct CardHistory::Reading {
    const Zone* zone = nullptr;
    Instant now;
    model::CardId card;
    std::int64_t newest = 0;  // the journal's end when it began
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    std::size_t wanted = kPage;
    std::vector<HistoryRow> rows;
    bool busy = false;
    bool whole = false;
    std::string error;
};

bool concerns(const journal::Entry& entry, model::CardId card) {
    return std::any_of(entry.draft.changes.begin(), entry.draft.changes.end(),
                       [card](const journal::Change& change) { return names_card(change, card.value); });
}

void CardHistory::follow(desk::LiveDesk& desk, const Zone& zone, Instant now, model::CardId card) {
    const std::int64_t newest = desk.workspace().seq();
    if (reading_ && reading_->card == card && reading_->newest == newest) return;
    if (desk.pending() > 0 && reading_ && reading_->card == card) return;  // not yet in the journal
    const std::size_t wanted = reading_ && reading_->card == card ? std::max(kPage, reading_->rows.size()) : kPage;
    reading_ = std::make_shared<Reading>();
    reading_->zone = &zone;
    reading_->now = now;
    reading_->card = card;
    reading_->newest = newest;
    reading_->wanted = wanted;
    read(desk, reading_);
}

void CardHistory::more(desk::LiveDesk& desk) {
    if (!reading_ || reading_->busy || reading_->whole) return;
    reading_->wanted = reading_->rows.size() + kPage;
    read(desk, reading_);
}

void CardHistory::read(desk::LiveDesk& desk, const std::shared_ptr<Reading>& reading) {
    reading->busy = true;
    // The panel may have gone on to another card before the answer comes.
    desk.history(reading->before, kChunk, [&desk, weak = std::weak_ptr<Reading>(reading)](Result<std::vector<journal::Entry>> answer) {
        const std::shared_ptr<Reading> r = weak.lock();
        if (!r) return;
        r->busy = false;
        if (!answer) {
            r->error = answer.error().message;
            return;
        }
        std::vector<journal::Entry> entries = std::move(answer).value();
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.seq > b.seq; });
        for (const journal::Entry& entry : entries) {
            r->before = entry.seq;
            if (!concerns(entry, r->card)) continue;
            r->rows.push_back({entry.seq, desk::describe(entry, desk.workspace()), moment_words(*r->zone, entry.draft.when, r->now)});
        }
        r->whole = entries.size() < kChunk;
        if (!r->whole && r->rows.size() < r->wanted) read(desk, r);
    });
}

const std::vector<HistoryRow>& CardHistory::rows() const {
    static const std::vector<HistoryRow> none;
    return reading_ ? reading_->rows : none;
}

bool CardHistory::is_reading() const { return reading_ && reading_->busy; }
bool CardHistory::is_whole() const { return reading_ && reading_->whole; }
const std::string& CardHistory::error() const {
    static const std::string none;
    return reading_ ? reading_->error : none;
}

}  // namespace throughline::gui::card
