// When will these cards be done, how many until then.
//
// metrics, section 8. When: draw days with replacement until N cards are done; day 1 is tomorrow,
// done on day k = as_of day + k. Confidence p: the smallest k with P(done by k) >= p. How many: sum
// the draws of h days. Confidence p: the largest x with P(sum >= x) >= p, rank (p * n + 99) / 100
// counted from the top; the (100 - p)th percentile from the bottom is off by one when ranks are
// whole. Example, history 0 1 2: N = 2: P(by day 1..5) = 1/3, 2/3, 23/27, 76/81, 79/81 of which p50
// is day 2, p85 day 3, p95 day 5. In 3 days P(>= 1..6) = .963 .852 .630 .370 .148 .037: p95 1, p85
// 2, p50 3.
//
// Two ways. Exact: the h-fold convolution of the daily distribution, for plain independent draws.
// Monte Carlo: each trial first resamples its history (the window is only a sample), draws whole
// weeks where weeks are dispersed, lets the scope grow. Same seed, same result on every platform.
#pragma once

#include "core/flow/history.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace throughline::flow {

inline constexpr std::array<int, 4> kLevels{50, 70, 85, 95};
// Forecasts end here: after ten years "not within ten years" is all that can be said.
inline constexpr int kMostDays = 3653;

struct ForecastInput {
    History history;
    WorkingCalendar calendar;
    Day today;  // day 1 is the day after
};

struct Level {
    int percent = 50;
    int value = 0;  // days from today, or cards; kMostDays + 1: not within ten years
    friend bool operator==(const Level&, const Level&) = default;
};

enum class Method { Exact, MonteCarlo };
std::string_view to_text(Method method);

struct Forecast {
    std::vector<Level> levels;    // of kLevels
    std::vector<double> reached;  // when: [k - 1] P(done by day k); how many: [x] P(at least x)
    Method method = Method::Exact;
    bool thin_history = false;
    bool weeks_as_blocks = false;
    double growth = 0;

    std::optional<int> at(int percent) const;
};

enum class Resampling { No, Yes };
enum class Blocks { Auto, No, Yes };
struct MonteCarlo {
    std::uint64_t seed = 1;
    int trials = 10'000;
    Resampling resampling = Resampling::Yes;
    Blocks blocks = Blocks::Auto;
    // Cards added per card of the scope, as history.h measures it; shown and editable. A trial
    // needs cards * (1 + growth) deliveries, the fraction drawn.
    double growth = 0;
};

// All of these are absent when the history has no deliveries or nothing is asked (cards < 1, days <
// 1): refused rather than wrong.
std::optional<Forecast> when_exact(const ForecastInput& input, int cards);
std::optional<Forecast> how_many_exact(const ForecastInput& input, int days);
std::optional<Forecast> when(const ForecastInput& input, int cards, const MonteCarlo& options);
std::optional<Forecast> how_many(const ForecastInput& input, int days, const MonteCarlo& options);

}  // namespace throughline::flow
