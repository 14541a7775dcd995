// How often forecasts like these would have been right: core/flow/backtest.h in words, made off
// the frame. No drawing.
#pragma once

#include "app/gui/outlook/answer_model.h"

namespace throughline::gui::outlook {

struct BacktestAsked {
    int weeks = 12;
    std::uint64_t seed = 1;
    std::string query;
    friend bool operator==(const BacktestAsked&, const BacktestAsked&) = default;
};

struct BacktestRow {
    std::string forecast;  // "cards in 7 days", "date of 5 cards"
    std::string level;     // "85%"
    std::string hits;      // "17 of 20"; "–" where nothing was scored
    std::string fine;      // "14 to 19"
    std::string practice;  // "85%"
    std::string skill;     // "0.12"; "–" where it is not known
    flow::Calibration calibration = flow::Calibration::NotEnough;
};

struct BacktestAnswer {
    std::optional<report::Missing> missing;
    std::vector<BacktestRow> rows;
    std::vector<std::string> verdict;    // honest, a sentence each; the first sums up
    bool is_enough = false;              // to judge by
    bool is_kept = false;                // and the levels have kept what they say
    int best_window = 12;                // of flow::kWindows, the one that loses least
    std::optional<report::Chart> chart;  // of the charts' list, which draws from 12 weeks
};

BacktestAnswer make_backtest(const flow::Flow& flow, const BacktestAsked& asked,
                             const CardFilter& filter);

}  // namespace throughline::gui::outlook
