#include "core/flow/learning_rows.h"

namespace throughline::flow {

LearningRows learning_rows_of(const model::Workspace& workspace) {
    LearningRows rows;
    rows.retros = workspace.rows<model::Retro>().list();
    rows.meetings = workspace.rows<model::Meeting>().list();
    rows.decisions = workspace.rows<model::Decision>().list();
    rows.actions = workspace.rows<model::ActionItem>().list();
    rows.commitments = workspace.rows<model::Commitment>().list();
    rows.tools = workspace.rows<model::Tool>().list();
    rows.domains = workspace.rows<model::DataDomain>().list();
    rows.trainings = workspace.rows<model::Training>().list();
    rows.templates = workspace.rows<model::Template>().list();
    rows.steps = workspace.rows<model::ProcessStep>().list();
    return rows;
}

}  // namespace throughline::flow
