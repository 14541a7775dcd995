#include "core/rules/limits.h"

#include "core/base/text.h"
#include "core/rules/limit_check.h"

#include <algorithm>
#include <set>

namespace throughline::rules {
namespace {

using model::Card;
using model::Column;
using model::ColumnGroup;
using model::Person;

// What a scope is called and limited by, in the state that `get` and `workflow` see.
template <class Source>
Fill named(const Source& source, const Workflow& workflow, Scope scope) {
    Fill fill{scope, "", "", 0, std::nullopt};
    switch (scope.kind) {
        case ScopeKind::Column: {
            const Column* column = source(model::ColumnId{scope.id});
            fill.subject = "column:" + column->handle;
            fill.name = column->name;
            fill.limit = column->wip_limit;
            break;
        }
        case ScopeKind::Group: {
            const ColumnGroup* group = source(model::ColumnGroupId{scope.id});
            fill.subject = "group:" + group->handle;
            fill.name = group->name;
            fill.limit = group->wip_limit;
            break;
        }
        case ScopeKind::Person: {
            const Person* person = source(model::PersonId{scope.id});
            fill.subject = "person:" + person->handle;
            fill.name = person->name;
            fill.limit = person->wip_limit ? person->wip_limit : workflow.board->person_limit;
            break;
        }
        case ScopeKind::Board:
            fill.subject = "board";
            fill.name = "The board";
            fill.limit = workflow.board->wip_limit;
            break;
        case ScopeKind::ExpediteLane:
            fill.subject = "expedite-lane";
            fill.name = "The expedite lane";
            fill.limit = workflow.board->expedite_limit;
            break;
    }
    return fill;
}

// Cards that stood in the scope before, with `workflow` giving the meaning of columns.
int count_before(const model::Workspace& workspace, const Workflow& workflow, Scope scope) {
    int count = 0;
    for (std::size_t i = 0; i < workflow.columns.size(); ++i) {
        const Column& column = *workflow.columns[i];
        switch (scope.kind) {
            case ScopeKind::Column:
                count += column.id.value == scope.id ? workspace.count(column.id, false) : 0;
                break;
            case ScopeKind::Group:
                count += column.group.value == scope.id ? workspace.count(column.id, false) : 0;
                break;
            case ScopeKind::Person:
                count += column.kind == model::ColumnKind::Active
                             ? workspace.count(model::PersonId{scope.id}, column.id)
                             : 0;
                break;
            case ScopeKind::Board:
                count += workflow.in_process(i) ? workspace.count(column.id, false) : 0;
                break;
            case ScopeKind::ExpediteLane:
                count += i < workflow.delivery ? workspace.count(column.id, true) : 0;
                break;
        }
    }
    return count;
}

Fill fill_now(const model::Workspace& workspace, Scope scope) {
    const Workflow workflow = Workflow::of(workspace);
    Fill fill = named([&](auto id) { return workspace.find(id); }, workflow, scope);
    fill.count = count_before(workspace, workflow, scope);
    return fill;
}

// True when the edit changes what limits mean, not only where cards stand.
bool redefines(const Edit& edit) {
    return !edit.touched<Column>().empty() || !edit.touched<ColumnGroup>().empty() ||
           !edit.touched<model::Board>().empty() || !edit.touched<Person>().empty();
}

// Every scope of the state after an edit that redefines them.
std::set<Scope> all_scopes(const Edit& edit, const Workflow& after) {
    std::set<Scope> scopes{{ScopeKind::Board, 0}, {ScopeKind::ExpediteLane, 0}};
    for (const Column* column : after.columns) {
        scopes.insert({ScopeKind::Column, column->id.value});
        if (column->group) {
            scopes.insert({ScopeKind::Group, column->group.value});
        }
    }
    edit.each<Person>([&](const Person& person) {
        scopes.insert({ScopeKind::Person, person.id.value});
    });
    return scopes;
}

// The card that has been in the scope longest and could leave it: what to finish first.
const Card* oldest_in(const model::Workspace& workspace, Scope scope) {
    const Workflow workflow = Workflow::of(workspace);
    const Card* oldest = nullptr;
    for (const Column* column : workflow.columns) {
        for (const model::CardId id : workspace.cards_in(column->id)) {
            const Card* card = workspace.find(id);
            const auto scopes = scopes_of(workflow, *card);
            const bool counts = std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
            if (counts && (oldest == nullptr || card->entered_at < oldest->entered_at)) {
                oldest = card;
            }
        }
    }
    return oldest;
}

}  // namespace

std::optional<int> Fill::room() const {
    return limit ? std::optional(std::max(0, *limit - count)) : std::nullopt;
}

Fill column_fill(const model::Workspace& workspace, model::ColumnId column) {
    return fill_now(workspace, {ScopeKind::Column, column.value});
}
Fill group_fill(const model::Workspace& workspace, model::ColumnGroupId group) {
    return fill_now(workspace, {ScopeKind::Group, group.value});
}
Fill governing_fill(const model::Workspace& workspace, model::ColumnId column) {
    const Column* found = workspace.find(column);
    if (found != nullptr && found->group) {
        Fill group = group_fill(workspace, found->group);
        if (group.limit) {
            return group;
        }
    }
    return column_fill(workspace, column);
}
Fill person_fill(const model::Workspace& workspace, model::PersonId person) {
    return fill_now(workspace, {ScopeKind::Person, person.value});
}
Fill board_fill(const model::Workspace& workspace) {
    return fill_now(workspace, {ScopeKind::Board, 0});
}
Fill expedite_fill(const model::Workspace& workspace) {
    return fill_now(workspace, {ScopeKind::ExpediteLane, 0});
}

Points points_of(const model::Workspace& workspace) {
    const Workflow workflow = Workflow::of(workspace);
    return {workflow.commitment, workflow.delivery};
}

std::optional<std::size_t> column_index(const model::Workspace& workspace, model::ColumnId column) {
    const auto columns = workspace.columns();
    const auto found = std::find(columns.begin(), columns.end(), column);
    return found == columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

bool is_in_process(const model::Workspace& workspace, const Card& card) {
    const Points points = points_of(workspace);
    const auto at = card.on_board() ? column_index(workspace, card.column) : std::nullopt;
    return at && *at >= points.commitment && *at < points.delivery;
}

bool is_delivered(const model::Workspace& workspace, const Card& card) {
    const auto at = card.on_board() ? column_index(workspace, card.column) : std::nullopt;
    return at && *at >= points_of(workspace).delivery;
}

model::ColumnId ready_column(const model::Workspace& workspace) {
    const auto columns = workspace.columns();
    if (columns.empty()) {
        return {};
    }
    const std::size_t commitment = points_of(workspace).commitment;
    return commitment == 0 || commitment >= columns.size() ? columns.front()
                                                           : columns[commitment - 1];
}

std::vector<Breach> find_breaches(const Edit& edit) {
    const model::Workspace& workspace = edit.before();
    std::vector<Breach> breaches;
    if (edit.touched<Card>().empty() && !redefines(edit)) {
        return breaches;
    }
    const Workflow before = Workflow::of(workspace);
    const Workflow after = Workflow::of(edit);
    if (after.board == nullptr) {
        return breaches;
    }
    struct Delta {
        int count = 0;
        model::CardId card;
    };
    std::map<Scope, Delta> deltas;
    if (redefines(edit)) {
        for (const Scope& scope : all_scopes(edit, after)) {
            deltas[scope];
        }
    }
    for (const auto& [id, card] : edit.touched<Card>()) {
        if (const Card* old = workspace.find(model::CardId{id})) {
            // Counted with the new meaning of the columns: count_before below uses it too.
            for (const Scope& scope : scopes_of(after, *old)) {
                --deltas[scope].count;
            }
        }
        if (card) {
            for (const Scope& scope : scopes_of(after, *card)) {
                Delta& delta = deltas[scope];
                ++delta.count;
                delta.card = card->id;
            }
        }
    }
    for (const auto& [scope, delta] : deltas) {
        Fill fill = named([&](auto id) { return edit.get(id); }, after, scope);
        if (!fill.limit) {
            continue;
        }
        const int with_new_meaning = count_before(workspace, after, scope) + delta.count;
        fill.count = count_before(workspace, before, scope);
        if (with_new_meaning > *fill.limit && with_new_meaning > fill.count) {
            breaches.push_back({fill, with_new_meaning, delta.card});
        }
    }
    return breaches;
}

Refusal refuse(const model::Workspace& workspace, const Breach& breach) {
    const Fill& fill = breach.before;
    Refusal refusal;
    refusal.rule = "wip_limit";
    refusal.subject = fill.subject;
    refusal.card = breach.card;
    refusal.limit = fill.limit;
    refusal.count = fill.count;
    const std::string cards = plural(*fill.limit, "card", "cards");
    if (fill.count > *fill.limit) {
        refusal.reason =
            fill.name + " is over its limit: " + std::to_string(fill.count) + " of " + cards + ".";
    } else if (fill.count == *fill.limit) {
        refusal.reason =
            fill.name + " is full: " + std::to_string(fill.count) + " of " + cards + ".";
    } else {
        refusal.reason = fill.name + " has room for " + std::to_string(*fill.limit - fill.count) +
                         " more; this would make " + std::to_string(breach.after) + " of " + cards +
                         ".";
    }
    if (const Card* oldest = oldest_in(workspace, fill.scope)) {
        refusal.remedy = "Move on or finish " + key_of(workspace, *oldest) +
                         " first, which has been there longest; a lead may override with a reason.";
    } else {
        refusal.remedy = "Raise the limit in the settings; a lead may override with a reason.";
    }
    return refusal;
}

}  // namespace throughline::rules
