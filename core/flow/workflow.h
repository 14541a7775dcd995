// The columns of a board as figures see them: put in order from left to right and numbered by
// position, each on one side of the two points. Removed columns keep their place, so that old
// cards stay measurable.
//
// metrics, section 1: columns left of the commitment point hold options; from it up to the delivery
// point cards are in process; beyond it they are done. Started and finished mean these two points
// and nothing else (The Kanban Guide, 2020-12).
#pragma once

#include "core/flow/rows.h"
#include "core/model/id_map.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::flow {

// A column's place from the left; kNoColumn: on no column of these boards.
using Position = std::int16_t;
inline constexpr Position kNoColumn = -1;

enum class Region : std::uint8_t { Options, InProcess, Done, Outside };

struct Stage {
    model::ColumnId column;
    model::BoardId board;
    Region region = Region::Options;
    model::ColumnKind kind = model::ColumnKind::Queue;
    bool removed = false;
    std::optional<int> limit;
    model::ColumnGroupId group;
    double rank = 0;
    std::string handle;
    std::string name;

    bool is_active() const { return kind == model::ColumnKind::Active; }
    friend bool operator==(const Stage&, const Stage&) = default;
};

class Workflow {
public:
    Workflow() = default;
    // `boards`: those asked for; empty means all. Columns of other boards are outside.
    Workflow(const FlowRows& rows, const std::vector<model::BoardId>& boards);
    // The same for a single question, without taking a view of all rows first.
    explicit Workflow(const model::Workspace& workspace);

    // Both points are set on every board asked for. Otherwise nothing is in process or done, and
    // figures say "not set up".
    bool is_set_up() const { return set_up_; }

    const std::vector<Stage>& stages() const { return stages_; }
    const Stage& at(Position position) const { return stages_[static_cast<std::size_t>(position)]; }
    Position size() const { return static_cast<Position>(stages_.size()); }
    // Positions: options are [0, first_in_process), in process up to first_done, then done.
    Position first_in_process() const { return first_in_process_; }
    Position first_done() const { return first_done_; }

    Position position(model::ColumnId column) const {
        const auto found = positions_.find(column.value);
        return column && found ? static_cast<Position>(*found) : kNoColumn;
    }
    Region region(Position position) const {
        return position == kNoColumn          ? Region::Outside
               : position < first_in_process_ ? Region::Options
               : position < first_done_       ? Region::InProcess
                                              : Region::Done;
    }
    // The column to the left that is not removed and outside the same group; kNoColumn for none.
    Position upstream(Position position) const;
    bool in_process(Position position) const {
        return position >= first_in_process_ && position < first_done_;
    }
    // Some queue column lies in process; without one a flow efficiency says nothing.
    bool has_queue_in_process() const;

    friend bool operator==(const Workflow& a, const Workflow& b) {
        return a.stages_ == b.stages_ && a.set_up_ == b.set_up_;
    }

private:
    template <class Columns, class Boards>
    void compile(const Columns& columns, const Boards& boards,
                 const std::vector<model::BoardId>& asked);

    std::vector<Stage> stages_;
    model::IdMap positions_;
    Position first_in_process_ = 0;
    Position first_done_ = 0;
    bool set_up_ = false;
};

// Days on which the commitment or the delivery point was changed up to as_of: figures are computed
// with today's points, and charts mark these days. Ascending, each once.
std::vector<Day> point_changes(const FlowRows& rows, Instant as_of);

}  // namespace throughline::flow
