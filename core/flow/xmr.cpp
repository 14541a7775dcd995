#include "core/flow/xmr.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace throughline::flow {
namespace {

constexpr double kNaturalFactor = 2.66;
constexpr double kRangeFactor = 3.268;
constexpr std::size_t kRunLength = 8;
constexpr std::size_t kFewValues = 4;

// 1 nearer to the upper limit than to the mean, -1 to the lower, 0 neither.
int nearer_side(double x, const XmrLimits& limits) {
    if (std::abs(x - limits.upper) < std::abs(x - limits.mean)) {
        return 1;
    }
    return !limits.lower_off && std::abs(x - limits.lower) < std::abs(x - limits.mean) ? -1 : 0;
}

}  // namespace

std::optional<XmrLimits> xmr_limits(std::span<const double> baseline, Sign sign) {
    if (baseline.size() < 2) {
        return std::nullopt;
    }
    XmrLimits limits{.n = baseline.size()};
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        limits.mean += baseline[i];
        limits.mean_mr += i == 0 ? 0 : std::abs(baseline[i] - baseline[i - 1]);
    }
    limits.mean /= static_cast<double>(baseline.size());
    limits.mean_mr /= static_cast<double>(baseline.size() - 1);
    limits.upper = limits.mean + kNaturalFactor * limits.mean_mr;
    limits.lower_unclamped = limits.mean - kNaturalFactor * limits.mean_mr;
    limits.range_upper = kRangeFactor * limits.mean_mr;
    limits.lower_off = sign == Sign::NotNegative && limits.lower_unclamped < 0;
    limits.lower = limits.lower_off ? 0 : limits.lower_unclamped;
    limits.few_values = std::set<double>(baseline.begin(), baseline.end()).size() < kFewValues;
    return limits;
}

std::vector<XmrSignal> xmr_signals(std::span<const double> values, const XmrLimits& limits) {
    std::vector<XmrSignal> signals;
    std::size_t run = 0;
    int run_side = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = values[i];
        if (x > limits.upper || (!limits.lower_off && x < limits.lower)) {
            signals.push_back({i, 1, x > limits.upper});
        }
        const int side = x > limits.mean ? 1 : x < limits.mean ? -1 : 0;
        run = side == 0 ? 0 : side == run_side ? run + 1 : 1;
        run_side = side;
        if (run >= kRunLength) {
            signals.push_back({i, 2, side > 0});
        }
        const int near = nearer_side(x, limits);
        std::size_t alike = 0;
        for (std::size_t k = i >= 3 ? i - 3 : 0; near != 0 && k <= i; ++k) {
            alike += nearer_side(values[k], limits) == near ? 1U : 0U;
        }
        if (alike >= 3) {
            signals.push_back({i, 3, near > 0});
        }
    }
    return signals;
}

std::vector<std::size_t> range_signals(std::span<const double> values, const XmrLimits& limits) {
    std::vector<std::size_t> result;
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (std::abs(values[i] - values[i - 1]) > limits.range_upper) {
            result.push_back(i);
        }
    }
    return result;
}

}  // namespace throughline::flow
