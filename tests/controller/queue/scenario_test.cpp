#include "tests/controller/queue/tables.h"

using namespace talon;
using namespace std::chrono_literals;
using test::holds;
using test::play;

/// What happens at the small office of tests/support/small_office.h, told as tables. What stands
/// after an arrow is what the office did, or the refusal.

TEST_CASE("a visitor takes a ticket, is called, served and goes")
{
    holds(R"(
        09:00 issue 1                 -> А001
        09:00 printed А001 printed    -> А001 printed
        09:00 state А001              -> waiting
        09:01 open window 1           -> open
        09:02 call window 1           -> А001
        09:02 state А001              -> called
        09:03 start window 1          -> А001 started
        09:03 state А001              -> serving
        09:10 finish window 1 topic 2 -> А001 finished
        09:10 state А001              -> finished
        09:11 call window 1           -> queueEmpty
        09:12 close window 1          -> closed
)");
}

TEST_CASE("numbers count up for each service by itself")
{
    holds(R"(
        09:00 issue 1 -> А001
        09:00 issue 2 -> Б001
        09:00 issue 1 -> А002
        09:00 issue 3 -> В001
        09:01 issue 1 -> А003
        09:01 issue 4 -> unknownService
        09:01 issue 0 -> unknownService
        09:01 issue 1 category 9 -> unknownCategory
        09:01 issue 1 -> А004
)");
}

TEST_CASE("two windows that call at once get two visitors")
{
    holds(R"(
        09:00 issue 2       -> Б001
        09:00 issue 2       -> Б002
        09:00 open window 2 -> open
        09:00 open window 3 -> open
        09:01 call window 2 -> Б001
        09:01 call window 3 -> Б002
        09:01 call window 2 -> windowHasVisit
        09:01 call window 3 -> windowHasVisit
)");
}

TEST_CASE("one visitor is never called at two windows")
{
    holds(R"(
        09:00 issue 2       -> Б001
        09:00 open window 2 -> open
        09:00 open window 3 -> open
        09:01 call window 2 -> Б001
        09:01 call window 3 -> queueEmpty
        09:02 start window 3 -> windowIdle
        09:02 recall window 3 -> windowIdle
        09:02 absent window 3 -> windowIdle
        09:02 finish window 3 -> windowIdle
)");
}

TEST_CASE("a visitor is recalled until they come or are given up")
{
    holds(R"(
        09:00 issue 1         -> А001
        09:00 open window 1   -> open
        09:01 recall window 1 -> windowIdle
        09:01 call window 1   -> А001
        09:02 recall window 1 -> А001 again
        09:03 recall window 1 -> А001 again
        09:04 absent window 1 -> А001 absent
        09:04 state А001      -> noShow
        09:04 absent window 1 -> windowIdle
        09:05 call window 1   -> queueEmpty
)");
}

TEST_CASE("a visit goes forward only")
{
    holds(R"(
        09:00 issue 1                 -> А001
        09:00 open window 1           -> open
        09:00 start window 1          -> windowIdle
        09:00 finish window 1         -> windowIdle
        09:01 call window 1           -> А001
        09:01 finish window 1         -> notStarted
        09:02 start window 1          -> А001 started
        09:02 start window 1          -> alreadyStarted
        09:02 recall window 1         -> alreadyStarted
        09:02 absent window 1         -> alreadyStarted
        09:03 finish window 1 topic 9 -> unknownTopic
        09:03 finish window 1 topic 1 -> А001 finished
        09:03 finish window 1         -> windowIdle
)");
}

TEST_CASE("who belongs to a priority category is due earlier, but nobody waits for ever")
{
    // Due: А001 09:10, А002 at once, А003 09:07, А004 09:13, А005 09:15, А006 09:16.
    holds(R"(
        09:00 issue 1            -> А001
        09:01 issue 1 category 1 -> А002
        09:02 issue 1 category 2 -> А003
        09:03 issue 1            -> А004
        09:05 issue 1            -> А005
        09:11 issue 1 category 2 -> А006
        09:11 waiting 1          -> А002 А003 А001 А004 А005 А006
        09:11 ahead А004         -> 3
        09:11 ahead А002         -> 0
        09:11 open window 1      -> open
        09:11 call window 1      -> А002
        09:11 ahead А004         -> 2
        09:11 ahead А002         -> 0
)");
}

