#include "core/flow/workflow.h"

#include "core/model/column_name.h"
#include "core/model/workspace.h"

#include <algorithm>

namespace throughline::flow {
namespace {

template <class List, class Id>
auto find_row(const List& list, Id id) -> decltype(&*list.begin()) {
    for (const auto& row : list) {
        if (row.id == id) {
            return &row;
        }
    }
    return nullptr;
}

// On which side of its board's points a column lies: equal ranks are told apart by id, as in the
// order of the stages.
Region region_of(const model::Column& column, const model::Column& commitment,
                 const model::Column& delivery) {
    const auto left_of = [&column](const model::Column& point) {
        return column.rank != point.rank ? column.rank < point.rank : column.id < point.id;
    };
    if (!left_of(delivery)) {
        return Region::Done;
    }
    return left_of(commitment) ? Region::Options : Region::InProcess;
}

// Halves of split columns are named with the whole.
template <class Groups>
void name_halves(std::vector<Stage>& stages, const Groups& groups) {
    for (const model::ColumnGroup& group : groups) {
        for (Stage& stage : stages) {
            if (stage.group == group.id) {
                stage.name = model::column_name(stage.name, &group);
            }
        }
    }
}

Stage stage_of(const model::Column& column, Region region) {
    return {.column = column.id,
            .board = column.board,
            .region = region,
            .kind = column.kind,
            .removed = column.removed,
            .limit = column.wip_limit,
            .group = column.group,
            .rank = column.rank,
            .handle = column.handle,
            .name = column.name};
}

}  // namespace

template <class Columns, class Boards>
void Workflow::compile(const Columns& columns, const Boards& boards,
                       const std::vector<model::BoardId>& asked) {
    const auto is_asked = [&asked](model::BoardId board) {
        return asked.empty() || std::find(asked.begin(), asked.end(), board) != asked.end();
    };
    for (const model::Board& board : boards) {
        if (!is_asked(board.id)) {
            continue;
        }
        const model::Column* commitment = find_row(columns, board.commitment);
        const model::Column* delivery = find_row(columns, board.delivery);
        const bool both = commitment != nullptr && delivery != nullptr;
        set_up_ = both && (set_up_ || stages_.empty());
        for (const model::Column& column : columns) {
            if (column.board == board.id) {
                stages_.push_back(stage_of(
                    column, both ? region_of(column, *commitment, *delivery) : Region::Options));
            }
        }
    }
    std::sort(stages_.begin(), stages_.end(), [](const Stage& a, const Stage& b) {
        if (a.region != b.region) {
            return a.region < b.region;
        }
        return a.rank != b.rank ? a.rank < b.rank : a.column < b.column;
    });
    const auto count = [this](Region region) {
        return static_cast<Position>(
            std::count_if(stages_.begin(), stages_.end(),
                          [region](const Stage& s) { return s.region == region; }));
    };
    first_in_process_ = count(Region::Options);
    first_done_ = static_cast<Position>(first_in_process_ + count(Region::InProcess));
    positions_.reserve(stages_.size());
    for (std::size_t i = 0; i < stages_.size(); ++i) {
        positions_.set(stages_[i].column.value, static_cast<std::int64_t>(i));
    }
}

Workflow::Workflow(const FlowRows& rows, const std::vector<model::BoardId>& boards) {
    compile(rows.columns, rows.boards, boards);
    name_halves(stages_, rows.groups);
}

Workflow::Workflow(const model::Workspace& workspace) {
    compile(workspace.rows<model::Column>(), workspace.rows<model::Board>(), {});
    name_halves(stages_, workspace.rows<model::ColumnGroup>());
}

Position Workflow::upstream(Position position) const {
    for (Position p = static_cast<Position>(position - 1); p >= 0; --p) {
        const bool same_group = at(position).group && at(p).group == at(position).group;
        if (!at(p).removed && !same_group) {
            return p;
        }
    }
    return kNoColumn;
}

bool Workflow::has_queue_in_process() const {
    for (Position p = first_in_process_; p < first_done_; ++p) {
        if (at(p).kind == model::ColumnKind::Queue) {
            return true;
        }
    }
    return false;
}

std::vector<Day> point_changes(const FlowRows& rows, Instant as_of) {
    std::vector<Day> days;
    for (const model::WorkflowChange& change : rows.workflow_changes) {
        if ((change.what == "commitment" || change.what == "delivery") && change.at <= as_of) {
            days.push_back(rows.zone.day(change.at));
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace throughline::flow
