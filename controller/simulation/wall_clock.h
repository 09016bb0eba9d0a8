#pragma once

#include "shared/base/instant.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace talon::simulation {

/// The clock on the wall of a simulated office: a fixed distance from UTC, without changes to
/// summer time, so that a year can be lived without knowing of zones. Of an office whose zone has
/// changes, every hour is still right by its own wall; only the UTC moments are not.
struct WallClock
{
    std::chrono::minutes utcOffset{0};
    std::chrono::minutes dayBegins{0}; ///< As in the settings: where one business day ends.

    OfficeTime at(Instant now) const;

    /// The moment of a wall-clock time, counted from midnight of the business day.
    Instant instant(Day day, std::chrono::seconds ofDay) const;

    Day dayOf(Instant now) const { return at(now).day; }

    friend bool operator==(const WallClock&, const WallClock&) = default;
};

/// "2026-11-24".
std::optional<Day> dayFrom(std::string_view text);
std::string dayText(Day day);

/// "10:05" or "10:05:30", up to "24:00".
std::optional<std::chrono::seconds> timeOfDayFrom(std::string_view text);
std::string timeText(std::chrono::minutes ofDay);

/// "2026-11-24T10:05:30": a date, T or a space, a time. The business day does not matter here.
std::optional<Instant> momentFrom(std::string_view text, const WallClock& clock);
std::string momentText(Instant moment, const WallClock& clock);

/// 0 to 6 for "monday" to "sunday", in English.
std::optional<unsigned> weekdayFrom(std::string_view text);
unsigned weekdayOf(Day day); ///< 0 is Monday.

} // namespace talon::simulation
