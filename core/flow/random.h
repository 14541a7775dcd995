// The random numbers of forecasts and simulations: our own, because those of the standard library
// differ by platform and a stored seed must give the same result everywhere.
//
// Generator: xoshiro256** (Blackman, Vigna 2018), seeded by splitmix64. Index draw: multiply and
// shift with rejection (Lemire 2019), so every index is equally likely.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

namespace throughline::flow {

// One step of splitmix64 from `state`; also for making independent seeds out of numbers.
inline std::uint64_t mix_bits(std::uint64_t state) {
    std::uint64_t z = state + 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (std::uint64_t& word : state_) {
            word = mix_bits(seed);
            seed += 0x9E3779B97F4A7C15U;
        }
    }

    std::uint64_t next() {
        const std::uint64_t result = rotate(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = rotate(state_[3], 45);
        return result;
    }

    // 0 .. count - 1, each equally likely. `count` must be positive.
    std::uint32_t index(std::uint32_t count) {
        std::uint64_t product = (next() >> 32) * count;
        if (static_cast<std::uint32_t>(product) < count) {
            const std::uint32_t unfair = (0U - count) % count;
            while (static_cast<std::uint32_t>(product) < unfair) {
                product = (next() >> 32) * count;
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    // In [0, 1), a multiple of 2^-53.
    double real() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double exponential(double mean) { return -mean * std::log1p(-real()); }

private:
    static std::uint64_t rotate(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

    std::array<std::uint64_t, 4> state_{};
};

}  // namespace throughline::flow
