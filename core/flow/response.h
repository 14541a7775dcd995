// How long a requester waits for an answer.
//
// metrics, section 6: the SLA clock runs from submitted to accepted, declined or merged, in working
// hours, and stands still while the request waits for the requester: a question pauses it and never
// ends it, so asking cannot game it. A traded-out card starts it anew. Beside it: time to first
// touch, questions included. Undecided requests past the SLA are breaches already. Example, hours
// 9-17: submitted Mon 10:00, asked Mon 12:00, answered Tue 12:00, accepted Tue 15:00: 2 h + 3 h = 5
// working hours; first touch 2 h.
#pragma once

#include "core/flow/percentile.h"
#include "core/flow/scope.h"
#include "core/flow/sle.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct Response {
    model::RequestId request;
    Instant clock_from;
    Duration worked;  // on the clock, to the decision or as_of
    std::optional<Duration> first_touch;
    Duration promised;  // the SLA of its template version; 0: none
    std::optional<Instant> decided_at;
    bool waiting = false;  // for the requester: the clock stands still
    bool breached = false;
    std::optional<Instant> due;  // undecided and not waiting: when the promise would be broken
};
// One request, by its events up to as_of; absent when it was not yet submitted.
std::optional<Response> response_of(const model::Request& request,
                                    std::span<const model::RequestEvent* const> events,
                                    Duration promised, const Zone& zone,
                                    const WorkingCalendar& calendar, Instant as_of);
std::optional<Response> response_of(const model::Workspace& workspace, const Zone& zone,
                                    model::RequestId request, Instant as_of);

// Requests are not cards: the slice's filter does not apply.
struct ResponseFigures {
    std::vector<Response> requests;  // decided in the period, or undecided at its end; by id
    Percentiles hours;               // decided ones, working hours
    Percentiles first_touch_hours;   // touched in the period
    Ratio within_sla;                // of those decided and those in breach
    int breaches_open = 0;
};
ResponseFigures response_figures(const Slice& slice);

}  // namespace throughline::flow
