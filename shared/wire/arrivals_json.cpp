#include "shared/wire/arrivals_json.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject bookingJson(const ArrivalBooking& booking)
{
    return {
        {u"id"_s, toJson(booking.id)},
        {u"code"_s, toJson(booking.code)},
        {u"phoneEnd"_s, toJson(booking.phoneEnd)},
        {u"service"_s, toJson(booking.service)},
        {u"day"_s, toJson(dayText(booking.day))},
        {u"at"_s, toJson(booking.at)},
        {u"state"_s, toJson(name(booking.state))},
        {u"number"_s, toJson(booking.number)},
    };
}

ArrivalBooking bookingFrom(JsonReader& json)
{
    ArrivalBooking booking;
    booking.id = json.id<BookingId>("id");
    booking.code = json.text("code", 64);
    booking.phoneEnd = json.textMaybe("phoneEnd", 4);
    booking.service = json.id<ServiceId>("service");
    booking.day = json.day("day");
    booking.at = json.instant("at");
    booking.state = json.choice("state", BookingStates);
    booking.number = json.textMaybe("number", 32);
    return booking;
}

} // namespace

QJsonObject toJson(const Arrivals& arrivals)
{
    return {{u"bookings"_s, arrayOf(arrivals.bookings, bookingJson)}};
}

Expected<Arrivals, ParseError> arrivalsFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    Arrivals arrivals{.bookings = json.list("bookings", bookingFrom)};
    return json.finish(std::move(arrivals));
}

} // namespace talon::wire
