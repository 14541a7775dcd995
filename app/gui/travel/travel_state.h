// What the parts of this room share. Private to it.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/travel/compare_model.h"
#include "app/gui/travel/travel_model.h"
#include "app/gui/travel/travel_view.h"

#include <chrono>

namespace throughline::gui::travel {

// The journal on its way in; shared with the desk's thread, which alone touches it while it reads.
struct Reading {
    desk::Rewind::Builder builder;
    Result<bool> all = false;
    double share = 0;
};

struct TravelView::State : std::enable_shared_from_this<State> {
    bool open = false;
    desk::LiveDesk* live = nullptr;
    std::function<void()> wake;
    std::shared_ptr<Reading> reading;
    std::shared_ptr<const desk::Rewind> kept;  // of the journey before
    std::optional<Error> error;
    Background<Result<std::shared_ptr<const desk::Rewind>>> finishing;

    std::optional<TravelModel> model;
    std::optional<Instant> start;  // where the journey starts; absent: a week back
    std::optional<Instant> shown;  // the moment whose board is on screen
    std::optional<Instant> asked;  // the moment whose board is being made
    Background<Result<model::Workspace>> making;
    double clock_s = 0;
    bool take_keyboard = false;
    model::CardId card_to_open;  // once the board of its moment is there

    bool compare_wanted = false;
    Instant compare_from;
    Instant compare_to;
    std::optional<CompareTable> table;
    Background<Result<CompareTable>> comparing;

    // travel_view.cpp
    void read_on();
    void begin(Context& context);
    void take_rewind(Context& context);
    void ask_for_board();
    std::optional<Past> take_board(Context& context);

    // bar_view.cpp
    void draw_controls(bool& back);
    void draw_slider();
    void listen(bool& back);

    // compare_view.cpp
    void want_compare();
    void start_compare();
    void draw_moments();
    void draw_lines();
};

}  // namespace throughline::gui::travel
