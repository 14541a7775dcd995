#include "app/gui/context/plan_figures_model.h"

#include <algorithm>

namespace throughline::gui {

const flow::ObjectiveReading* PlanFigures::find(model::ObjectiveId objective) const {
    const auto found = std::ranges::find(objectives, objective, &flow::ObjectiveReading::objective);
    return found == objectives.end() ? nullptr : &*found;
}

const flow::KpiReading* PlanFigures::find(model::KpiId kpi) const {
    const auto found = std::ranges::find(scorecard, kpi, &flow::KpiReading::kpi);
    return found == scorecard.end() ? nullptr : &*found;
}

PlanFigures plan_figures(const flow::PlanRows& rows, const flow::Flow& flow, int year) {
    PlanFigures figures{
        .seq = rows.seq, .as_of = flow.as_of(), .today = flow.today(), .year = year};
    figures.scorecard = flow::scorecard(rows, flow);
    const flow::Plan plan(rows, flow, figures.scorecard);
    figures.objectives = plan.objectives();
    figures.quarters = plan.quarters();
    figures.defects = plan.defects();
    figures.allocation = plan.allocation(year);
    figures.budget = plan.budget(year);
    figures.capacity = plan.capacity(kCapacityWeeks);
    return figures;
}

void PlanFiguresModel::refresh(Context& context, int year) {
    answer_.refresh(context, year, [&]() -> FlowAnswer<int, PlanFigures>::Work {
        return [rows = flow::plan_rows_of(context.workspace()), year](const flow::Flow& flow) {
            return plan_figures(rows, flow, year);
        };
    });
}

}  // namespace throughline::gui
