#include "core/flow/flow.h"

#include <algorithm>
#include <new>
#include <utility>

namespace throughline::flow {
namespace {

// Room for rows that come later, so that advancing does not copy whole lists.
std::size_t with_slack(std::size_t count) {
    return count + count / 8 + 4096;
}

// Puts items into one list, owner after owner, keeping their order within an owner.
template <class T>
void place_by_owner(const std::vector<CardIndex>& owners, std::vector<Extent>& extents,
                    std::vector<T>& list) {
    for (const CardIndex owner : owners) {
        ++extents[static_cast<std::size_t>(owner)].count;
    }
    std::uint32_t begin = 0;
    for (Extent& extent : extents) {
        extent.begin = std::exchange(begin, begin + extent.count);
    }
    list.reserve(with_slack(owners.size()));
    list.resize(owners.size());
}

template <class T>
void sort_by_begin(T first, T last) {
    std::sort(first, last, [](const BlockSpan& a, const BlockSpan& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.number < b.number;
    });
}

// For rows in any order in memory: the moves of each card by (at, number).
void sort_by_card(const std::vector<Extent>& extents, std::vector<Move>& moves,
                  std::vector<std::int64_t>& numbers) {
    std::vector<NumberedMove> sorted;
    for (const Extent extent : extents) {
        const auto in_order = [&](std::uint32_t i) {
            return moves[i].at != moves[i + 1].at ? moves[i].at < moves[i + 1].at
                                                  : numbers[i] < numbers[i + 1];
        };
        bool ordered = true;
        for (std::uint32_t i = extent.begin; ordered && i + 1 < extent.begin + extent.count; ++i) {
            ordered = in_order(i);
        }
        if (ordered) {
            continue;
        }
        sorted.clear();
        for (std::uint32_t i = extent.begin; i < extent.begin + extent.count; ++i) {
            sorted.push_back({moves[i], numbers[i]});
        }
        sort_moves(sorted);
        for (std::uint32_t i = 0; i < extent.count; ++i) {
            moves[extent.begin + i] = sorted[i].move;
            numbers[extent.begin + i] = sorted[i].number;
        }
    }
}

}  // namespace

Flow::Flow(FlowRows rows, Instant as_of, std::vector<model::BoardId> boards)
    : rows_(std::move(rows)), as_of_(as_of), boards_(std::move(boards)) {
    build();
}

std::optional<CardIndex> Flow::index_of(model::CardId card) const {
    const auto found = card_index_.find(card.value);
    return card && found ? std::optional(static_cast<CardIndex>(*found)) : std::nullopt;
}

void Flow::build() {
    workflow_ = Workflow(rows_, boards_);
    horizon_ = kNever;
    card_index_.clear();
    request_rows_.clear();
    cards_.clear();
    move_extents_.clear();
    block_extents_.clear();
    causes_.clear();
    dirty_.clear();
    read_cards();
    read_moves();
    read_blocks();
    walk_all();
}

CardInfo Flow::describe(const model::Card& card, std::int64_t row) const {
    CardInfo info{.id = card.id,
                  .number = card.number,
                  .row = row,
                  .dri = card.dri,
                  .objective = card.objective,
                  .request = card.request,
                  .created_at = card.created_at,
                  .submitted_at = card.created_at,
                  .service_class = card.service_class,
                  .is_void = card.state == model::CardState::Void};
    if (card.request) {
        if (const auto at = request_rows_.find(card.request.value)) {
            info.submitted_at = rows_.requests[static_cast<std::size_t>(*at)].submitted_at;
        }
    }
    return info;
}

void Flow::read_cards() {
    request_rows_.reserve(rows_.requests.size());
    std::int64_t row = 0;
    for (const model::Request& request : rows_.requests) {
        request_rows_.set(request.id.value, row++);
    }
    card_index_.reserve(rows_.cards.size());
    cards_.reserve(rows_.cards.size());
    row = 0;
    for (const model::Card& card : rows_.cards) {
        card_index_.set(card.id.value, static_cast<std::int64_t>(cards_.size()));
        cards_.push_back(describe(card, row++));
    }
}

CardIndex Flow::card_of(model::CardId id) {
    if (const auto found = card_index_.find(id.value)) {
        return static_cast<CardIndex>(*found);
    }
    card_index_.set(id.value, static_cast<std::int64_t>(cards_.size()));
    cards_.push_back({.id = id});
    return static_cast<CardIndex>(cards_.size()) - 1;
}

void Flow::widen(const model::Transition& row) {
    widen(row.at);
    widen(row.known_at);
    widen(row.voided_at.value_or(row.at));
}

void Flow::widen(const model::Block& row) {
    widen(row.since);
    widen(row.known_at);
    widen(row.ended_at.value_or(row.since));
    widen(row.ended_known_at.value_or(row.since));
}

void Flow::read_moves() {
    std::vector<CardIndex> owners;
    owners.reserve(rows_.transitions.size());
    for (const model::Transition& row : rows_.transitions) {
        owners.push_back(card_of(row.card));
    }
    move_extents_.assign(cards_.size(), {});
    place_by_owner(owners, move_extents_, moves_);
    move_numbers_.reserve(with_slack(moves_.size()));
    move_numbers_.resize(moves_.size());
    std::vector<std::uint32_t> next(cards_.size());
    std::transform(move_extents_.begin(), move_extents_.end(), next.begin(),
                   [](Extent e) { return e.begin; });
    // Rows that stand in order as a whole do so within every card.
    bool in_order = true;
    std::pair<Instant, std::int64_t> last{kNever, 0};
    std::size_t row_index = 0;
    for (const model::Transition& row : rows_.transitions) {
        const std::uint32_t place = next[at(owners[row_index++])]++;
        // Made in its place: a copy of what was just written would wait for it.
        new (&moves_[place]) Move(move_of(row, workflow_, zone()));
        move_numbers_[place] = row.id.value;
        widen(row);
        const std::pair here{row.at, row.id.value};
        in_order = in_order && last <= here;
        last = here;
    }
    if (!in_order) {
        sort_by_card(move_extents_, moves_, move_numbers_);
    }
}

std::int32_t Flow::cause_of(const std::string& cause) {
    const auto found = std::find(causes_.begin(), causes_.end(), cause);
    if (found == causes_.end()) {
        causes_.push_back(cause);
        return static_cast<std::int32_t>(causes_.size()) - 1;
    }
    return static_cast<std::int32_t>(found - causes_.begin());
}

namespace {

// What was known of a block as of `t`; absent when nothing was.
std::optional<BlockSpan> span_of(const model::Block& row, Instant t) {
    if (row.known_at > t || row.since > t) {
        return std::nullopt;
    }
    const bool ended =
        row.ended_at && *row.ended_at <= t && row.ended_known_at.value_or(*row.ended_at) <= t;
    return BlockSpan{
        .begin = row.since, .end = ended ? *row.ended_at : kOpen, .number = row.id.value};
}

}  // namespace

void Flow::read_blocks() {
    std::vector<CardIndex> owners;
    std::vector<BlockSpan> spans;
    for (const model::Block& row : rows_.blocks) {
        widen(row);
        if (auto span = span_of(row, as_of_)) {
            span->cause = cause_of(row.cause);
            owners.push_back(card_of(row.card));
            spans.push_back(*span);
        }
    }
    move_extents_.resize(cards_.size());
    block_extents_.assign(cards_.size(), {});
    place_by_owner(owners, block_extents_, blocks_);
    std::vector<std::uint32_t> next(cards_.size());
    std::transform(block_extents_.begin(), block_extents_.end(), next.begin(),
                   [](Extent e) { return e.begin; });
    for (std::size_t i = 0; i < spans.size(); ++i) {
        blocks_[next[at(owners[i])]++] = spans[i];
    }
    for (const Extent extent : block_extents_) {
        const auto first = blocks_.begin() + extent.begin;
        sort_by_begin(first, first + extent.count);
    }
}

void Flow::walk_card(CardIndex i) {
    auto rows = moves(i);
    // A voided card whose rows were not voided with it vanishes all the same.
    const bool gone = cards_[at(i)].is_void &&
                      std::any_of(rows.begin(), rows.end(),
                                  [](const Move& move) { return move.voided_at == kOpen; });
    journeys_[at(i)] = walk(gone ? rows.first(0) : rows, workflow_, as_of_, visits_, stays_);
    CardInfo& info = cards_[at(i)];
    if (info.row < 0 && journeys_[at(i)].known) {
        info.created_at = info.submitted_at = journeys_[at(i)].first;
    }
}

void Flow::walk_all() {
    visits_.clear();
    stays_.clear();
    visits_.reserve(with_slack(moves_.size()));
    stays_.reserve(with_slack(cards_.size()));
    journeys_.assign(cards_.size(), {});
    for (CardIndex i = 0; i < card_count(); ++i) {
        walk_card(i);
    }
}

}  // namespace throughline::flow