TEST_CASE("a category never makes anybody wait longer")
{
    holds(R"(
        09:00 issue 1 category 3 -> А001
        09:01 issue 1            -> А002
        09:01 waiting 1          -> А001 А002
)");
}

TEST_CASE("among those due at the same moment the first to join goes first")
{
    holds(R"(
        09:00 issue 1            -> А001
        09:05 issue 1 category 2 -> А002
        09:10 issue 1 category 1 -> А003
        09:10 waiting 1          -> А001 А002 А003
)");
}

TEST_CASE("a window with two services calls the one due earliest")
{
    // В001 is due at 09:30, the Б's ten minutes after they join.
    holds(R"(
        09:00 issue 3        -> В001
        09:05 issue 2        -> Б001
        09:19 issue 2        -> Б002
        09:21 issue 2        -> Б003
        09:21 open window 3  -> open
        09:21 call window 3  -> Б001
        09:21 absent window 3 -> Б001 absent
        09:22 call window 3  -> Б002
        09:22 absent window 3 -> Б002 absent
        09:22 call window 3  -> В001
        09:22 absent window 3 -> В001 absent
        09:22 call window 3  -> Б003
)");
}

TEST_CASE("a window helps out when nobody waits for its own services")
{
    holds(R"(
        09:00 issue 1         -> А001
        09:00 open window 2   -> open
        09:00 next window 2   -> А001
        09:00 issue 2         -> Б001
        09:00 next window 2   -> Б001
        09:01 call window 2   -> Б001
        09:01 absent window 2 -> Б001 absent
        09:02 call window 2   -> А001 helping
)");
}

TEST_CASE("a window helps out when others are overdue and its own are not due earlier")
{
    holds(R"(
        09:00 issue 1         -> А001
        09:05 issue 2         -> Б001
        09:05 open window 2   -> open
        09:09 next window 2   -> Б001
        09:10 next window 2   -> А001
        09:10 call window 2   -> А001 helping
        09:10 absent window 2 -> А001 absent
        09:11 issue 1         -> А002
        09:30 next window 2   -> Б001
        09:30 call window 2   -> Б001
)");
}

TEST_CASE("a window never calls for a service it neither serves nor helps with")
{
    holds(R"(
        09:00 issue 3        -> В001
        09:00 issue 2        -> Б001
        09:00 open window 1  -> open
        09:00 open window 2  -> open
        10:00 call window 1  -> queueEmpty
        10:00 call window 2  -> Б001
        10:00 absent window 2 -> Б001 absent
        10:00 call window 2  -> queueEmpty
)");
}

TEST_CASE("a window is opened, paused, opened again and closed")
{
    holds(R"(
        09:00 issue 1        -> А001
        09:00 call window 1  -> windowClosed
        09:00 pause window 1 -> windowClosed
        09:00 close window 1 -> windowClosed
        09:01 open window 1  -> open
        09:01 open window 1  -> nothing
        09:02 pause window 1 -> paused
        09:02 pause window 1 -> nothing
        09:02 call window 1  -> windowClosed
        09:03 open window 1  -> open
        09:03 call window 1  -> А001
        09:03 pause window 1 -> windowHasVisit
        09:03 close window 1 -> windowHasVisit
        09:04 start window 1 -> А001 started
        09:04 close window 1 -> windowHasVisit
        09:05 finish window 1 -> А001 finished
        09:05 pause window 1 -> paused
        09:05 close window 1 -> closed
        09:05 open window 9  -> unknownWindow
        09:05 call window 9  -> unknownWindow
)");
}

TEST_CASE("a window has one clerk, and a clerk has one window")
{
    holds(R"(
        09:00 issue 1             -> А001
        09:00 open window 1 by 7  -> open
        09:00 open window 1 by 8  -> windowTaken
        09:00 open window 2 by 7  -> clerkElsewhere
        09:00 call window 1 by 8  -> windowTaken
        09:01 call window 1 by 7  -> А001
        09:01 recall window 1 by 8 -> windowTaken
        09:01 start window 1 by 8 -> windowTaken
        09:01 absent window 1 by 8 -> windowTaken
        09:01 start window 1 by 7 -> А001 started
        09:02 finish window 1 by 8 -> windowTaken
        09:02 finish window 1 by 7 -> А001 finished
        09:03 pause window 1 by 8 -> windowTaken
        09:03 pause window 1 by 7 -> paused
        09:03 open window 1 by 8  -> windowTaken
        09:03 open window 2 by 7  -> clerkElsewhere
        09:03 close window 1 by 8 -> windowTaken
        09:04 close window 1 by 7 -> closed
        09:04 open window 2 by 7  -> open
        09:04 open window 1 by 8  -> open
)");
}

