// The board as it is shown: columns with their words, swimlanes, and per lane and column the cards
// that pass the filter, in order. Built from the workspace; a change of one card touches its
// columns only. No drawing.
#pragma once

#include "app/gui/board/heads_model.h"
#include "app/gui/board/lanes_model.h"
#include "app/gui/board/row_changes_model.h"
#include "core/model/query.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::gui::board {

struct BoardInputs {
    const model::Workspace& workspace;
    std::uint64_t revision = 0;
    const Zone& zone;
    Instant now;
    model::PersonId me;
    std::string query;
    LaneKind lanes = LaneKind::None;
};

class BoardModel {
public:
    // Brings the model up to date; does nothing when revision, query, lanes and minute are as
    // before. Result: something changed.
    bool refresh(const BoardInputs& inputs);

    const std::vector<ColumnHead>& columns() const { return heads_; }
    const std::vector<Lane>& lanes() const { return lanes_; }
    LaneKind lane_kind() const { return kind_; }
    int shown() const { return shown_; }  // cards that pass the filter
    int total() const { return total_; }  // cards on the board
    bool is_filtered() const { return !query_.is_empty(); }
    const std::string& query_error() const { return query_error_; }  // "" when the query is fine
    // Whether it is the one that should be pulled next into some column.
    bool is_next(model::CardId card) const;

    // Cards whose row or blockers changed in the last refresh that changed anything.
    std::span<const model::CardId> changed_cards() const { return changed_; }
    // Every cell was made anew in the last refresh that changed anything.
    bool rebuilt() const { return rebuilt_; }

    struct Place {
        std::size_t lane = 0;
        std::size_t column = 0;
        std::size_t index = 0;
    };
    // Where a card is shown; absent when it is filtered out or off the board.
    std::optional<Place> find(model::CardId card) const;
    const Cell& cell(std::size_t lane, std::size_t column) const {
        return lanes_[lane].cells[column];
    }
    std::optional<std::size_t> column_index(model::ColumnId column) const;

private:
    std::vector<model::CardId> cards_of_closed(const model::Workspace& workspace);
    void collect_changes(const model::Workspace& workspace);
    void touch_moved_lines(const std::vector<ColumnHead>& before);
    bool structure_changed(const BoardInputs& inputs);
    void rebuild(const BoardInputs& inputs);
    bool update(const BoardInputs& inputs);
    void fill_column(const model::Workspace& workspace, std::size_t column);
    bool evaluate(const BoardInputs& inputs, std::span<const model::CardId> cards);
    void evaluate_all(const BoardInputs& inputs);
    void count(const model::Workspace& workspace);
    bool is_only_done(const Lane& lane) const;
    void index_lanes();
    std::optional<std::size_t> lane_of(const model::Workspace& workspace,
                                       const model::Card& card) const;

    std::uint64_t revision_ = 0;
    bool fresh_ = true;
    Instant minute_;
    std::string query_text_;
    model::Query query_;
    std::string query_error_;
    LaneKind kind_ = LaneKind::None;

    RowChanges<model::Card> cards_;
    RowChanges<model::Block> blocks_;
    RowChanges<model::Comment> comments_;
    RowChanges<model::ChecklistItem> items_;
    RowChanges<model::Link> links_;
    RowChanges<model::Request> requests_;
    RowChanges<model::Person> persons_;
    RowChanges<model::Objective> objectives_;
    bool objectives_changed_ = false;
    model::ColumnId delivery_;
    RowChanges<model::Bet> bets_;
    RowChanges<model::Template> templates_;
    std::vector<model::CardId> changed_;
    std::vector<model::ColumnId> touched_columns_;
    bool rebuilt_ = false;

    std::vector<model::ColumnId> column_ids_;
    std::vector<ColumnHead> heads_;
    std::vector<Lane> lanes_;
    model::IdMap lane_index_;  // lane value + 1 -> index
    model::QueryCache cache_;
    model::IdMap passes_;  // cards that pass the filter; unused without one
    std::uint64_t version_ = 0;
    int shown_ = 0;
    int total_ = 0;
};

// The board without cards or without columns needs words of its own.
bool is_empty_board(const model::Workspace& workspace);

}  // namespace throughline::gui::board
