#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/schedule.h"
#include "shared/domain/settings.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which windows work when. Whatever a plan does not say is as usual: a window works whenever the
/// office is open, and takes the breaks that the settings have.
namespace talon::simulation {

/// What a plan says of one window on one day.
struct WindowDay
{
    std::optional<DayHours> works; ///< Empty hours: closed all day.
    std::optional<std::vector<PlannedBreak>> breaks;

    friend bool operator==(const WindowDay&, const WindowDay&) = default;
};

struct WindowWeek
{
    std::array<WindowDay, 7> week;  ///< From Monday.
    std::map<Day, WindowDay> dates; ///< Goes before the week.

    friend bool operator==(const WindowWeek&, const WindowWeek&) = default;
};

struct WindowPlan
{
    std::map<WindowId, WindowWeek> windows;

    friend bool operator==(const WindowPlan&, const WindowPlan&) = default;
};

/// When the window works, within the office's hours of that day.
DayHours
workOn(const WindowPlan& plan, const OfficeSettings& settings, const Window& window, Day day);

std::vector<PlannedBreak> breaksOn(const WindowPlan& plan, const Window& window, Day day);

/// Reads a plan into one that may say something already; what the table says goes before.
///
///     window,day,opens,closes,break,length
///     4,monday-friday,11:00,17:00,,
///     4,saturday,closed,,,
///     1,2026-11-24,,,13:00,45
///
/// A window is its id or its name; a day is a weekday, a span of them, a date, or nothing for
/// every day.
Expected<Done, ParseError>
readPlan(std::string_view csv, const OfficeSettings& settings, WindowPlan& plan);

/// "11:00-17:00", or "closed".
std::optional<DayHours> hoursFrom(std::string_view text);

/// "13:00+45", the beginning and the minutes.
std::optional<PlannedBreak> breakFrom(std::string_view text);

const Window* findWindowNamed(const OfficeSettings& settings, std::string_view idOrName);

} // namespace talon::simulation
