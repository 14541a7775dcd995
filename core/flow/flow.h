// The digest that all figures are computed from: every card with its journey, stays, visits and
// blocks as of one instant. Built once from FlowRows, then advanced by new rows in the time of what
// has changed; kept off the frame, keyed by the rows' seq.
//
// One thread uses a Flow at a time.
#pragma once

#include "core/flow/stays.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::flow {

// A card by its number in the digest, 0 .. card_count() - 1.
using CardIndex = std::int32_t;

struct CardInfo {
    model::CardId id;
    std::int64_t number = 0;
    std::int64_t row = -1;  // place in FlowRows::cards; -1 when only transitions name the card
    model::PersonId dri;
    model::ObjectiveId objective;
    model::RequestId request;
    Instant created_at;
    Instant submitted_at;  // of its request; without one: created
    model::ServiceClass service_class = model::ServiceClass::Standard;
    bool is_void = false;  // created by mistake: vanishes everywhere

    bool is_expedite() const { return service_class == model::ServiceClass::Expedite; }

    friend bool operator==(const CardInfo&, const CardInfo&) = default;
};

// A time of being blocked as known at the digest's as_of.
struct BlockSpan {
    Instant begin;
    Instant end = kOpen;
    std::int64_t number = 0;  // of the block's row
    std::int32_t cause = 0;   // index into Flow::causes()
};

class Flow {
public:
    // `boards`: empty means all; a scope of two boards sees a card moved between them as unbroken.
    Flow(FlowRows rows, Instant as_of, std::vector<model::BoardId> boards = {});

    // As if built anew from `rows` as of `as_of`, in the time of what differs from the rows held
    // now (a change of the workflow, zone or boards, or an as_of among the rows, rebuilds).
    void advance(FlowRows rows, Instant as_of);

    const FlowRows& rows() const { return rows_; }
    const Workflow& workflow() const { return workflow_; }
    const Zone& zone() const { return rows_.zone; }
    Instant as_of() const { return as_of_; }
    Day today() const { return zone().day(as_of_); }

    CardIndex card_count() const { return static_cast<CardIndex>(cards_.size()); }
    const CardInfo& card(CardIndex i) const { return cards_[at(i)]; }
    const Journey& journey(CardIndex i) const { return journeys_[at(i)]; }
    std::optional<CardIndex> index_of(model::CardId card) const;

    std::span<const Visit> visits(CardIndex i) const {
        return part(visits_, journeys_[at(i)].visits);
    }
    std::span<const Stay> stays(CardIndex i) const { return part(stays_, journeys_[at(i)].stays); }
    // In order of begin; may overlap.
    std::span<const BlockSpan> blocks(CardIndex i) const {
        return part(blocks_, block_extents_[at(i)]);
    }
    std::span<const Move> moves(CardIndex i) const { return part(moves_, move_extents_[at(i)]); }
    // The words for BlockSpan::cause; "" is unknown.
    const std::vector<std::string>& causes() const { return causes_; }

private:
    static std::size_t at(CardIndex i) { return static_cast<std::size_t>(i); }
    template <class T>
    static std::span<const T> part(const std::vector<T>& list, Extent extent) {
        return {list.data() + extent.begin, extent.count};
    }

    void build();
    void read_cards();
    void read_moves();
    void read_blocks();
    void walk_all();
    void walk_card(CardIndex i);
    CardIndex card_of(model::CardId id);  // adds the card when it is new
    CardInfo describe(const model::Card& card, std::int64_t row) const;
    std::int32_t cause_of(const std::string& cause);
    void widen(Instant t) { horizon_ = std::max(horizon_, t); }
    void widen(const model::Transition& row);
    void widen(const model::Block& row);

    // Advancing: false when only building anew will do. What changed stands in dirty_.
    bool take_changes(const FlowRows& now);
    bool take_cards(const FlowRows& now);
    void take_transition(const model::Transition& row);
    void take_block(const model::Block& row);

    static constexpr Instant kNever{std::numeric_limits<std::int64_t>::min()};

    FlowRows rows_;
    Instant as_of_;
    std::vector<model::BoardId> boards_;
    Workflow workflow_;
    Instant horizon_ = kNever;  // no row says anything later

    model::IdMap card_index_;
    model::IdMap request_rows_;
    std::vector<CardInfo> cards_;
    std::vector<Journey> journeys_;
    std::vector<Extent> move_extents_;
    std::vector<Extent> block_extents_;
    // Parts that belong to cards. Advancing appends a card's new part; build() packs them again.
    std::vector<Move> moves_;
    std::vector<std::int64_t> move_numbers_;  // beside moves_: the numbers of the transitions
    std::vector<BlockSpan> blocks_;
    std::vector<Visit> visits_;
    std::vector<Stay> stays_;
    std::vector<std::string> causes_;
    std::vector<CardIndex> dirty_;
};

}  // namespace throughline::flow
