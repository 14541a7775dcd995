// Travelling in time over the whole board: the band that says so, the bar with the slider, and two
// moments compared. Says which board to show; the workbench shows it. Knows no other screen.
#pragma once

#include "app/gui/context/context.h"

#include <memory>

namespace throughline::gui::travel {

class TravelView {
public:
    TravelView();
    ~TravelView();
    TravelView(const TravelView&) = delete;
    TravelView& operator=(const TravelView&) = delete;

    // Begins to read the journal, in parts between which others' work with the desk goes on. The
    // desk must live until close(). The journey starts at `at`, or a week back; one under way goes
    // there. `wake` asks for a frame, on any thread.
    void open(desk::LiveDesk& live, std::function<void()> wake, std::optional<Instant> at = {});
    void close();
    bool is_open() const;
    // The journal is being read or a board is being made.
    bool is_busy() const;

    struct Past {
        Instant at;
        model::Workspace board;
    };
    // Before each frame: the board to show from now on, when there is a new one. `clock_s` is the
    // steady clock that playing follows.
    std::optional<Past> take(Context& context, double clock_s);

    // Over the screen: that this is the past. Takes the line's whole width.
    void draw_band(Context& context);
    float bar_height() const;  // screen pixels; 0 while closed
    // Result: back to now.
    bool draw_bar();
    void draw_compare(Context& context);

    struct State;

private:
    std::shared_ptr<State> state_;  // answers of the desk that come late find it gone
};

}  // namespace throughline::gui::travel
