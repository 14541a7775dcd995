// The measurements, one per goal. Each adds its lines to the report.
#pragma once

#include "tests/bench/measure.h"

namespace throughline::bench {

void bench_frames(Report& report);
void bench_store(Report& report, const std::string& folder);
void bench_import(Report& report);
void bench_idle(Report& report, const std::string& folder);
void bench_flow(Report& report);
void bench_screens(Report& report);

}  // namespace throughline::bench
