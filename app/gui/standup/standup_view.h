// The standup: full screen, large type, keys only. An overview, the walk over the board card by
// card with a clock, and the summary. Draws into the whole current ImGui window. Knows no other
// screen; the workbench calls it.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

#include <memory>

namespace throughline::gui::standup {

class StandupView {
public:
    StandupView();
    ~StandupView();
    StandupView(const StandupView&) = delete;
    StandupView& operator=(const StandupView&) = delete;

    // Goes on with the standup that is running; otherwise shows what the next one begins with.
    void open(Context& context);
    // The meeting goes on; `open` comes back to it.
    void leave();
    bool is_open() const;

    // `covered`: something that takes the keys, such as an opened card, lies over it.
    void draw(Context& context, bool covered);
    // Adds the standup's actions and keys; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::standup
