// Random numbers that are the same on every platform.
#pragma once

#include "core/base/ids.h"

#include <cmath>
#include <cstddef>

namespace throughline::demo {

class Random {
public:
    explicit Random(std::uint64_t seed) : source_(seed) {}

    std::uint64_t next() { return static_cast<std::uint64_t>(source_.next_raw()); }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    double unit() {
        return static_cast<double>(next()) / static_cast<double>(std::uint64_t{1} << 53);
    }
    bool chance(double probability) { return unit() < probability; }
    // Log-normal: most values near `median`, a few much longer.
    double lognormal(double median, double spread) {
        // Irwin-Hall: twelve uniforms make a near normal without a platform's own functions.
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += unit();
        }
        return median * std::exp(spread * sum);
    }

private:
    IdSource source_;
};

}  // namespace throughline::demo
