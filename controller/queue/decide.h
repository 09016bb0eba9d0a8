#pragma once

#include "controller/queue/commands.h"
#include "controller/queue/events.h"
#include "controller/queue/office.h"
#include "shared/base/expected.h"

#include <vector>

namespace talon::queue {

using Decision = Expected<std::vector<Event>, Refusal>;

/// What a command makes happen, or why not. Changes nothing. A command that arrives on a later
/// day than the office's begins that day first; a clock that goes back does not.
Decision decide(const Office& office, const Command& command, const OfficeTime& time);

} // namespace talon::queue
