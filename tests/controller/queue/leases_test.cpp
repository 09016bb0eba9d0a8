#include "controller/queue/leases.h"

#include "controller/queue/decide.h"
#include "shared/domain/ticket_number.h"
#include "tests/controller/queue/random_life.h"
#include "tests/controller/queue/tables.h"

#include <set>

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using test::holds;
using test::holdsWith;

/// Numbers that terminals give by themselves, and the tickets that they hand over.

TEST_CASE("a terminal gets numbers from the top, for today and the next day that has hours")
{
    // The 25th is a holiday.
    holds(R"(
        09:00 lease 1   -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:00 lease 1   -> nothing
        09:00 lease 2   -> leased АБВ 9800-9899, ahead АБВ 9800-9899
        09:01 issue 1   -> А001
        09:02 handover 1 1 А9900 taken 08:50 -> А9900
        09:02 issue 1   -> А002
        day 2026-11-26
        08:00 tick      -> А001 dropped, А9900 dropped, А002 dropped, day 2026-11-26
        08:01 lease 1   -> ahead АБВ 9900-9999
        08:02 handover 1 1 А9900 taken 08:01 -> А9900
        08:03 issue 1   -> А001
)");
}

TEST_CASE("a lease is filled up when less than half of it is left")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.services = {s.services.at(0)};
            s.services.at(0).lastNumber = 80;
            s.windows = {s.windows.at(0)};
            s.topics.pop_back();
        },
        R"(
        09:00 lease 1                        -> leased А 77-80, ahead А 77-80
        09:01 handover 1 1 А077 taken 09:00  -> А077
        09:01 handover 1 1 А079 taken 09:00  -> А079
        09:01 lease 1                        -> nothing
        09:02 handover 1 1 А078 taken 09:00  -> А078
        09:02 lease 1                        -> leased А 73-76
)");
}

TEST_CASE("leases take no more than a quarter of a small range, and a tiny range has none")
{
    const auto sized = [](int last) {
        return [last](OfficeSettings& s) {
            s.services = {s.services.at(0)};
            s.services.at(0).lastNumber = last;
            s.windows = {s.windows.at(0)};
            s.topics.pop_back();
        };
    };
    holdsWith(sized(12), R"(
        09:00 lease 1 -> leased А 12-12, ahead А 12-12
        09:00 lease 2 -> leased А 11-11, ahead А 11-11
        09:00 lease 3 -> leased А 10-10, ahead А 10-10
        09:00 lease 4 -> nothing
)");
    holdsWith(sized(3), R"(
        09:00 lease 1 -> nothing
        09:01 issue 1 -> А001
)");
}

TEST_CASE("the office never gives a leased number itself")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.services = {s.services.at(0)};
            s.services.at(0).lastNumber = 8;
            s.windows = {s.windows.at(0)};
            s.topics.pop_back();
        },
        R"(
        09:00 lease 1 -> leased А 8-8, ahead А 8-8
        09:00 issue 1 -> А001
        09:00 issue 1 -> А002
        09:00 issue 1 -> А003
        09:00 lease 2 -> leased А 7-7, ahead А 7-7
        09:00 issue 1 -> А004
        09:00 issue 1 -> А005
        09:00 issue 1 -> А006
        09:00 issue 1 -> numbersUsedUp
        09:01 handover 2 1 А007 taken 09:00 -> А007
        09:01 settings range 1 1 100        -> settings
        09:01 issue 1 -> А009
)");
}

TEST_CASE("letters and ranges may change: what was leased under the old ones is not given again")
{
    holds(R"(
        09:00 lease 1             -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:01 settings prefix 1 Ю -> settings
        09:01 settings prefix 2 А -> settings
        09:02 lease 2             -> leased Ю 9900-9999 АВ 9800-9899, ahead Ю 9900-9999 АВ 9800-9899
        09:02 lease 1             -> leased Ю 9800-9899 А 9700-9799, ahead Ю 9800-9899 А 9700-9799
        09:03 issue 2             -> А001
        09:04 handover 1 1 А9900 taken 09:00 -> А9900
        09:04 state А9900         -> waiting
)");
}

TEST_CASE("a terminal that lost its store gets other numbers than it had")
{
    holds(R"(
        09:00 lease 1 holder old -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:01 lease 1 holder new -> leased АБВ 9800-9899, ahead АБВ 9800-9899
        09:02 handover 1 1 А9900 taken 08:50 -> А9900
)");
}

