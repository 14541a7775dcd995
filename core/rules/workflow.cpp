#include "core/rules/workflow.h"

#include <algorithm>

namespace throughline::rules {
namespace {

void place_points(Workflow& flow) {
    std::sort(flow.columns.begin(), flow.columns.end(),
              [](const model::Column* a, const model::Column* b) {
                  return a->rank != b->rank ? a->rank < b->rank : a->id < b->id;
              });
    flow.commitment = flow.columns.size();
    flow.delivery = flow.columns.size();
    if (flow.board != nullptr) {
        flow.commitment = flow.index(flow.board->commitment).value_or(flow.columns.size());
        flow.delivery = flow.index(flow.board->delivery).value_or(flow.columns.size());
    }
}

}  // namespace

Workflow Workflow::of(const model::Workspace& workspace) {
    Workflow flow;
    flow.board = workspace.board();
    for (const model::ColumnId id : workspace.columns()) {
        flow.columns.push_back(workspace.find(id));
    }
    place_points(flow);
    return flow;
}

Workflow Workflow::of(const Edit& edit) {
    if (edit.touched<model::Column>().empty() && edit.touched<model::Board>().empty()) {
        return of(edit.before());
    }
    Workflow flow;
    edit.each<model::Board>([&](const model::Board& one) { flow.board = &one; });
    edit.each<model::Column>([&](const model::Column& column) {
        if (!column.removed) {
            flow.columns.push_back(&column);
        }
    });
    place_points(flow);
    return flow;
}

std::optional<std::size_t> Workflow::index(model::ColumnId column) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i]->id == column) {
            return i;
        }
    }
    return std::nullopt;
}

bool Workflow::delivered(const model::Card& card) const {
    const auto at = card.on_board() ? index(card.column) : std::nullopt;
    return card.state == model::CardState::Archived || (at && *at >= delivery);
}

std::vector<Scope> scopes_of(const Workflow& workflow, const model::Card& card) {
    std::vector<Scope> scopes;
    const auto at = card.on_board() ? workflow.index(card.column) : std::nullopt;
    if (!at) {
        return scopes;
    }
    if (card.service_class == model::ServiceClass::Expedite) {
        if (*at < workflow.delivery) {
            scopes.push_back({ScopeKind::ExpediteLane, 0});
        }
        return scopes;
    }
    const model::Column& column = *workflow.columns[*at];
    scopes.push_back({ScopeKind::Column, column.id.value});
    if (column.group) {
        scopes.push_back({ScopeKind::Group, column.group.value});
    }
    if (card.dri && column.kind == model::ColumnKind::Active) {
        scopes.push_back({ScopeKind::Person, card.dri.value});
    }
    if (workflow.in_process(*at)) {
        scopes.push_back({ScopeKind::Board, 0});
    }
    return scopes;
}

}  // namespace throughline::rules
