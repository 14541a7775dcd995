#include "core/flow/scorecard.h"

#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/percentile.h"
#include "core/flow/response.h"
#include "core/flow/sle.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace throughline::flow {
namespace {

using model::BoardFigure;
using model::Cadence;

constexpr int kPeriods = 24;
constexpr std::size_t kBaseline = 20;

// Days after a period's end until its value is overdue.
int grace_days(Cadence cadence) {
    switch (cadence) {
        case Cadence::Weekly: return 3;
        case Cadence::Monthly: return 7;
        case Cadence::Quarterly: return 14;
    }
    return 0;
}

// The latest period of which every day is over.
Period last_complete(Cadence cadence, Day today) {
    return model::period_of(cadence, model::period_of(cadence, today).first - 1);
}

std::optional<double> percentile_days(const std::vector<int>& days, int percent) {
    std::vector<int> sorted = days;
    std::ranges::sort(sorted);
    const auto value = percentile(sorted, percent);
    return value ? std::optional<double>(*value) : std::nullopt;
}

std::optional<double> percent_of(std::optional<double> share) {
    return share ? std::optional(*share * 100) : std::nullopt;
}

// Share of finished cards within the service level of their class.
std::optional<double> kept_share(const Slice& slice) {
    Ratio kept;
    for (const CycleTime& one : cycle_times(slice)) {
        const auto level = sle_days(slice, slice.flow().card(one.card).service_class);
        if (level) {
            ++kept.whole;
            kept.part += one.days <= *level ? 1 : 0;
        }
    }
    return kept.value();
}

std::optional<double> completed_share(const PlanRows& rows, const Slice& slice) {
    std::vector<ClosedObjective> closed;
    for (const model::Objective& one : rows.objectives) {
        if (one.closed && one.closed_at && *one.closed_at <= slice.scope().as_of &&
            slice.in_period(slice.flow().zone().day(*one.closed_at))) {
            closed.push_back({one.score, one.complete_at, one.cancelled});
        }
    }
    return completion(closed).rate();
}

std::optional<double> figure_of(const Slice& slice, const PlanRows& rows, BoardFigure figure) {
    switch (figure) {
        case BoardFigure::None: return std::nullopt;
        case BoardFigure::Throughput: return static_cast<double>(lead_times(slice).size());
        case BoardFigure::CycleTimeP50: return percentile_days(cycle_days(slice), 50);
        case BoardFigure::CycleTimeP85: return percentile_days(cycle_days(slice), 85);
        case BoardFigure::LeadTimeP85: {
            std::vector<int> days;
            for (const LeadTime& one : lead_times(slice)) {
                days.push_back(one.days);
            }
            return percentile_days(days, 85);
        }
        case BoardFigure::SleAttainment: return percent_of(kept_share(slice));
        case BoardFigure::FlowEfficiency: return percent_of(flow_efficiency(slice).value());
        case BoardFigure::BlockedDays: return blocked_time(slice).days();
        case BoardFigure::RequestsOnTime:
            return percent_of(response_figures(slice).within_sla.value());
        case BoardFigure::CompletionRate: return percent_of(completed_share(rows, slice));
    }
    return std::nullopt;
}

std::optional<Day> first_day(const Flow& flow) {
    std::optional<Day> first;
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        if (flow.journey(i).known) {
            const Day day = flow.zone().day(flow.journey(i).first);
            first = first ? std::min(*first, day) : day;
        }
    }
    return first;
}

std::optional<double> target_in(const CowVector<model::KpiTarget>& targets, model::KpiId kpi,
                                Day day) {
    const model::KpiTarget* latest = nullptr;
    for (const model::KpiTarget& one : targets) {
        if (one.kpi == kpi && one.from <= day && (latest == nullptr || latest->from < one.from)) {
            latest = &one;
        }
    }
    return latest == nullptr ? std::nullopt : std::optional(latest->value);
}

// Colour, trend and limits of the points that are in the reading.
void judge(KpiReading& reading, const model::Kpi& kpi) {
    std::vector<double> values;
    values.reserve(reading.points.size());
    for (const KpiPoint& point : reading.points) {
        values.push_back(point.value);
    }
    if (reading.value && reading.target) {
        reading.variance = variance(*reading.value, *reading.target, kpi.better, kpi.amber_percent);
    }
    reading.colour =
        kpi_colour(reading.value, reading.target, kpi.better, reading.overdue, kpi.amber_percent);
    reading.trend = trend(values, kpi.better, kBaseline);
    if (values.size() >= kFewestForBaseline) {
        reading.limits =
            xmr_limits(std::span(values).first(std::min(values.size(), kBaseline)), Sign::Any);
        reading.signals = xmr_signals(values, *reading.limits);
    }
}

}  // namespace

// By subject first, then each part by itself: values come in by day, so most parts are in order
// already. One sort over all of them would cost the most of a report.
Series::Series(const PlanRows& rows, Instant as_of) {
    std::unordered_map<std::int64_t, std::vector<const model::Measurement*>> by_subject;
    for (const model::Measurement& one : rows.measurements) {
        if (one.known_at <= as_of) {
            by_subject[one.kpi ? one.kpi.value : -one.key_result.value].push_back(&one);
        }
    }
    std::vector<std::int64_t> subjects;
    subjects.reserve(by_subject.size());
    for (const auto& [subject, values] : by_subject) {
        subjects.push_back(subject);
    }
    std::ranges::sort(subjects);
    const auto order = [](const model::Measurement* one) {
        return std::tuple(one->day, one->known_at, one->id);
    };
    for (const std::int64_t subject : subjects) {
        std::vector<const model::Measurement*>& values = by_subject[subject];
        if (!std::ranges::is_sorted(values, {}, order)) {
            std::ranges::sort(values, {}, order);
        }
        Part part{subject, points_.size(), 0};
        for (const model::Measurement* one : values) {
            if (part.count > 0 && points_.back().day == one->day) {
                points_.back() = {one->day, one->value, true};
                continue;
            }
            points_.push_back({one->day, one->value, false});
            ++part.count;
        }
        parts_.push_back(part);
    }
}

