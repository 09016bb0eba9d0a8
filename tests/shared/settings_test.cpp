#include "shared/wire/json_reader.h"
#include "shared/wire/settings_json.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"

#include <QJsonArray>

#include <set>

using namespace talon;
using namespace talon::wire;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject engelsJson()
{
    QFile file(QStringLiteral(TALON_SOURCE_DIR "/packaging/offices/engels.json"));
    REQUIRE(file.open(QFile::ReadOnly));
    const auto json = objectFromText(file.readAll());
    REQUIRE(json);
    return *json;
}

OfficeSettings engels()
{
    const auto settings = settingsFromJson(engelsJson());
    INFO((settings ? "" : describe(settings.error())));
    REQUIRE(settings);
    return *settings;
}

/// Two services, one window: the smallest office that has everything.
OfficeSettings small()
{
    OfficeSettings settings;
    settings.name = {{"ru", "Офис"}};
    settings.timeZone = "Europe/Saratov";
    settings.hours.week.at(0) = {OpeningHours{.opens = 8h, .closes = 17h}};
    settings.services = {{.id = {1}, .name = {{"ru", "Показания"}}, .prefix = "А"},
                         {.id = {2}, .name = {{"ru", "Касса"}}, .prefix = "Б"}};
    settings.categories = {{.id = {1}, .name = {{"ru", "Ветеран"}}}};
    settings.topics = {{.id = {1}, .services = {{1}}, .name = {{"ru", "Принято"}}}};
    settings.windows = {{.id = {1}, .name = "1", .services = {{1}}, .helpsWith = {{2}}}};
    return settings;
}

/// What check() says of the small office after a change; empty when it can work.
template <class Change>
std::string fault(Change change)
{
    OfficeSettings settings = small();
    change(settings);
    const auto checked = check(settings);
    return checked ? std::string() : describe(checked.error());
}

OfficeTime time(Day day, std::chrono::minutes minuteOfDay)
{
    return {.now = day + minuteOfDay - 4h, .day = day, .minuteOfDay = minuteOfDay};
}

} // namespace

TEST_CASE("the settings of the Engels office are read and can work")
{
    const OfficeSettings settings = engels();
    CHECK(settings.timeZone == "Europe/Saratov");
    CHECK(settings.services.size() == 10);
    CHECK(settings.windows.size() >= 6);
    CHECK(settings.categories.size() >= 4);
    const auto ofSegment = [&](Segment segment) {
        return std::ranges::count(settings.services, segment, &Service::segment);
    };
    CHECK(ofSegment(Segment::B2c) == 8);
    CHECK(ofSegment(Segment::B2b) == 2);
}

TEST_CASE("the Engels office says everything in Russian and English")
{
    const OfficeSettings settings = engels();
    const auto inBoth = [](const Text& text) { return text.contains("ru") && text.contains("en"); };
    CHECK(inBoth(settings.name));
    for (const Service& service : settings.services) {
        INFO(service.prefix);
        CHECK(inBoth(service.name));
        CHECK((service.bring.empty() || inBoth(service.bring)));
        CHECK_FALSE(service.icon.empty());
    }
    CHECK(std::ranges::all_of(settings.categories, inBoth, &PriorityCategory::name));
    CHECK(std::ranges::all_of(settings.topics, inBoth, &Topic::name));
}

TEST_CASE("every service of the Engels office has a window of its own and a topic")
{
    const OfficeSettings settings = engels();
    for (const Service& service : settings.services) {
        INFO(service.prefix);
        const auto serves = [&](const Window& window) {
            return std::ranges::find(window.services, service.id) != window.services.end();
        };
        CHECK(std::ranges::any_of(settings.windows, serves));
        const auto offered = [&](const Topic& topic) {
            return std::ranges::find(topic.services, service.id) != topic.services.end();
        };
        CHECK(std::ranges::any_of(settings.topics, offered));
    }
}

TEST_CASE("the windows of the Engels office differ in what they can serve")
{
    std::set<std::vector<ServiceId>> kinds;
    for (const Window& window : engels().windows) {
        kinds.insert(window.services);
    }
    CHECK(kinds.size() >= 6);
}

TEST_CASE("the Engels office keeps the hours of a service centre")
{
    using namespace std::chrono;
    const OfficeSettings settings = engels();
    const Day tuesday = sys_days{2026y / November / 24};
    CHECK_FALSE(isOpenAt(settings, time(tuesday, 7h + 59min)));
    CHECK(isOpenAt(settings, time(tuesday, 8h)));
    CHECK(isOpenAt(settings, time(tuesday, 12h + 30min)));
    CHECK(isOpenAt(settings, time(tuesday, 16h + 59min)));
    CHECK_FALSE(isOpenAt(settings, time(tuesday, 17h)));
    const Day saturday = sys_days{2026y / November / 28};
    CHECK(isOpenAt(settings, time(saturday, 15h + 59min)));
    CHECK_FALSE(isOpenAt(settings, time(saturday, 16h)));
    CHECK(hoursOn(settings, sys_days{2026y / November / 29}).empty());
    CHECK(hoursOn(settings, sys_days{2027y / January / 1}).empty());
}

TEST_CASE("settings that are written are read as the same")
{
    const OfficeSettings settings = engels();
    const auto again = settingsFromJson(toJson(settings));
    REQUIRE(again);
    CHECK(*again == settings);
}

