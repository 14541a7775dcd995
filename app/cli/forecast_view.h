// Forecasts as documents and in words: levels, dates, the history behind them.
#pragma once

#include "app/cli/json_fwd.h"
#include "core/flow/backtest.h"
#include "core/flow/promise.h"

#include <functional>
#include <string>

namespace throughline::cli {

// "day 3", "2 cards or more"; "not within ten years".
std::string plain_text(const flow::Level& level, flow::Question question);
// "by Tue 12 May 2026", of the day that is named for the level.
std::string by_words(const flow::Level& level, Day named);

// {"p50": 2, ...}; null for what does not happen within ten years.
Json levels_json(const flow::Forecast& forecast, flow::Question question);
// The same as dates, of a forecast of when; `named` gives the day of so many days from today.
Json dates_json(const flow::Forecast& forecast, const std::function<Day(int)>& named);
// [{"day": 1, "chance": 0.33}] or [{"cards": 1, "chance": 0.96}]: the whole distribution.
Json chances_json(const flow::Forecast& forecast, flow::Question question);
Json claim_json(const flow::Claim& claim);

}  // namespace throughline::cli
