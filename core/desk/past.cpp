#include "core/desk/past.h"

#include "core/journal/change.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <string_view>

namespace throughline::desk {

namespace {

using journal::Change;
using journal::ChangeKind;
using model::Workspace;

constexpr std::string_view kImport = "import";

std::size_t row_count(const Workspace& workspace) {
    std::size_t count = 0;
    model::for_each_stored_type([&]<class T>() { count += workspace.rows<T>().size(); });
    return count;
}

}  // namespace

bool ImportedRows::is_setup(std::string_view table) {
    static constexpr std::array<std::string_view, 11> kSetup{
        "board", "person", "column_group", "board_column", "gate_item",       "service_level",
        "term",  "bet",    "objective",    "template",     "template_version"};
    return std::ranges::find(kSetup, table) != kSetup.end();
}

bool needs_imported(const Workspace& past, const Workspace& present) {
    const auto& cards = present.rows<model::Card>();
    return std::any_of(cards.begin(), cards.end(), [&past](const model::Card& card) {
        return !card.source.empty() && past.find(card.id) == nullptr;
    });
}

model::Card placed(model::Card card, Instant entered, model::ColumnId column) {
    card.column = column;
    card.entered_at = entered;
    if (column) {
        card.state = model::CardState::OnBoard;
    } else if (card.state == model::CardState::OnBoard) {
        card.state = model::CardState::Archived;
    }
    return card;
}

// One moment being filled with what later imports brought.
class Placing {
public:
    Placing(Workspace& past, Instant at, const ImportedRows& imported)
        : past_(past),
          at_(at),
          imported_(imported),
          first_(imported.first_after(past.seq())),
          no_board_(past.board() == nullptr) {}

    void run() {
        // Before the first row is put: whether a row is new is asked of the journal's state alone.
        list_cards();
        std::size_t count = 0;
        for (std::size_t i = first_; i < imported_.imports_.size(); ++i) {
            count += row_count(imported_.imports_[i].rows);
        }
        // Making every index once is cheaper than keeping them right row by row.
        const bool bulk = count > row_count(past_) / 8;
        if (bulk) {
            past_.begin_load();
        }
        for (std::size_t i = first_; i < imported_.imports_.size(); ++i) {
            model::for_each_stored_type([&]<class T>() {
                if constexpr (!std::same_as<T, model::Card>) put_rows<T>(i);
            });
        }
        if (no_board_) {
            model::for_each_stored_type([&]<class T>() {
                for (const T& row : imported_.setup_.rows<T>()) {
                    past_.put(row);
                }
            });
        }
        put_cards();
        if (bulk) {
            past_.end_load();
        }
    }

private:
    template <class T>
    bool is_new(const T& row, std::size_t import) const {
        if (past_.find(row.id) != nullptr) {
            return false;
        }
        // A row that was taken away again may have come twice; the first is the oldest known.
        if (imported_.imports_[import].repeats) {
            for (std::size_t i = first_; i < import; ++i) {
                if (imported_.imports_[i].rows.find(row.id) != nullptr) {
                    return false;
                }
            }
        }
        return true;
    }

    void list_cards() {
        for (std::size_t i = first_; i < imported_.imports_.size(); ++i) {
            for (const model::Card& card : imported_.imports_[i].rows.rows<model::Card>()) {
                if (is_new(card, i)) {
                    place_of_.set(card.id.value, static_cast<std::int64_t>(cards_.size()));
                    cards_.push_back({&card, {}});
                    for (const model::Transition* move : past_.of<model::Transition>(card.id)) {
                        follow(*move);
                    }
                }
            }
        }
    }

    // The last move up to the moment tells where a card stood.
    void follow(const model::Transition& move) {
        const auto place = place_of_.find(move.card.value);
        const bool counts =
            move.at <= at_ && move.known_at <= at_ && (!move.voided_at || *move.voided_at > at_);
        if (!place || !counts) {
            return;
        }
        auto& last = cards_[static_cast<std::size_t>(*place)].last;
        if (!last || last->at <= move.at) {
            last = Last{move.at, move.to};
        }
    }

