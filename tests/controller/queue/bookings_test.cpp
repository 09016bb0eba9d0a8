#include "controller/queue/decide.h"
#include "tests/controller/queue/tables.h"

using namespace talon;
using namespace std::chrono_literals;
using test::holds;

/// Appointments: early, on time, late, missed.

TEST_CASE("who comes early or on time is due at the booked time")
{
    holds(R"(
        09:00 book К1 service 1 at 10:40 -> К1 booked
        09:00 book К2 service 1 at 10:40 -> К2 booked
        09:39 checkin К1                 -> bookingTooEarly
        09:40 checkin К1                 -> А001
        09:40 due А001                   -> 10:40
        10:50 checkin К2                 -> А002
        10:50 due А002                   -> 10:40
        10:50 checkin К2                 -> bookingArrived
)");
}

TEST_CASE("lateness costs place, up to that of a walk-in, and never the visit")
{
    // The grace ends at 10 minutes, from 30 on a booking waits like anybody: 10 minutes.
    holds(R"(
        09:00 book К1 service 1 at 10:00 -> К1 booked
        09:00 book К2 service 1 at 10:00 -> К2 booked
        09:00 book К3 service 1 at 10:00 -> К3 booked
        09:00 book К4 service 1 at 10:00 -> К4 booked
        10:10 checkin К1                 -> А001
        10:10 due А001                   -> 10:00
        10:20 checkin К2                 -> А002
        10:20 due А002                   -> 10:25
        10:30 checkin К3                 -> А003
        10:30 due А003                   -> 10:40
        10:31 tick                       -> К4 missed
        12:00 checkin К4                 -> А004
        12:00 due А004                   -> 12:10
)");
}

TEST_CASE("a booked visitor goes before those who are due later, and after those due earlier")
{
    holds(R"(
        09:00 book К1 service 1 at 10:00 -> К1 booked
        09:45 issue 1                    -> А001
        09:48 checkin К1                 -> А002
        09:49 issue 1                    -> А003
        09:51 issue 1                    -> А004
        09:52 waiting 1                  -> А001 А003 А002 А004
        09:52 open window 1              -> open
        09:52 call window 1              -> А001
        09:52 absent window 1            -> А001 absent
        09:53 call window 1              -> А003
        09:53 absent window 1            -> А003 absent
        09:54 call window 1              -> А002
        09:54 why А002                   -> 6 of 12 min booked 10:00
)");
}

TEST_CASE("a category makes a late booking wait less, an early one comes at its time")
{
    holds(R"(
        09:00 book К1 service 1 at 10:00 -> К1 booked
        09:10 checkin К1 category 2      -> А001
        09:10 due А001                   -> 10:00
        09:10 book К2 service 1 at 10:00 -> К2 booked
        11:00 checkin К2 category 2      -> А002
        11:00 due А002                   -> 11:05
)");
}

TEST_CASE("a booking is for one day, one visitor and one service")
{
    holds(R"(
        09:00 book К1 service 1 at 10:00       -> К1 booked
        09:00 book К1 service 2 at 11:00       -> codeUsed
        09:00 book к-1 service 2 at 11:00      -> codeUsed
        09:00 book - service 2 at 11:00        -> outOfRange
        09:00 book К2 service 7 at 11:00       -> unknownService
        09:00 book К2 service 1 at 08:59       -> timePassed
        09:00 book К2 service 1 at 10:00 day 1 -> К2 booked
        09:59 checkin К2                       -> bookingOtherDay
        09:59 checkin К9                       -> unknownBooking
        09:59 unbook К1                        -> К1 cancelled
        09:59 unbook К1                        -> bookingCancelled
        09:59 checkin К1                       -> bookingCancelled
        09:59 move К1 at 12:00                 -> bookingCancelled
        10:00 move К2 at 10:30                 -> К2 moved
        10:00 checkin К2                       -> А001
        10:00 move К2 at 12:00                 -> bookingArrived
        10:00 unbook К2                        -> bookingArrived
)");
}

