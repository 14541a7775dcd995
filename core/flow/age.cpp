#include "core/flow/age.h"

#include "core/flow/bands.h"
#include "core/flow/sle.h"

#include <algorithm>

namespace throughline::flow {
namespace {

constexpr std::size_t kClasses = model::Names<model::ServiceClass>::kAll.size();

std::optional<int> whole(const std::optional<double>& days) {
    return days ? std::optional(static_cast<int>(*days)) : std::nullopt;
}

}  // namespace

std::string_view to_text(AgeState state) {
    switch (state) {
        case AgeState::Unknown: return "";
        case AgeState::Fresh: return "fresh";
        case AgeState::Watch: return "watch";
        case AgeState::AtRisk: return "at-risk";
        case AgeState::BeyondSle: return "beyond-sle";
    }
    return "";
}

AgeState age_state(int age_days, Position column, const AgeYardstick& yardstick) {
    if (yardstick.sle_days && age_days > *yardstick.sle_days) {
        return AgeState::BeyondSle;
    }
    const auto band =
        [column](const std::vector<std::optional<int>>& values) -> std::optional<int> {
        const auto at = static_cast<std::size_t>(column);
        return column != kNoColumn && at < values.size() ? values[at] : std::nullopt;
    };
    const auto p50 = band(yardstick.p50);
    const auto p85 = band(yardstick.p85);
    if (!p50 || !p85) {
        return yardstick.sle_days ? AgeState::Fresh : AgeState::Unknown;
    }
    return age_days >= *p85   ? AgeState::AtRisk
           : age_days >= *p50 ? AgeState::Watch
                              : AgeState::Fresh;
}

std::vector<AgeYardstick> yardsticks(const Slice& slice) {
    const Flow& flow = slice.flow();
    const Workflow& workflow = flow.workflow();
    Scope lately = last_weeks(flow.zone(), flow.as_of());
    lately.days = slice.scope().days;
    const Slice all(flow, lately);
    // One pass: leaving ages by class and column in process, as in bands.h.
    const auto columns =
        static_cast<std::size_t>(workflow.first_done() - workflow.first_in_process());
    std::vector<std::vector<std::vector<int>>> ages(kClasses,
                                                    std::vector<std::vector<int>>(columns));
    std::vector<std::vector<int>> days(kClasses);
    all.each([&](CardIndex i, const Journey& journey) {
        if (journey.has_cycle_time() && all.in_period(journey.end_day)) {
            auto& mine = ages[static_cast<std::size_t>(flow.card(i).service_class)];
            const std::vector<int> left = leaving_ages(all, i);
            for (std::size_t k = 0; k < left.size(); ++k) {
                mine[k].push_back(left[k]);
            }
            days[static_cast<std::size_t>(flow.card(i).service_class)].push_back(
                all.days(journey.start_day, journey.end_day));
        }
    });
    std::vector<AgeYardstick> result;
    for (std::size_t c = 0; c < kClasses; ++c) {
        AgeYardstick yardstick;
        yardstick.p50.resize(static_cast<std::size_t>(workflow.size()));
        yardstick.p85.resize(yardstick.p50.size());
        for (std::size_t k = 0; k < columns; ++k) {
            const auto at = static_cast<std::size_t>(workflow.first_in_process()) + k;
            const Percentiles band = percentiles_of(std::move(ages[c][k]));
            yardstick.p50[at] = whole(band.p50);
            yardstick.p85[at] = whole(band.p85);
        }
        yardstick.sle_days = sle_days(slice, static_cast<model::ServiceClass>(c));
        yardstick.cycle_days = std::move(days[c]);
        result.push_back(std::move(yardstick));
    }
    return result;
}

std::vector<CardAge> ages(const Slice& slice) {
    const Flow& flow = slice.flow();
    const std::vector<AgeYardstick> by_class = yardsticks(slice);
    std::vector<CardAge> result;
    slice.each([&](CardIndex i, const Journey& journey) {
        if (!journey.in_process) {
            return;
        }
        const int days = slice.days(journey.start_day, flow.today());
        const AgeYardstick& yardstick =
            by_class[static_cast<std::size_t>(flow.card(i).service_class)];
        result.push_back(
            {.card = i,
             .days = days,
             .elapsed = flow.as_of() - journey.start,
             .column = journey.column,
             .column_since = flow.visits(i).back().begin,
             .state = age_state(days, journey.column, yardstick),
             .risk = yardstick.sle_days
                         ? std::optional(risk_of(yardstick.cycle_days, *yardstick.sle_days, days))
                         : std::nullopt});
    });
    std::sort(result.begin(), result.end(), [&flow](const CardAge& a, const CardAge& b) {
        return a.days != b.days ? a.days > b.days : flow.card(a.card).id < flow.card(b.card).id;
    });
    return result;
}

std::optional<std::int64_t> total_age(const std::vector<CardAge>& ages) {
    if (ages.empty()) {
        return std::nullopt;
    }
    std::int64_t total = 0;
    for (const CardAge& age : ages) {
        total += age.days;
    }
    return total;
}

std::optional<std::int64_t> total_age_reference(const Slice& slice) {
    const model::Board* board = slice.flow().rows().board();
    const auto days = sle_days(slice, model::ServiceClass::Standard);
    if (board == nullptr || !board->wip_limit || !days) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*board->wip_limit) * *days;
}

}  // namespace throughline::flow
