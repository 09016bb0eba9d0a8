#pragma once

#include <chrono>

namespace talon {

/// A moment in UTC. The only time type in the pure folders; they never ask for the current one.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day of the office, as its own zone counts it.
using Day = std::chrono::sys_days;

/// The present as an office sees it. Made by controller/runtime/office_clock, the one place that
/// knows time zones, and handed to everything that decides.
struct OfficeTime
{
    Instant now;                         ///< UTC.
    Day day;                             ///< The business day, by the office's wall clock.
    /// Wall clock since midnight of that day; above 1439 in an office whose day ends later.
    std::chrono::minutes minuteOfDay{0};

    friend bool operator==(const OfficeTime&, const OfficeTime&) = default;
};

} // namespace talon
