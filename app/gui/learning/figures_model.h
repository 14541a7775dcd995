// The figures of this screen, computed off the frame: what asks for a retro, the evidence of
// maturity, and the two paths of the chosen experiment. The same figures the command line prints.
// No drawing.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "core/flow/experiment.h"
#include "core/flow/maturity.h"
#include "core/flow/plan.h"
#include "core/flow/retro_due.h"

#include <map>
#include <optional>
#include <string>

namespace throughline::gui::learning {

struct LearningFigures {
    std::int64_t seq = 0;
    Day today;
    std::vector<flow::RetroDue> retros_due;
    std::map<model::ObjectiveId, flow::ObjectiveReading> objectives;  // those that ask for a retro
    std::array<flow::AreaReading, flow::kAreas> maturity;
    model::ExperimentId experiment;  // that the reading is of; 0 for none
    std::optional<flow::ExperimentReading> reading;
    std::string problem;  // why a path's filter cannot be understood any more
};

class FiguresModel {
public:
    // Each frame in which they are wanted, with the chosen experiment; 0 for none.
    void refresh(Context& context, model::ExperimentId experiment);
    // Null before the first answer.
    const LearningFigures* figures() const { return answer_.answer(); }
    bool is_busy() const { return answer_.is_busy(); }

private:
    FlowAnswer<model::ExperimentId, LearningFigures> answer_;
};

}  // namespace throughline::gui::learning
