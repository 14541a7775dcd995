// The KPIs as they stand: values, target, variance, colour, trend, whether a value is overdue. The
// dashboard, the reviews, the report and the command line all read this.
//
// Formulas: metrics, section 10 (kpi.h). A value is known from its `known_at` on: nothing later is
// used. Of several values for one day the one known last counts.
#pragma once

#include "core/flow/kpi.h"
#include "core/flow/plan_rows.h"
#include "core/flow/scope.h"
#include "core/flow/xmr.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct KpiPoint {
    Day day;  // the last one of the period it stands for
    double value = 0;
    bool corrected = false;  // an earlier value for the same day was replaced

    friend bool operator==(const KpiPoint&, const KpiPoint&) = default;
};

// Every series of measurements, by what was measured, ascending by day.
class Series {
public:
    Series(const PlanRows& rows, Instant as_of);
    std::span<const KpiPoint> of(model::KpiId kpi) const { return find(kpi.value); }
    std::span<const KpiPoint> of(model::KeyResultId result) const { return find(-result.value); }

private:
    struct Part {
        std::int64_t subject = 0;  // a KPI's id, or a key result's below 0
        std::size_t begin = 0;
        std::size_t count = 0;
    };
    std::span<const KpiPoint> find(std::int64_t subject) const;

    std::vector<KpiPoint> points_;
    std::vector<Part> parts_;  // ascending by subject
};

// A figure of the board for each complete period of the cadence, the latest 24 at most, from the
// first with a card on the board. Days and percent as the KPI's unit would have them: throughput in
// cards, times in days, shares in percent.
std::vector<KpiPoint> board_figure(const Flow& flow, const PlanRows& rows,
                                   model::BoardFigure figure, model::Cadence cadence);

// The target in force on a day; absent before the first one.
std::optional<double> target_on(const PlanRows& rows, model::KpiId kpi, Day day);
// The definition in force on a day; null before the first one.
const model::KpiDefinition* definition_on(const PlanRows& rows, model::KpiId kpi, Day day);

struct KpiReading {
    model::KpiId kpi;
    std::vector<KpiPoint> points;
    std::optional<double> value;  // the latest
    std::optional<Day> day;
    std::optional<double> target;  // in force on that day; without a value, today
    std::optional<Variance> variance;
    Colour colour = Colour::None;
    Trend trend = Trend::TooFew;
    std::optional<XmrLimits> limits;  // from the first 20 values at most
    std::vector<XmrSignal> signals;
    bool overdue = false;
    Day due;  // when the value of the last complete period is awaited; overdue: since when
};

// The period whose value is missing today; absent when it is there, not yet due, or nobody has set
// a target for it. `latest` is the day of the last value; periods that end after `until` do not
// count. KPIs read from the board are never late.
std::optional<Period> late_period(const CowVector<model::KpiTarget>& targets, const model::Kpi& kpi,
                                  std::optional<Day> latest, Day today,
                                  std::optional<Day> until = {});

// Of every KPI that is not retired, by category, then number. `flow` is of the same entries and
// instant; its instant is the one that counts.
std::vector<KpiReading> scorecard(const PlanRows& rows, const Flow& flow);

// The reading of one KPI from its points as it stands at the end of a day, asked on `today`: by the
// values until that day and what they are held against. scorecard() is this for today; the monthly
// report for the last day of its month. Points known later that stand for an earlier day count.
KpiReading reading_until(const PlanRows& rows, const model::Kpi& kpi,
                         std::span<const KpiPoint> points, Day until, Day today);

// What it would take to reach the target: the change per period from the latest value, over the
// periods left until `until`, beside the mean change per period so far. Absent without a value, a
// target or a period left.
struct Scenario {
    int periods = 0;
    double needed_per_period = 0;
    std::optional<double> usual_per_period;  // absent below 2 values
    std::optional<double> landing;           // where the usual change leads
};
std::optional<Scenario> scenario(const KpiReading& reading, model::Cadence cadence, Day until);

}  // namespace throughline::flow
