// What the forecast screen keeps between frames; for the views of this room.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "app/gui/context/promise_model.h"
#include "app/gui/outlook/answer_model.h"
#include "app/gui/outlook/backtest_model.h"
#include "app/gui/outlook/outlook_view.h"
#include "app/gui/outlook/told_model.h"
#include "app/gui/outlook/what_if_model.h"

#include <functional>
#include <vector>

namespace throughline::gui::outlook {

// A forecast about to be kept as told.
struct Telling {
    rules::RecordForecast record;
    std::string what;                 // "When 12 cards are done"
    std::vector<std::string> levels;  // "85%: by Tue 12 May 2026"
    std::string failure;
};

struct OutlookView::State {
    Part part = Part::Forecast;
    Asked asked;  // its window, seed and filter are those of every part
    std::string filter_error;
    FlowAnswer<Asked, ForecastAnswer> forecast;
    FlowAnswer<BacktestAsked, BacktestAnswer> backtest;
    FlowAnswer<int, ToldAnswer> told;  // asks nothing but the board
    Promises promises;
    FlowAnswer<WhatIfAsked, std::optional<std::vector<LimitRow>>> limits;
    std::vector<TriedLimit> tried;  // as edited; filled from the limits
    WhatIfAsked tried_for;
    WhatIfRun run;
    Telling telling;
    bool wants_telling = false;
    std::vector<std::function<void(Context&)>> later;  // carried out when all is drawn

    BacktestAsked backtest_asked() const { return {asked.weeks, asked.seed, asked.query}; }
    WhatIfAsked what_if_asked() const { return {asked.weeks, asked.seed, asked.query}; }

    // outlook_view.cpp
    void draw_head(Context& context);
    void draw_tabs();
    void draw_history_choices();

    // forecast_view.cpp
    void draw_forecast(Context& context);
    void draw_question(Context& context, const ForecastAnswer* answer);
    void draw_answer(const ForecastAnswer& answer, float width);
    void tell(Telling telling);
    void draw_telling(Context& context);

    // track_view.cpp
    void draw_backtest(Context& context);
    void draw_told(Context& context);

    // objectives_view.cpp
    void draw_objectives(Context& context);

    // what_if_view.cpp
    void draw_what_if(Context& context);
    void take_limits(Context& context);
    void draw_limits(Context& context);
    void draw_outcome(const WhatIfOutcome& outcome);
    std::vector<TriedLimit> changed_limits() const;
};

// The frame of a part whose answer is not there, or cannot be: true when there is nothing else to
// draw.
bool draw_missing(const char* id, const std::optional<report::Missing>& missing);
// Inside a cell of a table whose rows have the theme's height: the cursor to where something of
// this height is in the middle.
void centre_in_row(float height);

}  // namespace throughline::gui::outlook
