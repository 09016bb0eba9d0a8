#include "controller/journal/office_json.h"

#include "controller/journal/queue_json.h"
#include "shared/wire/booking_json.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"
#include "shared/wire/schedule_json.h"
#include "shared/wire/settings_json.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace talon::journal {

namespace {

using wire::JsonReader;

constexpr int IntMax = std::numeric_limits<int>::max();

QJsonObject deskJson(WindowId window, const queue::WindowDesk& desk)
{
    QJsonValue last;
    if (desk.last) {
        last = QJsonObject{{u"before"_s, toJson(desk.last->before)},
                           {u"revision"_s, desk.last->revision},
                           {u"at"_s, wire::toJson(desk.last->at)}};
    }
    return {
        {u"window"_s, wire::toJson(window)},      {u"state"_s, wire::toJson(name(desk.state))},
        {u"clerk"_s, wire::toJson(desk.clerk)},   {u"visit"_s, wire::toJson(desk.visit)},
        {u"backAt"_s, wire::toJson(desk.backAt)}, {u"openedAt"_s, wire::toJson(desk.openedAt)},
        {u"breaksBehind"_s, desk.breaksBehind},   {u"last"_s, last},
    };
}

queue::WindowDesk deskFrom(JsonReader& json)
{
    queue::WindowDesk desk{.state = json.choice("state", WindowStates),
                           .clerk = json.idMaybe<StaffId>("clerk"),
                           .visit = json.idMaybe<VisitId>("visit"),
                           .backAt = json.instantMaybe("backAt"),
                           .openedAt = json.instantMaybe("openedAt"),
                           .breaksBehind =
                               static_cast<int>(json.integer("breaksBehind", 0, IntMax))};
    if (json.has("last")) {
        JsonReader last = json.object("last");
        JsonReader before = last.object("before");
        desk.last =
            queue::LastAction{.before = visitFrom(before),
                              .revision = static_cast<int>(last.integer("revision", 0, IntMax)),
                              .at = last.instant("at")};
    }
    return desk;
}

Booking bookingFrom(JsonReader& json)
{
    return {.id = json.id<BookingId>("id"),
            .code = json.text("code"),
            .service = json.id<ServiceId>("service"),
            .day = json.day("day"),
            .at = json.instant("at"),
            .state = json.choice("state", BookingStates),
            .visit = json.idMaybe<VisitId>("visit"),
            .phoneEnd = json.textMaybe("phoneEnd")};
}

QJsonArray leasesJson(const queue::Office& office)
{
    QJsonArray all;
    for (const auto& [day, leases] : office.leases) {
        for (const queue::Lease& lease : leases) {
            QJsonArray given;
            for (const int serial : lease.given) {
                given.append(serial);
            }
            all.append(QJsonObject{{u"day"_s, wire::toJson(wire::dayText(day))},
                                   {u"device"_s, wire::toJson(lease.device)},
                                   {u"holder"_s, wire::toJson(lease.holder)},
                                   {u"service"_s, wire::toJson(lease.service)},
                                   {u"prefix"_s, wire::toJson(lease.prefix)},
                                   {u"first"_s, lease.first},
                                   {u"last"_s, lease.last},
                                   {u"given"_s, given}});
        }
    }
    return all;
}

/// Snapshots from before there were leases have none.
void readLeases(JsonReader& json, queue::Office& office)
{
    json.listMaybe("leases", [&](JsonReader& item) {
        queue::Lease lease{.device = item.id<DeviceId>("device"),
                           .holder = item.text("holder"),
                           .service = item.id<ServiceId>("service"),
                           .prefix = item.text("prefix"),
                           .first = static_cast<int>(item.integer("first", 1, IntMax)),
                           .last = static_cast<int>(item.integer("last", 1, IntMax))};
        for (const std::int64_t serial : item.integers("given")) {
            lease.given.insert(static_cast<int>(serial));
        }
        office.leases[item.day("day")].push_back(std::move(lease));
        return Done{};
    });
}

/// What the day gave out and what holds for it, by service and window.
void addDay(QJsonObject& json, const queue::Office& office)
{
    QJsonArray numbers;
    for (const auto& [service, issued] : office.issued) {
        const auto last = office.lastNumber.find(service);
        numbers.append(
            QJsonObject{{u"service"_s, wire::toJson(service)},
                        {u"lastNumber"_s, last == office.lastNumber.end() ? 0 : last->second},
                        {u"issued"_s, issued}});
    }
    QJsonArray issuing;
    for (const auto& [service, how] : office.issuing) {
        QJsonObject item = toJson(how);
        item.insert(u"service"_s, wire::toJson(service));
        issuing.append(item);
    }
    QJsonArray breaks;
    for (const auto& [window, planned] : office.breaks) {
        breaks.append(QJsonObject{{u"window"_s, wire::toJson(window)},
                                  {u"breaks"_s, wire::arrayOf(planned, [](const PlannedBreak& p) {
                                       return wire::toJson(p);
                                   })}});
    }
    json.insert(u"numbers"_s, numbers);
    json.insert(u"issuing"_s, issuing);
    json.insert(u"breaks"_s, breaks);
    json.insert(u"leases"_s, leasesJson(office));
}

void readDay(JsonReader& json, queue::Office& office)
{
    json.list("numbers", [&](JsonReader& item) {
        const auto service = item.id<ServiceId>("service");
        // None when terminals gave all of them by themselves.
        if (const auto last = static_cast<int>(item.integer("lastNumber", 0, IntMax)); last > 0) {
            office.lastNumber[service] = last;
        }
        office.issued[service] = static_cast<int>(item.integer("issued", 1, IntMax));
        return Done{};
    });
    json.list("issuing", [&](JsonReader& item) {
        office.issuing[item.id<ServiceId>("service")] = issuingFrom(item);
        return Done{};
    });
    json.list("breaks", [&](JsonReader& item) {
        office.breaks[item.id<WindowId>("window")] = item.list("breaks", wire::breakFrom);
        return Done{};
    });
}

} // namespace

