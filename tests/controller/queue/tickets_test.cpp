#include "tests/controller/queue/tables.h"

using namespace talon;
using namespace std::chrono_literals;
using test::holds;
using test::holdsWith;

/// Who gets a ticket, with which number, and who does not.

TEST_CASE("numbers run from the first to the last of the service's range")
{
    holds(R"(
        09:00 settings range 1 100 102 -> settings
        09:00 issue 1                  -> А100
        09:00 issue 1                  -> А101
        09:00 issue 1                  -> А102
        09:00 issue 1                  -> numbersUsedUp
        09:01 settings range 1 100 101 -> windowInUse
        09:01 settings range 1 1 200   -> windowInUse
        09:01 settings range 1 100 200 -> settings
        09:01 issue 1                  -> А103
)");
}

TEST_CASE("a service closes when the tickets of its day are given out, but not for the staff")
{
    holdsWith([](OfficeSettings& s) { s.services.at(0).dailyLimit = 2; }, R"(
        09:00 issue 1         -> А001
        09:00 issue 1         -> А002
        09:00 issue 1         -> dayLimitReached
        09:01 issue 1 staff   -> А003
        day 2026-11-26
        08:00 tick            -> А001 dropped, А002 dropped, А003 dropped, day 2026-11-26
        09:00 issue 1         -> А001
)");
}

TEST_CASE("a service has hours of its own within the office's")
{
    holdsWith(
        [](OfficeSettings& s) {
            Schedule schedule;
            schedule.week.at(1) = {{.opens = 7h, .closes = 12h}, {.opens = 13h, .closes = 20h}};
            s.services.at(1).schedule = schedule;
        },
        R"(
        07:30 issue 2         -> officeClosed
        08:00 issue 2         -> Б001
        12:00 issue 2         -> serviceClosed
        12:30 issue 2 staff   -> serviceClosed
        12:30 issue 1         -> А001
        13:00 issue 2         -> Б002
        17:00 issue 2         -> officeClosed
)");
}

TEST_CASE("the office closes at midday and opens again")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.hours.week.at(1) = {{.opens = 8h, .closes = 12h},
                                  {.opens = 12h + 48min, .closes = 17h}};
        },
        R"(
        11:59 issue 1 -> А001
        12:00 issue 1 -> officeClosed
        12:47 issue 1 -> officeClosed
        12:48 issue 1 -> А002
)");
}

TEST_CASE("an exceptional day goes before the week and before a holiday")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.hours.dates[test::SmallOfficeDay] = {{.opens = 10h, .closes = 11h}};
            s.hours.dates[test::SmallOfficeDay + std::chrono::days{1}] = {
                {.opens = 9h, .closes = 10h}};
        },
        R"(
        09:00 issue 1 -> officeClosed
        10:00 issue 1 -> А001
        11:00 issue 1 -> officeClosed
        day 2026-11-25
        09:00 issue 1 -> А001 dropped, day 2026-11-25, А001
        10:00 issue 1 -> officeClosed
)");
}

TEST_CASE("on a reception day the head receives a few visitors at a window of their own")
{
    holdsWith(
        [](OfficeSettings& s) {
            Schedule reception;
            reception.dates[test::SmallOfficeDay + std::chrono::days{2}] = {
                {.opens = 14h, .closes = 16h}};
            s.services.push_back({.id = {9},
                                  .name = {{"ru", "Приём руководителя"}},
                                  .prefix = "Р",
                                  .dailyLimit = 2,
                                  .schedule = reception});
            s.windows.push_back({.id = {9}, .name = "9", .services = {{9}}, .helpsWith = {}});
        },
        R"(
        14:00 issue 9       -> serviceClosed
        day 2026-11-26
        13:59 issue 9       -> serviceClosed
        14:00 issue 9       -> day 2026-11-26, Р001
        14:00 issue 9       -> Р002
        14:01 issue 9       -> dayLimitReached
        14:01 open window 9 -> open
        14:01 open window 1 -> open
        14:02 call window 1 -> queueEmpty
        14:02 call window 9 -> Р001
)");
}

TEST_CASE("a hidden service is issued by the staff only")
{
    holdsWith([](OfficeSettings& s) { s.services.at(2).hidden = true; }, R"(
        09:00 issue 3       -> staffOnly
        09:00 issue 3 staff -> В001
)");
}

TEST_CASE("the staff stops a service for today")
{
    holds(R"(
        09:00 issuing 1 stopped -> issuing
        09:00 issuing 1 stopped -> nothing
        09:01 issue 1           -> issuingStopped
        09:01 issue 1 staff     -> issuingStopped
        09:01 issue 2           -> Б001
        09:02 issuing 1 byRule  -> issuing
        09:02 issue 1           -> А001
        09:03 issuing 1 stopped -> issuing
        09:03 issuing 7 stopped -> unknownService
        day 2026-11-26
        09:00 issue 1           -> Б001 dropped, А001 dropped, day 2026-11-26, А001
)");
}

TEST_CASE("after the last ticket terminals give no more, and the staff may")
{
    holds(R"(
        16:30 last 1 given        -> issuing
        16:30 last 1 given        -> nothing
        16:31 issue 1             -> lastTicketGiven
        16:31 issue 2             -> Б001
        16:31 issue 1 staff       -> А001
        16:32 issuing 1 continued -> issuing
        16:32 issue 1             -> А002
        17:05 issue 1             -> А003
        17:05 issue 2             -> officeClosed
        17:06 issuing 1 byRule    -> issuing
        17:06 issue 1             -> officeClosed
        17:07 last 1              -> issuing
)");
}

TEST_CASE("a group has one ticket")
{
    holds(R"(
        09:00 issue 1 people 12  -> А001
        09:00 issue 1 people 0   -> outOfRange
        09:00 issue 1 people 100 -> outOfRange
        09:01 ahead А001         -> 0
        09:01 issue 1            -> А002
        09:01 ahead А002         -> 1
)");
}

TEST_CASE("a day may go past midnight")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.dayBegins = 4h;
            s.hours.week.at(1) = {{.opens = 18h, .closes = 26h}};
        },
        R"(
        18:00 issue 1         -> А001
        23:59 issue 1         -> А002
        24:01 issue 1         -> А003
        24:01 tick            -> nothing
        25:59 issue 1         -> А004
        26:00 issue 1         -> officeClosed
        26:00 waiting 1       -> А001 А002 А003 А004
)");
}
