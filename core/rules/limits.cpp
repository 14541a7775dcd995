#include "core/rules/limits.h"

#include "core/base/text.h"
#include "core/model/column_name.h"
#include "core/rules/gates.h"
#include "core/rules/limit_check.h"

#include <algorithm>
#include <set>
#include <tuple>

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
            fill.name = model::column_name(column->name, source(column->group));
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

bool is_blocked(const model::Workspace& workspace, const Card& card) {
    return std::ranges::any_of(workspace.of<model::Block>(card.id),
                               [](const model::Block* block) { return !block->ended_at; });
}

// A gate stands between the card and the place that it would free: that of its column, and of a
// group those of the columns of the group to its right too.
bool is_gate_open(const model::Workspace& workspace, const Card& card, Scope scope) {
    const auto columns = workspace.columns();
    auto at = std::find(columns.begin(), columns.end(), card.column);
    bool open = false;
    do {
        const auto gate = gate_of(workspace, card.id, at == columns.end() ? card.column : *at);
        open = !std::ranges::all_of(gate, &GateState::passed);
    } while (!open && scope.kind == ScopeKind::Group && at != columns.end() &&
             ++at != columns.end() && workspace.find(*at)->group.value == scope.id);
    return open;
}

// The card of the scope to finish first: one that can move on before one with an open gate, a
// blocked one last; of equal ones that which has been there longest.
const Card* first_to_leave(const model::Workspace& workspace, Scope scope) {
    const Workflow workflow = Workflow::of(workspace);
    const auto rank = [&](const Card& card) {
        return std::tuple(is_blocked(workspace, card), is_gate_open(workspace, card, scope),
                          card.entered_at);
    };
    const Card* first = nullptr;
    for (const Column* column : workflow.columns) {
        for (const model::CardId id : workspace.cards_in(column->id)) {
            const Card* card = workspace.find(id);
            const auto scopes = scopes_of(workflow, *card);
            const bool counts = std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
            if (counts && (first == nullptr || rank(*card) < rank(*first))) {
                first = card;
            }
        }
    }
    return first;
}

// What would free a place, without the way past the limit.
std::string way_out(const model::Workspace& workspace, Scope scope) {
    const Card* first = first_to_leave(workspace, scope);
    if (first == nullptr) {
        return "Raise the limit in the settings";
    }
    const std::string key = key_of(workspace, *first);
    if (is_blocked(workspace, *first)) {
        return "All of these cards are blocked: clear what blocks " + key + " first";
    }
    return "Move on or finish " + key + " first, which " +
           (is_gate_open(workspace, *first, scope) ? "has been there longest"
                                                   : "is ready to move on");
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
    // Ids are drawn anew for rows that are not stored yet; what is named must not hang on them.
    std::ranges::stable_sort(breaches, {}, [](const Breach& breach) {
        const int excess = breach.after - *breach.before.limit;
        return std::tuple(breach.before.scope.kind, -excess, breach.before.subject);
    });
    return breaches;
}

Refusal refuse(const model::Workspace& workspace, const Breach& breach, WayPast way) {
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
    refusal.remedy = way_out(workspace, fill.scope) +
                     (way == WayPast::None ? "." : "; a lead may override with a reason.");
    return refusal;
}

Refusal refuse_override(const model::Workspace& workspace, const Breach& breach) {
    Refusal refusal = refuse(workspace, breach, WayPast::None);
    refusal.rule = "no_right";
    refusal.remedy = "Only a lead may override a limit. " + refusal.remedy;
    return refusal;
}

}  // namespace throughline::rules