TEST_CASE("a terminal that was enrolled anew hands over what its store holds")
{
    holds(R"(
        09:00 lease 1 holder s1                       -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:01 handover 7 1 А9900 taken 08:50 store s1 -> А9900
        09:01 handover 7 1 А9901 taken 08:50 store s2 -> А9901 late numberTaken
        09:01 handover 7 1 А9902 taken 08:50          -> А9902 late numberTaken
        09:02 handover 1 1 А9901 taken 08:50          -> А9901
)");
}

TEST_CASE("who took a ticket without the controller has the place that the waiting earned")
{
    holds(R"(
        09:00 lease 1                       -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:20 issue 1                       -> А001
        09:30 handover 1 1 А9900 taken 09:10 -> А9900
        09:30 handover 1 1 А9901 taken 09:15 category 2 paper printed -> А9901, А9901 printed
        09:30 due А9900                     -> 09:20
        09:30 due А9901                     -> 09:20
        09:30 waiting 1                     -> А9900 А9901 А001
        09:30 ahead А001                    -> 2
)");
}

TEST_CASE("the moment that a terminal tells lies within the day and not in the future")
{
    holds(R"(
        09:00 lease 1                        -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:30 handover 1 1 А9900 taken 11:00 -> А9900
        09:30 due А9900                      -> 09:40
        09:30 handover 1 1 А9901 taken -3:00 -> А9901
        09:30 due А9901                      -> 00:10
)");
}

TEST_CASE("hours, limits and the last ticket are no reason to send a visitor with a paper away")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.services.at(0).dailyLimit = 1;
            s.services.at(1).hidden = true;
        },
        R"(
        09:00 lease 1                        -> leased АВ 9900-9999, ahead АВ 9900-9999
        09:00 issue 1                        -> А001
        09:01 issue 1                        -> dayLimitReached
        09:02 handover 1 1 А9900 taken 09:01 -> А9900
        09:03 issuing 3 stopped              -> issuing
        09:03 handover 1 3 В9900 taken 09:02 category 77 people 200 -> В9900
        17:30 handover 1 1 А9901 taken 16:59 -> А9901
        17:30 handover 1 2 Б9901 taken 16:59 -> Б9901
)");
}

TEST_CASE("a ticket that can be no visit is recorded with its reason, and never refused")
{
    holds(R"(
        09:00 lease 1                        -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:00 lease 2                        -> leased АБВ 9800-9899, ahead АБВ 9800-9899
        09:00 issue 1                        -> А001
        09:01 handover 1 1 А9900 taken 09:00 day -1 -> А9900 late dayOver
        09:01 handover 1 7 А9900 taken 09:00 -> А9900 late serviceGone
        09:01 handover 1 1 А9800 taken 09:00 -> А9800 late numberTaken
        09:01 handover 1 1 А001 taken 09:00  -> А001 late numberTaken
        09:01 handover 1 1 А7 taken 09:00    -> А7 late numberTaken
        09:01 handover 1 1 А9901 taken 09:00 -> А9901
        09:02 handover 1 1 А9901 taken 09:01 -> А9901 late numberTaken
        09:02 handover 1 1 А9901 taken 09:00 -> nothing
        09:03 settings without service 3     -> settings
        09:03 handover 1 3 В9900 taken 09:00 -> В9900 late serviceGone
        day 2026-11-26
        08:00 tick                                  -> А001 dropped, А9901 dropped, day 2026-11-26
        08:00 handover 1 1 А9902 taken 16:00 day -2 -> А9902 late dayOver
)");
}

TEST_CASE("numbers that a restored journal forgot are taken when nobody else has them")
{
    holds(R"(
        09:00 handover 1 1 А9900 taken 08:50 -> А9900
        09:00 handover 1 1 А003 taken 08:50  -> А003
        09:01 lease 2                        -> leased А 9901-9999 БВ 9900-9999, ahead АБВ 9900-9999
        09:01 issue 1                        -> А001
        09:01 issue 1                        -> А002
        09:01 issue 1                        -> А004
)");
}

TEST_CASE("a ticket of a day that has not begun here is one of today")
{
    holds(R"(
        09:00 lease 1                              -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:01 handover 1 1 А9900 taken 09:00 day 2 -> А9900
        09:01 due А9900                            -> 09:11
        09:02 handover 1 1 А9900 taken 09:00       -> А9900 late numberTaken
)");
}

