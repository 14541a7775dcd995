#include "core/flow/forecast_score.h"

#include <algorithm>

namespace throughline::flow {
namespace {

using model::ForecastKind;

std::array<int, kLevels.size()> levels_of(const model::Forecast& forecast) {
    return {forecast.p50, forecast.p70, forecast.p85, forecast.p95};
}

bool is_about(const Flow& flow, const model::Forecast& forecast, CardIndex i,
              const PassesForecast& passes) {
    const CardInfo& info = flow.card(i);
    if (forecast.kind == ForecastKind::Card) {
        return info.id == forecast.card;
    }
    if (forecast.kind == ForecastKind::Objective && info.objective != forecast.objective) {
        return false;
    }
    return !passes || info.row < 0 ||
           passes(forecast, flow.rows().cards[static_cast<std::size_t>(info.row)]);
}

// Days after the day it was told on which its cards were delivered, ascending, one per card.
std::vector<int> deliveries_after(const Flow& flow, const model::Forecast& forecast, Day told,
                                  const PassesForecast& passes) {
    std::vector<int> days;
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        const Journey& journey = flow.journey(i);
        if (journey.finished && !flow.card(i).is_void && journey.end_day > told &&
            is_about(flow, forecast, i, passes)) {
            days.push_back(journey.end_day - told);
        }
    }
    std::sort(days.begin(), days.end());
    return days;
}

// Absent while its day has not come.
std::optional<ScoredForecast> score_one(const Flow& flow, const model::Forecast& forecast,
                                        const PassesForecast& passes) {
    const Day told = flow.zone().day(forecast.told_at);
    const std::vector<int> days = deliveries_after(flow, forecast, told, passes);
    const auto levels = levels_of(forecast);
    ScoredForecast result{.id = forecast.id};
    if (forecast.kind == ForecastKind::HowMany) {
        if (!forecast.until || flow.today() <= *forecast.until) {
            return std::nullopt;
        }
        const int last = *forecast.until - told;
        result.actual =
            static_cast<int>(std::upper_bound(days.begin(), days.end(), last) - days.begin());
        for (std::size_t i = 0; i < levels.size(); ++i) {
            result.right[i] = *result.actual >= levels[i];
        }
        return result;
    }
    const auto wanted =
        static_cast<std::size_t>(forecast.kind == ForecastKind::Card ? 1 : forecast.count);
    if (wanted == 0) {
        return std::nullopt;
    }
    if (days.size() >= wanted) {
        result.actual = days[wanted - 1];
    } else if (flow.today() - told <= levels.back()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        result.right[i] = result.actual && *result.actual <= levels[i];
    }
    return result;
}

}  // namespace

ForecastScore score(const Flow& flow, std::vector<model::Forecast> forecasts,
                    const PassesForecast& passes) {
    std::sort(forecasts.begin(), forecasts.end(),
              [](const model::Forecast& a, const model::Forecast& b) {
                  return a.told_at != b.told_at ? a.told_at < b.told_at : a.id < b.id;
              });
    ForecastScore result;
    for (const model::Forecast& forecast : forecasts) {
        if (forecast.told_at > flow.as_of()) {
            continue;
        }
        const auto scored = score_one(flow, forecast, passes);
        if (!scored) {
            ++result.open;
            continue;
        }
        for (std::size_t i = 0; i < kLevels.size(); ++i) {
            ++result.hits[i].whole;
            result.hits[i].part += scored->right[i] ? 1 : 0;
        }
        result.due.push_back(*scored);
    }
    return result;
}

}  // namespace throughline::flow
