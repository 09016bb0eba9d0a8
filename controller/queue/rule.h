#pragma once

#include "controller/queue/office.h"

#include <optional>

/// The order of service: earliest due first.
///
/// Every visit has a due moment, the time it joined plus the waiting its class was promised; a
/// booking is due at its booked time. A window calls, of the visitors for its own services, the one
/// due earliest. Visitors for services that it only helps out with count when their moment has
/// passed, or when none of its own waits. docs/rule-of-service.md says it for a manager, with the
/// bound that follows. In the literature: earliest due date (Jackson 1960), head-start discipline
/// (Kleinrock 1964).
///
/// An office may choose another order (shared/domain/queue_rules.h). Each is a way to reckon a
/// visit's place, a moment that does not change while it waits; the least place is called first.
namespace talon::queue {

/// What a visitor of this class was promised to wait at most.
std::chrono::minutes
targetFor(const OfficeSettings& settings, ServiceId service, std::optional<CategoryId> category);

/// When somebody who joins now should be called.
Instant dueFor(const OfficeSettings& settings,
               ServiceId service,
               std::optional<CategoryId> category,
               Instant joinedAt);

/// When a booked visitor who checks in now should be called: early or within the grace at the
/// booked time; later than that, lateness costs place, up to that of a walk-in, never the visit.
Instant dueForBooked(const OfficeSettings& settings,
                     ServiceId service,
                     std::optional<CategoryId> category,
                     Instant bookedFor,
                     Instant arrivedAt);

/// When a visit should be called that goes on to a service, or gets another category: the wait in
/// the office so far counts.
Instant dueForOngoing(const OfficeSettings& settings, const Visit& visit, ServiceId service);

/// The place of a visit in the order that the office has chosen.
Instant placeOf(const OfficeSettings& settings, const Visit& visit);

struct Choice
{
    WaitingPlace place;
    Line line;
    bool helping = false;
};

/// Whom a window should call now of all who wait; none when nobody waits whom it can serve.
std::optional<Choice> chooseFrom(const Lines& lines, const Window& window, Instant now);

/// Why this one, as it is kept with the call.
CallReason reasonFor(const Visit& visit, bool helping, Instant now);

} // namespace talon::queue
