// WIP limits: the one place where they are counted and asked.
//
// A move needs room in every limit that counts the card at its target and not at its source:
// column, group (both halves together), board (CONWIP), person (active columns, as DRI), expedite
// lane. Expedites count in their lane only. Blocked cards count. `count after <= limit` passes; a
// change that does not raise a count always passes.
#pragma once

#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::rules {

enum class ScopeKind { Column, Group, Person, Board, ExpediteLane };

struct Scope {
    ScopeKind kind = ScopeKind::Column;
    std::int64_t id = 0;  // of the column, group or person; 0 for board and lane

    friend auto operator<=>(const Scope&, const Scope&) = default;
};

// How full a scope is now.
struct Fill {
    Scope scope;
    std::string subject;  // "column:create", "group:create", "person:ana", "board", "expedite-lane"
    std::string name;     // "Create", "Ana", "the board", "the expedite lane"
    int count = 0;
    std::optional<int> limit;

    // Free places; nullopt without a limit. Never negative.
    std::optional<int> room() const;
    bool is_over() const { return limit && count > *limit; }
    bool is_full() const { return limit && count >= *limit; }
};

Fill column_fill(const model::Workspace& workspace, model::ColumnId column);
Fill group_fill(const model::Workspace& workspace, model::ColumnGroupId group);
// The limit that holds a column: its group's when it is in a group with a limit, else its own.
Fill governing_fill(const model::Workspace& workspace, model::ColumnId column);
Fill person_fill(const model::Workspace& workspace, model::PersonId person);
Fill board_fill(const model::Workspace& workspace);
Fill expedite_fill(const model::Workspace& workspace);

// Where columns lie: index in workspace.columns(); the points as indexes, columns().size() when
// unset.
struct Points {
    std::size_t commitment = 0;
    std::size_t delivery = 0;
};
Points points_of(const model::Workspace& workspace);
std::optional<std::size_t> column_index(const model::Workspace& workspace, model::ColumnId column);
bool is_in_process(const model::Workspace& workspace,
                   const model::Card& card);  // from commitment, before delivery
bool is_delivered(const model::Workspace& workspace,
                  const model::Card& card);  // on the board, from delivery on
// Where accepted cards go: the last column before the commitment point (the first without one).
model::ColumnId ready_column(const model::Workspace& workspace);

}  // namespace throughline::rules
