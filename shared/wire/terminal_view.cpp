#include "shared/wire/terminal_view.h"

#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject serviceJson(const ServiceChoice& service)
{
    return {
        {u"id"_s, toJson(service.id)},     {u"segment"_s, toJson(name(service.segment))},
        {u"name"_s, toJson(service.name)}, {u"bring"_s, toJson(service.bring)},
        {u"icon"_s, toJson(service.icon)}, {u"waiting"_s, service.waiting},
    };
}

QJsonObject categoryJson(const CategoryChoice& category)
{
    return {{u"id"_s, toJson(category.id)}, {u"name"_s, toJson(category.name)}};
}

ServiceChoice serviceFrom(JsonReader& json)
{
    ServiceChoice service;
    service.id = json.id<ServiceId>("id");
    service.segment = json.choice("segment", Segments);
    service.name = json.texts("name");
    service.bring = json.texts("bring");
    service.icon = json.text("icon");
    service.waiting = static_cast<int>(json.integer("waiting", 0, 1'000'000));
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
        {u"services"_s, arrayOf(view.services, serviceJson)},
        {u"categories"_s, arrayOf(view.categories, categoryJson)},
    };
}

Expected<TerminalView, ParseError> terminalViewFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    TerminalView view;
    view.office = officePresentFrom(json.object("office"));
    view.services = json.list("services", serviceFrom);
    view.categories = json.list("categories", categoryFrom);
    return json.finish(std::move(view));
}

} // namespace talon::wire
