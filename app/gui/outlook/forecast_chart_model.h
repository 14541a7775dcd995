// Forecasts as charts: the chance day by day with and without growth, or card by card. Drawn by
// core/report/chart_draw.h. No drawing here.
#pragma once

#include "core/flow/forecast.h"
#include "core/report/chart.h"

#include <optional>

namespace throughline::gui::outlook {

// Days that are not worked are tinted. Absent when the cards are not done within ten years.
std::optional<report::Chart> when_chart(const flow::ForecastInput& input,
                                        const flow::Forecast& exactly,
                                        const std::optional<flow::Forecast>& growing);
report::Chart how_many_chart(const flow::Forecast& forecast, Day until);

}  // namespace throughline::gui::outlook
