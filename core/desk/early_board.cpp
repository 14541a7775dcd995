#include "core/desk/early_board.h"

#include <algorithm>
#include <concepts>
#include <unordered_map>

namespace throughline::desk {
namespace {

// Copies of a large board are paid for by its indexes (25 MB where half a million moves have
// happened); a small one is soon walked. Of a million moves no more than 40,000 are then walked.
constexpr std::size_t kMostAnchors = 24;
constexpr std::size_t kLeastBetween = 4000;  // events

template <class T>
constexpr bool kDated = std::same_as<T, model::Transition> || std::same_as<T, model::Block> ||
                        std::same_as<T, model::Comment>;

}  // namespace

std::unique_ptr<EarlyBoard> EarlyBoard::make(const ImportedRows& imported) {
    auto early = std::make_unique<EarlyBoard>();
    if (!early->list(imported)) {
        return nullptr;
    }
    model::Workspace board;
    board.begin_load();
    imported.each([&board]<class T>(const model::Rows<T>& rows) {
        if constexpr (!kDated<T> && !std::same_as<T, model::Card>) {
            for (const T& row : rows) {
                board.put(row);
            }
        }
    });
    board.end_load();
    early->make_anchors(std::move(board));
    return early;
}

// False when the rows cannot be walked by time.
bool EarlyBoard::list(const ImportedRows& imported) {
    bool ordered = !imported.has_repeats();
    imported.each([&]<class T>(const model::Rows<T>& rows) {
        for (const T& row : rows) {
            if constexpr (std::same_as<T, model::Card>) {
                place_of_.set(row.id.value, static_cast<std::int64_t>(cards_.size()));
                cards_.push_back(&row);
            } else if constexpr (std::same_as<T, model::Transition>) {
                ordered = ordered && !row.voided_at && row.known_at == row.at;
                events_.push_back({.at = row.at, .move = &row});
            } else if constexpr (std::same_as<T, model::Block>) {
                const Instant begin = std::max(row.since, row.known_at);
                events_.push_back({.at = begin, .block = &row});
                if (row.ended_at && *row.ended_at > begin) {
                    events_.push_back({.at = *row.ended_at, .block = &row});
                }
            } else if constexpr (std::same_as<T, model::Comment>) {
                events_.push_back({.at = row.at, .comment = &row});
            }
        }
    });
    std::ranges::stable_sort(events_, {}, &Event::at);
    return ordered;
}

void EarlyBoard::make_anchors(model::Workspace board) {
    const std::size_t step = std::max(kLeastBetween, events_.size() / kMostAnchors);
    for (std::size_t done = 0;;) {
        anchors_.push_back({done, board});
        const std::size_t next = std::min(done + step, events_.size());
        if (next == done) {
            return;
        }
        walk(board, done, next);
        done = next;
    }
}

void EarlyBoard::walk(model::Workspace& board, std::size_t from, std::size_t to) const {
    std::unordered_map<std::int64_t, const model::Transition*> last;  // by index of the card
    for (std::size_t i = from; i < to; ++i) {
        const Event& event = events_[i];
        if (event.move != nullptr) {
            board.put(*event.move);
            if (const auto card = place_of_.find(event.move->card.value)) {
                last[*card] = event.move;
            }
        } else if (event.block != nullptr) {
            model::Block block = *event.block;
            if (block.ended_at && *block.ended_at > event.at) {
                block.ended_at.reset();
            }
            board.put(std::move(block));
        } else {
            board.put(*event.comment);
        }
    }
    for (const auto& [card, move] : last) {
        board.put(placed(*cards_[static_cast<std::size_t>(card)], move->at, move->to));
    }
}

model::Workspace EarlyBoard::at(Instant at) const {
    const auto later = std::ranges::upper_bound(events_, at, {}, &Event::at);
    const auto count = static_cast<std::size_t>(later - events_.begin());
    const auto after = std::ranges::upper_bound(anchors_, count, {}, &Anchor::events);
    const Anchor& anchor = *std::prev(after);
    model::Workspace board = anchor.board;
    walk(board, anchor.events, count);
    return board;
}

}  // namespace throughline::desk
