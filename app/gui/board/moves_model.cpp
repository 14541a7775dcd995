#include "app/gui/board/moves_model.h"

#include <algorithm>

namespace throughline::gui::board {
namespace {

bool holds(std::span<const model::CardId> cards, model::CardId card) {
    return std::find(cards.begin(), cards.end(), card) != cards.end();
}

// Place of a card in the whole column, moved cards left out.
std::optional<int> full_index(const model::Workspace& workspace, model::ColumnId column,
                              model::CardId card, std::span<const model::CardId> moved) {
    int index = 0;
    for (const model::CardId id : workspace.cards_in(column)) {
        if (holds(moved, id)) continue;
        if (id == card) return index;
        ++index;
    }
    return std::nullopt;
}

}  // namespace

rules::MoveCards move_to(const BoardModel& model, const model::Workspace& workspace,
                         std::span<const model::CardId> cards, const Spot& spot) {
    rules::MoveCards move{.cards = in_board_order(model, cards),
                          .to = model.columns()[spot.column].id};
    const auto& shown = model.cell(spot.lane, spot.column).cards;
    const auto end =
        shown.begin() + static_cast<std::ptrdiff_t>(std::min(spot.index, shown.size()));
    const auto stays = [&](model::CardId id) { return !holds(cards, id); };
    if (const auto below = std::find_if(end, shown.end(), stays); below != shown.end()) {
        move.position = full_index(workspace, move.to, *below, cards);
        return move;
    }
    const auto above = std::find_if(std::make_reverse_iterator(end), shown.rend(), stays);
    if (above == shown.rend() || *above == workspace.cards_in(move.to).back()) return move;
    if (const auto index = full_index(workspace, move.to, *above, cards))
        move.position = *index + 1;
    return move;
}

bool is_where_it_was(const BoardModel& model, std::span<const model::CardId> cards,
                     const Spot& spot) {
    const std::vector<model::CardId> order = in_board_order(model, cards);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = model.find(order[i]);
        if (!at || at->lane != spot.lane || at->column != spot.column) return false;
        if (i > 0 && model.find(order[i - 1])->index + 1 != at->index) return false;
    }
    if (order.empty()) return true;
    const std::size_t first = model.find(order.front())->index;
    return spot.index >= first && spot.index <= first + order.size();
}

model::CardId card_named_in(const model::Workspace& workspace, std::string_view words) {
    const model::Board* board = workspace.board();
    if (board == nullptr) return {};
    const std::string prefix = board->key_prefix + "-";
    const std::size_t at = words.find(prefix);
    if (at == std::string_view::npos) return {};
    std::int64_t number = 0;
    for (std::size_t i = at + prefix.size(); i < words.size() && words[i] >= '0' && words[i] <= '9';
         ++i)
        number = number * 10 + (words[i] - '0');
    const model::Card* card = workspace.card_by_number(number);
    return card != nullptr ? card->id : model::CardId{};
}

std::vector<model::CardId> range_between(const BoardModel& model, model::CardId from,
                                         model::CardId to) {
    const auto a = model.find(from);
    const auto b = model.find(to);
    if (!a || !b || a->lane != b->lane || a->column != b->column) return {to};
    const auto& cards = model.cell(a->lane, a->column).cards;
    const auto [low, high] = std::minmax(a->index, b->index);
    return {cards.begin() + static_cast<std::ptrdiff_t>(low),
            cards.begin() + static_cast<std::ptrdiff_t>(high) + 1};
}

std::vector<model::CardId> in_board_order(const BoardModel& model,
                                          std::span<const model::CardId> cards) {
    if (cards.size() < 2) return {cards.begin(), cards.end()};
    std::vector<model::CardId> order;
    for (const Lane& lane : model.lanes()) {
        for (const Cell& cell : lane.cells) {
            for (const model::CardId id : cell.cards) {
                if (holds(cards, id)) order.push_back(id);
            }
        }
    }
    for (const model::CardId id : cards) {
        if (!holds(order, id)) order.push_back(id);
    }
    return order;
}

namespace detail {

std::optional<model::CardId> in_cell(const BoardModel& model, std::size_t lane, std::size_t column,
                                     std::size_t index) {
    const auto& cards = model.cell(lane, column).cards;
    if (cards.empty()) return std::nullopt;
    return cards[std::min(index, cards.size() - 1)];
}

std::optional<model::CardId> in_next_lane(const BoardModel& model, const BoardModel::Place& at,
                                          int by) {
    for (std::size_t lane = at.lane; by < 0 ? lane > 0 : lane + 1 < model.lanes().size();) {
        lane = by < 0 ? lane - 1 : lane + 1;
        const auto& cards = model.cell(lane, at.column).cards;
        if (!cards.empty()) return by < 0 ? cards.back() : cards.front();
    }
    return std::nullopt;
}

std::optional<Spot> one_row(const BoardModel& model, std::span<const model::CardId> cards,
                            Step step) {
    const std::vector<model::CardId> order = in_board_order(model, cards);
    const auto first = model.find(order.front());
    const auto last = model.find(order.back());
    if (!first || !last || first->lane != last->lane || first->column != last->column)
        return std::nullopt;
    const std::size_t size = model.cell(first->lane, first->column).cards.size();
    if (step == Step::Up) {
        if (first->index == 0) return std::nullopt;
        return Spot{first->lane, first->column, first->index - 1};
    }
    if (step == Step::Down) {
        if (last->index + 1 >= size) return std::nullopt;
        return Spot{last->lane, last->column, last->index + 2};
    }
    return Spot{first->lane, first->column, step == Step::Top ? 0 : size};
}

}  // namespace detail

}  // namespace throughline::gui::board
