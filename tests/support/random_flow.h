// Random histories of a board, the same for the same seed: for properties of flow figures.
#pragma once

#include "core/flow/flow.h"
#include "core/flow/random.h"
#include "core/model/workspace.h"

#include <vector>

namespace throughline::test {

// Columns Ideas | Brief (queue), Make, Review (queue), Fix (active) | Done, Kept. Cards are created
// anywhere, moved forward and back, returned, discarded, archived, restored, traded out, undone;
// blocked; learnt late.
class RandomFlow {
public:
    explicit RandomFlow(std::uint64_t seed, int cards = 12, std::string_view zone = "UTC")
        : random_(seed), zone_(Zone::load(zone).value()), cards_(cards) {
        constexpr std::array kKinds{model::ColumnKind::Queue,  model::ColumnKind::Queue,
                                    model::ColumnKind::Active, model::ColumnKind::Queue,
                                    model::ColumnKind::Active, model::ColumnKind::Done,
                                    model::ColumnKind::Done};
        for (std::size_t i = 0; i < kKinds.size(); ++i) {
            const auto id = static_cast<std::int64_t>(i) + 1;
            workspace_.put(model::Column{.id = {id},
                                         .board = {1},
                                         .handle = "c" + std::to_string(id),
                                         .kind = kKinds[i],
                                         .rank = double(id)});
        }
        workspace_.put(model::Board{.id = {1}, .commitment = {2}, .delivery = {6}});
        now_ = zone_.start_of(day_from_civil(2026, 3, 2));
    }

    // One more act, some hours later.
    void step() {
        now_ = now_ + minutes(1 + random_.index(20 * 60));
        const auto number =
            static_cast<std::int64_t>(random_.index(static_cast<std::uint32_t>(cards_))) + 1;
        const model::Card* card = workspace_.find(model::CardId{number});
        const std::uint32_t draw = random_.index(100);
        if (card == nullptr) {
            create({number}, draw);
        } else if (draw < 8) {
            block({number});
        } else if (draw < 14) {
            end_block({number});
        } else if (draw < 18) {
            undo({number});
        } else {
            move(*card, draw);
        }
    }

    void steps(int count) {
        for (int i = 0; i < count; ++i) {
            step();
        }
    }

    model::Workspace& workspace() { return workspace_; }
    flow::FlowRows rows() const { return flow::rows_of(workspace_, zone_); }
    Instant now() const { return now_; }
    // An instant after everything, whatever was learnt late.
    Instant after_all() const { return now_ + days(10); }
    const Zone& zone() const { return zone_; }
    flow::Random& random() { return random_; }

private:
    void create(model::CardId id, std::uint32_t draw) {
        model::Card card{.id = id, .number = id.value, .created_at = now_};
        card.dri = {1 + static_cast<std::int64_t>(random_.index(3))};
        card.service_class =
            random_.index(6) == 0 ? model::ServiceClass::Expedite : model::ServiceClass::Standard;
        workspace_.put(card);
        const std::int64_t column = draw < 60   ? 1
                                    : draw < 90 ? 2
                                                : 1 + static_cast<std::int64_t>(random_.index(7));
        add(id, {column}, model::MoveKind::Created);
    }

    void move(const model::Card& card, std::uint32_t draw) {
        using model::MoveKind;
        if (!card.column) {
            if (draw < 50) {
                add(card.id, {1 + static_cast<std::int64_t>(random_.index(6))}, MoveKind::Restored);
            }
        } else if (draw < 24) {
            add(card.id, {}, MoveKind::Discarded);
        } else if (draw < 28) {
            add(card.id, {}, MoveKind::Archived);
        } else if (draw < 30) {
            add(card.id, {}, MoveKind::TradedOut);
        } else if (draw < 80) {
            add(card.id, {std::min<std::int64_t>(7, card.column.value + 1 + random_.index(2))},
                MoveKind::Moved);
        } else {
            add(card.id, {1 + static_cast<std::int64_t>(random_.index(7))}, MoveKind::Moved);
        }
    }

    void add(model::CardId id, model::ColumnId to, model::MoveKind kind) {
        const bool late = random_.index(10) == 0;
        const model::Card before = *workspace_.find(id);
        workspace_.put(
            model::Transition{.id = {next_row_++},
                              .card = id,
                              .from = before.column,
                              .to = to,
                              .kind = kind,
                              .at = now_,
                              .known_at = late ? now_ + hours(random_.index(72)) : now_});
        set_column(id, to);
    }

    void set_column(model::CardId id, model::ColumnId to) {
        model::Card card = *workspace_.find(id);
        card.column = to;
        card.state = to ? model::CardState::OnBoard : model::CardState::Discarded;
        workspace_.put(card);
    }

    void undo(model::CardId id) {
        const auto rows = workspace_.of<model::Transition>(id);
        if (rows.size() < 2 || rows.back()->voided_at) {
            return;
        }
        model::Transition last = *rows.back();
        last.voided_at = now_;
        workspace_.put(last);
        set_column(id, last.from);
    }

    void block(model::CardId id) {
        constexpr std::array<const char*, 3> kCauses{"", "legal", "agency"};
        workspace_.put(model::Block{.id = {next_block_++},
                                    .card = id,
                                    .cause = kCauses[random_.index(3)],
                                    .since = now_,
                                    .known_at = now_});
    }

    void end_block(model::CardId id) {
        for (const model::Block* row : workspace_.of<model::Block>(id)) {
            if (row->is_open()) {
                model::Block block = *row;
                block.ended_at = block.ended_known_at = now_;
                workspace_.put(block);
                return;
            }
        }
    }

    flow::Random random_;
    model::Workspace workspace_;
    Zone zone_;
    int cards_;
    Instant now_;
    std::int64_t next_row_ = 1;
    std::int64_t next_block_ = 1;
};

}  // namespace throughline::test
