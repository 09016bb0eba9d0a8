#include "shared/wire/offline_json.h"

#include "shared/domain/settings.h"
#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

constexpr std::size_t KeyBytesMax = 64;

QJsonObject toJson(const OpenTime& time)
{
    return {{u"opens"_s, wire::toJson(time.opens)}, {u"closes"_s, wire::toJson(time.closes)}};
}

QJsonObject toJson(const LeasedDay& day)
{
    return {
        {u"day"_s, wire::toJson(dayText(day.day))},
        {u"begins"_s, wire::toJson(day.begins)},
        {u"ends"_s, wire::toJson(day.ends)},
        {u"hours"_s, arrayOf(day.hours, [](const OpenTime& time) { return toJson(time); })},
        {u"leases"_s,
         arrayOf(day.leases, [](const NumberLease& lease) { return wire::toJson(lease); })},
    };
}

OpenTime openTimeFrom(JsonReader& json)
{
    return {.opens = json.instant("opens"), .closes = json.instant("closes")};
}

LeasedDay leasedDayFrom(JsonReader& json)
{
    return {.day = json.day("day"),
            .begins = json.instant("begins"),
            .ends = json.instant("ends"),
            .hours = json.list("hours", openTimeFrom),
            .leases = json.list("leases", numberLeaseFrom)};
}

} // namespace

QJsonObject toJson(const NumberLease& lease)
{
    return {
        {u"service"_s, toJson(lease.service)},
        {u"prefix"_s, toJson(lease.prefix)},
        {u"first"_s, lease.first},
        {u"last"_s, lease.last},
    };
}

QJsonObject toJson(const LeaseRequest& request)
{
    return {{u"store"_s, toJson(request.store)}};
}

QJsonObject toJson(const NumberLeases& leases)
{
    return {{u"days"_s, arrayOf(leases.days, [](const LeasedDay& day) { return toJson(day); })}};
}

QJsonObject toJson(const OfflineTicket& ticket)
{
    return {
        {u"service"_s, toJson(ticket.service)},
        {u"category"_s, toJson(ticket.category)},
        {u"language"_s, toJson(ticket.language)},
        {u"people"_s, ticket.people},
        {u"booking"_s, toJson(ticket.booking)},
        {u"day"_s, toJson(dayText(ticket.day))},
        {u"serial"_s, ticket.serial},
        {u"number"_s, toJson(ticket.number)},
        {u"takenAt"_s, toJson(ticket.takenAt)},
        {u"paper"_s, toJson(name(ticket.paper))},
        {u"instead"_s, ticket.instead.empty() ? QJsonValue() : toJson(ticket.instead)},
        {u"store"_s, ticket.store.empty() ? QJsonValue() : toJson(ticket.store)},
    };
}

QJsonObject toJson(const HandedOver& handedOver)
{
    return {
        {u"ticket"_s, handedOver.ticket ? QJsonValue(toJson(*handedOver.ticket)) : QJsonValue()},
        {u"late"_s, handedOver.late ? toJson(name(*handedOver.late)) : QJsonValue()},
    };
}

NumberLease numberLeaseFrom(JsonReader& json)
{
    return {.service = json.id<ServiceId>("service"),
            .prefix = json.text("prefix", 16),
            .first = static_cast<int>(json.integer("first", 1, HighestNumber)),
            .last = static_cast<int>(json.integer("last", 1, HighestNumber))};
}

Expected<LeaseRequest, ParseError> leaseRequestFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    LeaseRequest request{.store = json.text("store", KeyBytesMax)};
    return json.finish(std::move(request));
}

Expected<NumberLeases, ParseError> numberLeasesFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    NumberLeases leases{.days = json.list("days", leasedDayFrom)};
    return json.finish(std::move(leases));
}

Expected<OfflineTicket, ParseError> offlineTicketFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    OfflineTicket ticket{
        .service = json.id<ServiceId>("service"),
        .category = json.idMaybe<CategoryId>("category"),
        .language = json.textMaybe("language", 8).value_or("ru"),
        .people = static_cast<int>(json.integerOr("people", 1, 1, 99)),
        .booking = json.idMaybe<BookingId>("booking"),
        .day = json.day("day"),
        .serial = static_cast<int>(json.integer("serial", 1, HighestNumber)),
        .number = json.text("number", 32),
        .takenAt = json.instant("takenAt"),
        .paper = json.choice("paper", PrintOutcomes),
        .instead = json.textMaybe("instead", KeyBytesMax).value_or(""),
        .store = json.textMaybe("store", KeyBytesMax).value_or(""),
    };
    return json.finish(std::move(ticket));
}

Expected<HandedOver, ParseError> handedOverFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    HandedOver handedOver;
    if (json.has("late")) {
        handedOver.late = json.choice("late", LateReasons);
    }
    if (json.has("ticket")) {
        auto ticket = ticketFromJson(object.value("ticket"_L1).toObject());
        if (!ticket) {
            return Unexpected(ticket.error());
        }
        handedOver.ticket = *std::move(ticket);
    }
    return json.finish(std::move(handedOver));
}

} // namespace talon::wire
