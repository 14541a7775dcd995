// The board's workflow as rules see it, of the state before a command or of the state it would
// make: columns in order, points, groups, limits.
#pragma once

#include "core/rules/edit.h"
#include "core/rules/limits.h"

namespace throughline::rules {

struct Workflow {
    const model::Board* board = nullptr;
    std::vector<const model::Column*> columns;  // from left to right, without the removed
    std::size_t commitment = 0;                 // index; columns.size() when unset
    std::size_t delivery = 0;

    static Workflow of(const model::Workspace& workspace);
    // Valid until the edit is written to.
    static Workflow of(const Edit& edit);

    std::optional<std::size_t> index(model::ColumnId column) const;
    // Past the delivery point, or put away after it.
    bool delivered(const model::Card& card) const;
    bool in_process(std::size_t column) const { return column >= commitment && column < delivery; }
};

// The scopes that count this card where it stands.
std::vector<Scope> scopes_of(const Workflow& workflow, const model::Card& card);

}  // namespace throughline::rules
