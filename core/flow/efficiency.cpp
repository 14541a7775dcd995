#include "core/flow/efficiency.h"

#include "core/flow/wip.h"

#include <algorithm>

namespace throughline::flow {
namespace {

// The union of blocks (in order of begin) within [from, to), of one cause or of all.
constexpr std::int32_t kAllCauses = -1;
Duration union_within(std::span<const BlockSpan> blocks, Instant from, Instant to,
                      std::int32_t cause) {
    Duration total;
    Instant covered = from;
    for (const BlockSpan& block : blocks) {
        if (cause != kAllCauses && block.cause != cause) {
            continue;
        }
        const Instant begin = std::max(block.begin, covered);
        const Instant end = std::min(block.end, to);
        if (begin < end) {
            total += end - begin;
            covered = end;
        }
    }
    return total;
}

Duration blocked_in_stays(const Flow& flow, CardIndex card, Instant from, Instant to,
                          std::int32_t cause) {
    const auto blocks = flow.blocks(card);
    Duration total;
    if (blocks.empty()) {
        return total;
    }
    for (const Stay& stay : flow.stays(card)) {
        const Instant begin = std::max(stay.begin, from);
        const Instant end = std::min({stay.end, to, flow.as_of()});
        if (begin < end) {
            total += union_within(blocks, begin, end, cause);
        }
    }
    return total;
}

Duration active_time(const Flow& flow, CardIndex card, Instant from, Instant to) {
    const Workflow& workflow = flow.workflow();
    const auto blocks = flow.blocks(card);
    Duration total;
    for (const Visit& visit : flow.visits(card)) {
        const Instant begin = std::max(visit.begin, from);
        const Instant end = std::min(visit.end, to);
        if (begin < end && workflow.in_process(visit.column) &&
            workflow.at(visit.column).is_active()) {
            total += (end - begin) - union_within(blocks, begin, end, kAllCauses);
        }
    }
    return total;
}

bool says_something(const Flow& flow) {
    if (flow.workflow().has_queue_in_process()) {
        return true;
    }
    for (const model::Block& block : flow.rows().blocks) {
        if (block.known_at <= flow.as_of()) {
            return true;
        }
    }
    return false;
}

NoFigure reason(const Flow& flow, Duration total) {
    if (!flow.workflow().is_set_up() || !says_something(flow)) {
        return NoFigure::NotSetUp;
    }
    return total.us <= 0 ? NoFigure::NoData : NoFigure::None;
}

Instant begin_of(const Slice& slice) {
    return slice.flow().zone().start_of(slice.from());
}

}  // namespace

std::string_view to_text(NoFigure why) {
    switch (why) {
        case NoFigure::None: return "";
        case NoFigure::NotSetUp: return "not set up";
        case NoFigure::NoData: return "no data";
    }
    return "";
}

std::optional<double> Efficiency::value() const {
    return why_not != NoFigure::None
               ? std::nullopt
               : std::optional(static_cast<double>(active.us) / static_cast<double>(total.us));
}

Efficiency flow_efficiency(const Slice& slice) {
    Efficiency result;
    slice.each([&](CardIndex i, const Journey& journey) {
        if (journey.has_cycle_time() && slice.in_period(journey.end_day)) {
            result.active += active_time(slice.flow(), i, journey.start, journey.end);
            result.total += journey.end - journey.start;
        }
    });
    result.why_not = reason(slice.flow(), result.total);
    return result;
}

Efficiency flow_efficiency(const Flow& flow, CardIndex card) {
    const Journey& journey = flow.journey(card);
    Efficiency result;
    if (journey.started) {
        const Instant end = journey.finished ? journey.end : flow.as_of();
        result.active = active_time(flow, card, journey.start, end);
        result.total = end - journey.start;
    }
    result.why_not = reason(flow, result.total);
    return result;
}

Duration blocked_time(const Flow& flow, CardIndex card, Instant from, Instant to) {
    return blocked_in_stays(flow, card, from, to, kAllCauses);
}

Duration blocked_time(const Slice& slice) {
    Duration total;
    if (slice.day_count() == 0) {
        return total;
    }
    const Instant from = begin_of(slice);
    const Instant to = slice.end_of(slice.to());
    slice.each(
        [&](CardIndex i, const Journey&) { total += blocked_time(slice.flow(), i, from, to); });
    return total;
}

std::vector<BlockerCluster> blocker_clusters(const Slice& slice) {
    const Flow& flow = slice.flow();
    std::vector<BlockerCluster> clusters(flow.causes().size());
    if (slice.day_count() == 0) {
        return {};
    }
    const Instant from = begin_of(slice);
    const Instant to = slice.end_of(slice.to());
    slice.each([&](CardIndex i, const Journey&) {
        const auto blocks = flow.blocks(i);
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            const std::int32_t cause = blocks[k].cause;
            BlockerCluster& cluster = clusters[static_cast<std::size_t>(cause)];
            const Duration alone = blocked_in_stays(flow, i, std::max(from, blocks[k].begin),
                                                    std::min(to, blocks[k].end), cause);
            cluster.count += alone.us > 0 ? 1 : 0;
            const bool first_of_cause =
                std::none_of(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(k),
                             [cause](const BlockSpan& b) { return b.cause == cause; });
            if (first_of_cause) {
                cluster.lost += blocked_in_stays(flow, i, from, to, cause);
            }
        }
    });
    const Duration present = presence(slice, from, to);
    for (std::size_t c = 0; c < clusters.size(); ++c) {
        clusters[c].cause = flow.causes()[c];
        if (present.us > 0) {
            clusters[c].share_of_cycle_days =
                static_cast<double>(clusters[c].lost.us) / static_cast<double>(present.us);
        }
    }
    std::erase_if(clusters, [](const BlockerCluster& cluster) { return cluster.count == 0; });
    std::sort(clusters.begin(), clusters.end(),
              [](const BlockerCluster& a, const BlockerCluster& b) {
                  return a.lost != b.lost ? a.lost > b.lost : a.cause < b.cause;
              });
    return clusters;
}

}  // namespace throughline::flow
