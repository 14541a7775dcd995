// Percentiles: one rule for every chart, the median included.
//
// metrics, section 3: nearest rank. Sort ascending, take number k = (p * n + 99) / 100 in integers
// (p in whole percent), at least 1. The value has happened, and "p percent took this long or less"
// is literally true; interpolation promises values that nobody took. Never in floating point:
// ceil(0.55 * 200) is 111.
// Example: 1 2 2 3 5 8 13 has p50 3, p70 5, p85 8, p95 13; 1..200 has p55 110. p = 0 is the
// minimum.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace throughline::flow {

// 1-based; n must be positive, percent 0..100.
std::size_t nearest_rank(int percent, std::size_t n);

// `ascending` must be sorted. Absent when it is empty: "no data".
template <class T>
std::optional<T> percentile(std::span<const T> ascending, int percent) {
    if (ascending.empty()) {
        return std::nullopt;
    }
    return ascending[nearest_rank(percent, ascending.size()) - 1];
}
template <class T>
std::optional<T> percentile(const std::vector<T>& ascending, int percent) {
    return percentile(std::span<const T>(ascending), percent);
}

// The percentile is merely the maximum (p85 below 7 values, p95 below 20): to be marked.
bool is_few(int percent, std::size_t n);

// Ranks between the 5% and the 95% point of binomial(n, percent): how far the true percentile may
// lie from the one seen. 1-based, closed. n must be positive.
struct RankRange {
    std::size_t low = 1;
    std::size_t high = 1;
    friend bool operator==(const RankRange&, const RankRange&) = default;
};
RankRange rank_range(int percent, std::size_t n);

// The four that every distribution shows.
struct Percentiles {
    std::size_t n = 0;
    std::optional<double> p50, p70, p85, p95;
    bool few_p85 = false;
    bool few_p95 = false;
};
Percentiles percentiles_of(std::vector<int> values);
Percentiles percentiles_of(std::vector<double> values);

}  // namespace throughline::flow
