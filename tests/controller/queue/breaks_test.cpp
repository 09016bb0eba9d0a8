#include "tests/controller/queue/tables.h"

using namespace talon;
using namespace std::chrono_literals;
using test::holds;
using test::holdsWith;

/// Breaks that slide, and stations without a clerk.

TEST_CASE("a window goes on its planned break when it is idle, and comes back")
{
    // Window 3 gives what window 2 gives, and helps with what window 1 gives.
    holds(R"(
        09:00 open window 1          -> open
        09:00 open window 2          -> open
        09:00 open window 3          -> open
        09:00 plan window 2 12:00 30 -> planned
        11:59 tick                   -> nothing
        12:00 tick                   -> break
        12:00 window 2               -> onBreak until 12:30
        12:01 call window 2          -> windowClosed
        12:30 open window 2          -> open
        12:31 tick                   -> nothing
)");
}

TEST_CASE("instead of a service that would run into it, the break begins")
{
    // A service is expected to take five minutes, and a break may slide by five.
    holds(R"(
        09:00 open window 1          -> open
        09:00 open window 2          -> open
        09:00 open window 3          -> open
        09:00 plan window 2 12:00 30 -> planned
        11:50 issue 2                -> Б001
        11:50 issue 2                -> Б002
        11:50 call window 2          -> Б001
        11:50 start window 2         -> Б001 started
        12:01 finish window 2        -> Б001 finished
        12:01 call window 2          -> break
        12:01 window 2               -> onBreak until 12:31
        12:01 call window 3          -> Б002
)");
}

TEST_CASE("a short service still fits before the break")
{
    holds(R"(
        09:00 open window 1          -> open
        09:00 open window 2          -> open
        09:00 open window 3          -> open
        09:00 plan window 2 12:00 30 -> planned
        11:58 issue 2                -> Б001
        11:59 call window 2          -> Б001
)");
}

TEST_CASE("two windows of one service are not away at once")
{
    holds(R"(
        09:00 open window 1          -> open
        09:00 open window 2          -> open
        09:00 open window 3          -> open
        09:00 plan window 2 12:00 30 -> planned
        09:00 plan window 3 12:00 30 alone -> planned
        09:00 plan window 3 12:00 30 -> planned
        12:00 tick                   -> break
        12:00 window 2               -> onBreak until 12:30
        12:00 window 3               -> open
        12:05 issue 2                -> Б001
        12:05 call window 3          -> Б001
        12:06 start window 3         -> Б001 started
        12:29 finish window 3        -> Б001 finished
        12:29 break window 3         -> breakNotCovered
        12:30 open window 2          -> open
        12:30 tick                   -> nothing
        12:30 break window 3         -> breakNotCovered
        12:30 break window 3 alone   -> break
)");
}

TEST_CASE("the only window of a service does not leave unless it is told to")
{
    holds(R"(
        09:00 open window 1                -> open
        09:00 issue 1                      -> А001
        09:00 break window 1               -> breakNotCovered
        09:00 plan window 1 12:00 30       -> planned
        12:00 tick                         -> nothing
        12:00 call window 1                -> А001
        12:00 absent window 1              -> А001 absent
        12:01 plan window 1 12:00 30 alone -> planned
        12:01 tick                         -> break
        12:01 window 1                     -> onBreak until 12:31
)");
}

TEST_CASE("a clerk takes a break unasked when others cover it")
{
    holds(R"(
        09:00 open window 1   -> open
        09:00 open window 3   -> open
        09:01 break window 1  -> break
        09:01 window 1        -> onBreak until 09:16
        09:01 break window 1  -> nothing
        09:02 break window 3  -> breakNotCovered
        09:05 issue 1         -> А001
        09:05 call window 3   -> А001 helping
        09:06 break window 3 alone -> windowHasVisit
        09:10 open window 1   -> open
)");
}

TEST_CASE("a break is had once, and whoever comes to work after it has had it")
{
    holds(R"(
        09:00 open window 1                -> open
        09:00 plan window 1 12:00 30 alone -> planned
        11:57 break window 1               -> break
        11:57 window 1                     -> onBreak until 12:27
        12:10 open window 1                -> open
        12:15 tick                         -> nothing
        12:16 close window 1               -> closed
        12:17 open window 1                -> open
        12:18 tick                         -> nothing
        12:18 plan window 2 12:00 30 alone -> planned
        12:18 open window 2                -> open
        12:19 tick                         -> nothing
        12:19 plan window 9 12:00 30       -> unknownWindow
        12:19 plan window 2 12:00 4        -> outOfRange
)");
}

TEST_CASE("a window becomes a station only while it is closed")
{
    holds(R"(
        09:00 open window 1        -> open
        09:00 settings station 1   -> windowInUse
        09:01 close window 1       -> closed
        09:01 settings station 1   -> settings
        09:01 open window 1 by 7   -> open
        09:01 close window 1 by 8  -> closed
)");
}

TEST_CASE("a station calls who has waited too long, and whoever does not want it loses nothing")
{
    holdsWith(
        [](OfficeSettings& s) {
            s.windows.push_back({.id = {7},
                                 .name = "АСВК",
                                 .services = {{3}},
                                 .helpsWith = {{1}},
                                 .selfService = true});
        },
        R"(
        09:00 open window 7 by 1 -> open
        09:00 open window 1      -> open
        09:00 issue 1            -> А001
        09:01 issue 1            -> А002
        09:01 issue 1            -> А003
        09:02 tick               -> nothing
        09:02 issue 3            -> В001
        09:02 tick               -> В001
        09:03 start window 7 by 2 -> В001 started
        09:05 finish window 7 by 3 notopic -> В001 finished
        09:05 tick               -> nothing
        09:10 tick               -> А001 helping
        09:11 tick               -> nothing
        09:12 tick               -> А001 back, А002 helping
        09:12 waiting 1          -> А001 А003
        09:14 tick               -> А002 back, А003 helping
        09:16 tick               -> А003 back
        09:16 waiting 1          -> А001 А002 А003
        09:17 call window 1      -> А001
)");
}