TEST_CASE("tickets are issued in the office's hours only, but who has one is still served")
{
    holds(R"(
        07:59 issue 1         -> officeClosed
        08:00 issue 1         -> А001
        16:59 issue 1         -> А002
        17:00 issue 1         -> officeClosed
        17:00 open window 1   -> open
        17:01 call window 1   -> А001
        17:01 start window 1  -> А001 started
        17:09 finish window 1 -> А001 finished
        17:10 call window 1   -> А002
)");
}

TEST_CASE("a holiday and a day off are closed all day")
{
    holds(R"(
        day 2026-11-25
        10:00 issue 1 -> officeClosed
        day 2026-11-28
        10:00 issue 1 -> officeClosed
        day 2026-11-26
        10:00 issue 1 -> day 2026-11-26, А001
)");
}

TEST_CASE("a new day drops who is left, closes idle windows and starts the numbers again")
{
    holds(R"(
        16:50 issue 1         -> А001
        16:51 issue 1         -> А002
        16:52 issue 1         -> А003
        16:53 issue 2         -> Б001
        16:54 open window 1   -> open
        16:54 open window 2   -> open
        16:55 call window 1   -> А001
        16:56 start window 1  -> А001 started
        16:57 finish window 1 -> А001 finished
        16:58 putback window 1 -> windowIdle
        day 2026-11-25
        00:00 tick            -> А002 dropped, А003 dropped, Б001 dropped, day 2026-11-25
        00:01 tick            -> nothing
        00:01 waiting 1       -> nobody
        00:01 call window 1   -> windowClosed
        day 2026-11-26
        08:00 issue 1         -> day 2026-11-26, А001
        08:00 open window 1 by 2 -> open
        08:00 call window 1 by 2 -> А001
)");
}

TEST_CASE("a refused command does not begin the day, the next one does")
{
    holds(R"(
        16:50 issue 1       -> А001
        day 2026-11-26
        07:00 issue 1       -> officeClosed
        07:00 state А001    -> waiting
        07:01 open window 1 -> А001 dropped, day 2026-11-26, open
)");
}

TEST_CASE("midnight ends no conversation")
{
    holds(R"(
        16:50 issue 1         -> А001
        16:50 issue 1         -> А002
        16:50 open window 1   -> open
        16:55 call window 1   -> А001
        16:56 start window 1  -> А001 started
        day 2026-11-26
        00:00 tick            -> А002 dropped, day 2026-11-26
        00:05 state А001      -> serving
        08:00 issue 1         -> А001
        08:01 finish window 1 -> А001 finished
        08:01 call window 1   -> А001
        day 2026-11-27
        08:00 tick            -> day 2026-11-27
        08:00 window 1        -> open
        08:00 start window 1  -> А001 started
)");
}

TEST_CASE("a clerk without a visitor over night must open the window anew")
{
    holds(R"(
        16:50 open window 1  -> open
        day 2026-11-26
        08:00 tick           -> day 2026-11-26
        08:00 call window 1  -> windowClosed
        08:00 open window 1  -> open
)");
}

TEST_CASE("every call keeps its reason")
{
    holds(R"(
        09:00 issue 1            -> А001
        09:00 issue 1            -> А002
        09:01 issue 1 category 2 -> А003
        09:01 why А003           -> not called
        09:02 open window 1      -> open
        09:03 open window 3      -> open
        09:03 call window 1      -> А003
        09:03 why А003           -> 2 of 5 min category
        09:12 call window 3      -> А001 helping
        09:12 why А001           -> 12 of 10 min helping
        09:13 recall window 3    -> А001 again
        09:13 why А001           -> 12 of 10 min helping
)");
}

