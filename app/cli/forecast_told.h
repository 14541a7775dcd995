// Forecasts that somebody was told: kept by --tell, scored when their day has come.
#pragma once

#include "app/cli/forecast_history.h"
#include "core/rules/signal_commands.h"

namespace throughline::cli {

// --tell
void add_tell_option(Verb& verb, bool& tell);

// What is kept of a forecast drawn from this basis; the caller says what it was about.
rules::RecordForecast record_of(const Basis& basis, const flow::Forecast& forecast,
                                const ForecastOptions& options);
// Keeps it as told to the acting person. Bad input as of an earlier moment: nobody is told anything
// in the past.
Ending keep_told(Session& session, const rules::RecordForecast& record, bool has_as_of);

}  // namespace throughline::cli
