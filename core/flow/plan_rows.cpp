#include "core/flow/plan_rows.h"

namespace throughline::flow {

PlanRows plan_rows_of(const model::Workspace& workspace) {
    PlanRows rows;
    rows.seq = workspace.seq();
    rows.frames = workspace.rows<model::AnnualFrame>().list();
    rows.not_doing = workspace.rows<model::NotDoing>().list();
    rows.bets = workspace.rows<model::Bet>().list();
    rows.objectives = workspace.rows<model::Objective>().list();
    rows.key_results = workspace.rows<model::KeyResult>().list();
    rows.milestones = workspace.rows<model::Milestone>().list();
    rows.dependencies = workspace.rows<model::Dependency>().list();
    rows.risks = workspace.rows<model::Risk>().list();
    rows.budget = workspace.rows<model::BudgetLine>().list();
    rows.spend = workspace.rows<model::Spend>().list();
    rows.absences = workspace.rows<model::Absence>().list();
    rows.people = workspace.rows<model::Person>().list();
    rows.kpis = workspace.rows<model::Kpi>().list();
    rows.definitions = workspace.rows<model::KpiDefinition>().list();
    rows.targets = workspace.rows<model::KpiTarget>().list();
    rows.measurements = workspace.rows<model::Measurement>().list();
    return rows;
}

}  // namespace throughline::flow