TEST_CASE("a booked visitor checks in; who is not booked any more joins without")
{
    holds(R"(
        09:00 lease 1                        -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:00 book АБ service 1 at 10:00     -> АБ booked
        09:00 book ВГ service 1 at 10:10     -> ВГ booked
        09:00 book ДЕ service 1 at 10:20     -> ДЕ booked
        09:01 unbook ВГ                      -> ВГ cancelled
        09:55 checkin ДЕ                     -> А001
        10:00 handover 1 1 А9900 taken 09:45 booking АБ -> А9900
        10:00 due А9900                      -> 10:00
        10:00 handover 1 1 А9901 taken 09:45 booking ВГ -> А9901
        10:00 due А9901                      -> 09:55
        10:00 handover 1 1 А9902 taken 09:45 booking ДЕ -> А9902
        10:01 checkin АБ                     -> bookingArrived
)");
}

TEST_CASE("a request that the terminal gave up leaves no second visit")
{
    holds(R"(
        09:00 lease 1                        -> leased АБВ 9900-9999, ahead АБВ 9900-9999
        09:00 open window 1                  -> open
        09:01 issue 1                        -> А001
        09:05 handover 1 1 А9900 taken 09:02 instead А001 -> А001 gone, А9900
        09:05 state А001                     -> cancelled
        09:06 issue 1                        -> А002
        09:06 book АБ service 1 at 09:30     -> АБ booked
        09:07 checkin АБ                     -> А003
        09:08 handover 1 1 А9901 taken 09:07 booking АБ instead А003 -> А003 gone, А9901
        09:08 due А9901                      -> 09:30
        09:09 call window 1                  -> А9900
        09:09 issue 1                        -> А004
        09:10 start window 1                 -> А9900 started
        09:10 finish window 1                -> А9900 finished
        09:10 call window 1                  -> А002
        09:11 handover 1 1 А9902 taken 09:05 instead А002 -> А9902
        09:12 handover 1 1 А9903 taken 09:05 instead А777 -> А9903
        09:12 handover 1 1 А9903 taken 09:05 day -1 instead А004 -> А004 gone, А9903 late dayOver
)");
}

TEST_CASE("nothing that a terminal hands over is ever refused, and neither are its leases")
{
    for (std::uint64_t seed = 1; seed <= 16; ++seed) {
        test::live(seed, {.refused = [&](const test::RefusedStep& step) {
                       INFO("seed " << seed);
                       REQUIRE_FALSE(std::holds_alternative<HandOverTicket>(step.command));
                       REQUIRE_FALSE(std::holds_alternative<LeaseNumbers>(step.command));
                   }});
    }
}

TEST_CASE("every ticket that was handed over is a visit, a record, or known already")
{
    int visits = 0;
    int records = 0;
    for (std::uint64_t seed = 1; seed <= 16; ++seed) {
        test::live(seed, {.accepted = [&](const test::Step& step) {
                       const auto* const command = std::get_if<HandOverTicket>(&step.command);
                       if (command == nullptr) {
                           return;
                       }
                       int outcomes = 0;
                       for (const Event& event : step.events) {
                           if (const auto* issued = std::get_if<TicketIssued>(&event)) {
                               REQUIRE(issued->number == command->ticket.number);
                               REQUIRE(issued->at <= step.time.now);
                               ++outcomes;
                               ++visits;
                           }
                           if (std::holds_alternative<LateTicketRecorded>(event)) {
                               ++outcomes;
                               ++records;
                           }
                       }
                       const bool isKnown =
                           std::ranges::any_of(step.before.visits, [&](const auto& entry) {
                               return entry.second.number == command->ticket.number &&
                                      entry.second.offline.has_value();
                           });
                       REQUIRE((outcomes == 1 || (outcomes == 0 && isKnown)));
                   }});
    }
    // Otherwise the lives are too dull to prove anything.
    CHECK(visits > 100);
    CHECK(records > 100);
}

TEST_CASE("a printed number is read back only as it is written")
{
    CHECK(printedNumber("А", 15) == "А015");
    CHECK(printedNumber("AB", 1500) == "AB1500");
    CHECK(numberFrom("А015") == TicketNumber{.prefix = "А", .serial = 15});
    CHECK(numberFrom("AB1500") == TicketNumber{.prefix = "AB", .serial = 1500});
    for (const char* wrong : {"", "А", "А15", "А0015", "А000", "А01500", "А99999999999"}) {
        INFO(wrong);
        CHECK_FALSE(numberFrom(wrong));
    }
}
