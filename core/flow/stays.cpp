#include "core/flow/stays.h"

#include <algorithm>

namespace throughline::flow {
namespace {

using model::MoveKind;

// Why a card that was in process is so no longer.
Departure departure_of(const Move& move, Region to) {
    if (to == Region::Done) {
        return Departure::Delivered;
    }
    if (to == Region::Options) {
        return Departure::Returned;
    }
    switch (move.kind) {
        case MoveKind::Discarded:
        case MoveKind::Archived: return Departure::Discarded;
        case MoveKind::Returned: return Departure::Returned;
        case MoveKind::TradedOut: return Departure::TradedOut;
        case MoveKind::Created:
        case MoveKind::Moved:
        case MoveKind::Restored:
        case MoveKind::Transferred: return Departure::Moved;
    }
    return Departure::Moved;
}

class Walker {
public:
    Walker(const Workflow& workflow, std::vector<Visit>& visits, std::vector<Stay>& stays)
        : workflow_(workflow), visits_(visits), stays_(stays) {
        journey_.visits.begin = static_cast<std::uint32_t>(visits.size());
        journey_.stays.begin = static_cast<std::uint32_t>(stays.size());
    }

    void step(const Move& move) {
        if (!journey_.known) {
            journey_.known = true;
            journey_.first = move.at;
        }
        journey_.day_precision = journey_.day_precision || move.day_precision;
        if (move.to == journey_.column) {
            return;
        }
        const Region to = workflow_.region(move.to);
        const bool was_in = workflow_.in_process(journey_.column);
        if (was_in && to == Region::InProcess) {
            stays_.back().furthest = std::max(stays_.back().furthest, move.to);
        } else if (was_in) {
            depart(move, departure_of(move, to));
        } else if (to == Region::InProcess) {
            arrive(move);
        } else if (to == Region::Done && !beyond_) {
            pass_by(move);
        }
        cross(move, to);
        change_column(move);
    }

    Journey finish() {
        journey_.finished = beyond_;
        journey_.in_process = workflow_.in_process(journey_.column);
        journey_.visits.count = static_cast<std::uint32_t>(visits_.size()) - journey_.visits.begin;
        journey_.stays.count = static_cast<std::uint32_t>(stays_.size()) - journey_.stays.begin;
        return journey_;
    }

private:
    void arrive(const Move& move) {
        stays_.push_back(
            {.begin = move.at,
             .begin_day = {move.day},
             .entered = move.to,
             .furthest = move.to,
             .first_visit = static_cast<std::uint32_t>(visits_.size()) - journey_.visits.begin});
        journey_.reopened = journey_.reopened || beyond_;
        if (!journey_.started) {
            journey_.started = true;
            journey_.start = move.at;
            journey_.start_day = {move.day};
        }
    }

    void depart(const Move& move, Departure how) {
        Stay& stay = stays_.back();
        stay.end = move.at;
        stay.end_day = {move.day};
        stay.how = how;
    }

    // Over both points in one row: it arrived and departed, but nothing was seen in process.
    void pass_by(const Move& move) {
        stays_.push_back({.begin = move.at,
                          .end = move.at,
                          .begin_day = {move.day},
                          .end_day = {move.day},
                          .entered = static_cast<Position>(workflow_.first_done() - 1),
                          .furthest = static_cast<Position>(workflow_.first_done() - 1),
                          .how = Departure::Delivered,
                          .observed = false});
    }

    // Leaving the board from a done column (archived after done) changes nothing.
    void cross(const Move& move, Region to) {
        if (to == Region::Done && !beyond_) {
            journey_.end = move.at;
            journey_.end_day = {move.day};
        }
        if (to != Region::Outside) {
            beyond_ = to == Region::Done;
        }
    }

    void change_column(const Move& move) {
        if (journey_.column != kNoColumn) {
            visits_.back().end = move.at;
            visits_.back().day_precision = visits_.back().day_precision || move.day_precision;
        }
        if (move.to != kNoColumn) {
            visits_.push_back({.begin = move.at,
                               .begin_day = move.day,
                               .column = move.to,
                               .day_precision = move.day_precision});
            if (workflow_.in_process(move.to)) {
                ++stays_.back().visit_count;
            }
        }
        journey_.column = move.to;
    }

    const Workflow& workflow_;
    std::vector<Visit>& visits_;
    std::vector<Stay>& stays_;
    Journey journey_;
    bool beyond_ = false;  // the delivery point
};

}  // namespace

Journey walk(std::span<const Move> moves, const Workflow& workflow, Instant as_of,
             std::vector<Visit>& visits, std::vector<Stay>& stays) {
    Walker walker(workflow, visits, stays);
    for (const Move& move : moves) {
        if (move.counts(as_of)) {
            walker.step(move);
        }
    }
    return walker.finish();
}

Move move_of(const model::Transition& row, const Workflow& workflow, const Zone& zone) {
    return {.at = row.at,
            .known_at = row.known_at,
            .voided_at = row.voided_at.value_or(kOpen),
            .day = zone.day(row.at).number,
            .to = workflow.position(row.to),
            .kind = row.kind,
            .day_precision = row.day_precision};
}

void sort_moves(std::vector<NumberedMove>& moves) {
    std::sort(moves.begin(), moves.end(), [](const NumberedMove& a, const NumberedMove& b) {
        return a.move.at != b.move.at ? a.move.at < b.move.at : a.number < b.number;
    });
}

}  // namespace throughline::flow
