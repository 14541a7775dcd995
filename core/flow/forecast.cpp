#include "core/flow/forecast.h"

#include "core/flow/percentile.h"

#include <algorithm>
#include <cmath>

namespace throughline::flow {
namespace {

// Sums of doubles: a level that is met exactly must not be missed by the last bit.
constexpr double kLastBits = 1e-12;

// Chance of each daily count; of an empty pool, certainly 0.
std::vector<double> distribution(const std::vector<int>& pool) {
    if (pool.empty()) {
        return {1.0};
    }
    std::vector<double> chance(
        static_cast<std::size_t>(*std::max_element(pool.begin(), pool.end())) + 1);
    for (const int count : pool) {
        chance[static_cast<std::size_t>(count)] += 1.0 / static_cast<double>(pool.size());
    }
    return chance;
}

// One more day: sums above `most` are gathered there.
void convolve(std::vector<double>& sums, const std::vector<double>& day, std::size_t most) {
    std::vector<double> next(std::min(sums.size() + day.size() - 1, most + 1));
    for (std::size_t i = 0; i < sums.size(); ++i) {
        for (std::size_t k = 0; k < day.size(); ++k) {
            next[std::min(i + k, most)] += sums[i] * day[k];
        }
    }
    sums = std::move(next);
}

std::optional<Forecast> begin(const ForecastInput& input, int asked, Method method) {
    if (asked < 1 || input.history.deliveries() == 0) {
        return std::nullopt;
    }
    return Forecast{.method = method, .thin_history = is_thin(input.history, input.calendar)};
}

}  // namespace

std::string_view to_text(Method method) {
    return method == Method::Exact ? "exact" : "monte-carlo";
}

std::optional<int> Forecast::at(int percent) const {
    for (const Level& level : levels) {
        if (level.percent == percent) {
            return level.value;
        }
    }
    return std::nullopt;
}

std::optional<Forecast> when_exact(const ForecastInput& input, int cards) {
    auto result = begin(input, cards, Method::Exact);
    if (!result) {
        return result;
    }
    const Pools pools = pools_of(input.history, input.calendar);
    const std::vector<double> working = distribution(pools.working);
    const std::vector<double> idle = distribution(pools.idle);
    const auto need = static_cast<std::size_t>(cards);
    std::vector<double> sums{1.0};
    for (int k = 1; k <= kMostDays; ++k) {
        convolve(sums, input.calendar.is_working(input.today + k) ? working : idle, need);
        result->reached.push_back(sums.size() > need ? sums[need] : 0);
        if (result->reached.back() > 0.9999) {
            break;
        }
    }
    for (const int percent : kLevels) {
        const auto first =
            std::find_if(result->reached.begin(), result->reached.end(),
                         [percent](double p) { return p + kLastBits >= percent / 100.0; });
        const bool found = first != result->reached.end();
        result->levels.push_back(
            {percent,
             found ? static_cast<int>(first - result->reached.begin()) + 1 : kMostDays + 1});
    }
    return result;
}

std::optional<Forecast> how_many_exact(const ForecastInput& input, int days) {
    auto result = begin(input, days, Method::Exact);
    if (!result) {
        return result;
    }
    const Pools pools = pools_of(input.history, input.calendar);
    const std::vector<double> working = distribution(pools.working);
    const std::vector<double> idle = distribution(pools.idle);
    std::vector<double> sums{1.0};
    for (int k = 1; k <= std::min(days, kMostDays); ++k) {
        const auto& day = input.calendar.is_working(input.today + k) ? working : idle;
        convolve(sums, day, sums.size() + day.size());
    }
    result->reached.resize(sums.size());
    double above = 0;
    for (std::size_t x = sums.size(); x-- > 0;) {
        above += sums[x];
        result->reached[x] = above;
    }
    for (const int percent : kLevels) {
        int most = 0;
        for (std::size_t x = 0; x < result->reached.size(); ++x) {
            if (result->reached[x] + kLastBits >= percent / 100.0) {
                most = static_cast<int>(x);
            }
        }
        result->levels.push_back({percent, most});
    }
    return result;
}

}  // namespace throughline::flow
