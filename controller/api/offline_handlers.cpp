#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "controller/queue/leases.h"
#include "shared/base/ensure.h"
#include "shared/wire/offline_json.h"

namespace talon::api {

namespace {

DeviceId deviceOf(const Call& call)
{
    TALON_ENSURE(call.actor.device() != nullptr); // The right is the terminal's alone.
    return call.actor.device()->id;
}

LeasedDay leasedDay(const OfficeAccess& access, const queue::Office& office, Day day)
{
    const auto dayBegins = office.settings.dayBegins;
    LeasedDay leased{.day = day,
                     .begins = access.instantAt(day, dayBegins),
                     .ends = access.instantAt(day + std::chrono::days{1}, dayBegins)};
    for (const OpeningHours& hours : hoursOn(office.settings, day)) {
        leased.hours.push_back({.opens = access.instantAt(day, hours.opens),
                                .closes = access.instantAt(day, hours.closes)});
    }
    return leased;
}

/// The visit, the record, or the visit that the very same ticket had become before.
QByteArray handedOverReply(const OfflineTicket& ticket,
                           const queue::Office& office,
                           const std::vector<queue::Event>& events)
{
    wire::HandedOver handedOver;
    for (const queue::Event& event : events) {
        if (const auto* const issued = std::get_if<queue::TicketIssued>(&event)) {
            handedOver.ticket = ticketOf(office, *issued);
        } else if (const auto* const late = std::get_if<queue::LateTicketRecorded>(&event)) {
            handedOver.late = late->why;
        }
    }
    if (!handedOver.ticket && !handedOver.late) {
        for (const auto& [id, visit] : office.visits) {
            if (visit.day == office.day && visit.number == ticket.number) {
                handedOver.ticket = {.visit = id,
                                     .number = visit.number,
                                     .service = visit.service,
                                     .category = visit.category,
                                     .language = visit.language,
                                     .joinedAt = visit.joinedAt,
                                     .peopleAhead = queue::peopleAhead(office, id),
                                     .promised = visit.promised};
            }
        }
    }
    return compact(wire::toJson(handedOver));
}

} // namespace

void leaseNumbers(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    const auto request = accepted(call, wire::leaseRequestFromJson(*body));
    if (!request) {
        return;
    }
    const DeviceId device = deviceOf(call);
    submit(call, queue::LeaseNumbers{.device = device, .holder = request->store},
           [&access = call.desk.access, device, holder = request->store](
               const queue::Office& office, const std::vector<queue::Event>& /*events*/) {
               wire::NumberLeases leases;
               for (const Day day : queue::leasedDays(office)) {
                   leases.days.push_back(leasedDay(access, office, day));
                   leases.days.back().leases = queue::leasesOf(office, device, holder, day);
               }
               return compact(wire::toJson(leases));
           });
}

void handOverTicket(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    const auto ticket = accepted(call, wire::offlineTicketFromJson(*body));
    if (!ticket) {
        return;
    }
    // A request cannot stand in for itself: then it stands in for none.
    const bool itself = ticket->instead == call.request.idempotencyKey;
    submit(
        call, queue::HandOverTicket{.device = deviceOf(call), .ticket = *ticket, .instead = {}},
        [ticket = *ticket](const queue::Office& office, const std::vector<queue::Event>& events) {
            return handedOverReply(ticket, office, events);
        },
        itself ? std::string() : ticket->instead);
}

} // namespace talon::api
