#include "core/flow/card_figures.h"

#include "core/model/workspace.h"

#include <algorithm>

namespace throughline::flow {
namespace {

std::vector<Move> moves_of(const model::Workspace& workspace, const Workflow& workflow,
                           const Zone& zone, const model::Card& card) {
    std::vector<NumberedMove> numbered;
    bool gone = false;
    for (const model::Transition* row : workspace.of<model::Transition>(card.id)) {
        numbered.push_back({move_of(*row, workflow, zone), row->id.value});
        gone = gone || (card.state == model::CardState::Void && !row->voided_at);
    }
    sort_moves(numbered);
    std::vector<Move> moves;
    for (const NumberedMove& one : numbered) {
        if (!gone) {
            moves.push_back(one.move);
        }
    }
    return moves;
}

// The union of a card's blocks within its stays, up to as_of.
Duration blocked_of(const model::Workspace& workspace, model::CardId card,
                    const std::vector<Stay>& stays, Instant as_of) {
    std::vector<std::pair<Instant, Instant>> spans;
    for (const model::Block* block : workspace.of<model::Block>(card)) {
        if (block->known_at <= as_of && block->since <= as_of) {
            const bool ended = block->ended_at && *block->ended_at <= as_of &&
                               block->ended_known_at.value_or(*block->ended_at) <= as_of;
            spans.emplace_back(block->since, ended ? *block->ended_at : as_of);
        }
    }
    std::sort(spans.begin(), spans.end());
    Duration total;
    for (const Stay& stay : stays) {
        Instant covered = stay.begin;
        for (const auto& [since, until] : spans) {
            const Instant begin = std::max(since, covered);
            const Instant end = std::min(until, stay.end);
            if (begin < end) {
                total += end - begin;
                covered = end;
            }
        }
    }
    return total;
}

WorkingCalendar calendar_in(const model::Workspace& workspace) {
    const model::Board* board = workspace.board();
    return board == nullptr ? WorkingCalendar{} : calendar_of(*board);
}

}  // namespace

std::optional<CardFigures> card_figures(const model::Workspace& workspace, const Workflow& workflow,
                                        const Zone& zone, model::CardId card, Instant as_of,
                                        DayCount days) {
    const model::Card* row = workspace.find(card);
    if (row == nullptr) {
        return std::nullopt;
    }
    const WorkingCalendar calendar = calendar_in(workspace);
    CardFigures result;
    const std::vector<Move> moves = moves_of(workspace, workflow, zone, *row);
    result.journey = walk(moves, workflow, as_of, result.visits, result.stays);
    const Journey& journey = result.journey;
    if (journey.in_process) {
        result.age_days = count_days(calendar, days, journey.start_day, zone.day(as_of));
    }
    if (journey.has_cycle_time()) {
        result.cycle_time_days = count_days(calendar, days, journey.start_day, journey.end_day);
    }
    if (journey.finished) {
        const model::Request* request = workspace.find(row->request);
        const Instant asked = request == nullptr ? row->created_at : request->submitted_at;
        const Day begin = std::min(zone.day(asked), journey.end_day);
        result.lead_time_days = count_days(calendar, days, begin, journey.end_day);
    }
    result.time_in_columns.resize(static_cast<std::size_t>(workflow.size()));
    for (const Visit& visit : result.visits) {
        result.time_in_columns[static_cast<std::size_t>(visit.column)] += visit.elapsed(as_of);
    }
    if (journey.column != kNoColumn) {
        result.in_column = result.time_in_columns[static_cast<std::size_t>(journey.column)];
    }
    result.blocked = blocked_of(workspace, card, result.stays, as_of);
    return result;
}

std::optional<int> card_age(const model::Workspace& workspace, const Workflow& workflow,
                            const Zone& zone, model::CardId card, Instant as_of, DayCount days) {
    const auto figures = card_figures(workspace, workflow, zone, card, as_of, days);
    return figures ? figures->age_days : std::nullopt;
}

}  // namespace throughline::flow