TEST_CASE("settings stand in JSON as kept")
{
    const QJsonObject now = toJson(small());
    const QJsonObject kept = test::golden(u"wire/settings.json"_s, now);
    CHECK(QJsonDocument(kept).toJson().toStdString() == QJsonDocument(now).toJson().toStdString());
    const auto read = settingsFromJson(kept);
    REQUIRE(read);
    CHECK(*read == small());
}

TEST_CASE("an office open to the end of the day closes at 24:00")
{
    OfficeSettings settings = small();
    settings.hours.week.at(6) = {OpeningHours{.opens = 0min, .closes = 24h}};
    const auto again = settingsFromJson(toJson(settings));
    REQUIRE(again);
    CHECK(again->hours.week.at(6) == settings.hours.week.at(6));
}

TEST_CASE("settings that cannot work are refused by the first fault")
{
    CHECK(fault([](OfficeSettings&) {}).empty());
    CHECK(fault([](OfficeSettings& s) {
              s.name = {{"en", "Office"}};
          }) == "name needs a text in ru");
    CHECK(fault([](OfficeSettings& s) { s.services.clear(); }) == "services must not be empty");
    for (const char* code : {"a", "engels 2", "Engels", "энгельс", "an-office-too-far"}) {
        INFO(code);
        CHECK(fault([&](OfficeSettings& s) { s.code = code; }) ==
              "code must have 2 to 16 of a-z, 0-9 and hyphens");
    }
    CHECK(fault([](OfficeSettings& s) { s.code = "engels-2"; }).empty());
    CHECK(fault([](OfficeSettings& s) { s.services[1].id = {1}; }) ==
          "services[1].id is used twice");
    CHECK(fault([](OfficeSettings& s) { s.services[1].id = {0}; }) ==
          "services[1].id must be above 0");
    CHECK(fault([](OfficeSettings& s) { s.services[0].name.clear(); }) ==
          "services[0].name needs a text in ru");
    CHECK(fault([](OfficeSettings& s) { s.services[0].target = 0min; }) ==
          "services[0].targetMinutes must be from 1 to 240");
    CHECK(fault([](OfficeSettings& s) { s.services[0].expectedService = 5s; }) ==
          "services[0].expectedServiceSeconds must be from 10 to 14400");
    CHECK(fault([](OfficeSettings& s) { s.categories[0].target = 241min; }) ==
          "categories[0].targetMinutes must be from 0 to 240");
    CHECK(fault([](OfficeSettings& s) {
              s.hours.week.at(0) = {OpeningHours{.opens = 17h, .closes = 8h}};
          }) ==
          "hours.monday must open before it closes, one stretch after the other, within one day");
    CHECK(fault([](OfficeSettings& s) { s.windows[0].services.clear(); }) ==
          "windows[0].services must not be empty");
    CHECK(fault([](OfficeSettings& s) { s.windows[0].services = {{9}}; }) ==
          "windows[0].services names an unknown service");
    CHECK(fault([](OfficeSettings& s) { s.windows[0].helpsWith = {{9}}; }) ==
          "windows[0].helpsWith names an unknown service");
    CHECK(fault([](OfficeSettings& s) { s.windows[0].name.clear(); }) ==
          "windows[0].name must not be empty");
    CHECK(fault([](OfficeSettings& s) { s.topics[0].services = {{9}}; }) ==
          "topics[0].services names an unknown service");
}

TEST_CASE("a prefix is one to four letters of its own")
{
    const auto withPrefix = [](const char* prefix) {
        return fault([&](OfficeSettings& s) { s.services[1].prefix = prefix; });
    };
    CHECK(withPrefix("В").empty());
    CHECK(withPrefix("ФЛЮЛ").empty());
    CHECK(withPrefix("VIP").empty());
    CHECK(withPrefix("А") == "services[1].prefix is used twice for the same numbers");
    const std::string letters = "services[1].prefix must have one to four letters";
    CHECK(withPrefix("") == letters);
    CHECK(withPrefix("АБВГД") == letters);
    CHECK(withPrefix("ABCDE") == letters);
    // "А1" + 001 would be the same number as "А" + 1001.
    CHECK(withPrefix("А1") == letters);
    CHECK(withPrefix("А ") == letters);
    CHECK(withPrefix("-") == letters);
}

TEST_CASE("a wrong file of settings is refused by the name of its field")
{
    const auto faultOf = [](const char* key, const QJsonValue& value) {
        QJsonObject json = toJson(small());
        json.insert(QLatin1StringView(key), value);
        const auto settings = settingsFromJson(json);
        return settings ? std::string() : describe(settings.error());
    };
    CHECK(faultOf("timeZone", 4) == "timeZone must be a text");
    CHECK(faultOf("hours", QJsonArray{}) == "hours must be an object");
    CHECK(faultOf("services", QJsonArray{QJsonObject{}}) == "services[0].id is missing");
    CHECK(faultOf("holidays", QJsonArray{u"1 января"_s}) ==
          "holidays must have days such as 2026-11-24");
    for (const char* wrong : {"33:00", "08:60", "8", "", "32:01", "-1:00"}) {
        INFO(wrong);
        const QJsonObject hours{{u"opens"_s, QLatin1StringView(wrong)}, {u"closes"_s, u"17:00"_s}};
        CHECK(faultOf("hours", QJsonObject{{u"monday"_s, hours}}) ==
              "hours.monday.opens must be a time such as 08:00");
    }
}
