#include "app/gui/board/board_state.h"

#include <algorithm>

namespace throughline::gui::board {

void BoardView::State::select_only(model::CardId card) {
    selected = {card};
    selected_set = {card};
    cursor = card;
    anchor = card;
    cursor_at = model.find(card);
}

void BoardView::State::select_also(model::CardId card) {
    if (selected_set.erase(card) > 0) {
        std::erase(selected, card);
    } else {
        selected.push_back(card);
        selected_set.insert(card);
    }
    cursor = card;
    anchor = card;
}

void BoardView::State::select_range(model::CardId card) {
    const model::CardId from = anchor ? anchor : card;
    select_all(range_between(model, from, card));
    anchor = from;
    cursor = card;
}

void BoardView::State::select_all(std::span<const model::CardId> cards) {
    selected.assign(cards.begin(), cards.end());
    selected_set = {cards.begin(), cards.end()};
}

void BoardView::State::clear_selection() {
    selected.clear();
    selected_set.clear();
    anchor = cursor;
}

std::vector<model::CardId> BoardView::State::targets() const {
    if (!selected.empty()) return selected;
    return cursor ? std::vector{cursor} : std::vector<model::CardId>{};
}

void BoardView::State::go_to(model::CardId card, bool extend) {
    if (!card) return;
    if (extend) {
        select_range(card);
    } else {
        select_only(card);
    }
    by_keyboard = true;
    ImGui::SetNavCursorVisible(false);
    reveal = card;
    reveal_frames = 2;
}

// Cards that left the board are no longer chosen; the cursor stays as near as it can.
void BoardView::State::prune(const model::Workspace& workspace) {
    const auto gone = [&](model::CardId id) {
        const model::Card* card = workspace.find(id);
        return card == nullptr || !card->on_board();
    };
    std::erase_if(selected, gone);
    std::erase_if(selected_set, gone);
    if (cursor && gone(cursor)) {
        cursor = {};
        if (cursor_at && cursor_at->lane < model.lanes().size() &&
            cursor_at->column < model.columns().size()) {
            const auto& cards = model.cell(cursor_at->lane, cursor_at->column).cards;
            if (!cards.empty()) cursor = cards[std::min(cursor_at->index, cards.size() - 1)];
        }
    }
    if (anchor && gone(anchor)) anchor = cursor;
}

}  // namespace throughline::gui::board
