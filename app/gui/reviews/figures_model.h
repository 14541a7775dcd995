// The figures that a meeting reads: those of the plan and the KPIs, and the flow of the period that
// it looks back at. Computed off the frame and kept until the board, the hour or the period
// changes. No drawing.
#pragma once

#include "app/gui/context/plan_figures_model.h"
#include "core/base/period.h"
#include "core/flow/percentile.h"
#include "core/flow/sle.h"

#include <string>
#include <vector>

namespace throughline::gui::reviews {

// The days that a meeting looks back at: the month it is about, the week, quarter or year before
// the planned one.
Period looked_back_at(model::MeetingKind kind, const std::string& period, Day today);
// Right before: of whole months as many months, else as many days.
Period before(const Period& period);

struct FlowFacts {
    bool is_set_up = false;  // the board has its two points
    int delivered = 0;
    int delivered_before = 0;  // in the period before
    int started = 0;
    int in_process = 0;  // now
    flow::Percentiles cycle;
    flow::SleFigures sle;                 // of standard work, the last 12 weeks
    std::vector<model::CardId> finished;  // in the period, the latest first
};

struct ReviewFigures {
    PlanFigures plan;
    FlowFacts flow;
};
ReviewFigures review_figures(const flow::PlanRows& rows, const flow::Flow& flow,
                             const Period& period);

class ReviewFiguresModel {
public:
    void refresh(Context& context, const Period& period);
    // Null before the first answer.
    const ReviewFigures* figures() const { return answer_.answer(); }
    bool is_busy() const { return answer_.is_busy(); }

private:
    FlowAnswer<Period, ReviewFigures> answer_;
};

}  // namespace throughline::gui::reviews
