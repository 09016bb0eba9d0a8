#include "shared/wire/booking_json.h"

#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

QJsonObject toJson(const Booking& booking)
{
    return {
        {u"id"_s, toJson(booking.id)},           {u"code"_s, toJson(booking.code)},
        {u"service"_s, toJson(booking.service)}, {u"day"_s, toJson(dayText(booking.day))},
        {u"at"_s, toJson(booking.at)},           {u"state"_s, toJson(name(booking.state))},
        {u"visit"_s, toJson(booking.visit)},     {u"phoneEnd"_s, toJson(booking.phoneEnd)},
    };
}

} // namespace talon::wire
