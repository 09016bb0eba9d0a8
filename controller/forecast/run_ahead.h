#pragma once

#include "controller/forecast/experience.h"
#include "controller/queue/office.h"

#include <map>
#include <optional>
#include <vector>

namespace talon::forecast {

/// Somebody who might join now.
struct Newcomer
{
    ServiceId service; ///< Must be one of the office's.
    std::optional<CategoryId> category;
    std::optional<Instant> bookedFor;
};

/// What the office itself does not keep of its windows; may be empty.
struct WindowsSince
{
    std::map<WindowId, Instant> free; ///< The last visit there ended.
    std::map<WindowId, Instant> away; ///< Paused.
};

/// When somebody is called if everything takes its mean time.
struct Turn
{
    Span wait{0};        ///< From now; not negative.
    Span step{0};        ///< Between two calls for the same service: its length by its windows.
    bool atOnce = false; ///< Some window is free, and this one is the first it calls.
};

struct Turns
{
    std::map<VisitId, Turn> visits;             ///< Who waits; not whom no window can call.
    std::vector<std::optional<Turn>> newcomers; ///< In the order given.
};

/// Runs the office's own rule forward from the present until all who wait now are called: windows
/// finish their visits, take their breaks and call whom the rule names; the booked come; some of
/// those who wait leave. Newcomers stand in their lines but take no time, so that any number can
/// be asked about in one run. Means only: simulating hundreds of random courses was tried on a
/// call centre's year and came no nearer.
Turns runAhead(const queue::Office& office,
               const OfficeTime& time,
               const Experience& experience,
               const WindowsSince& since,
               const std::vector<Newcomer>& newcomers);

} // namespace talon::forecast
