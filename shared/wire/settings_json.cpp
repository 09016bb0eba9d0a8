#include "shared/wire/settings_json.h"

#include "shared/wire/hall_screen_json.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"
#include "shared/wire/schedule_json.h"
#include "shared/wire/ticket_template_json.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

QJsonObject groupJson(const ServiceGroup& group)
{
    return {
        {u"id"_s, toJson(group.id)},
        {u"parent"_s, toJson(group.parent)},
        {u"name"_s, toJson(group.name)},
        {u"icon"_s, toJson(group.icon)},
    };
}

QJsonObject serviceJson(const Service& service)
{
    return {
        {u"id"_s, toJson(service.id)},
        {u"segment"_s, toJson(name(service.segment))},
        {u"group"_s, toJson(service.group)},
        {u"name"_s, toJson(service.name)},
        {u"bring"_s, toJson(service.bring)},
        {u"readFirst"_s, service.readFirst},
        {u"icon"_s, toJson(service.icon)},
        {u"prefix"_s, toJson(service.prefix)},
        {u"firstNumber"_s, service.firstNumber},
        {u"lastNumber"_s, service.lastNumber},
        {u"targetMinutes"_s, qint64{service.target.count()}},
        {u"expectedServiceSeconds"_s, qint64{service.expectedService.count()}},
        {u"dailyLimit"_s, service.dailyLimit ? QJsonValue(*service.dailyLimit) : QJsonValue()},
        {u"hidden"_s, service.hidden},
        {u"schedule"_s, service.schedule ? QJsonValue(toJson(*service.schedule)) : QJsonValue()},
    };
}

QJsonObject categoryJson(const PriorityCategory& category)
{
    return {
        {u"id"_s, toJson(category.id)},
        {u"name"_s, toJson(category.name)},
        {u"targetMinutes"_s, qint64{category.target.count()}},
    };
}

QJsonObject topicJson(const Topic& topic)
{
    return {
        {u"id"_s, toJson(topic.id)},
        {u"services"_s, toJson(topic.services)},
        {u"name"_s, toJson(topic.name)},
    };
}

QJsonObject windowJson(const Window& window)
{
    return {
        {u"id"_s, toJson(window.id)},
        {u"name"_s, toJson(window.name)},
        {u"services"_s, toJson(window.services)},
        {u"helpsWith"_s, toJson(window.helpsWith)},
        {u"selfService"_s, window.selfService},
        {u"breaks"_s,
         arrayOf(window.breaks, [](const PlannedBreak& planned) { return toJson(planned); })},
    };
}

ServiceGroup groupFrom(JsonReader& json)
{
    return {.id = json.id<GroupId>("id"),
            .parent = json.idMaybe<GroupId>("parent"),
            .name = json.texts("name"),
            .icon = json.textMaybe("icon").value_or("")};
}

Service serviceFrom(JsonReader& json)
{
    Service service;
    service.id = json.id<ServiceId>("id");
    service.segment = json.choice("segment", Segments);
    service.name = json.texts("name");
    service.group = json.idMaybe<GroupId>("group");
    service.bring = json.has("bring") ? json.texts("bring") : Text{};
    service.readFirst = json.flagMaybe("readFirst");
    service.icon = json.textMaybe("icon").value_or("");
    service.prefix = json.text("prefix");
    service.firstNumber = static_cast<int>(json.integerOr("firstNumber", 1, 1, HighestNumber));
    service.lastNumber =
        static_cast<int>(json.integerOr("lastNumber", HighestNumber, 1, HighestNumber));
    service.target = minutes{json.integer("targetMinutes", 1, 240)};
    service.expectedService = seconds{json.integer("expectedServiceSeconds", 10, 14400)};
    if (json.has("dailyLimit")) {
        service.dailyLimit = static_cast<int>(json.integer("dailyLimit", 1, HighestNumber));
    }
    service.hidden = json.flagMaybe("hidden");
    if (json.has("schedule")) {
        JsonReader schedule = json.object("schedule");
        service.schedule = scheduleFrom(schedule);
    }
    return service;
}

