#include "core/flow/percentile.h"

#include "core/flow/day_sort.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace throughline::flow {
namespace {

// `settle(at)` puts the value of that place there; asked in ascending order of place.
template <class T, class Settle>
Percentiles four(const std::vector<T>& values, Settle&& settle) {
    const std::size_t n = values.size();
    Percentiles result{.n = n, .few_p85 = is_few(85, n), .few_p95 = is_few(95, n)};
    const auto pick = [&](int percent, std::optional<double>& into) {
        if (n > 0) {
            const std::size_t at = nearest_rank(percent, n) - 1;
            settle(at);
            into = static_cast<double>(values[at]);
        }
    };
    pick(50, result.p50);
    pick(70, result.p70);
    pick(85, result.p85);
    pick(95, result.p95);
    return result;
}

// log of binomial(n, k) p^k (1 - p)^(n - k), 0 < p < 1.
double log_binomial(std::size_t n, std::size_t k, double p) {
    const auto real_n = static_cast<double>(n);
    const auto real_k = static_cast<double>(k);
    return std::lgamma(real_n + 1) - std::lgamma(real_k + 1) - std::lgamma(real_n - real_k + 1) +
           real_k * std::log(p) + (real_n - real_k) * std::log1p(-p);
}

}  // namespace

std::size_t nearest_rank(int percent, std::size_t n) {
    assert(n > 0 && percent >= 0 && percent <= 100);
    return std::max<std::size_t>(1, (static_cast<std::size_t>(percent) * n + 99) / 100);
}

bool is_few(int percent, std::size_t n) {
    return n > 0 && percent < 100 && nearest_rank(percent, n) == n;
}

RankRange rank_range(int percent, std::size_t n) {
    assert(n > 0);
    if (percent <= 0 || percent >= 100) {
        return {nearest_rank(percent, n), nearest_rank(percent, n)};
    }
    RankRange range{n, n};
    double below = 0;
    bool low_found = false;
    for (std::size_t k = 0; k <= n; ++k) {
        below += std::exp(log_binomial(n, k, percent / 100.0));
        if (!low_found && below >= 0.05) {
            range.low = std::clamp<std::size_t>(k, 1, n);
            low_found = true;
        }
        if (below >= 0.95) {
            range.high = std::clamp<std::size_t>(k, 1, n);
            break;
        }
    }
    return range;
}

Percentiles percentiles_of(std::vector<int> values) {
    sort_days(values);
    return four(values, [](std::size_t) {});
}

// The ranks are picked one after the other, each to the right of the one before: no full sort.
Percentiles percentiles_of(std::vector<double> values) {
    std::size_t settled = 0;  // values before this index are in their place
    return four(values, [&](std::size_t at) {
        if (at >= settled) {
            const auto begin = values.begin();
            std::nth_element(begin + static_cast<std::ptrdiff_t>(settled),
                             begin + static_cast<std::ptrdiff_t>(at), values.end());
            settled = at + 1;
        }
    });
}

}  // namespace throughline::flow