TEST_CASE("a clock that was set back gives no negative waiting")
{
    holds(R"(
        09:00 issue 1       -> А001
        08:00 open window 1 -> open
        08:00 call window 1 -> А001
        08:00 why А001      -> 0 of 10 min
)");
}

TEST_CASE("a clock that goes back changes neither the day nor the order")
{
    holds(R"(
        09:00 issue 1       -> А001
        08:30 issue 1       -> А002
        08:30 open window 1 -> open
        day 2026-11-23
        09:00 tick          -> nothing
        09:00 issue 1       -> А003
        day 2026-11-24
        09:00 issue 1       -> А004
)");
}

TEST_CASE("what became of a ticket's paper is told until it is known")
{
    holds(R"(
        09:00 issue 1               -> А001
        09:00 printed А001 unknown  -> А001 unknown
        09:00 printed А001 onScreen -> А001 onScreen
        09:01 printed А001 printed  -> А001 printed
        09:01 printed А001 unknown  -> alreadyReported
        09:01 printed А999 printed  -> unknownVisit
)");
}

TEST_CASE("copies are told apart from the first paper, and count when they may have come out")
{
    queue::Office office = test::smallOffice();
    CHECK(test::play(R"(
        09:00 issue 1               -> А001
        09:00 printed А001 unknown  -> А001 unknown
        09:01 copied А001 onScreen  -> А001 copy onScreen
        09:01 copied А001 unknown   -> А001 copy unknown
)",
                     office) != "");
    const queue::Visit& visit = office.visits.at({1});
    CHECK(visit.copies == 1);
    CHECK(visit.print == PrintOutcome::Unknown); // Still nobody knows of any paper.
    test::play(R"(
        09:02 copied А001 printed   -> А001 copy printed
        09:03 copied А001 unknown   -> А001 copy unknown
)",
               office);
    CHECK(visit.copies == 3);
    CHECK(visit.print == PrintOutcome::Printed); // A paper is in the visitor's hands.
    CHECK(test::play(R"(
        09:04 printed А001 unknown  -> alreadyReported
        09:04 copied А999 printed   -> unknownVisit
)",
                     office) == R"(
        09:04 printed А001 unknown  -> alreadyReported
        09:04 copied А999 printed   -> unknownVisit
)");
}

TEST_CASE("settings change while the office works, but not what is in use")
{
    holds(R"(
        09:00 open window 1               -> open
        09:00 settings without window 1   -> windowInUse
        09:01 close window 1              -> closed
        09:01 settings without window 1   -> settings
        09:01 open window 1               -> unknownWindow
        09:02 settings window 9           -> settings
        09:02 open window 9               -> open
        09:03 issue 2                     -> Б001
        09:03 settings without service 2  -> windowInUse
        09:03 settings without service 3  -> settings
        09:03 issue 3                     -> unknownService
        09:04 settings target 1 45        -> settings
        09:04 issue 1                     -> А001
        09:05 issue 1 category 2          -> А002
        09:05 waiting 1                   -> А002 А001
)");
}

TEST_CASE("settings keep a window's clerk and visit")
{
    holds(R"(
        09:00 issue 1          -> А001
        09:00 open window 1    -> open
        09:01 call window 1    -> А001
        09:01 settings window 9 -> settings
        09:02 call window 1    -> windowHasVisit
        09:02 start window 1   -> А001 started
)");
}

TEST_CASE("a letter on today's tickets stays with its service until the day ends")
{
    // Otherwise service 2 could give А001 to a second visitor.
    holds(R"(
        09:00 settings prefix 1 Ю -> settings
        09:00 issue 1             -> Ю001
        09:01 settings prefix 1 А -> windowInUse
        09:01 settings prefix 2 А -> settings
        09:01 issue 2             -> А001
        day 2026-11-26
        08:00 tick                -> Ю001 dropped, А001 dropped, day 2026-11-26
        08:00 settings prefix 1 Я -> settings
        08:00 issue 1             -> Я001
)");
}

TEST_CASE("a line nobody can read does not pass for a test")
{
    CHECK(play("09:00 dance 1 -> ok") == "09:00 dance 1 -> what?\n");
    CHECK(play("issue 1 -> А001") == "issue 1 -> what?\n");
}
