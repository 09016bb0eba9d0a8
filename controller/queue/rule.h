#pragma once

#include "controller/queue/office.h"

#include <optional>

/// The order of service: earliest due first.
///
/// Every visit has a due moment, the time it joined plus the waiting its class was promised. A
/// window calls, of the visitors for its own services, the one due earliest. Visitors for services
/// that it only helps out with count when their moment has passed, or when none of its own waits.
/// In the literature: earliest due date (Jackson 1960), head-start discipline (Kleinrock 1964).
namespace talon::queue {

/// When somebody who joins now should be called.
Instant dueFor(const OfficeSettings& settings,
               ServiceId service,
               std::optional<CategoryId> category,
               Instant joinedAt);

struct NextVisit
{
    VisitId visit;
    CallReason reason;
};

/// Whom this window should call now, and why; none when nobody waits whom it can serve.
std::optional<NextVisit> nextFor(const Office& office, const Window& window, Instant now);

} // namespace talon::queue