std::span<const KpiPoint> Series::find(std::int64_t subject) const {
    const auto found = std::ranges::lower_bound(parts_, subject, {}, &Part::subject);
    if (found == parts_.end() || found->subject != subject) {
        return {};
    }
    return std::span(points_).subspan(found->begin, found->count);
}

std::vector<KpiPoint> board_figure(const Flow& flow, const PlanRows& rows, BoardFigure figure,
                                   Cadence cadence) {
    const auto first = first_day(flow);
    std::vector<KpiPoint> points;
    if (!first) {
        return points;
    }
    Period period = last_complete(cadence, flow.today());
    for (int i = 0; i < kPeriods && period.last >= *first; ++i) {
        Scope scope;
        scope.from = period.first;
        scope.to = period.last;
        scope.as_of = flow.as_of();
        if (const auto value = figure_of(Slice(flow, scope), rows, figure)) {
            points.push_back({period.last, *value, false});
        }
        period = model::period_of(cadence, period.first - 1);
    }
    std::ranges::reverse(points);
    return points;
}

std::optional<double> target_on(const PlanRows& rows, model::KpiId kpi, Day day) {
    return target_in(rows.targets, kpi, day);
}

std::optional<Period> late_period(const CowVector<model::KpiTarget>& targets, const model::Kpi& kpi,
                                  std::optional<Day> latest, Day today, std::optional<Day> until) {
    if (kpi.figure != BoardFigure::None) {
        return std::nullopt;
    }
    // While the last complete period may still wait for its value, the one before counts.
    Period wanted = last_complete(kpi.cadence, std::min(until.value_or(today) + 1, today));
    if (today <= wanted.last + grace_days(kpi.cadence)) {
        wanted = model::period_of(kpi.cadence, wanted.first - 1);
    }
    const bool is_due = today > wanted.last + grace_days(kpi.cadence);
    const bool is_missing =
        latest ? *latest < wanted.first : target_in(targets, kpi.id, wanted.first).has_value();
    return is_due && is_missing ? std::optional(wanted) : std::nullopt;
}

const model::KpiDefinition* definition_on(const PlanRows& rows, model::KpiId kpi, Day day) {
    const model::KpiDefinition* latest = nullptr;
    for (const model::KpiDefinition& one : rows.definitions) {
        if (one.kpi == kpi && one.from <= day && (latest == nullptr || latest->from < one.from)) {
            latest = &one;
        }
    }
    return latest;
}

std::vector<KpiReading> scorecard(const PlanRows& rows, const Flow& flow) {
    const Series series(rows, flow.as_of());
    const Day today = flow.today();
    std::vector<const model::Kpi*> kpis;
    for (const model::Kpi& kpi : rows.kpis) {
        if (!kpi.retired) {
            kpis.push_back(&kpi);
        }
    }
    std::ranges::sort(kpis, {},
                      [](const model::Kpi* kpi) { return std::pair(kpi->category, kpi->number); });

    std::vector<KpiReading> readings;
    readings.reserve(kpis.size());
    for (const model::Kpi* kpi : kpis) {
        const bool is_typed = kpi->figure == BoardFigure::None;
        const std::vector<KpiPoint> of_board =
            is_typed ? std::vector<KpiPoint>{}
                     : board_figure(flow, rows, kpi->figure, kpi->cadence);
        readings.push_back(
            reading_until(rows, *kpi, is_typed ? series.of(kpi->id) : of_board, today, today));
    }
    return readings;
}

KpiReading reading_until(const PlanRows& rows, const model::Kpi& kpi,
                         std::span<const KpiPoint> points, Day until, Day today) {
    KpiReading reading;
    reading.kpi = kpi.id;
    const auto end = std::ranges::upper_bound(points, until, {}, &KpiPoint::day);
    reading.points.assign(points.begin(), end);
    if (!reading.points.empty()) {
        reading.value = reading.points.back().value;
        reading.day = reading.points.back().day;
    }
    reading.target = target_on(rows, kpi.id, reading.day.value_or(std::min(until, today)));
    const auto late = late_period(rows.targets, kpi, reading.day, today, until);
    const Period wanted = late.value_or(last_complete(kpi.cadence, std::min(until + 1, today)));
    reading.due = wanted.last + grace_days(kpi.cadence);
    reading.overdue = late.has_value();
    judge(reading, kpi);
    return reading;
}

std::optional<Scenario> scenario(const KpiReading& reading, Cadence cadence, Day until) {
    if (!reading.value || !reading.target || *reading.day >= until) {
        return std::nullopt;
    }
    Scenario result;
    Period period = model::period_of(cadence, *reading.day + 1);
    while (period.last <= until) {
        ++result.periods;
        period = model::period_of(cadence, period.last + 1);
    }
    if (result.periods == 0) {
        return std::nullopt;
    }
    result.needed_per_period = (*reading.target - *reading.value) / result.periods;
    const auto& points = reading.points;
    if (points.size() >= 2) {
        result.usual_per_period =
            (points.back().value - points.front().value) / static_cast<double>(points.size() - 1);
        result.landing = *reading.value + *result.usual_per_period * result.periods;
    }
    return result;
}

}  // namespace throughline::flow
