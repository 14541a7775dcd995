// The words below `forecast`, each in a file of its own name.
#pragma once

#include "app/cli/syntax.h"

namespace throughline::cli {

void add_forecast_backtest(Verb& forecast);
void add_forecast_card(Verb& forecast);
void add_forecast_objective(Verb& forecast);
void add_forecast_told(Verb& forecast);

}  // namespace throughline::cli
