// Flow efficiency, blocked time, blocker clusters.
//
// metrics, section 6. Flow efficiency = active / total elapsed from cycle start to end (gaps are
// waiting). Active: in an active column and not blocked. Many cards: sum of active / sum of total,
// never the mean of ratios. Standing in an active column does not prove touch: say "at most".
// Example: queue 24 h, active 48 h of which 12 h blocked, queue 24 h: 36 / 96 = 37.5%. Together
// with a card active 24 of 24 h: 60 / 120 = 50%. Blocked time is the union of a card's blocks, cut
// to its stays; open blocks run to as_of.
#pragma once

#include "core/flow/scope.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::flow {

enum class NoFigure { None, NotSetUp, NoData };
// "not set up", "no data"; "" for None.
std::string_view to_text(NoFigure why);

struct Efficiency {
    Duration active;
    Duration total;
    NoFigure why_not = NoFigure::NoData;

    std::optional<double> value() const;
};
// Of the cards that finished in the period. NotSetUp when no queue column lies in process and no
// block was ever recorded: 100% would be a lie.
Efficiency flow_efficiency(const Slice& slice);
// Of one card, from its start to its end or as_of.
Efficiency flow_efficiency(const Flow& flow, CardIndex card);

// Union of the card's blocks within its stays and within [from, to).
Duration blocked_time(const Flow& flow, CardIndex card, Instant from, Instant to);
Duration blocked_time(const Slice& slice);  // of all cards within the period

// Blockers by cause (Leopold, Magennis, "Blocker clustering"). Ranked by days lost, then by cause.
struct BlockerCluster {
    std::string cause;                          // "" is unknown, and is a cause
    int count = 0;                              // blocks with time in the period
    Duration lost;                              // per cause the union of its blocks within stays
    std::optional<double> share_of_cycle_days;  // lost / elapsed presence in the period

    double mean_days() const { return count == 0 ? 0 : lost.days() / count; }
};
std::vector<BlockerCluster> blocker_clusters(const Slice& slice);

}  // namespace throughline::flow