PriorityCategory categoryFrom(JsonReader& json)
{
    PriorityCategory category;
    category.id = json.id<CategoryId>("id");
    category.name = json.texts("name");
    category.target = minutes{json.integer("targetMinutes", 0, 240)};
    return category;
}

Topic topicFrom(JsonReader& json)
{
    Topic topic;
    topic.id = json.id<TopicId>("id");
    topic.services = json.ids<ServiceId>("services");
    topic.name = json.texts("name");
    return topic;
}

Window windowFrom(JsonReader& json)
{
    Window window;
    window.id = json.id<WindowId>("id");
    window.name = json.text("name", 32);
    window.services = json.ids<ServiceId>("services");
    window.helpsWith = json.ids<ServiceId>("helpsWith");
    window.selfService = json.flagMaybe("selfService");
    window.breaks = json.listMaybe("breaks", breakFrom);
    return window;
}

} // namespace

QJsonObject toJson(const OfficeSettings& settings)
{
    QJsonArray holidays;
    for (const Day day : settings.holidays) {
        holidays.append(toJson(dayText(day)));
    }
    QJsonObject json{
        {u"name"_s, toJson(settings.name)},
        {u"code"_s, toJson(settings.code)},
        {u"timeZone"_s, toJson(settings.timeZone)},
        {u"qualityLine"_s, toJson(settings.qualityLine)},
        {u"dayBegins"_s, timeText(settings.dayBegins)},
        {u"hours"_s, toJson(settings.hours)},
        {u"holidays"_s, holidays},
        {u"rules"_s, toJson(settings.rules)},
        {u"groups"_s, arrayOf(settings.groups, groupJson)},
        {u"services"_s, arrayOf(settings.services, serviceJson)},
        {u"categories"_s, arrayOf(settings.categories, categoryJson)},
        {u"topics"_s, arrayOf(settings.topics, topicJson)},
        {u"windows"_s, arrayOf(settings.windows, windowJson)},
    };
    if (settings.ticket) {
        json.insert(u"ticket"_s, toJson(*settings.ticket));
    }
    if (!settings.screens.empty()) {
        json.insert(u"screens"_s,
                    arrayOf(settings.screens, [](const HallScreen& each) { return toJson(each); }));
    }
    return json;
}

Expected<OfficeSettings, ParseError> settingsFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    OfficeSettings settings;
    settings.name = json.texts("name");
    settings.code = json.textMaybe("code", 16).value_or("");
    settings.timeZone = json.text("timeZone", 64);
    settings.qualityLine = json.text("qualityLine", 64);
    JsonReader hours = json.object("hours");
    settings.hours = scheduleFrom(hours);
    if (json.has("dayBegins")) {
        const auto begins = timeFromText(json.text("dayBegins"));
        if (!begins) {
            json.fail("dayBegins", "must be a time such as 04:00");
        }
        settings.dayBegins = begins.value_or(minutes{0});
    }
    for (const std::string& day : json.strings("holidays")) {
        const auto parsed = dayFromText(day);
        if (!parsed) {
            json.fail("holidays", "must have days such as 2026-11-24");
        }
        settings.holidays.push_back(parsed.value_or(Day{}));
    }
    if (json.has("rules")) {
        JsonReader rules = json.object("rules");
        settings.rules = rulesFrom(rules);
    }
    settings.groups = json.listMaybe("groups", groupFrom);
    settings.services = json.list("services", serviceFrom);
    settings.categories = json.list("categories", categoryFrom);
    settings.topics = json.list("topics", topicFrom);
    settings.windows = json.list("windows", windowFrom);
    if (json.has("ticket")) {
        settings.ticket = ticketTemplateFrom(json.object("ticket"));
    }
    settings.screens = json.listMaybe("screens", hallScreenFrom);

    auto read = json.finish(std::move(settings));
    if (!read) {
        return read;
    }
    if (const auto checked = check(*read); !checked) {
        return Unexpected(checked.error());
    }
    return read;
}

} // namespace talon::wire
