// How good the forecasts were that people were told.
//
// metrics, section 8, applied to what was said instead of to a backtest. A forecast is scored when
// its day has come. When and objective: the actual value is the days from the day it was told until
// the asked number of its cards was delivered; due once that has happened or the 95% day is over.
// Card: the days until its finish, due in the same way. How many: the cards delivered from the day
// after up to its last day; due when that day is over. A level was right when the actual is at most
// (how many: at least) what was said; honest levels are right about as often as they say.
//
// Example: told on day 1: ten cards, 85% within 8 days. The tenth was delivered on day 8: actual 7,
// right.
#pragma once

#include "core/flow/forecast.h"
#include "core/flow/scope.h"
#include "core/flow/sle.h"
#include "core/model/signal.h"

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace throughline::flow {

struct ScoredForecast {
    model::ForecastId id;
    std::optional<int> actual;  // absent: later than the 95% day, and not there yet
    std::array<bool, kLevels.size()> right{};
};

struct ForecastScore {
    std::vector<ScoredForecast> due;           // in the order they were told
    std::array<Ratio, kLevels.size()> hits{};  // right of due, per level
    int open = 0;                              // whose day has not come
};

// `passes` says which cards a forecast was about, by its query; empty: all cards. Forecasts told
// after as_of are left out.
using PassesForecast = std::function<bool(const model::Forecast&, const model::Card&)>;
ForecastScore score(const Flow& flow, std::vector<model::Forecast> forecasts,
                    const PassesForecast& passes);

}  // namespace throughline::flow
