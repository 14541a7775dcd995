// The makers of all charts, for the table of chart_kinds.cpp. Each fills in what the figures give:
// axes, parts, marks, sentence, verdict, table. Called only when the points of the board are set.
#pragma once

#include "core/report/chart_kinds.h"

namespace throughline::report {

using MakeChart = void(const flow::Slice& slice, const ChartChoices& choices, Chart& chart);

MakeChart make_cycle_scatter;  // make_cycle.cpp
MakeChart make_cycle_histogram;
MakeChart make_throughput;  // make_rates.cpp
MakeChart make_arrivals;
MakeChart make_net_flow;
MakeChart make_cumulative;  // make_cumulative.cpp
MakeChart make_flow_debt;
MakeChart make_aging;          // make_aging.cpp
MakeChart make_wip_by_column;  // make_columns.cpp
MakeChart make_time_in_column;
MakeChart make_blockers;  // make_work.cpp
MakeChart make_load;
MakeChart make_xmr_throughput;  // make_xmr.cpp
MakeChart make_xmr_cycle;
MakeChart make_intake;         // make_intake.cpp
MakeChart make_forecast_when;  // make_forecast.cpp
MakeChart make_forecast_how_many;
MakeChart make_backtest;  // make_backtest.cpp

}  // namespace throughline::report
