#pragma once

#include "controller/queue/office.h"

namespace talon::queue {

/// Why terminals give no tickets for a service now; none when they do.
std::optional<ClosedReason>
closedReason(const Office& office, const Service& service, const OfficeTime& time);

} // namespace talon::queue
