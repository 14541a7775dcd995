#include "core/flow/experiment.h"

#include "core/flow/rework.h"
#include "core/flow/throughput.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace throughline::flow {
namespace {

// Rank sums of the pooled values; equal values share the mean of their ranks.
struct Ranks {
    double sum_tried = 0;
    double ties = 0;  // sum of t^3 - t over the groups of equal values
};

Ranks rank(std::span<const int> usual, std::span<const int> tried) {
    std::vector<std::pair<int, bool>> pooled;  // value, of the path tried
    pooled.reserve(usual.size() + tried.size());
    for (const int days : usual) {
        pooled.emplace_back(days, false);
    }
    for (const int days : tried) {
        pooled.emplace_back(days, true);
    }
    std::ranges::sort(pooled);
    Ranks ranks;
    for (std::size_t begin = 0; begin < pooled.size();) {
        std::size_t end = begin;
        std::size_t of_tried = 0;
        while (end < pooled.size() && pooled[end].first == pooled[begin].first) {
            of_tried += pooled[end].second ? 1U : 0U;
            ++end;
        }
        const double mean_rank = (static_cast<double>(begin) + 1 + static_cast<double>(end)) / 2;
        const auto size = static_cast<double>(end - begin);
        ranks.sum_tried += mean_rank * static_cast<double>(of_tried);
        ranks.ties += size * size * size - size;
        begin = end;
    }
    return ranks;
}

double log_choose(std::int64_t n, std::int64_t k) {
    const auto factorial = [](std::int64_t m) { return std::lgamma(static_cast<double>(m) + 1); };
    return factorial(n) - factorial(k) - factorial(n - k);
}

// Two-sided: all tables with the same sums that are no likelier than the one seen.
double fisher(const Ratio& a, const Ratio& b) {
    const std::int64_t parts = a.part + b.part;
    const std::int64_t all = a.whole + b.whole;
    const auto likelihood = [&](std::int64_t part_a) {
        return std::exp(log_choose(a.whole, part_a) + log_choose(b.whole, parts - part_a) -
                        log_choose(all, parts));
    };
    constexpr double kRounding = 1 + 1e-7;
    const double seen = likelihood(a.part) * kRounding;
    double p = 0;
    const std::int64_t most = std::min(parts, a.whole);
    for (std::int64_t part = std::max<std::int64_t>(0, parts - b.whole); part <= most; ++part) {
        const double one = likelihood(part);
        p += one <= seen ? one : 0;
    }
    return std::min(1.0, p);
}

PathFigures path_figures(const Slice& slice) {
    PathFigures path;
    path.days = percentiles_of(cycle_days(slice));
    path.delivered = flow_counts(slice).throughput;
    slice.each([&](CardIndex, const Journey& journey) {
        path.open += journey.in_process && journey.start_day <= slice.to() ? 1 : 0;
    });
    constexpr int kWeek = 7;
    if (slice.day_count() >= kWeek) {
        path.per_week = static_cast<double>(path.delivered) * kWeek / slice.day_count();
    }
    path.with_rework = rework(slice).delivered_with_rework;
    return path;
}

}  // namespace

std::string_view to_text(Finding finding) {
    switch (finding) {
        case Finding::TooFew: return "too few cards";
        case Finding::NoDifference: return "no difference";
        case Finding::Ahead: return "better";
        case Finding::Behind: return "worse";
    }
    return "";
}

Comparison compare_days(std::span<const int> usual, std::span<const int> tried) {
    Comparison result;
    if (std::min(usual.size(), tried.size()) < kFewestPerPath) {
        return result;
    }
    const auto n = static_cast<double>(usual.size());
    const auto m = static_cast<double>(tried.size());
    const Ranks ranks = rank(usual, tried);
    const double slower = ranks.sum_tried - m * (m + 1) / 2;  // pairs in which the tried one lost
    const double apart = slower - n * m / 2;
    const double all = n + m;
    const double variance = n * m / 12 * (all + 1 - ranks.ties / (all * (all - 1)));
    constexpr double kContinuity = 0.5;
    const double distance = std::max(0.0, std::abs(apart) - kContinuity);
    result.p = variance <= 0 ? 1 : std::erfc(distance / std::sqrt(2 * variance));
    result.ahead = 1 - slower / (n * m);
    result.finding = *result.p >= kChance ? Finding::NoDifference
                     : apart < 0          ? Finding::Ahead
                                          : Finding::Behind;
    return result;
}

Comparison compare_shares(const Ratio& usual, const Ratio& tried) {
    Comparison result;
    if (std::min(usual.whole, tried.whole) < static_cast<std::int64_t>(kFewestPerPath)) {
        return result;
    }
    result.p = fisher(usual, tried);
    result.finding = *result.p >= kChance              ? Finding::NoDifference
                     : *tried.value() < *usual.value() ? Finding::Ahead
                                                       : Finding::Behind;
    return result;
}

ExperimentReading experiment(const Flow& flow, const ExperimentAsk& ask) {
    ExperimentReading reading{.from = ask.from};
    Scope scope{.from = ask.from, .to = ask.to.value_or(flow.today()), .as_of = flow.as_of()};
    const auto only = [&](const auto& wanted, const auto& other) {
        scope.filter = [&](const model::Card& card) { return wanted(card) && !other(card); };
        return Slice(flow, scope);
    };
    const Slice usual = only(ask.usual, ask.tried);
    const Slice tried = only(ask.tried, ask.usual);
    scope.filter = [&](const model::Card& card) { return ask.usual(card) && ask.tried(card); };
    reading.in_both = flow_counts(Slice(flow, scope)).throughput;
    reading.to = usual.to();
    reading.day_count = usual.day_count();
    reading.usual = path_figures(usual);
    reading.tried = path_figures(tried);
    reading.cycle_time = compare_days(cycle_days(usual), cycle_days(tried));
    reading.rework = compare_shares(reading.usual.with_rework, reading.tried.with_rework);
    return reading;
}

}  // namespace throughline::flow
