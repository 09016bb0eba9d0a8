#include "controller/forecast/forecast.h"

#include "controller/queue/apply.h"
#include "tests/controller/forecast/hall.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using talon::test::Hall;
using talon::test::HallDay;
using talon::test::teach;

/// What an office with a given state tells its visitors.
namespace {

bool isWithin(std::chrono::seconds wait, const std::optional<WaitRange>& range)
{
    return range && range->low <= wait && wait <= range->high;
}

/// Window 1 is open and has just begun a visit; services take exactly five minutes.
Hall busyHall()
{
    Hall hall;
    teach(hall.forecaster, 1, 300s);
    hall.open(1);
    hall.join(1);
    hall.callAndStart(1);
    return hall;
}

} // namespace

TEST_CASE("with one window, everybody waits for those before")
{
    Hall hall = busyHall();
    const VisitId first = hall.join(1);
    const VisitId second = hall.join(1);
    const VisitId third = hall.join(1);
    const auto forecast = hall.forecast();
    CHECK(isWithin(5min, forecast.visits.at(first)));
    CHECK(isWithin(10min, forecast.visits.at(second)));
    CHECK(isWithin(15min, forecast.visits.at(third)));
    CHECK(isWithin(20min, forecast.newcomers.at({1})));
    CHECK(forecast.visits.at(third).high < 40min);
    CHECK(forecast.visits.at(third).low > 2min);
}

TEST_CASE("who is further behind is told more")
{
    Hall hall = busyHall();
    std::optional<WaitRange> before;
    for (int i = 0; i < 20; ++i) {
        hall.join(1);
    }
    for (const auto& [visit, range] : hall.forecast().visits) {
        CHECK(range.low <= range.high);
        if (before) {
            CHECK(before->low <= range.low);
            CHECK(before->high < range.high);
        }
        before = range;
    }
    CHECK(hall.forecast().newcomers.at({1}).high > before->high);
}

TEST_CASE("what the newcomers are told is what the ticket promises")
{
    Hall hall = busyHall();
    hall.join(1);
    CHECK(hall.forecast().newcomers.at({1}) == hall.promise(1));
}

TEST_CASE("the wait grows shorter while a visit is served")
{
    Hall hall = busyHall();
    const VisitId next = hall.join(1);
    const auto before = hall.forecast().visits.at(next);
    hall.at(9h + 4min);
    const auto later = hall.forecast().visits.at(next);
    CHECK(later.high < before.high);
    CHECK(isWithin(1min, later));
}

TEST_CASE("a service that lasts and lasts does not end at once")
{
    Hall hall = busyHall();
    const VisitId next = hall.join(1);
    hall.at(10h);
    CHECK(hall.forecast().visits.at(next).high >= 1min);
}

TEST_CASE("a second window halves the wait")
{
    Hall one = busyHall();
    Hall two = busyHall();
    two.open(2);
    two.join(1);
    two.callAndStart(2);
    for (int i = 0; i < 10; ++i) {
        one.join(1);
        two.join(1);
    }
    CHECK(two.promise(1)->high < one.promise(1)->high * 2 / 3);
    CHECK(isWithin(25min, two.promise(1)));
}

TEST_CASE("a priority visitor waits less")
{
    Hall hall = busyHall();
    for (int i = 0; i < 5; ++i) {
        hall.join(1);
    }
    CHECK(hall.promise(1, CategoryId{1})->high < hall.promise(1)->low);
    CHECK(isWithin(5min, hall.promise(1, CategoryId{1})));
}

TEST_CASE("who is booked is told the wait of a booking")
{
    Hall hall = busyHall();
    for (int i = 0; i < 5; ++i) {
        hall.join(1);
    }
    const auto booked =
        hall.forecaster.forNewcomer(hall.office, hall.time(), {1}, {}, hall.time().now);
    CHECK(booked->high < hall.promise(1)->low);
}

TEST_CASE("a free window calls at once")
{
    Hall hall;
    hall.open(1);
    REQUIRE(hall.promise(1));
    CHECK(hall.promise(1)->low == 0s);
    CHECK(hall.promise(1)->high <= 2min);
}

TEST_CASE("a service that no window on duty gives has no range")
{
    Hall hall;
    const VisitId waiting = hall.join(2);
    hall.open(1);
    const auto forecast = hall.forecast();
    CHECK(forecast.newcomers.contains({1}));
    CHECK(!forecast.newcomers.contains({2}));
    CHECK(!forecast.visits.contains(waiting));
    CHECK(!hall.promise(2));
    CHECK(!hall.promise(77));
}

TEST_CASE("an office without anything has no ranges")
{
    const forecast::Forecaster forecaster;
    CHECK(forecaster.forecast({}, {}) == forecast::Forecast{});
    CHECK(!forecaster.forNewcomer({}, {}, {1}, {}, {}));
}

TEST_CASE("a window on a break calls when it is back")
{
    OfficeSettings settings = test::hallSettings();
    settings.windows.at(0).breaks = {{.begins = 12h, .length = 30min, .evenAlone = true}};
    Hall hall(settings);
    teach(hall.forecaster, 1, 300s);
    hall.open(1);
    hall.at(12h);
    REQUIRE(hall.does(Tick{}));
    REQUIRE(hall.office.desks.at({1}).state == WindowState::OnBreak);
    hall.at(12h + 10min);
    hall.join(1);
    CHECK(isWithin(20min, hall.forecast().visits.begin()->second));
    CHECK(isWithin(25min, hall.promise(1)));
}

