// All flow figures of one slice in one struct: what the metrics verb prints and the flow screen
// starts from. Each part is defined, with its formula, in the header of its subject.
#pragma once

#include "core/flow/age.h"
#include "core/flow/card_figures.h"
#include "core/flow/cfd.h"
#include "core/flow/column_time.h"
#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/little.h"
#include "core/flow/load.h"
#include "core/flow/percentile.h"
#include "core/flow/response.h"
#include "core/flow/sle.h"
#include "core/flow/throughput.h"
#include "core/flow/wip.h"

#include <array>
#include <optional>
#include <vector>

namespace throughline::flow {

struct CycleSummary {
    std::vector<CycleTime> cards;
    Percentiles days;
    int without_start = 0;
};

struct ClassFigures {
    model::ServiceClass service_class = model::ServiceClass::Standard;
    CycleSummary cycle;
    SleFigures sle;
    int wip = 0;
    int starts = 0;
    int deliveries = 0;
};

struct Figures {
    bool set_up = false;  // both points are; otherwise everything below is empty
    std::int64_t seq = 0;
    Day from;
    Day to;  // the last day of the series: the scope's, or today when that is earlier
    Instant as_of;

    int wip_total = 0;
    std::vector<int> cards_by_column;  // now, per position of the workflow
    std::vector<WipShare> wip_by_person;
    std::vector<WipShare> wip_by_class;
    std::vector<WipShare> wip_by_objective;
    std::vector<int> wip_by_day;

    CycleSummary cycle;
    std::vector<LeadTime> lead_times;
    Percentiles lead_days;
    std::vector<Abandoned> abandoned;

    std::vector<CardAge> ages;
    std::optional<std::int64_t> total_age;
    std::optional<std::int64_t> total_age_reference;

    std::vector<int> throughput_by_day;
    std::vector<int> arrivals_by_day;
    std::vector<DepartureCounts> departures_by_day;
    FlowCounts counts;
    std::optional<double> delivery_interval_days;
    Takt takt;
    TimeToMarket time_to_market;

    Cfd cfd;
    Little little;
    Stability stability;
    SleFigures sle;  // of the only class; of mixed cards pooled, which is in force for nobody
    std::vector<ClassFigures> by_class;  // classes that have a card, never pooled
    Efficiency efficiency;
    Duration blocked;
    std::vector<BlockerCluster> clusters;
    std::vector<ColumnTime> column_times;
    ResponseFigures response;
};

Figures figures(const Slice& slice);

}  // namespace throughline::flow
