#include "shared/wire/hall_screen_json.h"

#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject wayJson(const Way& way)
{
    return {
        {u"windows"_s, toJson(way.windows)},
        {u"arrow"_s, way.arrow ? toJson(name(*way.arrow)) : QJsonValue(QJsonValue::Null)},
        {u"place"_s, toJson(way.place)},
    };
}

Way wayFrom(JsonReader& json)
{
    return {.windows = json.ids<WindowId>("windows"),
            .arrow = json.has("arrow") ? std::optional(json.choice("arrow", Arrows)) : std::nullopt,
            .place = json.has("place") ? json.texts("place") : Text{}};
}

QJsonObject tickerJson(const Text& text)
{
    return {{u"text"_s, toJson(text)}};
}

Text tickerFrom(JsonReader& json)
{
    return json.texts("text");
}

bool flagOr(JsonReader& json, const char* key, bool usual)
{
    return json.has(key) ? json.flag(key) : usual;
}

} // namespace

QJsonObject toJson(const HallScreen& screen)
{
    return {
        {u"name"_s, toJson(screen.name)},
        {u"layout"_s, toJson(name(screen.layout))},
        {u"windows"_s, toJson(screen.windows)},
        {u"services"_s, toJson(screen.services)},
        {u"groups"_s, toJson(screen.groups)},
        {u"waits"_s, screen.waits},
        {u"next"_s, screen.next},
        {u"voice"_s, screen.voice},
        {u"highContrast"_s, screen.highContrast},
        {u"ticker"_s, arrayOf(screen.ticker, tickerJson)},
        {u"ways"_s, arrayOf(screen.ways, wayJson)},
    };
}

HallScreen hallScreenFrom(JsonReader& json)
{
    HallScreen screen;
    screen.name = json.text("name", ScreenNameMax);
    if (json.has("layout")) {
        screen.layout = json.choice("layout", ScreenLayouts);
    }
    if (json.has("windows")) {
        screen.windows = json.ids<WindowId>("windows");
    }
    if (json.has("services")) {
        screen.services = json.ids<ServiceId>("services");
    }
    if (json.has("groups")) {
        screen.groups = json.ids<GroupId>("groups");
    }
    screen.waits = flagOr(json, "waits", screen.waits);
    screen.next = flagOr(json, "next", screen.next);
    screen.voice = flagOr(json, "voice", screen.voice);
    screen.highContrast = flagOr(json, "highContrast", screen.highContrast);
    screen.ticker = json.listMaybe("ticker", tickerFrom);
    screen.ways = json.listMaybe("ways", wayFrom);
    return screen;
}

} // namespace talon::wire