TEST_CASE("a booking of days to come waits for its day, a past one is gone")
{
    holds(R"(
        09:00 book К1 service 1 at 10:00       -> К1 booked
        09:00 book К2 service 1 at 10:00 day 2 -> К2 booked
        day 2026-11-26
        09:50 checkin К1                       -> unknownBooking
        09:50 checkin К2                       -> day 2026-11-26, А001
        09:50 checkin К1                       -> unknownBooking
)");
}

TEST_CASE("a booking is a promise: neither a limit nor the last ticket stands in its way")
{
    holds(R"(
        09:00 book К1 service 1 at 10:00 -> К1 booked
        09:50 issuing 1 stopped          -> issuing
        09:50 issue 1                    -> issuingStopped
        09:50 checkin К1                 -> А001
)");
}

TEST_CASE("an office keeps ten thousand bookings and no more; a free code is not enough")
{
    queue::Office office = test::smallOffice();
    const OfficeTime now = test::officeTime(test::SmallOfficeDay, 9h);
    const auto added = [&](const std::string& code) {
        return queue::decide(
            office,
            queue::AddBooking{
                .code = code, .service = {1}, .day = test::SmallOfficeDay, .at = now.now + 1h},
            now);
    };
    for (std::size_t i = 0; i < BookingsMax; ++i) {
        const auto events = added("K" + std::to_string(i));
        REQUIRE(events);
        for (const queue::Event& event : *events) {
            queue::apply(office, event);
        }
    }
    CHECK(queue::findBooking(office, "k-99 99")->id == BookingId{10'000});
    CHECK(added("one more").error() == queue::Refusal::BookingsFull);
    CHECK(added("k77").error() == queue::Refusal::CodeUsed);
    queue::apply(office, queue::DayStarted{test::SmallOfficeDay + std::chrono::days{1}});
    CHECK(queue::findBooking(office, "K77") == nullptr);
    CHECK(office.bookingByCode.empty());
}

TEST_CASE("a booking keeps four digits of a telephone, and nothing that is not four digits")
{
    const queue::Office office = test::smallOffice();
    const OfficeTime now = test::officeTime(test::SmallOfficeDay, 9h);
    for (const char* wrong : {"", "123", "12345", "12a4", "+123"}) {
        INFO(wrong);
        CHECK(queue::decide(office,
                            queue::AddBooking{.code = "7K3M",
                                              .service = {1},
                                              .day = test::SmallOfficeDay,
                                              .at = now.now + 1h,
                                              .phoneEnd = wrong},
                            now)
                  .error() == queue::Refusal::OutOfRange);
    }
}

TEST_CASE("whatever a list of the bookings shows, a change of it raises the revision")
{
    queue::Office office = test::smallOffice();
    const auto revisionAfter = [&](const queue::Command& command, std::chrono::minutes minute) {
        const auto events =
            queue::decide(office, command, test::officeTime(test::SmallOfficeDay, minute));
        REQUIRE(events);
        for (const queue::Event& event : *events) {
            queue::apply(office, event);
        }
        return office.bookingsRevision;
    };
    const auto at = test::officeTime(test::SmallOfficeDay, 10h).now;
    const auto booking = [&](const char* code) {
        return queue::AddBooking{
            .code = code, .service = {1}, .day = test::SmallOfficeDay, .at = at};
    };
    const std::int64_t before = office.bookingsRevision;
    CHECK(revisionAfter(booking("A"), 9h) == before + 1);
    CHECK(revisionAfter(booking("B"), 9h) == before + 2);
    CHECK(revisionAfter(
              queue::MoveBooking{.booking = {2}, .day = test::SmallOfficeDay, .at = at + 5min},
              9h) == before + 3);
    CHECK(revisionAfter(queue::IssueTicket{.service = {1}}, 9h + 30min) == before + 3);
    CHECK(revisionAfter(queue::CheckIn{.booking = {1}}, 9h + 30min) == before + 4);
    CHECK(revisionAfter(queue::Tick{}, 10h + 36min) == before + 5); // The second is missed.
    CHECK(revisionAfter(queue::CancelBooking{.booking = {2}}, 10h + 36min) == before + 6);
}
