#include "controller/queue/decisions.h"
#include "controller/queue/issuing.h"
#include "controller/queue/leases.h"
#include "controller/queue/rule.h"
#include "controller/queue/wall_time.h"
#include "shared/base/ensure.h"
#include "shared/domain/ticket_number.h"

#include <algorithm>

namespace talon::queue {

namespace {

constexpr std::size_t FurtherServicesMax = 5;

/// The next number of a service, as an event that lacks nothing but who comes and when.
Expected<TicketIssued, Refusal>
nextTicket(const Office& office, const Service& service, Instant now)
{
    const int serial = nextSerial(office, service);
    if (serial > service.lastNumber) {
        return Unexpected(Refusal::NumbersUsedUp);
    }
    return TicketIssued{.visit = {office.lastVisit + 1},
                        .serial = serial,
                        .number = printedNumber(service.prefix, serial),
                        .service = service.id,
                        .route = {},
                        .category = {},
                        .booking = {},
                        .bookedFor = {},
                        .at = now,
                        .promised = {}};
}

Refusal refusalFor(ClosedReason reason)
{
    switch (reason) {
    case ClosedReason::OfficeClosed: return Refusal::OfficeClosed;
    case ClosedReason::NotNow: return Refusal::ServiceClosed;
    case ClosedReason::Stopped: return Refusal::IssuingStopped;
    case ClosedReason::DayLimit: return Refusal::DayLimitReached;
    case ClosedReason::LastTicket: return Refusal::LastTicketGiven;
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

/// The staff may put somebody in whom the terminal turns away, but not outside the hours, nor
/// against the word of a colleague.
bool staffMayPass(ClosedReason reason)
{
    return reason == ClosedReason::DayLimit || reason == ClosedReason::LastTicket;
}

bool isCategoryKnown(const Office& office, std::optional<CategoryId> category)
{
    return !category || findCategory(office.settings, *category) != nullptr;
}

} // namespace

Decision on(const Office& office, const IssueTicket& command, const OfficeTime& time)
{
    const Service* const service = findService(office.settings, command.service);
    if (service == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    if (!isCategoryKnown(office, command.category)) {
        return Unexpected(Refusal::UnknownCategory);
    }
    if (command.people < 1 || command.people > PeopleMax ||
        command.then.size() > FurtherServicesMax) {
        return Unexpected(Refusal::OutOfRange);
    }
    std::vector<Stop> route;
    for (const ServiceId next : command.then) {
        if (findService(office.settings, next) == nullptr) {
            return Unexpected(Refusal::UnknownService);
        }
        route.push_back({.service = next, .onlyAt = {}});
    }
    if (service->hidden && !command.byStaff) {
        return Unexpected(Refusal::StaffOnly);
    }
    const auto closed = closedReason(office, *service, time);
    if (closed && !(command.byStaff && staffMayPass(*closed))) {
        return Unexpected(refusalFor(*closed));
    }
    auto ticket = nextTicket(office, *service, time.now);
    if (!ticket) {
        return Unexpected(ticket.error());
    }
    ticket->route = std::move(route);
    ticket->category = command.category;
    ticket->people = command.people;
    ticket->language = command.language;
    ticket->due = dueFor(office.settings, service->id, command.category, time.now);
    ticket->promised = command.promised;
    return one(*std::move(ticket));
}

/// A booking is a promise: neither hours nor limits stand in its way.
Decision on(const Office& office, const CheckIn& command, const OfficeTime& time)
{
    const Booking* const booking = findBooking(office, command.booking);
    if (booking == nullptr) {
        return Unexpected(Refusal::UnknownBooking);
    }
    if (booking->state == BookingState::Cancelled) {
        return Unexpected(Refusal::BookingCancelled);
    }
    if (booking->state == BookingState::Arrived) {
        return Unexpected(Refusal::BookingArrived);
    }
    if (booking->day != office.day) {
        return Unexpected(Refusal::BookingOtherDay);
    }
    if (time.now < booking->at - office.settings.rules.bookingEarliest) {
        return Unexpected(Refusal::BookingTooEarly);
    }
    if (!isCategoryKnown(office, command.category)) {
        return Unexpected(Refusal::UnknownCategory);
    }
    if (command.people < 1 || command.people > PeopleMax) {
        return Unexpected(Refusal::OutOfRange);
    }
    const Service* const service = findService(office.settings, booking->service);
    if (service == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    auto ticket = nextTicket(office, *service, time.now);
    if (!ticket) {
        return Unexpected(ticket.error());
    }
    ticket->category = command.category;
    ticket->booking = booking->id;
    ticket->bookedFor = booking->at;
    ticket->people = command.people;
    ticket->language = command.language;
    ticket->due =
        dueForBooked(office.settings, service->id, command.category, booking->at, time.now);
    ticket->promised = command.promised;
    return one(*std::move(ticket));
}

Decision on(const Office& office, const ReportPrint& command, const OfficeTime& time)
{
    const Visit* const visit = findVisit(office, command.visit);
    if (visit == nullptr) {
        return Unexpected(Refusal::UnknownVisit);
    }
    if (visit->print == PrintOutcome::Printed && !command.copy) {
        return Unexpected(Refusal::AlreadyReported);
    }
    return one(PrintReported{
        .visit = visit->id, .outcome = command.outcome, .copy = command.copy, .at = time.now});
}

Decision on(const Office& office, const SetIssuing& command, const OfficeTime& time)
{
    if (findService(office.settings, command.service) == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    const auto known = office.issuing.find(command.service);
    Issuing issuing = known == office.issuing.end() ? Issuing{} : known->second;
    if (issuing.mode == command.mode) {
        return nothing();
    }
    issuing.mode = command.mode;
    return one(IssuingChanged{.service = command.service, .issuing = issuing, .at = time.now});
}

Decision on(const Office& office, const SetLastTicket& command, const OfficeTime& time)
{
    if (findService(office.settings, command.service) == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    const auto known = office.issuing.find(command.service);
    Issuing issuing = known == office.issuing.end() ? Issuing{} : known->second;
    if (issuing.lastTicketGiven == command.given) {
        return nothing();
    }
    issuing.lastTicketGiven = command.given;
    return one(IssuingChanged{.service = command.service, .issuing = issuing, .at = time.now});
}

} // namespace talon::queue
