#pragma once

#include <cstdint>

namespace talon::test {

/// SplitMix64. Tests use this and not std's distributions, which differ between libraries: a seed
/// in a failure report plays the same everywhere.
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

    /// From low to high, both possible.
    std::int64_t from(std::int64_t low, std::int64_t high)
    {
        const auto span = static_cast<std::uint64_t>(high - low) + 1;
        return low + static_cast<std::int64_t>(next() % span);
    }

    /// True once in so many times.
    bool oneIn(std::int64_t times) { return from(1, times) == 1; }

private:
    std::uint64_t m_state;
};

} // namespace talon::test
