#pragma once

#include "controller/simulation/simulate.h"

#include <string>
#include <vector>

/// An office small enough to be reckoned by hand, and days in it.
namespace talon::test {

/// Monday to Friday 08:00-17:00, four hours ahead of UTC.
///
///     service   1 А  10 min, b2c    2 Б  20 min, b2c    3 В  30 min, b2b
///     category  1 Ветеран  0 min
///     window    "1" gives 1 and 2
OfficeSettings sampleSettings();

inline constexpr simulation::WallClock SampleClock{.utcOffset = std::chrono::hours{4}};

/// A Tuesday.
inline constexpr Day SampleDay =
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 24};

/// Nobody walks, nobody dawdles: what is reckoned by hand is exact.
inline constexpr simulation::Habits Prompt{.walk = std::chrono::seconds{0},
                                           .handOver = std::chrono::seconds{0}};

/// What came of one day.
struct SampleRun
{
    std::vector<simulation::Turn> turns; ///< In order of ending.
    simulation::Measures measures;
    std::map<queue::Refusal, std::int64_t> surprises;

    /// The numbers in the order in which they were called.
    std::string order() const;

    /// Until called, in minutes.
    int waitOf(const std::string& number) const;

    const simulation::Turn& turn(const std::string& number) const;
};

/// Lives the sample day with these visitors, "08:00 1 10" or "08:05 1 10 category=1 booking=08:30
/// patience=5 then=2:5 people=2": when, service, minutes. Checks every invariant at each step.
SampleRun live(const std::string& visitors,
               OfficeSettings settings = sampleSettings(),
               simulation::WindowPlan plan = {},
               simulation::Habits habits = Prompt);

} // namespace talon::test
