#pragma once
// Heights of cards and where they lie in their cells: kept until a card, the width or the text size
// changes, so that a frame looks up only what is visible. Prefix sums, found by halving.

#include <functional>
#include <vector>

#include "app/gui/board/board_model.h"

namespace throughline::gui::board {

struct CellLayout {
    std::vector<float> tops;  // one more than cards: the last is the height of all
    std::uint64_t version = 0;

    [[nodiscard]] float height() const { return tops.empty() ? 0.0f : tops.back(); }
    // Cards that touch [from, to): first index and one past the last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> visible(float from, float to) const;
    // Before which card a drop at this height goes.
    [[nodiscard]] std::size_t spot_at(float y) const;
};

class Layout {
public:
    using Measure = std::function<float(model::CardId)>;

    // Forgets heights that were measured for another width, scale or face.
    void use(float card_width, float scale, float gap);
    // Cards that must be measured again; all of them when `everything`.
    void forget(std::span<const model::CardId> cards, bool everything);
    // Valid until the next use of this cell.
    const CellLayout& cell(std::size_t lane, std::size_t column, const Cell& cell,
                           const Measure& measure);
    // How often a card was measured; for tests.
    [[nodiscard]] std::uint64_t measured() const { return measured_; }

private:
    std::vector<std::vector<CellLayout>> cells_;  // [lane][column]
    model::IdMap heights_;                        // card -> height in whole pixels
    float width_ = 0.0f;
    float scale_ = 0.0f;
    float gap_ = 0.0f;
    std::uint64_t measured_ = 0;
};

}  // namespace throughline::gui::board
