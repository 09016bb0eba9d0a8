#include "shared/wire/terminal_view.h"

#include "shared/wire/json_values.h"
#include "shared/wire/ticket_template_json.h"
#include "shared/wire/wait_range_json.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject groupJson(const GroupChoice& group)
{
    return {
        {u"id"_s, toJson(group.id)},
        {u"parent"_s, toJson(group.parent)},
        {u"name"_s, toJson(group.name)},
        {u"icon"_s, toJson(group.icon)},
    };
}

QJsonObject stretchJson(const OpenStretch& stretch)
{
    return {{u"from"_s, toJson(stretch.from)}, {u"to"_s, toJson(stretch.to)}};
}

QJsonObject serviceJson(const ServiceChoice& service)
{
    return {
        {u"id"_s, toJson(service.id)},
        {u"segment"_s, toJson(name(service.segment))},
        {u"group"_s, toJson(service.group)},
        {u"name"_s, toJson(service.name)},
        {u"bring"_s, toJson(service.bring)},
        {u"readFirst"_s, service.readFirst},
        {u"icon"_s, toJson(service.icon)},
        {u"waiting"_s, service.waiting},
        {u"forecast"_s, toJson(service.forecast)},
        {u"closed"_s, service.closed ? toJson(name(*service.closed)) : QJsonValue()},
        {u"opensAt"_s, toJson(service.opensAt)},
        {u"hours"_s, service.hours ? QJsonValue(arrayOf(*service.hours, stretchJson))
                                   : QJsonValue(QJsonValue::Null)},
    };
}

QJsonObject categoryJson(const CategoryChoice& category)
{
    return {{u"id"_s, toJson(category.id)}, {u"name"_s, toJson(category.name)}};
}

GroupChoice groupFrom(JsonReader& json)
{
    return {.id = json.id<GroupId>("id"),
            .parent = json.idMaybe<GroupId>("parent"),
            .name = json.texts("name"),
            .icon = json.text("icon")};
}

OpenStretch stretchFrom(JsonReader& json)
{
    return {.from = json.instant("from"), .to = json.instant("to")};
}

ServiceChoice serviceFrom(JsonReader& json)
{
    ServiceChoice service;
    service.id = json.id<ServiceId>("id");
    service.segment = json.choice("segment", Segments);
    service.group = json.idMaybe<GroupId>("group");
    service.name = json.texts("name");
    service.bring = json.texts("bring");
    service.readFirst = json.flag("readFirst");
    service.icon = json.text("icon");
    service.waiting = static_cast<int>(json.integer("waiting", 0, 1'000'000));
    service.forecast = rangeMaybe(json, "forecast");
    if (json.has("closed")) {
        service.closed = json.choice("closed", ClosedReasons);
    }
    service.opensAt = json.instantMaybe("opensAt");
    if (json.has("hours")) {
        service.hours = json.list("hours", stretchFrom);
    }
    return service;
}

CategoryChoice categoryFrom(JsonReader& json)
{
    return {.id = json.id<CategoryId>("id"), .name = json.texts("name")};
}

} // namespace

QJsonObject toJson(const TerminalView& view)
{
    return {
        {u"office"_s, toJson(view.office)},
        {u"day"_s, toJson(dayText(view.day))},
        {u"dayEndsAt"_s, toJson(view.dayEndsAt)},
        {u"hours"_s, arrayOf(view.hours, stretchJson)},
        {u"groups"_s, arrayOf(view.groups, groupJson)},
        {u"services"_s, arrayOf(view.services, serviceJson)},
        {u"categories"_s, arrayOf(view.categories, categoryJson)},
        {u"ticket"_s, view.ticket ? QJsonValue(toJson(*view.ticket)) : QJsonValue()},
        {u"bookings"_s, qint64{view.bookings}},
        {u"officeCode"_s, toJson(view.officeCode)},
        {u"bookingEarliestMinutes"_s, qint64{view.bookingEarliest.count()}},
        {u"bookingGraceMinutes"_s, qint64{view.bookingGrace.count()}},
    };
}

Expected<TerminalView, ParseError> terminalViewFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    TerminalView view;
    view.office = officePresentFrom(json.object("office"));
    view.day = json.day("day");
    view.dayEndsAt = json.instant("dayEndsAt");
    view.hours = json.list("hours", stretchFrom);
    view.groups = json.list("groups", groupFrom);
    view.services = json.list("services", serviceFrom);
    view.categories = json.list("categories", categoryFrom);
    if (json.has("ticket")) {
        view.ticket = ticketTemplateFrom(json.object("ticket"));
    }
    view.bookings = json.integerOr("bookings", 0, 0, std::numeric_limits<std::int64_t>::max());
    view.officeCode = json.textMaybe("officeCode", 16).value_or("");
    view.bookingEarliest =
        std::chrono::minutes{json.integerOr("bookingEarliestMinutes", 60, 0, 1440)};
    view.bookingGrace = std::chrono::minutes{json.integerOr("bookingGraceMinutes", 10, 0, 1440)};
    return json.finish(std::move(view));
}

} // namespace talon::wire
