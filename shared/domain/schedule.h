#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"

#include <array>
#include <chrono>
#include <map>
#include <vector>

/// When something is open, in the office's own zone.
namespace talon {

/// One stretch of a day.
struct OpeningHours
{
    std::chrono::minutes opens{0};  ///< Minute of the business day, 0 to 1439.
    std::chrono::minutes closes{0}; ///< After opens; above 1440 when the day goes past midnight.

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// In order, with a pause between each: 08:00-12:00 and 12:48-17:00. None means closed all day.
using DayHours = std::vector<OpeningHours>;

/// A usual week, and the dates on which it is otherwise.
struct Schedule
{
    std::array<DayHours, 7> week;  ///< From Monday.
    std::map<Day, DayHours> dates; ///< Replaces the hours that the week has for that date.

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

const DayHours& hoursOn(const Schedule& schedule, Day day);

/// Whether a minute of the business day lies within one of the stretches; `closes` does not.
bool covers(const DayHours& hours, std::chrono::minutes minute);

/// Names the first day, as "monday" or "dates[2]", whose stretches end before they begin, overlap,
/// or go beyond `lastMinute`.
Expected<Done, ParseError> check(const Schedule& schedule, std::chrono::minutes lastMinute);

} // namespace talon
