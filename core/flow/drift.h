// Why a forecast date moved.
//
// metrics, section 8: each input alone (scope, history, calendar, date) is swapped, and the effect
// averaged over all orders (Shapley 1953), so that the parts add up to the whole:
// "+4 days: 3 cards added +3, slower weeks +2, holiday over -1".
#pragma once

#include "core/flow/forecast.h"

#include <optional>

namespace throughline::flow {

struct WhenQuestion {
    int cards = 0;
    ForecastInput input;
};

struct Drift {
    int total_days = 0;  // between the two forecast dates
    double scope = 0;
    double history = 0;
    double calendar = 0;
    double date = 0;  // time has passed
};
// Of the exact forecast at one level. Absent when one of the sixteen mixtures has no forecast.
std::optional<Drift> why_moved(const WhenQuestion& before, const WhenQuestion& after,
                               int percent = 85);

}  // namespace throughline::flow
