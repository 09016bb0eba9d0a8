#pragma once

#include "controller/queue/events.h"
#include "controller/queue/office.h"

/// The part of apply() that is about leases.
namespace talon::queue {

void on(Office& office, const NumbersLeased& event);
void on(Office& office, const LateTicketRecorded& event);

/// A number that was given in the office's absence. Without a lease, as after a restore, it becomes
/// one of its own: the office passes over it.
void giveLeased(Office& office, const TicketIssued& event);

} // namespace talon::queue