TEST_CASE("a planned break lengthens the wait of those after it")
{
    OfficeSettings settings = test::hallSettings();
    settings.windows.at(0).breaks = {{.begins = 9h + 10min, .length = 60min, .evenAlone = true}};
    Hall hall(settings);
    teach(hall.forecaster, 1, 300s);
    hall.open(1);
    hall.join(1);
    hall.callAndStart(1);
    const std::vector waiting{hall.join(1), hall.join(1), hall.join(1), hall.join(1)};
    const auto forecast = hall.forecast();
    CHECK(forecast.visits.at(waiting.front()).high < 20min);
    CHECK(isWithin(75min, forecast.visits.at(waiting.back())));
    CHECK(forecast.visits.at(waiting.back()).high > 60min);
}

TEST_CASE("nobody is called while the office is closed at midday")
{
    OfficeSettings settings = test::hallSettings();
    settings.hours.week.fill({{.opens = 8h, .closes = 12h}, {.opens = 12h + 48min, .closes = 17h}});
    Hall hall(settings);
    teach(hall.forecaster, 1, 300s);
    hall.at(11h + 55min);
    hall.open(1);
    hall.join(1);
    hall.callAndStart(1);
    hall.join(1);
    hall.join(1);
    CHECK(isWithin(58min, hall.promise(1)));
    CHECK(hall.promise(1)->low > 5min);
}

TEST_CASE("before the office opens, the wait is counted until then")
{
    Hall hall;
    hall.at(7h + 30min);
    hall.open(1);
    CHECK(isWithin(30min, hall.promise(1)));
}

TEST_CASE("a paused window is back soon, a closed one is not counted")
{
    Hall hall = busyHall();
    hall.open(2);
    REQUIRE(hall.does(PauseWindow{.window = {2}, .clerk = {2}}));
    CHECK(hall.promise(2));
    REQUIRE(hall.does(CloseWindow{.window = {2}, .clerk = {2}}));
    CHECK(!hall.promise(2));
}

TEST_CASE("bookings to come lengthen the wait of walk-ins who are due later")
{
    Hall hall = busyHall();
    for (int i = 0; i < 5; ++i) {
        hall.join(1);
    }
    const auto before = *hall.promise(1);
    for (int i = 0; i < 4; ++i) {
        REQUIRE(hall.does(AddBooking{.code = std::to_string(i),
                                     .service = {1},
                                     .day = HallDay,
                                     .at = hall.time().now + 2min * (i + 1)}));
    }
    CHECK(hall.promise(1)->high > before.high + 5min);
}

TEST_CASE("who is on hold is not told anything")
{
    Hall hall = busyHall();
    const VisitId held = hall.join(1);
    REQUIRE(hall.does(HoldVisit{.visit = held, .clerk = {1}, .until = {}}));
    CHECK(!hall.forecast().visits.contains(held));
}

TEST_CASE("who is sent to one window waits for that window")
{
    Hall hall = busyHall();
    hall.open(2);
    const VisitId sent = hall.join(1);
    REQUIRE(hall.does(
        TransferVisit{.visit = sent, .clerk = {1}, .to = {.service = {1}, .onlyAt = WindowId{1}}}));
    CHECK(isWithin(5min, hall.forecast().visits.at(sent)));
    CHECK(hall.forecast().visits.at(sent).high > 2min);
}

TEST_CASE("what a ticket has next comes to the queue as well")
{
    Hall alone = busyHall();
    Hall followed = busyHall();
    for (Hall* const hall : {&alone, &followed}) {
        hall->open(2);
        const bool further = hall == &followed;
        for (int i = 0; i < 4; ++i) {
            REQUIRE(hall->does(IssueTicket{.service = {1},
                                           .then = further ? std::vector<ServiceId>{{1}, {1}}
                                                           : std::vector<ServiceId>{}}));
        }
        for (int i = 0; i < 8; ++i) {
            hall->at(9h + 1min);
            hall->join(1);
        }
    }
    CHECK(followed.promise(1)->high > alone.promise(1)->high);
}

TEST_CASE("a clock that was set back makes nobody wait less than nothing")
{
    Hall hall = busyHall();
    hall.join(1);
    hall.at(8h + 30min);
    for (const auto& [visit, range] : hall.forecast().visits) {
        CHECK(range.low >= 0s);
        CHECK(range.low <= range.high);
        CHECK(range.high < 1h);
    }
    hall.finish(1);
    hall.callAndStart(1);
    CHECK(hall.forecaster.accuracy().office.calls == 2);
    CHECK(hall.promise(1)->low >= 0s);
}

TEST_CASE("a service that the settings no longer have stops nothing")
{
    Hall hall;
    hall.open(2);
    hall.join(2);
    hall.callAndStart(2);
    hall.join(2);
    OfficeSettings without = test::hallSettings();
    without.services.pop_back();
    without.windows.at(1).services.pop_back();
    apply(hall.office, SettingsChanged{without});
    const auto forecast = hall.forecast();
    CHECK(forecast.newcomers.contains({1}));
    CHECK(!forecast.newcomers.contains({2}));
    CHECK(!hall.promise(2));
}
