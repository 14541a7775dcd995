#include "core/flow/sle.h"

#include "core/flow/age.h"
#include "core/flow/day_sort.h"

#include <algorithm>
#include <cstdlib>

namespace throughline::flow {

std::optional<int> propose_sle(std::span<const int> cycle_times, int probability) {
    if (cycle_times.size() < kFewestForSle) {
        return std::nullopt;
    }
    std::vector<int> sorted(cycle_times.begin(), cycle_times.end());
    sort_days(sorted);
    return percentile(sorted, probability);
}

Ratio attainment(std::span<const int> cycle_times, int sle_days) {
    return {std::count_if(cycle_times.begin(), cycle_times.end(),
                          [=](int days) { return days <= sle_days; }),
            static_cast<std::int64_t>(cycle_times.size())};
}

Risk risk_of(std::span<const int> cycle_times, int sle_days, int age_days) {
    if (age_days > sle_days) {
        return {.beyond = true};
    }
    Risk risk;
    for (const int days : cycle_times) {
        risk.share.whole += days >= age_days ? 1 : 0;
        risk.share.part += days > sle_days ? 1 : 0;
    }
    return risk;
}

std::vector<SurvivalStep> survival(std::span<const int> finished, std::span<const int> open_ages) {
    std::vector<int> done(finished.begin(), finished.end());
    std::vector<int> open(open_ages.begin(), open_ages.end());
    sort_days(done);
    sort_days(open);
    std::vector<SurvivalStep> steps;
    double share = 1;
    for (auto at = done.begin(); at != done.end();) {
        const auto next = std::upper_bound(at, done.end(), *at);
        const auto at_risk =
            (done.end() - at) + (open.end() - std::lower_bound(open.begin(), open.end(), *at));
        share *= static_cast<double>(at_risk - (next - at)) / static_cast<double>(at_risk);
        steps.push_back({*at, share});
        at = next;
    }
    return steps;
}

std::optional<int> survival_percentile(std::span<const SurvivalStep> steps, int percent) {
    constexpr double kRounding = 1e-9;
    for (const SurvivalStep& step : steps) {
        if (step.open_share <= (100 - percent) / 100.0 + kRounding) {
            return step.days;
        }
    }
    return std::nullopt;
}

bool differs_by_a_fifth(int finished_only, std::optional<int> with_open_cards) {
    return !with_open_cards || 5 * std::abs(*with_open_cards - finished_only) > finished_only;
}

namespace {

const model::ServiceLevel* adopted_level(const Flow& flow, model::ServiceClass service_class) {
    for (const model::ServiceLevel& level : flow.rows().service_levels) {
        if (level.service_class == service_class) {
            return &level;
        }
    }
    return nullptr;
}

using OfClass = std::optional<model::ServiceClass>;

bool is_of(const CardInfo& card, OfClass service_class) {
    return !service_class || card.service_class == *service_class;
}

// Calls use(journey) for the slice's cards of one class.
template <class Use>
void each_of(const Slice& slice, OfClass service_class, Use&& use) {
    slice.each([&](CardIndex i, const Journey& journey) {
        if (is_of(slice.flow().card(i), service_class)) {
            use(journey);
        }
    });
}

std::vector<int> cycle_days_of(const Slice& slice, OfClass service_class) {
    std::vector<int> days;
    each_of(slice, service_class, [&](const Journey& journey) {
        if (journey.has_cycle_time() && slice.in_period(journey.end_day)) {
            days.push_back(slice.days(journey.start_day, journey.end_day));
        }
    });
    return days;
}

// What is adopted and proposed; attainment is left to the caller.
SleFigures level_of(const Slice& slice, OfClass service_class) {
    SleFigures result;
    const model::ServiceLevel* level =
        service_class ? adopted_level(slice.flow(), *service_class) : nullptr;
    if (level != nullptr) {
        result.probability = level->probability;
    }
    Scope lately = last_weeks(slice.flow().zone(), slice.flow().as_of());
    lately.days = slice.scope().days;
    result.proposed =
        propose_sle(cycle_days_of(Slice(slice.flow(), lately), service_class), result.probability);
    result.days = result.proposed;
    if (level != nullptr && slice.scope().days == DayCount::Calendar) {
        result.days = level->days;
        result.adopted = true;
    }
    return result;
}

}  // namespace

std::optional<int> sle_days(const Slice& slice, model::ServiceClass service_class) {
    return level_of(slice, service_class).days;
}

TimeToMarket time_to_market(const Slice& slice) {
    std::vector<int> days;
    for (const LeadTime& time : lead_times(slice)) {
        if (time.has_request) {
            days.push_back(time.end - time.begin + 1);
        }
    }
    TimeToMarket result;
    const model::Board* board = slice.flow().rows().board();
    if (board != nullptr && board->market_days) {
        result.target = board->market_days;
        result.within = attainment(days, *result.target);
    }
    result.days = percentiles_of(std::move(days));
    return result;
}

SleFigures sle_figures(const Slice& slice, std::optional<model::ServiceClass> service_class) {
    SleFigures result = level_of(slice, service_class);
    std::vector<int> finished = cycle_days_of(slice, service_class);
    sort_days(finished);
    result.n = finished.size();
    if (result.days) {
        result.attained = attainment(finished, *result.days);
    }
    std::vector<int> open;
    each_of(slice, service_class, [&](const Journey& journey) {
        if (journey.in_process) {
            open.push_back(slice.days(journey.start_day, slice.flow().today()));
        }
    });
    result.with_open_cards = survival_percentile(survival(finished, open), result.probability);
    if (const auto finished_only = percentile(finished, result.probability)) {
        result.open_cards_matter = differs_by_a_fifth(*finished_only, result.with_open_cards);
    }
    return result;
}

}  // namespace throughline::flow
