// The figures of the plan and of the KPIs (core/flow/plan.h, core/flow/scorecard.h), computed off
// the frame and kept until the board, the hour or the year changes. The same figures the command
// line prints. No drawing.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "core/flow/plan.h"
#include "core/report/figure_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui {

struct PlanFigures {
    std::int64_t seq = 0;  // the board they are of
    Instant as_of;
    Day today;
    int year = 0;  // of allocation and budget
    std::vector<flow::KpiReading> scorecard;
    std::vector<flow::ObjectiveReading> objectives;
    std::vector<flow::QuarterReading> quarters;
    std::vector<flow::Defect> defects;
    std::vector<flow::Allocation> allocation;
    std::vector<flow::BudgetReading> budget;
    std::vector<flow::CapacityWeek> capacity;

    const flow::ObjectiveReading* find(model::ObjectiveId objective) const;
    const flow::KpiReading* find(model::KpiId kpi) const;
};
inline constexpr int kCapacityWeeks = 8;
PlanFigures plan_figures(const flow::PlanRows& rows, const flow::Flow& flow, int year);

class PlanFiguresModel {
public:
    void refresh(Context& context, int year);
    // Null before the first answer.
    const PlanFigures* figures() const { return answer_.answer(); }
    bool is_busy() const { return answer_.is_busy(); }

private:
    FlowAnswer<int, PlanFigures> answer_;
};

}  // namespace throughline::gui
