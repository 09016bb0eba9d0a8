#include "terminal/flow/flow.h"
#include "tests/terminal/flow/flow_table.h"

using namespace talon;
using namespace talon::test;

TEST_CASE("a booked visitor who is on time gets a ticket at once")
{
    play(R"(
offer everything -> segments
check-in -> checkIn
found onTime -> issuing check-in:5
issued 17 -> done print:17
)");
}

TEST_CASE("a booking can be scanned wherever a visitor has no ticket yet, and nowhere else")
{
    for (const char* const way :
         {"", "person -> services", "person -> services\nservice 3 -> category",
          "check-in -> checkIn\nfound unknown -> arrival(unknown)"}) {
        play(std::string("offer everything -> segments\n") + way + R"(
found onTime -> issuing check-in:5
found onTime -> issuing
issued 17 -> done print:17
found onTime -> done
)");
    }
    play(R"(
found onTime -> away
offer closed -> closed
found onTime -> closed
)");
}

TEST_CASE("who is late is told, and may have the ticket all the same")
{
    play(R"(
offer everything -> segments
found late -> arrival(late)
anyway -> issuing check-in:5
anyway -> issuing
)");
}

TEST_CASE("a booking that cannot be checked in leads to a usual ticket, or back")
{
    for (const std::string why : {"early", "wrongDay", "wrongOffice", "alreadyHere", "cancelled",
                                  "unknown", "notABooking"}) {
        play("offer everything -> segments\ncheck-in -> checkIn\nfound " + why + " -> arrival(" +
             why + ")\nanyway -> arrival(" + why + R"()
back -> checkIn
back -> segments
)");
    }
    play(R"(
offer everything -> segments
found wrongDay -> arrival(wrongDay)
service 3 -> category
category none -> issuing ask:3
)");
    play(R"(
offer everything -> segments
found early -> arrival(early)
service 9 -> issuing ask:9
)");
    play(R"(
offer everything -> segments
found early -> arrival(early)
left -> segments
)");
}

TEST_CASE("of several bookings one is chosen")
{
    play(R"(
offer everything -> segments
check-in -> checkIn
found several -> bookings
found onTime -> issuing check-in:5
)");
    play(R"(
offer everything -> segments
check-in -> checkIn
found several -> bookings
back -> checkIn
home -> segments
)");
}

TEST_CASE("an office without bookings asks nobody for one")
{
    play(R"(
offer noBookings -> segments
check-in -> segments
)");
}

TEST_CASE("a priority category goes with the ticket, and with no later one")
{
    play(R"(
offer everything -> segments
person -> services
service 3 -> category
category 4 -> issuing ask:3,4
issued 17 -> done print:17
home -> segments
person -> services
service 5 -> category
category none -> issuing ask:5
)");
}

TEST_CASE("a touch that came too late or twice changes nothing")
{
    play(R"(
offer everything -> segments
service 3 -> segments
category none -> segments
back -> segments
person -> services
company -> services
service 3 -> category
service 4 -> category
category none -> issuing ask:3
category 4 -> issuing
home -> issuing
back -> issuing
left -> issuing
issued 17 -> done print:17
issued 17 -> done
person -> done
)");
}
