// Acts counted over time, by kind or reason: refused tries, overrides, expedites, blocks, returns,
// discards, declines.
//
// metrics, sections 6 and 9: overrides per week; blockers by cause, where "cause unknown" is a
// cause; discards and declines told apart by their reason. An act counts on the local day on which
// it happened, in weeks from Monday to Sunday; what was not known at the slice's instant does not
// count. Reasons that differ only in letter case or accents are one, named as they were first
// written. Example: "Legal" on Monday, "legal" on Wednesday, "no budget" in the week after: Legal 2
// (2, 0), no budget 1 (0, 1).
#pragma once

#include "core/base/cow_vector.h"
#include "core/flow/throughput.h"

#include <string>
#include <vector>

namespace throughline::model {
struct Comment;
}

namespace throughline::flow {

struct Tally {
    std::string what;  // "" is unknown
    int count = 0;     // in the period
    std::vector<WeekCount> per_week;
};
// Most frequent first, then by name; only what happened in the period.
using Tallies = std::vector<Tally>;

struct Act {
    std::string what;
    Instant at;
};
Tallies tally(const Slice& slice, std::span<const Act> acts);

// Tries that a rule turned down, by rule. The filter chooses by card; without one, tries that
// concern no card count too.
Tallies refusals_by_rule(const Slice& slice);
Tallies overrides_by_rule(const Slice& slice);
// Blocks begun, by cause.
Tallies blocks_by_cause(const Slice& slice);
// Stays begun by expedites: one tally, named "expedite".
Tallies expedites(const Slice& slice);
// Requests declined and cards traded out, by reason: requests are not cards, so the filter does not
// apply to declines.
Tallies declines_by_reason(const Slice& slice);
Tallies trades_by_reason(const Slice& slice);

// Cards returned over the commitment point and cards discarded, by the reason that was given: it
// stands in a comment made at the same moment, as "Returned: too early". A return that was taken
// back does not count.
enum class GivenUp { Returned, Discarded };
Tallies given_up_by_reason(const Slice& slice, const CowVector<model::Comment>& comments,
                           GivenUp how);

}  // namespace throughline::flow
