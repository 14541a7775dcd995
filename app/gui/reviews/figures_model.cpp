#include "app/gui/reviews/figures_model.h"

#include "core/base/week.h"
#include "core/flow/throughput.h"
#include "core/flow/wip.h"

#include <algorithm>

namespace throughline::gui::reviews {
namespace {

constexpr std::size_t kFinishedShown = 8;

flow::Slice slice_of(const flow::Flow& flow, const Period& period) {
    flow::Scope scope;
    scope.from = period.first;
    scope.to = period.last;
    scope.as_of = flow.as_of();
    return {flow, scope};
}

FlowFacts flow_facts(const flow::Flow& flow, const Period& period) {
    FlowFacts facts{.is_set_up = flow.workflow().is_set_up()};
    if (!facts.is_set_up) return facts;
    const flow::Slice slice = slice_of(flow, period);
    const flow::FlowCounts counts = flow::flow_counts(slice);
    facts.delivered = counts.throughput;
    facts.started = counts.arrivals;
    facts.delivered_before = flow::flow_counts(slice_of(flow, before(period))).throughput;
    facts.in_process = flow::wip_at(slice, flow.as_of());
    facts.cycle = flow::percentiles_of(flow::cycle_days(slice));
    facts.sle = flow::sle_figures(flow::Slice(flow, flow::last_weeks(flow.zone(), flow.as_of())),
                                  model::ServiceClass::Standard);
    const std::vector<flow::CycleTime> times = flow::cycle_times(slice);
    for (auto one = times.rbegin(); one != times.rend() && facts.finished.size() < kFinishedShown;
         ++one) {
        facts.finished.push_back(flow.card(one->card).id);
    }
    return facts;
}

}  // namespace

Period looked_back_at(model::MeetingKind kind, const std::string& period, Day today) {
    const auto about = parse_period_or_week(period);
    if (!about) return {today - 6, today};
    if (kind == model::MeetingKind::MonthlyReview) return *about;
    if (is_week(period)) return *parse_period_or_week(next_week(period, -1));
    if (is_quarter(period)) return *parse_period(next_quarter(period, -1));
    if (is_month(period)) return *parse_period(next_month(period, -1));
    return *parse_period(std::to_string(civil(about->first).year - 1));
}

Period before(const Period& period) {
    const std::string begins = month_of(period.first);
    const std::string ends = month_of(period.last);
    if (parse_period(begins)->first == period.first && parse_period(ends)->last == period.last) {
        int months = 1;
        while (next_month(begins, months - 1) < ends)
            ++months;
        return {parse_period(next_month(begins, -months))->first, period.first - 1};
    }
    return {period.first - period.days(), period.first - 1};
}

ReviewFigures review_figures(const flow::PlanRows& rows, const flow::Flow& flow,
                             const Period& period) {
    return {plan_figures(rows, flow, civil(flow.today()).year), flow_facts(flow, period)};
}

void ReviewFiguresModel::refresh(Context& context, const Period& period) {
    answer_.refresh(context, period, [&]() -> FlowAnswer<Period, ReviewFigures>::Work {
        return [rows = flow::plan_rows_of(context.workspace()), period](const flow::Flow& flow) {
            return review_figures(rows, flow, period);
        };
    });
}

}  // namespace throughline::gui::reviews
