// What the figures about learning and governance are computed from, beside FlowRows and PlanRows:
// an unchanging view that a worker may read. Taking one costs microseconds.
#pragma once

#include "core/base/cow_vector.h"
#include "core/model/workspace.h"

namespace throughline::flow {

struct LearningRows {
    CowVector<model::Retro> retros;
    CowVector<model::Meeting> meetings;
    CowVector<model::Decision> decisions;
    CowVector<model::ActionItem> actions;
    CowVector<model::Commitment> commitments;
    CowVector<model::Tool> tools;
    CowVector<model::DataDomain> domains;
    CowVector<model::Training> trainings;
    CowVector<model::Template> templates;
    CowVector<model::ProcessStep> steps;
};

LearningRows learning_rows_of(const model::Workspace& workspace);

}  // namespace throughline::flow
