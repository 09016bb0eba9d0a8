#include "controller/queue/decisions.h"
#include "controller/queue/leases.h"
#include "controller/queue/rule.h"
#include "controller/queue/wall_time.h"
#include "shared/domain/ticket_number.h"

#include <algorithm>

namespace talon::queue {

namespace {

/// When the visitor joined, as far as the office can believe it: not in the future, and not before
/// the day began.
Instant joinedAt(const Office& office, Instant takenAt, const OfficeTime& time)
{
    const Instant begins = instantAt(time, office.settings.dayBegins) + (office.day - time.day);
    return std::min(std::max(takenAt, begins), time.now);
}

const Visit* visitWith(const Office& office, std::string_view number)
{
    const auto found = std::ranges::find_if(office.visits, [&](const auto& entry) {
        return entry.second.day == office.day && entry.second.number == number;
    });
    return found == office.visits.end() ? nullptr : &found->second;
}

/// The very ticket was handed over before, under a key that is forgotten.
bool isKnown(const Visit* visit, const HandOverTicket& command)
{
    return visit != nullptr && visit->offline && visit->offline->device == command.device &&
           visit->offline->takenAt == command.ticket.takenAt;
}

/// Whether the number of a ticket can stand in today's queue. One that nobody holds is taken too:
/// a journal that was restored has forgotten leases.
bool isFree(const Office& office, const HandOverTicket& command, const Visit* sameNumber)
{
    const auto number = numberFrom(command.ticket.number);
    if (!number || number->serial != command.ticket.serial || sameNumber != nullptr) {
        return false;
    }
    const Lease* const lease = findLease(office, office.day, number->prefix, number->serial);
    if (lease == nullptr) {
        return true;
    }
    // A device that was enrolled anew has another id and the same store.
    const bool isStore = !command.ticket.store.empty() && lease->holder == command.ticket.store;
    return (isStore || lease->device == command.device) && !lease->given.contains(number->serial);
}

/// The booking that a ticket checks in; none when it is not there to be checked in, and the
/// visitor joins without one.
const Booking* bookingFor(const Office& office, const HandOverTicket& command)
{
    const Booking* const booking =
        command.ticket.booking ? findBooking(office, *command.ticket.booking) : nullptr;
    if (booking == nullptr || booking->day != office.day ||
        booking->state == BookingState::Cancelled) {
        return nullptr;
    }
    // Arrived by the very request that the terminal gave up: it is the same visitor.
    const bool arrived =
        booking->state == BookingState::Arrived && booking->visit != command.instead;
    return arrived ? nullptr : booking;
}

TicketIssued issued(const Office& office, const HandOverTicket& command, const OfficeTime& time)
{
    const OfflineTicket& ticket = command.ticket;
    const Instant joined = joinedAt(office, ticket.takenAt, time);
    TicketIssued event{.visit = {office.lastVisit + 1},
                       .serial = ticket.serial,
                       .number = ticket.number,
                       .service = ticket.service,
                       .people = std::clamp(ticket.people, 1, PeopleMax),
                       .language = ticket.language,
                       .at = joined,
                       .offline = OfflineOrigin{.device = command.device,
                                                .takenAt = ticket.takenAt,
                                                .handedOverAt = time.now}};
    if (ticket.category && findCategory(office.settings, *ticket.category) != nullptr) {
        event.category = ticket.category;
    }
    if (const Booking* const booking = bookingFor(office, command)) {
        event.booking = booking->id;
        event.bookedFor = booking->at;
        event.due =
            dueForBooked(office.settings, ticket.service, event.category, booking->at, joined);
    } else {
        event.due = dueFor(office.settings, ticket.service, event.category, joined);
    }
    return event;
}

/// The visit that the controller had made of the request which the terminal gave up: nobody has
/// that ticket.
void cancelUnheard(const Office& office,
                   const HandOverTicket& command,
                   Instant now,
                   std::vector<Event>& events)
{
    const Visit* const visit = command.instead ? findVisit(office, *command.instead) : nullptr;
    if (visit != nullptr && !visit->offline &&
        (visit->state == VisitState::Waiting || visit->state == VisitState::Held)) {
        events.emplace_back(VisitCancelled{
            .visit = visit->id, .from = {}, .why = CancelReason::NotPrinted, .at = now});
    }
}

} // namespace

Decision on(const Office& office, const LeaseNumbers& command, const OfficeTime& time)
{
    std::vector<Event> events;
    for (const Day day : leasedDays(office)) {
        NumbersLeased leased{.device = command.device,
                             .holder = command.holder,
                             .day = day,
                             .leases = {},
                             .at = time.now};
        for (const Service& service : office.settings.services) {
            if (service.hidden) {
                continue;
            }
            if (auto lease = topUp(office, service, command.device, command.holder, day)) {
                leased.leases.push_back(*std::move(lease));
            }
        }
        if (!leased.leases.empty()) {
            events.emplace_back(std::move(leased));
        }
    }
    return events;
}

/// Never refused: the visitor has the paper in hand, and a terminal that is refused would try for
/// ever. What can be no visit is recorded with the reason.
Decision on(const Office& office, const HandOverTicket& command, const OfficeTime& time)
{
    const OfflineTicket& ticket = command.ticket;
    std::vector<Event> events;
    const auto recordLate = [&](LateReason why) {
        events.emplace_back(LateTicketRecorded{.device = command.device,
                                               .service = ticket.service,
                                               .number = ticket.number,
                                               .day = ticket.day,
                                               .takenAt = ticket.takenAt,
                                               .people = std::clamp(ticket.people, 1, PeopleMax),
                                               .booking = ticket.booking,
                                               .outcome = ticket.paper,
                                               .why = why,
                                               .at = time.now});
        return events;
    };
    const Visit* const sameNumber =
        ticket.day < office.day ? nullptr : visitWith(office, ticket.number);
    if (isKnown(sameNumber, command)) {
        return nothing();
    }
    cancelUnheard(office, command, time.now, events);
    if (ticket.day < office.day) {
        return recordLate(LateReason::DayOver);
    }
    if (findService(office.settings, ticket.service) == nullptr) {
        return recordLate(LateReason::ServiceGone);
    }
    if (!isFree(office, command, sameNumber)) {
        return recordLate(LateReason::NumberTaken);
    }
    TicketIssued event = issued(office, command, time);
    const VisitId visit = event.visit;
    events.emplace_back(std::move(event));
    if (ticket.paper != PrintOutcome::NotReported) {
        events.emplace_back(PrintReported{.visit = visit, .outcome = ticket.paper, .at = time.now});
    }
    return events;
}

} // namespace talon::queue
