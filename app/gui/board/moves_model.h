// From a place on the screen to a command: drops, keyboard moves, walking over the cards. No
// drawing.
#pragma once

#include "app/gui/board/board_model.h"
#include "core/rules/command.h"

#include <span>

namespace throughline::gui::board {

// Between two shown cards: before the one at `index` of the cell, or after the last.
struct Spot {
    std::size_t lane = 0;
    std::size_t column = 0;
    std::size_t index = 0;

    friend bool operator==(const Spot&, const Spot&) = default;
};

// The move that puts the cards there, in the order they have on the board. Where a filter hides
// cards, the place is beside the shown neighbour.
rules::MoveCards move_to(const BoardModel& model, const model::Workspace& workspace,
                         std::span<const model::CardId> cards, const Spot& spot);
// Nothing would change: the cards stand there already, side by side.
bool is_where_it_was(const BoardModel& model, std::span<const model::CardId> cards,
                     const Spot& spot);

// The card whose key stands in a sentence ("Move on MKT-3 first"); 0 when there is none.
model::CardId card_named_in(const model::Workspace& workspace, std::string_view words);

enum class Step { Left, Right, Up, Down, Top, Bottom };

// The card the keyboard goes to; 0 when there is none that way. `is_open(column)` says which
// columns are not folded away.
template <class IsOpen>
model::CardId neighbour(const BoardModel& model, model::CardId from, Step step, IsOpen&& is_open);

// Where a keyboard move would put the cards: the next open column's bottom, or one place up or
// down.
template <class IsOpen>
std::optional<Spot> spot_beside(const BoardModel& model, std::span<const model::CardId> cards,
                                Step step, IsOpen&& is_open);

// Cards between two of the same cell, both included; only `to` when they are not in one cell.
std::vector<model::CardId> range_between(const BoardModel& model, model::CardId from,
                                         model::CardId to);

// In the order of the board: lanes from the top, columns from the left, cards from the top.
std::vector<model::CardId> in_board_order(const BoardModel& model,
                                          std::span<const model::CardId> cards);

// --- templates
// ------------------------------------------------------------------------------------

namespace detail {
std::optional<model::CardId> in_cell(const BoardModel& model, std::size_t lane, std::size_t column,
                                     std::size_t index);
std::optional<model::CardId> in_next_lane(const BoardModel& model, const BoardModel::Place& at,
                                          int by);
std::optional<Spot> one_row(const BoardModel& model, std::span<const model::CardId> cards,
                            Step step);
}  // namespace detail

template <class IsOpen>
model::CardId neighbour(const BoardModel& model, model::CardId from, Step step, IsOpen&& is_open) {
    const auto at = model.find(from);
    if (!at) {
        for (std::size_t lane = 0; lane < model.lanes().size(); ++lane) {
            for (std::size_t column = 0; column < model.columns().size(); ++column) {
                if (is_open(column) && !model.cell(lane, column).cards.empty())
                    return model.cell(lane, column).cards.front();
            }
        }
        return {};
    }
    const auto& cards = model.cell(at->lane, at->column).cards;
    switch (step) {
        case Step::Up:
            return at->index > 0 ? cards[at->index - 1]
                                 : detail::in_next_lane(model, *at, -1).value_or(model::CardId{});
        case Step::Down:
            return at->index + 1 < cards.size()
                       ? cards[at->index + 1]
                       : detail::in_next_lane(model, *at, 1).value_or(model::CardId{});
        case Step::Top: return cards.front();
        case Step::Bottom: return cards.back();
        case Step::Left:
            for (std::size_t column = at->column; column-- > 0;) {
                if (!is_open(column)) continue;
                if (const auto found = detail::in_cell(model, at->lane, column, at->index))
                    return *found;
            }
            return {};
        case Step::Right:
            for (std::size_t column = at->column + 1; column < model.columns().size(); ++column) {
                if (!is_open(column)) continue;
                if (const auto found = detail::in_cell(model, at->lane, column, at->index))
                    return *found;
            }
            return {};
    }
    return {};
}

template <class IsOpen>
std::optional<Spot> spot_beside(const BoardModel& model, std::span<const model::CardId> cards,
                                Step step, IsOpen&& is_open) {
    if (cards.empty()) return std::nullopt;
    const auto at = model.find(cards.front());
    if (!at) return std::nullopt;
    if (step == Step::Left) {
        for (std::size_t column = at->column; column-- > 0;) {
            if (is_open(column))
                return Spot{at->lane, column, model.cell(at->lane, column).cards.size()};
        }
        return std::nullopt;
    }
    if (step == Step::Right) {
        for (std::size_t column = at->column + 1; column < model.columns().size(); ++column) {
            if (is_open(column))
                return Spot{at->lane, column, model.cell(at->lane, column).cards.size()};
        }
        return std::nullopt;
    }
    return detail::one_row(model, cards, step);
}

}  // namespace throughline::gui::board
