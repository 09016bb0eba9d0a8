#pragma once

#include <cmath>
#include <cstdint>

namespace talon::simulation {

/// SplitMix64, with the few shapes that a described office needs. Not std's distributions, which
/// differ between libraries: the same seed makes the same visitors everywhere.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// From 0, to just below 1.
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// Gaps between those who come independently of each other.
    double exponential(double mean) { return -mean * std::log(1.0 - unit()); }

    /// Around 0, with deviation 1 (Marsaglia's polar method, one of the pair).
    double normal()
    {
        for (;;) {
            const double x = 2 * unit() - 1;
            const double y = 2 * unit() - 1;
            const double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * std::sqrt(-2 * std::log(square) / square);
            }
        }
    }

    /// `variation` is deviation / mean; 0 gives the mean.
    double logNormal(double mean, double variation)
    {
        const double spread = std::log(1 + variation * variation);
        return mean * std::exp(std::sqrt(spread) * normal() - spread / 2);
    }

private:
    std::uint64_t m_state;
};

} // namespace talon::simulation
