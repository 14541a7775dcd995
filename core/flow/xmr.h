// Process behaviour charts (XmR): which values are signals and which are noise.
//
// metrics, section 7 (D. Wheeler, Understanding Variation). Values in time order; mR_i = |x_i -
// x_(i-1)|. Natural limits: mean +- 2.66 * mean mR; upper range limit 3.268 * mean mR. Never the
// standard deviation: it swallows the signals. Limits are never rounded before comparing. For a
// measure that cannot be negative with a lower limit below 0 the limit is 0, and the lower sides of
// rules 1 and 3 are off. Example: 5 7 4 6 8 6 has mean 6, mean mR 2.2, limits 0.148 .. 11.852,
// range limit 7.190.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace throughline::flow {

inline constexpr std::size_t kFewestForBaseline = 6;
inline constexpr std::size_t kFirmBaseline = 10;

enum class Sign { NotNegative, Any };

struct XmrLimits {
    double mean = 0;
    double mean_mr = 0;
    double lower = 0;
    double upper = 0;
    double range_upper = 0;
    double lower_unclamped = 0;
    bool lower_off = false;   // the lower limit is 0 because nothing can lie below
    std::size_t n = 0;        // points of the baseline
    bool few_values = false;  // fewer than 4 different values: aggregate to weeks first

    bool is_enough() const { return n >= kFewestForBaseline; }
    bool is_provisional() const { return n < kFirmBaseline; }
};
// From a named baseline, which stays until a person re-bases. Absent for fewer than 2 points.
std::optional<XmrLimits> xmr_limits(std::span<const double> baseline,
                                    Sign sign = Sign::NotNegative);

struct XmrSignal {
    std::size_t index = 0;  // of the value
    int rule = 1;
    bool above = true;  // the mean
    friend bool operator==(const XmrSignal&, const XmrSignal&) = default;
};
// In order of index, then rule. Rule 1: a point strictly outside. Rule 2: from the eighth in a row
// on one side (a point on the mean ends the run). Rule 3: three of four nearer to one limit than to
// the mean.
std::vector<XmrSignal> xmr_signals(std::span<const double> values, const XmrLimits& limits);
// Indexes i whose moving range |x_i - x_(i-1)| is above the range limit.
std::vector<std::size_t> range_signals(std::span<const double> values, const XmrLimits& limits);

}  // namespace throughline::flow
