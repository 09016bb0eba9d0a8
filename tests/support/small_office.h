#pragma once

#include "controller/queue/office.h"

/// A small office to test with: what its parts are called is what the test tables say.
namespace talon::test {

/// Open Monday to Friday 08:00-17:00, closed on Wednesday 2026-11-25, a holiday.
///
///     service   1 А  10 min     2 Б  10 min     3 В  30 min
///     category  1  0 min        2  5 min        3  240 min
///     window    1: services 1   2: services 2, helps with 1   3: services 2 3, helps with 1
///     topic     1, 2
OfficeSettings smallSettings();

/// The moment of a wall clock in the small office, which is four hours ahead of UTC.
OfficeTime officeTime(Day day, std::chrono::minutes minuteOfDay);

/// A Tuesday on which the small office is open.
inline constexpr Day SmallOfficeDay =
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 24};

/// The small office as its first day begins: set up, nobody there.
queue::Office smallOffice();

} // namespace talon::test
