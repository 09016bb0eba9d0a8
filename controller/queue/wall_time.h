#pragma once

#include "shared/base/instant.h"

namespace talon::queue {

/// The moment at which the office's wall clock shows this minute of the present business day. If
/// the zone changes its clock in between, it is off by that change.
inline Instant instantAt(const OfficeTime& time, std::chrono::minutes minuteOfDay)
{
    return std::chrono::floor<std::chrono::minutes>(time.now) + (minuteOfDay - time.minuteOfDay);
}

} // namespace talon::queue
