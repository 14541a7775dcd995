#include "core/flow/rows.h"

#include "core/model/workspace.h"

namespace throughline::flow {

FlowRows rows_of(const model::Workspace& workspace, const Zone& zone) {
    FlowRows rows;
    rows.seq = workspace.seq();
    rows.boards = workspace.rows<model::Board>().list();
    rows.columns = workspace.rows<model::Column>().list();
    rows.groups = workspace.rows<model::ColumnGroup>().list();
    rows.persons = workspace.rows<model::Person>().list();
    rows.cards = workspace.rows<model::Card>().list();
    rows.transitions = workspace.rows<model::Transition>().list();
    rows.blocks = workspace.rows<model::Block>().list();
    rows.requests = workspace.rows<model::Request>().list();
    rows.request_events = workspace.rows<model::RequestEvent>().list();
    rows.template_versions = workspace.rows<model::TemplateVersion>().list();
    rows.overrides = workspace.rows<model::Override>().list();
    rows.refusals = workspace.rows<model::RefusedTry>().list();
    rows.gate_items = workspace.rows<model::GateItem>().list();
    rows.gate_marks = workspace.rows<model::GateMark>().list();
    rows.workflow_changes = workspace.rows<model::WorkflowChange>().list();
    rows.service_levels = workspace.rows<model::ServiceLevel>().list();
    rows.zone = zone;
    if (const model::Board* board = workspace.board()) {
        rows.calendar = calendar_of(*board);
    }
    return rows;
}

}  // namespace throughline::flow
