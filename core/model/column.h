// Columns, column groups, gates: the workflow of a board. A removed column keeps its row, so that
// old cards stay measurable.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

enum class ColumnKind { Queue, Active, Done };
template <>
struct Names<ColumnKind> {
    static constexpr std::array<std::string_view, 3> kAll{"queue", "active", "done"};
};

// Columns under one limit. A split column is a group of two halves, doing and done.
struct ColumnGroup {
    ColumnGroupId id;
    BoardId board;
    std::string handle;
    std::string name;
    std::optional<int> wip_limit;
    bool split = false;  // drawn as one column with two halves
    bool removed = false;

    friend bool operator==(const ColumnGroup&, const ColumnGroup&) = default;
};

template <>
struct Fields<ColumnGroup> {
    static constexpr std::string_view kName = "column_group";
    static constexpr auto kList = std::tuple{
        field("id", &ColumnGroup::id),
        field("board", &ColumnGroup::board),
        field("handle", &ColumnGroup::handle),
        field("name", &ColumnGroup::name),
        field("wip_limit", &ColumnGroup::wip_limit),
        field("split", &ColumnGroup::split),
        field("removed", &ColumnGroup::removed),
    };
};

struct Column {
    ColumnId id;
    BoardId board;
    std::string handle;  // unique among the columns that are not removed: "launch-prep"
    std::string name;
    ColumnKind kind = ColumnKind::Queue;
    double rank = 0;  // order from left to right
    std::optional<int> wip_limit;
    ColumnGroupId group;
    std::string entry_policy;  // in words
    std::string exit_policy;
    bool removed = false;
    std::string source_id;  // of an imported list

    friend bool operator==(const Column&, const Column&) = default;
};

template <>
struct Fields<Column> {
    static constexpr std::string_view kName = "board_column";  // COLUMN is an SQL keyword
    static constexpr auto kList = std::tuple{
        field("id", &Column::id),
        field("board", &Column::board),
        field("handle", &Column::handle),
        field("name", &Column::name),
        field("kind", &Column::kind),
        field("rank", &Column::rank),
        field("wip_limit", &Column::wip_limit),
        field("column_group", &Column::group),
        field("entry_policy", &Column::entry_policy),
        field("exit_policy", &Column::exit_policy),
        field("removed", &Column::removed),
        field("source_id", &Column::source_id),
    };
};

// One condition for leaving a column forward. Without a column it belongs to the definition of
// ready and is asked at the commitment point.
enum class GateKind { Check, Approval };  // an approval is signed by a person with the right
template <>
struct Names<GateKind> {
    static constexpr std::array<std::string_view, 2> kAll{"check", "approval"};
};

struct GateItem {
    GateItemId id;
    ColumnId column;  // 0: definition of ready
    GateKind kind = GateKind::Check;
    std::string title;
    double rank = 0;
    bool removed = false;

    friend bool operator==(const GateItem&, const GateItem&) = default;
};

template <>
struct Fields<GateItem> {
    static constexpr std::string_view kName = "gate_item";
    static constexpr auto kList = std::tuple{
        field("id", &GateItem::id),     field("board_column", &GateItem::column),
        field("kind", &GateItem::kind), field("title", &GateItem::title),
        field("rank", &GateItem::rank), field("removed", &GateItem::removed),
    };
};

// A limit, point or policy of the board changed; dated, so that the past is judged by its own rules
// and charts can mark the day.
struct WorkflowChange {
    WorkflowChangeId id;
    Instant at;
    PersonId by;
    std::string what;     // "wip-limit", "commitment", "delivery", "policy", "column", "ready" ...
    std::string subject;  // "column:create", "group:create", "person:ana", "board"
    std::string before;   // "" for none
    std::string after;

    friend bool operator==(const WorkflowChange&, const WorkflowChange&) = default;
};

template <>
struct Fields<WorkflowChange> {
    static constexpr std::string_view kName = "workflow_change";
    static constexpr auto kList = std::tuple{
        field("id", &WorkflowChange::id),
        field("at", &WorkflowChange::at),
        field("by_person", &WorkflowChange::by),
        field("what", &WorkflowChange::what),
        field("subject", &WorkflowChange::subject),
        field("before_value", &WorkflowChange::before),
        field("after_value", &WorkflowChange::after),
    };
};

}  // namespace throughline::model
