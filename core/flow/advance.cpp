// Flow::advance: what has changed between two views of the rows, and only that, is worked through.
#include "core/flow/flow.h"

#include <algorithm>
#include <utility>

namespace throughline::flow {
namespace {

// Calls use(before or null, now, index) for each row that is new or differs. False when rows went
// away or changed places: then nothing can be said from the difference.
template <class T, class Use>
bool each_difference(const CowVector<T>& before, const CowVector<T>& now, Use&& use) {
    if (now.size() < before.size()) {
        return false;
    }
    for (std::size_t chunk = 0; chunk < now.chunk_count(); ++chunk) {
        if (now.shares_chunk(before, chunk)) {
            continue;
        }
        const std::size_t end = std::min(now.size(), (chunk + 1) * CowVector<T>::kChunk);
        for (std::size_t i = chunk * CowVector<T>::kChunk; i < end; ++i) {
            if (i >= before.size()) {
                use(nullptr, now[i], i);
            } else if (before[i].id != now[i].id) {
                return false;
            } else if (!(before[i] == now[i])) {
                use(&before[i], now[i], i);
            }
        }
    }
    return true;
}

template <class T>
bool same_rows(const CowVector<T>& before, const CowVector<T>& now) {
    bool same = before.size() == now.size();
    return each_difference(before, now,
                           [&same](const T*, const T&, std::size_t) { same = false; }) &&
           same;
}

bool same_zone(const Zone& a, const Zone& b) {
    return a.name() == b.name();
}

}  // namespace

void Flow::advance(FlowRows rows, Instant as_of) {
    const bool whole_view = as_of_ >= horizon_;  // nothing held back by the old as_of
    dirty_.clear();
    bool done = whole_view && as_of >= horizon_ && same_zone(rows_.zone, rows.zone) &&
                take_changes(rows) && as_of >= horizon_;
    rows_ = std::move(rows);
    as_of_ = as_of;
    const std::size_t dead = visits_.size() + moves_.size();
    done = done && dead < 4 * (rows_.transitions.size() + 1000);
    if (!done) {
        build();
        return;
    }
    std::sort(dirty_.begin(), dirty_.end());
    dirty_.erase(std::unique(dirty_.begin(), dirty_.end()), dirty_.end());
    for (const CardIndex i : dirty_) {
        walk_card(i);
    }
}

bool Flow::take_changes(const FlowRows& now) {
    const bool same_workflow =
        same_rows(rows_.boards, now.boards) && same_rows(rows_.columns, now.columns);
    if (!same_workflow ||
        now.transitions.size() > rows_.transitions.size() + rows_.transitions.size() / 8 + 1000) {
        return false;
    }
    if (!take_cards(now)) {
        return false;
    }
    bool same_owners = true;
    const auto owned = [&same_owners](const auto* before, const auto& row) {
        same_owners = same_owners && (before == nullptr || before->card == row.card);
    };
    const bool moved = each_difference(
        rows_.transitions, now.transitions,
        [&](const model::Transition* before, const model::Transition& row, std::size_t) {
            owned(before, row);
            take_transition(row);
        });
    const bool blocked =
        each_difference(rows_.blocks, now.blocks,
                        [&](const model::Block* before, const model::Block& row, std::size_t) {
                            owned(before, row);
                            take_block(row);
                        });
    return moved && blocked && same_owners;
}

bool Flow::take_cards(const FlowRows& now) {
    bool simple = true;
    const bool requests = each_difference(
        rows_.requests, now.requests,
        [&](const model::Request* before, const model::Request& row, std::size_t i) {
            simple = simple && (before == nullptr || before->submitted_at == row.submitted_at);
            request_rows_.set(row.id.value, static_cast<std::int64_t>(i));
        });
    rows_.requests = now.requests;
    const bool cards = each_difference(
        rows_.cards, now.cards, [&](const model::Card*, const model::Card& row, std::size_t i) {
            const CardIndex index = card_of(row.id);
            // A card that only transitions named until now would stand elsewhere in a fresh build.
            simple = simple && at(index) == i;
            cards_[at(index)] = describe(row, static_cast<std::int64_t>(i));
            dirty_.push_back(index);
        });
    journeys_.resize(cards_.size());
    move_extents_.resize(cards_.size());
    block_extents_.resize(cards_.size());
    return requests && cards && simple;
}

void Flow::take_transition(const model::Transition& row) {
    widen(row);
    const CardIndex i = card_of(row.card);
    journeys_.resize(cards_.size());
    move_extents_.resize(cards_.size());
    block_extents_.resize(cards_.size());
    std::vector<NumberedMove> mine;
    const Extent old = move_extents_[at(i)];
    for (std::uint32_t k = old.begin; k < old.begin + old.count; ++k) {
        if (move_numbers_[k] != row.id.value) {
            mine.push_back({moves_[k], move_numbers_[k]});
        }
    }
    mine.push_back({move_of(row, workflow_, zone()), row.id.value});
    sort_moves(mine);
    move_extents_[at(i)] = {static_cast<std::uint32_t>(moves_.size()),
                            static_cast<std::uint32_t>(mine.size())};
    for (const NumberedMove& one : mine) {
        moves_.push_back(one.move);
        move_numbers_.push_back(one.number);
    }
    dirty_.push_back(i);
}

void Flow::take_block(const model::Block& row) {
    widen(row);
    const CardIndex i = card_of(row.card);
    journeys_.resize(cards_.size());
    move_extents_.resize(cards_.size());
    block_extents_.resize(cards_.size());
    std::vector<BlockSpan> mine;
    for (const BlockSpan& span : blocks(i)) {
        if (span.number != row.id.value) {
            mine.push_back(span);
        }
    }
    mine.push_back({.begin = row.since,
                    .end = row.ended_at.value_or(kOpen),
                    .number = row.id.value,
                    .cause = cause_of(row.cause)});
    std::sort(mine.begin(), mine.end(), [](const BlockSpan& a, const BlockSpan& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.number < b.number;
    });
    block_extents_[at(i)] = {static_cast<std::uint32_t>(blocks_.size()),
                             static_cast<std::uint32_t>(mine.size())};
    blocks_.insert(blocks_.end(), mine.begin(), mine.end());
}

}  // namespace throughline::flow