    template <class T>
    void put_rows(std::size_t import) {
        if (no_board_ && ImportedRows::is_setup(model::Fields<T>::kName)) {
            return;
        }
        for (const T& row : imported_.imports_[import].rows.rows<T>()) {
            if (!is_new(row, import)) {
                continue;
            }
            if constexpr (std::same_as<T, model::Transition>) {
                if (row.at <= at_ && row.known_at <= at_) {
                    past_.put(row);
                    follow(row);
                }
            } else if constexpr (std::same_as<T, model::Block>) {
                if (row.since <= at_ && row.known_at <= at_) {
                    model::Block block = row;
                    if (block.ended_at && *block.ended_at > at_) {
                        block.ended_at.reset();
                    }
                    past_.put(std::move(block));
                }
            } else if constexpr (std::same_as<T, model::Comment>) {
                if (row.at <= at_) {
                    past_.put(row);
                }
            } else {
                past_.put(row);
            }
        }
    }

    void put_cards() {
        for (const Found& found : cards_) {
            if (!found.last) {
                continue;  // it was not there yet
            }
            past_.put(placed(*found.card, found.last->at, found.last->to));
        }
    }

    struct Last {
        Instant at;
        model::ColumnId to;
    };
    struct Found {
        const model::Card* card = nullptr;
        std::optional<Last> last;
    };

    Workspace& past_;
    Instant at_;
    const ImportedRows& imported_;
    std::size_t first_;
    bool no_board_;
    std::vector<Found> cards_;  // new ones, in the order they came
    model::IdMap place_of_;     // card -> index in cards_
};

Status ImportedRows::take(const journal::Entry& entry) {
    const bool import =
        entry.draft.command == kImport && entry.draft.kind == journal::EntryKind::Done;
    if (import) {
        imports_.push_back({.seq = entry.seq, .rows = {}});
        imports_.back().rows.begin_load();
    }
    for (const Change& change : entry.draft.changes) {
        if (is_setup(change.table->name) && change.kind != ChangeKind::Remove) {
            const bool there = change.table->row(making_, change.id).has_value();
            if (there == (change.kind == ChangeKind::Update)) {
                TL_CHECK(journal::apply(making_, change));
            }
        }
        if (import && change.kind == ChangeKind::Insert) {
            for (std::size_t i = 0; i + 1 < imports_.size() && !imports_.back().repeats; ++i) {
                imports_.back().repeats =
                    change.table->row(imports_[i].rows, change.id).has_value();
            }
            TL_CHECK(journal::apply(imports_.back().rows, change));
        }
    }
    if (import) {
        setup_ = making_;
    }
    return Done{};
}

void ImportedRows::place(Workspace& past, const Workspace& present, Instant at) const {
    if (has_after(past.seq()) && needs_imported(past, present)) {
        Placing(past, at, *this).run();
    }
}

std::size_t ImportedRows::first_after(std::int64_t seq) const {
    const auto first = std::ranges::upper_bound(imports_, seq, {}, &Import::seq);
    return static_cast<std::size_t>(first - imports_.begin());
}

bool ImportedRows::has_after(std::int64_t seq) const {
    return first_after(seq) < imports_.size();
}

bool ImportedRows::has_repeats() const {
    return std::ranges::any_of(imports_, &Import::repeats);
}

void ImportedRows::list_moments(std::vector<Instant>& moments) const {
    for (const Import& import : imports_) {
        for (const model::Transition& move : import.rows.rows<model::Transition>()) {
            moments.push_back(move.at);
        }
    }
}

Status place_imported(Workspace& past, const Workspace& present, Desk& desk, Instant at) {
    constexpr std::size_t kPage = 500;
    if (!needs_imported(past, present)) {
        return Done{};
    }
    ImportedRows imported;
    for (std::int64_t seq = past.seq();;) {
        TL_TRY(const auto entries, desk.since(seq, kPage));
        for (const journal::Entry& entry : entries) {
            TL_CHECK(imported.take(entry));
        }
        if (entries.size() < kPage) {
            break;
        }
        seq = entries.back().seq;
    }
    imported.place(past, present, at);
    return Done{};
}

}  // namespace throughline::desk
