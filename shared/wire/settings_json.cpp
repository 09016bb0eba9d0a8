#include "shared/wire/settings_json.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"

#include <QTime>

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array Weekdays{"monday", "tuesday",  "wednesday", "thursday",
                              "friday", "saturday", "sunday"};

QString timeText(minutes minute)
{
    return u"%1:%2"_s.arg(minute.count() / 60, 2, 10, '0'_L1)
        .arg(minute.count() % 60, 2, 10, '0'_L1);
}

/// "08:00" to "24:00".
std::optional<minutes> timeFromText(const std::string& text)
{
    if (text == "24:00") {
        return minutes{1440};
    }
    const QTime time = QTime::fromString(QString::fromStdString(text), u"HH:mm"_s);
    if (!time.isValid()) {
        return std::nullopt;
    }
    return minutes{time.hour() * 60 + time.minute()};
}

QJsonObject serviceJson(const Service& service)
{
    return {
        {u"id"_s, toJson(service.id)},
        {u"segment"_s, toJson(name(service.segment))},
        {u"name"_s, toJson(service.name)},
        {u"bring"_s, toJson(service.bring)},
        {u"icon"_s, toJson(service.icon)},
        {u"prefix"_s, toJson(service.prefix)},
        {u"targetMinutes"_s, qint64{service.target.count()}},
        {u"expectedServiceSeconds"_s, qint64{service.expectedService.count()}},
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
    };
}

Service serviceFrom(JsonReader& json)
{
    Service service;
    service.id = json.id<ServiceId>("id");
    service.segment = json.choice("segment", Segments);
    service.name = json.texts("name");
    service.bring = json.has("bring") ? json.texts("bring") : Text{};
    service.icon = json.textMaybe("icon").value_or("");
    service.prefix = json.text("prefix");
    service.target = minutes{json.integer("targetMinutes", 1, 240)};
    service.expectedService = seconds{json.integer("expectedServiceSeconds", 10, 14400)};
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
    return window;
}

minutes minuteFrom(JsonReader& json, const char* key)
{
    const auto minute = timeFromText(json.text(key));
    if (!minute) {
        json.fail(key, "must be a time such as 08:00");
    }
    return minute.value_or(minutes{0});
}

} // namespace

QJsonObject toJson(const OfficeSettings& settings)
{
    QJsonObject hours;
    for (std::size_t i = 0; i < Weekdays.size(); ++i) {
        if (const auto& day = settings.hours.at(i)) {
            hours.insert(QLatin1StringView(Weekdays.at(i)),
                         QJsonObject{{u"opens"_s, timeText(day->opens)},
                                     {u"closes"_s, timeText(day->closes)}});
        }
    }
    QJsonArray holidays;
    for (const Day day : settings.holidays) {
        holidays.append(toJson(dayText(day)));
    }
    return {
        {u"name"_s, toJson(settings.name)},
        {u"timeZone"_s, toJson(settings.timeZone)},
        {u"qualityLine"_s, toJson(settings.qualityLine)},
        {u"hours"_s, hours},
        {u"holidays"_s, holidays},
        {u"services"_s, arrayOf(settings.services, serviceJson)},
        {u"categories"_s, arrayOf(settings.categories, categoryJson)},
        {u"topics"_s, arrayOf(settings.topics, topicJson)},
        {u"windows"_s, arrayOf(settings.windows, windowJson)},
    };
}

Expected<OfficeSettings, ParseError> settingsFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    OfficeSettings settings;
    settings.name = json.texts("name");
    settings.timeZone = json.text("timeZone", 64);
    settings.qualityLine = json.text("qualityLine", 64);
    JsonReader hours = json.object("hours");
    for (std::size_t i = 0; i < Weekdays.size(); ++i) {
        if (hours.has(Weekdays.at(i))) {
            JsonReader day = hours.object(Weekdays.at(i));
            settings.hours.at(i) = OpeningHours{.opens = minuteFrom(day, "opens"),
                                                .closes = minuteFrom(day, "closes")};
        }
    }
    for (const std::string& day : json.strings("holidays")) {
        const auto parsed = dayFromText(day);
        if (!parsed) {
            json.fail("holidays", "must have days such as 2026-11-24");
        }
        settings.holidays.push_back(parsed.value_or(Day{}));
    }
    settings.services = json.list("services", serviceFrom);
    settings.categories = json.list("categories", categoryFrom);
    settings.topics = json.list("topics", topicFrom);
    settings.windows = json.list("windows", windowFrom);

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
