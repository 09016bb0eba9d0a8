#include "controller/forecast/forecast.h"
#include "tests/controller/forecast/hall.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using talon::test::Hall;
using talon::test::teach;

/// Who joins too late to be served is told so in time.
namespace {

/// At 16:00 window 1 has begun a visit of five minutes, and so many wait.
Hall afternoon(int waiting, OfficeSettings settings = test::hallSettings())
{
    Hall hall(std::move(settings));
    teach(hall.forecaster, 1, 300s);
    hall.at(16h);
    hall.open(1);
    hall.join(1);
    hall.callAndStart(1);
    for (int i = 0; i < waiting; ++i) {
        hall.join(1);
    }
    return hall;
}

/// What the office is told, as the runtime would: whether any more tickets.
std::vector<bool> tell(Hall& hall)
{
    std::vector<bool> given;
    for (const SetLastTicket& command :
         forecast::lastTickets(hall.office, hall.forecast(), hall.time())) {
        CHECK(command.service == ServiceId{1});
        given.push_back(command.given);
        CHECK(hall.does(command));
    }
    return given;
}

} // namespace

TEST_CASE("a short queue closes nothing")
{
    Hall hall = afternoon(1);
    CHECK(hall.forecast().pastClosing.empty());
    CHECK(tell(hall).empty());
}

TEST_CASE("a queue longer than the rest of the day takes no more")
{
    Hall hall = afternoon(14);
    CHECK(hall.forecast().pastClosing == std::set<ServiceId>{{1}});
    CHECK(tell(hall) == std::vector{true});
    CHECK(tell(hall).empty());
    CHECK(!hall.does(IssueTicket{.service = {1}}));
}

TEST_CASE("a service reopens only with five minutes to spare")
{
    Hall hall = afternoon(14);
    CHECK(tell(hall) == std::vector{true});
    const Instant closes{test::HallDay + 17h};
    for (int i = 0; i < 14; ++i) {
        hall.at(16h + 15s * i);
        hall.finish(1);
        hall.callAndStart(1);
        const Instant starts = hall.time().now + hall.forecast().newcomers.at({1}).high;
        const auto told = tell(hall);
        if (starts + 5min <= closes) {
            CHECK(told == std::vector{false});
            return;
        }
        CHECK(told.empty());
    }
    FAIL("never reopened");
}

TEST_CASE("between closing and five minutes before it, nothing changes")
{
    Hall hall = afternoon(0);
    const Instant closes = hall.time().now + 30min;
    forecast::Forecast forecast;
    const auto startingAt = [&](Instant at) {
        forecast.newcomers[{1}] = {
            .low = 0s, .high = std::chrono::ceil<std::chrono::seconds>(at - hall.time().now)};
        return forecast::lastTickets(hall.office, forecast, hall.time());
    };
    hall.at(16h + 30min);
    const Instant end = closes + 30min;
    CHECK(startingAt(end).empty());
    CHECK(startingAt(end + 1s).size() == 1);
    hall.office.issuing[{1}].lastTicketGiven = true;
    CHECK(startingAt(end + 1s).empty());
    CHECK(startingAt(end - 4min).empty());
    CHECK(startingAt(end - 5min).size() == 1);
}

TEST_CASE("an office may do without last tickets")
{
    OfficeSettings settings = test::hallSettings();
    settings.rules.lastTicket = false;
    Hall hall = afternoon(20, settings);
    CHECK(!hall.forecast().pastClosing.empty());
    CHECK(tell(hall).empty());
}

TEST_CASE("a service has its own last hour")
{
    OfficeSettings settings = test::hallSettings();
    settings.services.at(0).schedule.emplace().week.fill({{.opens = 8h, .closes = 16h + 20min}});
    Hall hall = afternoon(3, settings);
    CHECK(hall.forecast().pastClosing == std::set<ServiceId>{{1}});
}

TEST_CASE("what nobody gives is neither closed nor opened")
{
    Hall hall = afternoon(14);
    REQUIRE(hall.does(SetLastTicket{.service = {2}, .given = true}));
    CHECK(tell(hall) == std::vector{true});
    CHECK(hall.office.issuing.at({2}).lastTicketGiven);
}

TEST_CASE("after closing the hours say enough")
{
    Hall hall = afternoon(3);
    hall.at(17h + 1min);
    CHECK(hall.forecast().pastClosing == std::set<ServiceId>{{1}});
    CHECK(tell(hall).empty());
}
