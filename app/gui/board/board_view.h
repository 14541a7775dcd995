// The board screen: filter bar, columns with their limits, cards, swimlanes, drag and drop,
// keyboard. Draws from the workspace, keeps only screen state (selection, scroll, folds, text being
// typed), and runs its commands after drawing.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

struct ImVec2;

namespace throughline::gui::board {

// What the board remembers between sessions beside the filter, kept by the workbench per user.
struct BoardMemory {
    std::vector<std::string> collapsed_columns;  // handles
    std::vector<std::string> collapsed_lanes;    // lane keys: "objective:O-3"

    friend bool operator==(const BoardMemory&, const BoardMemory&) = default;
};

class BoardView {
public:
    BoardView();
    ~BoardView();
    BoardView(const BoardView&) = delete;
    BoardView& operator=(const BoardView&) = delete;

    // Draws at the cursor of the current window; `size` in screen pixels.
    void draw(Context& context, const ImVec2& size);
    // Adds the board's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Selects the card, scrolls to it, and gives the board the keyboard.
    void reveal(model::CardId card);
    // The card the keyboard is on (0 for none), and all selected ones.
    model::CardId cursor() const;
    std::span<const model::CardId> selection() const;

    BoardMemory memory() const;
    void set_memory(const BoardMemory& memory);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::board
