// When will these cards be done, how many by a day: the question as a person asks it, and the
// answer in words, made from core/flow/forecast.h off the frame. No drawing.
#pragma once

#include "core/flow/backtest.h"
#include "core/flow/forecast.h"
#include "core/report/chart.h"
#include "core/rules/signal_commands.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::outlook {

using CardFilter = std::function<bool(const model::Card&)>;  // empty: all cards

inline constexpr int kDaysAhead = 28;  // until when, if nothing is said

struct Asked {
    flow::Question question = flow::Question::When;
    std::optional<int> cards;  // When; absent: those in process now
    std::optional<Day> until;  // HowMany; absent: 28 days from today
    int weeks = 12;            // of history, the whole ones that end yesterday
    std::uint64_t seed = 1;
    std::optional<double> growth;  // cards added per card delivered; absent: as in the window
    std::string query;             // of the board's filter

    friend bool operator==(const Asked&, const Asked&) = default;
};

struct LevelRow {
    int percent = 50;
    std::string answer;   // "by Tue 12 May 2026", "at least 7 cards"
    std::string split;    // "8 days: 6 working, 2 not"; "" where it is the same for every level
    std::string growing;  // the answer if cards are added meanwhile; "" without growth
};

struct ForecastAnswer {
    std::optional<report::Missing> missing;  // why there is no answer, and what would help
    std::string title;                       // "When 12 cards are done"
    std::string says;                        // "With 85% confidence by Tue 12 May 2026."
    std::vector<LevelRow> rows;
    std::string growth;                     // "1.05 cards added for each delivered"; "" for none
    std::optional<double> measured_growth;  // of the window
    std::vector<std::string> basis;         // what was drawn from, line by line
    std::vector<std::string> warnings;      // thin history and the like
    std::optional<report::Chart> chart;     // absent when nothing happens within ten years
    std::optional<rules::RecordForecast> record;  // to keep it as told
};

// The question's `until` must be after today.
ForecastAnswer make_answer(const flow::Flow& flow, const Asked& asked, const CardFilter& filter);

}  // namespace throughline::gui::outlook
