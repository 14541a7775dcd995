#include "core/flow/figures.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace throughline::flow {
namespace {

CycleSummary summary_of(std::vector<CycleTime> cards, int without_start) {
    CycleSummary result{.cards = std::move(cards), .without_start = without_start};
    result.days = percentiles_of(days_of(result.cards));
    return result;
}

// `all` are the cycle times of the slice: those of one class are chosen from them, in their order.
std::vector<ClassFigures> by_class(const Slice& slice, const std::vector<CycleTime>& all) {
    const Flow& flow = slice.flow();
    std::array<bool, model::Names<model::ServiceClass>::kAll.size()> there{};
    slice.each([&](CardIndex i, const Journey&) {
        there[static_cast<std::size_t>(flow.card(i).service_class)] = true;
    });
    std::vector<ClassFigures> result;
    for (std::size_t c = 0; c < there.size(); ++c) {
        if (!there[c]) {
            continue;
        }
        const auto service_class = static_cast<model::ServiceClass>(c);
        const Slice mine = slice.narrowed(
            [=](const CardInfo& card) { return card.service_class == service_class; });
        const FlowCounts counts = flow_counts(mine);
        std::vector<CycleTime> cards;
        std::copy_if(all.begin(), all.end(), std::back_inserter(cards),
                     [&mine](const CycleTime& time) { return mine.has(time.card); });
        result.push_back({.service_class = service_class,
                          .cycle = summary_of(std::move(cards), counts.without_start),
                          .sle = sle_figures(slice, service_class),
                          .wip = wip_at(mine, flow.as_of()),
                          .starts = counts.arrivals,
                          .deliveries = counts.throughput});
    }
    return result;
}

void add_wip(const Slice& slice, Figures& result) {
    const Instant now = slice.flow().as_of();
    result.wip_total = wip_at(slice, now);
    result.cards_by_column = cards_by_column(slice, now);
    result.wip_by_person = wip_by(slice, Attribute::Dri, now);
    result.wip_by_class = wip_by(slice, Attribute::ServiceClass, now);
    result.wip_by_objective = wip_by(slice, Attribute::Objective, now);
    result.wip_by_day = wip_by_day(slice);
}

}  // namespace

Figures figures(const Slice& slice) {
    Figures result;
    result.set_up = slice.flow().workflow().is_set_up();
    result.seq = slice.flow().rows().seq;
    result.from = slice.from();
    result.to = slice.to();
    result.as_of = slice.flow().as_of();
    result.response = response_figures(slice);
    if (!result.set_up) {
        result.efficiency.why_not = NoFigure::NotSetUp;
        return result;
    }
    add_wip(slice, result);
    result.counts = flow_counts(slice);
    result.cycle = summary_of(cycle_times(slice), result.counts.without_start);
    result.lead_times = lead_times(slice);
    std::vector<int> lead_days;
    for (const LeadTime& time : result.lead_times) {
        lead_days.push_back(time.days);
    }
    result.lead_days = percentiles_of(std::move(lead_days));
    result.abandoned = abandoned(slice);
    result.ages = ages(slice);
    result.total_age = total_age(result.ages);
    result.total_age_reference = total_age_reference(slice);
    result.throughput_by_day = throughput_by_day(slice);
    result.arrivals_by_day = arrivals_by_day(slice);
    result.departures_by_day = departures_by_day(slice);
    result.delivery_interval_days = delivery_interval_days(slice);
    result.takt = takt(slice);
    result.time_to_market = time_to_market(slice);
    result.cfd = cfd(slice);
    result.little = little(slice);
    result.stability = stability(slice);
    result.by_class = by_class(slice, result.cycle.cards);
    result.sle = result.by_class.size() == 1 ? result.by_class.front().sle
                                             : sle_figures(slice, std::nullopt);
    result.efficiency = flow_efficiency(slice);
    result.blocked = blocked_time(slice);
    result.clusters = blocker_clusters(slice);
    result.column_times = column_times(slice);
    return result;
}

}  // namespace throughline::flow
