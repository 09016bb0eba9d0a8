#pragma once

#include "controller/queue/office.h"

#include <optional>
#include <string>

namespace talon::queue {

/// Checks what must be true of an office at every moment, run after every event in tests:
/// a window has one visit at most and a visit one window; a number is given once a day; who waits
/// has no window; an ended visit has an end. Returns the first sentence that does not hold.
std::optional<std::string> brokenInvariant(const Office& office);

} // namespace talon::queue
