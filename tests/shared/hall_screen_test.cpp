#include "shared/domain/hall_screen.h"

#include "shared/domain/settings.h"
#include "shared/wire/settings_json.h"
#include "tests/support/catch.h"

#include <QJsonArray>

using namespace talon;
using namespace std::chrono_literals;

namespace {

OfficeSettings office()
{
    OfficeSettings settings;
    settings.name = {{"ru", "Офис"}};
    settings.timeZone = "Europe/Saratov";
    settings.hours.week.at(0) = {OpeningHours{.opens = 8h, .closes = 17h}};
    settings.groups = {{.id = {2}, .name = {{"ru", "Счётчики"}}},
                       {.id = {3}, .name = {{"ru", "Пусто"}}}};
    settings.services = {
        {.id = {1}, .group = GroupId{2}, .name = {{"ru", "Показания"}}, .prefix = "А"}};
    settings.windows = {{.id = {1}, .name = "1", .services = {{1}}},
                        {.id = {2}, .name = "2", .services = {{1}}}};
    return settings;
}

/// What the office's check says of one screen of it; empty when it can work.
std::string fault(void (*change)(HallScreen&))
{
    OfficeSettings settings = office();
    settings.screens = {usualScreen("hall"), usualScreen("cash")};
    change(settings.screens.back());
    const auto checked = check(settings);
    return checked ? std::string() : describe(checked.error());
}

} // namespace

TEST_CASE("the screens of an office are told apart and show what the office has")
{
    CHECK(fault([](HallScreen&) {}).empty());
    CHECK(fault([](HallScreen& screen) { screen.name = "hall"; }) ==
          "screens[1].name is used twice");
    CHECK(fault([](HallScreen& screen) { screen.name = "Зал"; }) ==
          "screens[1].name must be 1 to 32 of a-z, 0-9 and hyphens");
    CHECK(fault([](HallScreen& screen) {
              screen.windows = {{1}, {99}};
          }) == "screens[1].windows names an unknown window");
    CHECK(fault([](HallScreen& screen) { screen.services = {{99}}; }) ==
          "screens[1].services names an unknown service");
    CHECK(fault([](HallScreen& screen) { screen.groups = {{99}}; }) ==
          "screens[1].groups names an unknown group");
    CHECK(fault([](HallScreen& screen) { screen.groups = {{2}}; }).empty());
    CHECK(fault([](HallScreen& screen) { screen.groups = {{3}}; }) ==
          "screens[1].groups have no services"); // It would show everything.
}

TEST_CASE("a way leads to a window of the office, once, and says something")
{
    const std::string field = "screens[1].ways ";
    CHECK(fault([](HallScreen& screen) {
              screen.ways = {{.windows = {{1}}, .arrow = Arrow::Left},
                             {.windows = {{2}}, .place = {{"ru", "Зал 2"}}}};
          }).empty());
    CHECK(fault([](HallScreen& screen) {
              screen.ways = {{.windows = {{99}}, .arrow = Arrow::Left}};
          }) == field + "lead to an unknown window");
    CHECK(fault([](HallScreen& screen) {
              screen.ways = {{.windows = {{1}}, .arrow = Arrow::Left},
                             {.windows = {{1}}, .arrow = Arrow::Right}};
          }) == field + "lead to one window twice");
    CHECK(fault([](HallScreen& screen) { screen.ways = {{.windows = {{1}}}}; }) ==
          field + "have one without an arrow and a place");
    CHECK(fault([](HallScreen& screen) {
              screen.ways = {{.windows = {{1}}, .place = {{"ru", std::string(61, 'x')}}}};
          }) == field + "have a place of more than 60 bytes or of two lines");
}

TEST_CASE("a ticker has a bounded number of short lines")
{
    CHECK(fault([](HallScreen& screen) {
              screen.ticker.assign(TickerTextsMax + 1, {{"ru", "x"}});
          }) == "screens[1].ticker has more than 20 texts");
    CHECK(fault([](HallScreen& screen) {
              screen.ticker = {{{"ru", "one\ntwo"}}};
          }) == "screens[1].ticker has a text of more than 400 bytes or of two lines");
}

TEST_CASE("a screen is read with what it leaves out as usual, and names its wrong field")
{
    QJsonObject json = wire::toJson(office());
    using namespace Qt::StringLiterals;
    json.insert(u"screens"_s, QJsonArray{QJsonObject{{u"name"_s, u"hall"_s}}});
    const auto read = wire::settingsFromJson(json);
    REQUIRE(read);
    CHECK(read->screens == std::vector{usualScreen("hall")});
    json.insert(u"screens"_s,
                QJsonArray{QJsonObject{{u"name"_s, u"hall"_s}, {u"layout"_s, u"poster"_s}}});
    const auto wrong = wire::settingsFromJson(json);
    REQUIRE_FALSE(wrong);
    CHECK(describe(wrong.error()) == "screens[0].layout is not a known name");
}
