#include "controller/runtime/office_clock.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::runtime;
using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

/// A clock that shows this wall-clock time in the zone when the test begins.
OfficeClock clockAt(const std::string& wallClock, const std::string& zone)
{
    const auto offset = OfficeClock::offsetTo(wallClock, zone);
    REQUIRE(offset);
    OfficeClock clock(*offset);
    REQUIRE(clock.setZone(zone));
    return clock;
}

/// Open from Monday to Friday, 8 to 17.
OfficeSettings weekOffice()
{
    OfficeSettings settings;
    for (std::size_t day = 0; day < 5; ++day) {
        settings.hours.week.at(day) = {OpeningHours{.opens = 8h, .closes = 17h}};
    }
    return settings;
}

} // namespace

TEST_CASE("the office's zone decides what day it is")
{
    const OfficeClock clock = clockAt("2026-11-24T02:30", "Europe/Saratov");
    const OfficeTime time = clock.now();
    // 02:30 in Saratov is 22:30 of the day before in UTC.
    CHECK(time.day == sys_days{year{2026} / 11 / 24});
    CHECK(time.minuteOfDay == 150min);
    CHECK(clock.utcOffsetMinutes() == 240);
    CHECK(std::chrono::floor<std::chrono::days>(time.now) == sys_days{year{2026} / 11 / 23});
}

TEST_CASE("a zone that nobody knows is an error that names it")
{
    const auto known = OfficeClock().setZone("Europe/Atlantis");
    REQUIRE_FALSE(known);
    CHECK(describe(known.error()) == "timeZone is not known here: \"Europe/Atlantis\"");
}

TEST_CASE("a pretended time must be a time")
{
    CHECK_FALSE(OfficeClock::offsetTo("tomorrow", "Europe/Saratov"));
}

TEST_CASE("a closed office says when it opens next")
{
    const OfficeSettings settings = weekOffice();
    const auto opens = [&](const std::string& now) {
        return clockAt(now, "Europe/Saratov").opensAt(settings);
    };
    const Instant tuesday8{sys_days{year{2026} / 11 / 24} + 4h};
    const Instant monday8{sys_days{year{2026} / 11 / 30} + 4h};
    CHECK(opens("2026-11-24T06:00") == tuesday8);
    CHECK(opens("2026-11-23T18:00") == tuesday8);
    CHECK(opens("2026-11-27T17:00") == monday8);
    CHECK(opens("2026-11-29T12:00") == monday8);
}

TEST_CASE("an office that never opens says nothing")
{
    CHECK_FALSE(clockAt("2026-11-24T06:00", "Europe/Saratov").opensAt(OfficeSettings{}));
}

TEST_CASE("the next opening keeps its hour across a change of the clocks")
{
    OfficeSettings settings = weekOffice();
    // Berlin leaves summer time on Sunday, 25 October 2026.
    const auto opens = clockAt("2026-10-24T12:00", "Europe/Berlin").opensAt(settings);
    CHECK(opens == Instant{sys_days{year{2026} / 10 / 26} + 7h});
}

TEST_CASE("a business day may begin in the small hours, and last past midnight")
{
    const auto offset = OfficeClock::offsetTo("2026-11-25T01:30", "Europe/Saratov");
    REQUIRE(offset);
    OfficeClock clock(*offset);
    REQUIRE(clock.setZone("Europe/Saratov", 4h));
    const OfficeTime night = clock.now();
    CHECK(night.day == sys_days{year{2026} / 11 / 24});
    CHECK(night.minuteOfDay == 25h + 30min);
    CHECK(clock.instantAt(night.day, 25h + 30min) <= night.now);
    CHECK(night.now - clock.instantAt(night.day, 25h + 30min) < 1min);
}

TEST_CASE("in the night of a clock change no minute of an open office is lost or told twice")
{
    // Berlin leaves summer time on 25 October 2026: 02:00 to 03:00 comes twice. The business day
    // that began on the 24th at 04:00 lasts until 04:00.
    OfficeSettings settings;
    settings.hours.week.at(5) = {OpeningHours{.opens = 18h, .closes = 27h}};
    const Day saturday{year{2026} / 10 / 24};
    for (const char* wallClock : {"2026-10-25T00:30", "2026-10-25T02:30", "2026-10-25T03:30"}) {
        const auto offset = OfficeClock::offsetTo(wallClock, "Europe/Berlin");
        REQUIRE(offset);
        OfficeClock clock(*offset);
        REQUIRE(clock.setZone("Europe/Berlin", 4h));
        INFO(wallClock);
        CHECK(clock.now().day == saturday);
        CHECK(isOpenAt(settings, clock.now()) == (clock.now().minuteOfDay < 27h));
    }
}

TEST_CASE("a service opens next in its own hours, today or from tomorrow on")
{
    OfficeSettings settings = weekOffice();
    Service reception;
    reception.schedule.emplace();
    reception.schedule->week.at(1) = {{.opens = 9h, .closes = 10h}, {.opens = 14h, .closes = 20h}};
    const OfficeClock clock = clockAt("2026-11-24T12:00", "Europe/Saratov");
    const Day tuesday{year{2026} / 11 / 24};
    CHECK(clock.opensAt(settings, reception, true) == Instant{tuesday + 10h});
    CHECK(clock.opensAt(settings, reception, false) ==
          Instant{tuesday + std::chrono::days{7} + 5h});
    settings.holidays = {tuesday + std::chrono::days{7}};
    CHECK(clock.opensAt(settings, reception, false) ==
          Instant{tuesday + std::chrono::days{14} + 5h});
}
