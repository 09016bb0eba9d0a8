#pragma once

#include "controller/queue/events.h"
#include "controller/queue/office.h"

namespace talon::queue {

/// Makes an event part of the office. Never refuses: an event that does not fit is a wrong
/// program or a wrong journal, and stops it.
void apply(Office& office, const Event& event);

} // namespace talon::queue
