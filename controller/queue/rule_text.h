#pragma once

#include "shared/domain/settings.h"

#include <chrono>
#include <vector>

/// What an office's choice of order, targets and weights means, in words that a manager reads out.
namespace talon::queue {

/// By how much later somebody may join and still be called before a walk-in for this service, of
/// all who may be served at the same level of one window; bookings not counted. None when there is
/// no such bound.
std::optional<std::chrono::minutes> overtakingBound(const OfficeSettings& settings,
                                                    ServiceId service);

/// One sentence each, in Russian and English.
std::vector<Text> consequences(const OfficeSettings& settings);

} // namespace talon::queue
