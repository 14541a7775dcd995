// What the figures of the plan and the KPIs are computed from, beside FlowRows: an unchanging view
// that a worker may read. Taking one costs microseconds.
#pragma once

#include "core/flow/rows.h"
#include "core/model/workspace.h"

namespace throughline::flow {

struct PlanRows {
    std::int64_t seq = 0;
    CowVector<model::AnnualFrame> frames;
    CowVector<model::NotDoing> not_doing;
    CowVector<model::Bet> bets;
    CowVector<model::Objective> objectives;
    CowVector<model::KeyResult> key_results;
    CowVector<model::Milestone> milestones;
    CowVector<model::Dependency> dependencies;
    CowVector<model::Risk> risks;
    CowVector<model::BudgetLine> budget;
    CowVector<model::Spend> spend;
    CowVector<model::Absence> absences;
    CowVector<model::Person> people;
    CowVector<model::Kpi> kpis;
    CowVector<model::KpiDefinition> definitions;
    CowVector<model::KpiTarget> targets;
    CowVector<model::Measurement> measurements;
};

PlanRows plan_rows_of(const model::Workspace& workspace);

// The row with this id; null when there is none. For the short lists of a plan.
template <class T>
const T* plan_row(const CowVector<T>& rows, decltype(T::id) id) {
    for (const T& row : rows) {
        if (row.id == id) {
            return &row;
        }
    }
    return nullptr;
}

}  // namespace throughline::flow
