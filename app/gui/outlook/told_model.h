// The forecasts that people were told, and how good they were: core/flow/forecast_score.h in words,
// made off the frame. No drawing.
#pragma once

#include "app/gui/context/passing_model.h"
#include "core/flow/forecast_score.h"

#include <map>
#include <string>
#include <vector>

namespace throughline::gui::outlook {

struct ToldRow {
    model::ForecastId id;
    std::string when;     // "10 Mar 2026"
    std::string who;      // was told
    std::string what;     // "12 cards, dri:ana"
    std::string promise;  // "50% 12 Mar, 85% 20 Mar 2026"
    enum class State { Open, Right, Wrong } state = State::Open;
    std::string outcome;  // "took 7 days: 85% was right", "open until 20 Mar 2026"
};

struct ToldAnswer {
    std::vector<ToldRow> rows;      // newest first
    std::vector<std::string> hits;  // "85%: 4 of 5", per level; empty while none is due
    int open = 0;
};

// What is read on the frame thread.
struct ToldInputs {
    std::vector<model::Forecast> forecasts;
    std::map<std::string, Passing> passing;  // by query
    std::map<std::int64_t, std::string> people;
    std::map<std::int64_t, std::string> subjects;  // "O-3", "MKT-12", by the id of either
};
ToldInputs told_inputs(Context& context);
ToldAnswer make_told(const flow::Flow& flow, const ToldInputs& inputs);

}  // namespace throughline::gui::outlook
