#include "shared/wire/terminal_view.h"

#include "shared/wire/json_values.h"
#include "shared/wire/wait_range_json.h"

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
        {u"groups"_s, arrayOf(view.groups, groupJson)},
        {u"services"_s, arrayOf(view.services, serviceJson)},
        {u"categories"_s, arrayOf(view.categories, categoryJson)},
    };
}

Expected<TerminalView, ParseError> terminalViewFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    TerminalView view;
    view.office = officePresentFrom(json.object("office"));
    view.groups = json.list("groups", groupFrom);
    view.services = json.list("services", serviceFrom);
    view.categories = json.list("categories", categoryFrom);
    return json.finish(std::move(view));
}

} // namespace talon::wire