QJsonObject toJson(const queue::Office& office)
{
    QJsonArray visits;
    for (const auto& [id, visit] : office.visits) {
        visits.append(toJson(visit));
    }
    QJsonArray desks;
    for (const auto& [window, desk] : office.desks) {
        desks.append(deskJson(window, desk));
    }
    QJsonArray bookings;
    for (const auto& [id, booking] : office.bookings) {
        bookings.append(wire::toJson(booking));
    }
    const bool isSetUp = office.settings != OfficeSettings{};
    QJsonObject json{
        {u"settings"_s, isSetUp ? QJsonValue(wire::toJson(office.settings)) : QJsonValue()},
        {u"day"_s, wire::toJson(wire::dayText(office.day))},
        {u"lastVisit"_s, qint64{office.lastVisit}},
        {u"lastBooking"_s, qint64{office.lastBooking}},
        {u"lastCall"_s, qint64{office.lastCall}},
        {u"bookingsRevision"_s, qint64{office.bookingsRevision}},
        {u"visits"_s, visits},
        {u"desks"_s, desks},
        {u"bookings"_s, bookings},
    };
    addDay(json, office);
    return json;
}

Expected<queue::Office, ParseError> officeFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    queue::Office office;
    if (json.has("settings")) {
        auto settings = wire::settingsFromJson(object.value("settings"_L1).toObject());
        if (!settings) {
            return Unexpected(settings.error());
        }
        office.settings = *std::move(settings);
    }
    office.day = json.day("day");
    office.lastVisit = json.integer("lastVisit", 0);
    office.lastBooking = json.integer("lastBooking", 0);
    office.lastCall = json.integer("lastCall", 0);
    office.bookingsRevision = json.integer("bookingsRevision", 0);
    readDay(json, office);
    readLeases(json, office);
    json.list("visits", [&](JsonReader& item) {
        queue::Visit visit = visitFrom(item);
        // Who waits, is on hold or absent is told by the visits.
        if (visit.state == VisitState::Waiting) {
            office.lines[queue::lineOf(visit)].insert(
                {.place = visit.place, .visit = visit.id, .due = visit.due});
        } else if (visit.state == VisitState::Held) {
            office.held.insert(visit.id);
        } else if (visit.state == VisitState::NoShow) {
            office.absent.insert(visit.id);
        }
        office.visits.emplace(visit.id, std::move(visit));
        return Done{};
    });
    json.list("desks", [&](JsonReader& item) {
        office.desks[item.id<WindowId>("window")] = deskFrom(item);
        return Done{};
    });
    json.list("bookings", [&](JsonReader& item) {
        const Booking booking = bookingFrom(item);
        office.bookings.emplace(booking.id, booking);
        office.bookingByCode.emplace(plainCode(booking.code), booking.id);
        return Done{};
    });
    return json.finish(std::move(office));
}

} // namespace talon::journal
