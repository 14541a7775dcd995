// One card's way over the board, as of an instant: visits to columns, stays in process, first start
// and last finish. Everything else in this room is counted from these.
//
// metrics, section 1. A stay is the longest unbroken time a card is in process; it begins with an
// arrival and ends with a departure, so at every instant WIP = arrivals - departures. Cycle start
// is the begin of the first stay; cycle end is the last crossing of the delivery point, if the card
// is still beyond it. Going back and forth never resets the clock (D. Vacanti, Actionable Agile
// Metrics).
//
// Example (Ready = commitment point, Create, Done = delivery point): Ready on day 3, straight to
// Done on day 4, reopened to Create on day 5, Done on day 6. As of day 4: start 3, end 4. As of day
// 5: in process since day 3, no end. As of day 6: start 3, end 6; two stays, 3..4 and 5..6.
#pragma once

#include "core/flow/workflow.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace throughline::flow {

// The end of what has not ended.
inline constexpr Instant kOpen{std::numeric_limits<std::int64_t>::max()};

// One row of a card's history: it stands at `to` from `at` on. Ordered by (at, number of the row).
struct Move {
    Instant at;
    Instant known_at;
    Instant voided_at = kOpen;  // kOpen: never
    std::int32_t day = 0;       // local date of `at`
    Position to = kNoColumn;
    model::MoveKind kind = model::MoveKind::Moved;
    bool day_precision = false;

    // Figures as of `t` use this row.
    bool counts(Instant t) const { return known_at <= t && at <= t && voided_at > t; }
};

// How a stay ended.
enum class Departure : std::uint8_t {
    None,       // still in process
    Delivered,  // over the delivery point
    Returned,   // left of the commitment point
    Discarded,  // deleted, or archived undelivered
    Moved,      // to another board
    TradedOut,  // back to the triage queue
};

struct Stay {
    Instant begin;
    Instant end = kOpen;
    Day begin_day;
    Day end_day;  // only when departed
    Position entered = kNoColumn;
    Position furthest = kNoColumn;  // column reached, in process
    std::uint32_t first_visit = 0;  // its visits, counted within the card's
    std::uint32_t visit_count = 0;
    Departure how = Departure::None;
    bool observed = true;  // false: one row carried the card over both points; nothing was seen

    bool departed() const { return how != Departure::None; }
    bool covers(Instant t) const { return begin <= t && t < end; }
    friend bool operator==(const Stay&, const Stay&) = default;
};

// An unbroken time in one column, options and done columns too.
struct Visit {
    Instant begin;
    Instant end = kOpen;
    std::int32_t begin_day = 0;
    Position column = kNoColumn;
    bool day_precision = false;  // begin or end is known by its date only

    Duration elapsed(Instant as_of) const { return std::min(end, as_of) - begin; }
    friend bool operator==(const Visit&, const Visit&) = default;
};

// Where a card's visits and stays lie in the lists of a Flow.
struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
};

struct Journey {
    Instant start;  // cycle start; only when started
    Instant end;    // cycle end; only when finished
    Instant first;  // first row that counts
    Day start_day;
    Day end_day;
    Extent visits;
    Extent stays;
    Position column = kNoColumn;  // where it stands now
    bool known = false;           // some row counts
    bool started = false;         // observed in process at some time
    bool finished = false;        // beyond the delivery point now, archived or not
    bool in_process = false;
    bool reopened = false;       // was done, then in process again
    bool day_precision = false;  // some row has only a date: show whole days, no hours

    // Finished without having been seen in process: counts in throughput, has no cycle time.
    bool without_start() const { return finished && !started; }
    bool has_cycle_time() const { return finished && started; }
};

// Walks the rows of one card that count as of `as_of`; appends its visits and stays to the two
// lists (the extents point there). `moves` must be in order.
Journey walk(std::span<const Move> moves, const Workflow& workflow, Instant as_of,
             std::vector<Visit>& visits, std::vector<Stay>& stays);

// Sorts by (at, number); `numbers[i]` is the row's number. For rows in any order in memory.
struct NumberedMove {
    Move move;
    std::int64_t number = 0;
};
void sort_moves(std::vector<NumberedMove>& moves);

Move move_of(const model::Transition& row, const Workflow& workflow, const Zone& zone);

}  // namespace throughline::flow
