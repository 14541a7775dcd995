#include "app/gui/board/layout.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui::board {

std::pair<std::size_t, std::size_t> CellLayout::visible(float from, float to) const {
    if (tops.size() < 2) return {0, 0};
    const std::size_t count = tops.size() - 1;
    const auto above = std::upper_bound(tops.begin(), tops.end() - 1, from);
    const auto first =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - tops.begin() - 1, 0));
    const auto below = std::lower_bound(tops.begin(), tops.end() - 1, to);
    return {first, std::min(count, static_cast<std::size_t>(below - tops.begin()))};
}

std::size_t CellLayout::spot_at(float y) const {
    if (tops.size() < 2) return 0;
    const auto [index, end] = visible(y, y + 1.0f);
    if (y >= tops.back()) return tops.size() - 1;
    return y > (tops[index] + tops[index + 1]) * 0.5f ? index + 1 : index;
}

void Layout::use(float card_width, float scale, float gap) {
    if (card_width == width_ && scale == scale_ && gap == gap_) return;
    width_ = card_width;
    scale_ = scale;
    gap_ = gap;
    heights_.clear();
    cells_.clear();
}

void Layout::forget(std::span<const model::CardId> cards, bool everything) {
    for (const model::CardId card : cards)
        heights_.erase(card.value);
    if (everything) cells_.clear();
}

const CellLayout& Layout::cell(std::size_t lane, std::size_t column, const Cell& cell,
                               const Measure& measure) {
    if (cells_.size() <= lane) cells_.resize(lane + 1);
    if (cells_[lane].size() <= column) cells_[lane].resize(column + 1);
    CellLayout& layout = cells_[lane][column];
    if (layout.version == cell.version && !layout.tops.empty()) return layout;
    layout.version = cell.version;
    layout.tops.resize(cell.cards.size() + 1);
    float y = 0.0f;
    for (std::size_t i = 0; i < cell.cards.size(); ++i) {
        layout.tops[i] = y;
        const std::int64_t id = cell.cards[i].value;
        auto height = heights_.find(id);
        if (!height) {
            height = static_cast<std::int64_t>(std::ceil(measure(cell.cards[i])));
            heights_.set(id, *height);
            ++measured_;
        }
        y += static_cast<float>(*height) + gap_;
    }
    layout.tops.back() = y;
    return layout;
}

}  // namespace throughline::gui::board
