// Two ways of working compared by the cards that went each way, over the days of an experiment.
//
// A card is of a path when the path's filter names it; a card of both is of neither. Cycle times
// are compared by rank (Mann and Whitney 1947, normal approximation with the correction for ties
// and for continuity): it asks nothing of their shape. The shares with rework are compared by
// Fisher's exact test (1922). A difference is told when it would come about by chance in less than
// 5 of 100 cases, and from 8 cards on each path. Both tests are two-sided.
//
// Examples: days 1..8 against 9..16: U = 64, z = 31.5 / 9.522 = 3.308, p = 0.0009. Rework 3 of 4
// against 1 of 4: p = 34/70 = 0.486.
#pragma once

#include "core/flow/sle.h"

#include <functional>
#include <optional>
#include <span>

namespace throughline::flow {

inline constexpr std::size_t kFewestPerPath = 8;
inline constexpr double kChance = 0.05;

// Of the path that is tried, against the usual one.
enum class Finding { TooFew, NoDifference, Ahead, Behind };
std::string_view to_text(Finding finding);  // "too few cards", "no difference" ...

struct Comparison {
    Finding finding = Finding::TooFew;
    std::optional<double> p;  // chance of such a difference when there is none; absent: too few
    // Share of pairs, one card of each path, in which the one of the path tried did better; ties
    // count half. Cycle times only.
    std::optional<double> ahead;

    friend bool operator==(const Comparison&, const Comparison&) = default;
};
// Fewer days are better.
Comparison compare_days(std::span<const int> usual, std::span<const int> tried);
// A smaller share is better.
Comparison compare_shares(const Ratio& usual, const Ratio& tried);

struct PathFigures {
    int delivered = 0;
    int open = 0;                    // in process at the end of the days, or now
    Percentiles days;                // cycle times; n may be below `delivered`
    std::optional<double> per_week;  // deliveries; absent below a week
    Ratio with_rework;               // of those delivered
};

struct ExperimentAsk {
    Day from;
    std::optional<Day> to;  // absent: it runs
    std::function<bool(const model::Card&)> usual;
    std::function<bool(const model::Card&)> tried;
};
struct ExperimentReading {
    Day from;
    Day to;             // the last day counted
    int day_count = 0;  // 0: it has not begun
    PathFigures usual;
    PathFigures tried;
    int in_both = 0;  // delivered cards that both filters name: counted for neither
    Comparison cycle_time;
    Comparison rework;
};
ExperimentReading experiment(const Flow& flow, const ExperimentAsk& ask);

}  // namespace throughline::flow
