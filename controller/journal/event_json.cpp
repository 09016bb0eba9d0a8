#include "controller/journal/event_json.h"

#include "controller/journal/queue_json.h"
#include "shared/wire/json_values.h"
#include "shared/wire/offline_json.h"
#include "shared/wire/schedule_json.h"
#include "shared/wire/settings_json.h"
#include "shared/wire/wait_range_json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace talon::journal {

namespace {

using journal::toJson;
using wire::toJson;

QJsonArray json(const std::vector<queue::Stop>& route)
{
    return wire::arrayOf(route, [](const queue::Stop& stop) { return toJson(stop); });
}

/// What many events say: which visit, which window, when.
template <class Event>
QJsonObject common(const Event& event)
{
    QJsonObject object;
    if constexpr (requires { event.visit; }) {
        object.insert(u"visit"_s, toJson(event.visit));
    }
    if constexpr (requires { event.booking; }) {
        object.insert(u"booking"_s, toJson(event.booking));
    }
    if constexpr (requires { event.window; }) {
        object.insert(u"window"_s, toJson(event.window));
    }
    if constexpr (requires { event.from; }) {
        object.insert(u"from"_s, toJson(event.from));
    }
    if constexpr (requires { event.call; }) {
        object.insert(u"call"_s, qint64{event.call});
    }
    if constexpr (requires { event.due; }) {
        object.insert(u"due"_s, toJson(event.due));
    }
    object.insert(u"at"_s, toJson(event.at));
    return object;
}

/// Events that say no more.
template <class Event>
QJsonObject json(const Event& event)
{
    return common(event);
}

QJsonObject json(const queue::DayStarted& event)
{
    return {{u"day"_s, toJson(wire::dayText(event.day))}};
}

QJsonObject json(const queue::SettingsChanged& event)
{
    return {{u"settings"_s, wire::toJson(event.settings)}};
}

QJsonObject json(const queue::TicketIssued& event)
{
    QJsonObject object = common(event);
    object.insert(u"serial"_s, event.serial);
    object.insert(u"number"_s, toJson(event.number));
    object.insert(u"service"_s, toJson(event.service));
    object.insert(u"route"_s, json(event.route));
    object.insert(u"category"_s, toJson(event.category));
    object.insert(u"bookedFor"_s, toJson(event.bookedFor));
    object.insert(u"people"_s, event.people);
    object.insert(u"language"_s, toJson(event.language));
    object.insert(u"promised"_s, toJson(event.promised));
    if (event.offline) {
        object.insert(u"offline"_s, toJson(*event.offline));
    }
    return object;
}

QJsonObject json(const queue::NumbersLeased& event)
{
    QJsonObject object = common(event);
    object.insert(u"device"_s, toJson(event.device));
    object.insert(u"holder"_s, toJson(event.holder));
    object.insert(u"day"_s, toJson(wire::dayText(event.day)));
    object.insert(u"leases"_s, wire::arrayOf(event.leases, [](const NumberLease& lease) {
                      return wire::toJson(lease);
                  }));
    return object;
}

QJsonObject json(const queue::LateTicketRecorded& event)
{
    QJsonObject object = common(event);
    object.insert(u"device"_s, toJson(event.device));
    object.insert(u"service"_s, toJson(event.service));
    object.insert(u"number"_s, toJson(event.number));
    object.insert(u"day"_s, toJson(wire::dayText(event.day)));
    object.insert(u"takenAt"_s, toJson(event.takenAt));
    object.insert(u"people"_s, event.people);
    object.insert(u"outcome"_s, toJson(name(event.outcome)));
    object.insert(u"why"_s, toJson(name(event.why)));
    return object;
}

QJsonObject json(const queue::PrintReported& event)
{
    QJsonObject object = common(event);
    object.insert(u"outcome"_s, toJson(name(event.outcome)));
    object.insert(u"copy"_s, event.copy);
    return object;
}

QJsonObject json(const queue::BookingAdded& event)
{
    QJsonObject object = common(event);
    object.insert(u"code"_s, toJson(event.code));
    object.insert(u"phoneEnd"_s, toJson(event.phoneEnd));
    object.insert(u"service"_s, toJson(event.service));
    object.insert(u"day"_s, toJson(wire::dayText(event.day)));
    object.insert(u"bookedFor"_s, toJson(event.bookedFor));
    return object;
}

QJsonObject json(const queue::BookingMoved& event)
{
    QJsonObject object = common(event);
    object.insert(u"day"_s, toJson(wire::dayText(event.day)));
    object.insert(u"bookedFor"_s, toJson(event.bookedFor));
    return object;
}

QJsonObject json(const queue::WindowOpened& event)
{
    QJsonObject object = common(event);
    object.insert(u"clerk"_s, event.clerk == StaffId{} ? QJsonValue() : toJson(event.clerk));
    return object;
}

QJsonObject json(const queue::BreakBegun& event)
{
    QJsonObject object = common(event);
    object.insert(u"backAt"_s, toJson(event.backAt));
    object.insert(u"breaksBehind"_s, event.breaksBehind);
    return object;
}

QJsonObject json(const queue::BreaksPlanned& event)
{
    QJsonObject object = common(event);
    object.insert(u"breaks"_s, wire::arrayOf(event.breaks, [](const PlannedBreak& planned) {
                      return wire::toJson(planned);
                  }));
    return object;
}

QJsonObject json(const queue::VisitCalled& event)
{
    QJsonObject object = toJson(event.reason);
    const QJsonObject rest = common(event);
    for (auto item = rest.begin(); item != rest.end(); ++item) {
        object.insert(item.key(), item.value());
    }
    return object;
}

QJsonObject json(const queue::VisitFinished& event)
{
    QJsonObject object = common(event);
    object.insert(u"topic"_s, toJson(event.topic));
    return object;
}

QJsonObject json(const queue::VisitPassedOn& event)
{
    QJsonObject object = common(event);
    object.insert(u"served"_s, event.served);
    object.insert(u"topic"_s, toJson(event.topic));
    object.insert(u"to"_s, toJson(event.to));
    object.insert(u"route"_s, json(event.route));
    object.insert(u"note"_s, toJson(event.note));
    return object;
}

QJsonObject json(const queue::VisitHeld& event)
{
    QJsonObject object = common(event);
    object.insert(u"until"_s, toJson(event.until));
    return object;
}

QJsonObject json(const queue::VisitCancelled& event)
{
    QJsonObject object = common(event);
    object.insert(u"why"_s, toJson(name(event.why)));
    return object;
}

QJsonObject json(const queue::CategorySet& event)
{
    QJsonObject object = common(event);
    object.insert(u"category"_s, toJson(event.category));
    return object;
}

QJsonObject json(const queue::VisitDropped& event)
{
    QJsonObject object = common(event);
    object.insert(u"why"_s, toJson(name(event.why)));
    return object;
}

QJsonObject json(const queue::IssuingChanged& event)
{
    QJsonObject object = toJson(event.issuing);
    object.insert(u"service"_s, toJson(event.service));
    object.insert(u"at"_s, toJson(event.at));
    return object;
}

} // namespace

QJsonObject toJson(const queue::Event& event)
{
    return std::visit([](const auto& e) { return json(e); }, event);
}

QByteArray bodyText(const queue::Event& event)
{
    return QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
}

} // namespace talon::journal
