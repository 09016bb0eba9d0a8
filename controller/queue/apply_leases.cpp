#include "controller/queue/apply_leases.h"

#include "shared/base/ensure.h"
#include "shared/domain/ticket_number.h"

#include <algorithm>

namespace talon::queue {

namespace {

/// The lease that has a number today; null when none has.
Lease* leaseOf(Office& office, const TicketNumber& number)
{
    auto& leases = office.leases[office.day];
    const auto found = std::ranges::find_if(leases, [&](const Lease& lease) {
        return lease.prefix == number.prefix && lease.first <= number.serial &&
               number.serial <= lease.last;
    });
    return found == leases.end() ? nullptr : &*found;
}

} // namespace

void giveLeased(Office& office, const TicketIssued& event)
{
    const auto number = numberFrom(event.number);
    TALON_ENSURE(number && number->serial == event.serial);
    if (Lease* const lease = leaseOf(office, *number)) {
        TALON_ENSURE(lease->given.insert(event.serial).second);
        return;
    }
    office.leases[office.day].push_back({.device = event.offline->device,
                                         .holder = {},
                                         .service = event.service,
                                         .prefix = number->prefix,
                                         .first = event.serial,
                                         .last = event.serial,
                                         .given = {event.serial}});
}

void on(Office& office, const NumbersLeased& event)
{
    std::vector<Lease>& leases = office.leases[event.day];
    for (const NumberLease& lease : event.leases) {
        leases.push_back({.device = event.device,
                          .holder = event.holder,
                          .service = lease.service,
                          .prefix = lease.prefix,
                          .first = lease.first,
                          .last = lease.last,
                          .given = {}});
    }
}

void on(Office& office, const LateTicketRecorded& event)
{
    const auto number = numberFrom(event.number);
    if (event.day != office.day || !number || !office.leases.contains(office.day)) {
        return;
    }
    Lease* const lease = leaseOf(office, *number);
    if (lease != nullptr && lease->device == event.device) {
        lease->given.insert(number->serial);
    }
}

} // namespace talon::queue
