#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "shared/wire/arrivals_json.h"

namespace talon::api {

namespace {

ArrivalBooking arrivalOf(const queue::Office& office, const Booking& booking)
{
    ArrivalBooking arrival{.id = booking.id,
                           .code = booking.code,
                           .phoneEnd = booking.phoneEnd,
                           .service = booking.service,
                           .day = booking.day,
                           .at = booking.at,
                           .state = booking.state,
                           .number = {}};
    if (booking.visit) {
        if (const queue::Visit* const visit = queue::findVisit(office, *booking.visit)) {
            arrival.number = visit->number;
        }
    }
    return arrival;
}

} // namespace

void arrivalList(const Call& call)
{
    const queue::Office& office = call.desk.access.office();
    wire::Arrivals arrivals;
    for (const auto& [id, booking] : office.bookings) {
        if (booking.day <= office.day + wire::ArrivalDays) {
            arrivals.bookings.push_back(arrivalOf(office, booking));
        }
    }
    call.reply({.status = 200, .body = compact(toJson(arrivals))});
}

} // namespace talon::api
