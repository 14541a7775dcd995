// The figures of one card, for the board and the card's page: in the time of that card's own rows,
// without building a Flow. The definitions are those of stays.h, age.h and column_time.h.
#pragma once

#include "core/flow/age.h"
#include "core/flow/scope.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct CardFigures {
    Journey journey;  // its extents point into visits and stays
    std::vector<Visit> visits;
    std::vector<Stay> stays;
    std::optional<int> age_days;            // in process only
    std::optional<int> cycle_time_days;     // finished and seen in process
    std::optional<int> lead_time_days;      // finished
    std::optional<Duration> in_column;      // all visits of where it stands; absent off the board
    std::vector<Duration> time_in_columns;  // per position of the workflow
    Duration blocked;                       // within its stays
};

// Days are calendar days unless `days` says otherwise. Absent for an unknown card.
std::optional<CardFigures> card_figures(const model::Workspace& workspace, const Workflow& workflow,
                                        const Zone& zone, model::CardId card, Instant as_of,
                                        DayCount days = DayCount::Calendar);

// Age in whole days; absent unless the card is in process.
std::optional<int> card_age(const model::Workspace& workspace, const Workflow& workflow,
                            const Zone& zone, model::CardId card, Instant as_of,
                            DayCount days = DayCount::Calendar);

}  // namespace throughline::flow
