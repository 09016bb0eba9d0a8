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
    Day day;                             ///< The calendar day in the office's zone.
    std::chrono::minutes minuteOfDay{0}; ///< Wall clock in the office's zone, 0 to 1439.

    friend bool operator==(const OfficeTime&, const OfficeTime&) = default;
};

} // namespace talon
