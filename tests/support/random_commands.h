#pragma once

#include "controller/queue/commands.h"
#include "controller/queue/office.h"
#include "tests/support/random.h"

namespace talon::test {

/// The small office with everything in it: a station (window 4), breaks, limits, a hidden service,
/// a few rules.
OfficeSettings fullSettings();

/// What somebody or something may ask of it next, mostly sensible enough to be accepted now and
/// then; every command and every refusal comes up.
queue::Command randomCommand(Random& random, const queue::Office& office, const OfficeTime& time);

} // namespace talon::test
