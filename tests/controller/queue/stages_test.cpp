#include "tests/controller/queue/tables.h"

using namespace talon;
using namespace std::chrono_literals;
using test::holds;

/// What becomes of a visit between its ticket and its end.

TEST_CASE("a ticket goes through several services in turn, and its wait counts")
{
    // Joined at 09:00, target 10 minutes: due at 09:10 for the cash desk as well.
    holds(R"(
        09:00 issue 1 then 2  -> А001
        09:00 open window 1   -> open
        09:00 open window 2   -> open
        09:01 call window 2   -> А001 helping
        09:01 putback window 2 -> А001 back
        09:02 call window 1   -> А001
        09:02 start window 1  -> А001 started
        09:05 issue 2         -> Б001
        09:20 finish window 1 -> А001 to 2
        09:20 state А001      -> waiting
        09:20 due А001        -> 09:10
        09:20 waiting 2       -> А001 Б001
        09:21 call window 2   -> А001
        09:21 start window 2  -> А001 started
        09:22 finish window 2 topic 2 -> А001 finished
        09:23 call window 2   -> Б001
)");
}

TEST_CASE("the next service in turn may carry a head start")
{
    holds(R"(
        09:00 settings headstart 5 -> settings
        09:00 issue 1 then 3       -> А001
        09:00 open window 1        -> open
        09:01 call window 1        -> А001
        09:01 start window 1       -> А001 started
        09:04 finish window 1      -> А001 to 3
        09:04 due А001             -> 09:25
)");
}

TEST_CASE("a clerk adds one more service to a ticket")
{
    holds(R"(
        09:00 issue 1                -> А001
        09:00 open window 1          -> open
        09:01 call window 1          -> А001
        09:01 start window 1         -> А001 started
        09:02 finish window 1 then 7 -> unknownService
        09:02 finish window 1 then 2 -> А001 to 2
        09:02 waiting 2              -> А001
)");
}

TEST_CASE("a transfer keeps the wait so far")
{
    holds(R"(
        09:00 issue 1                -> А001
        09:00 open window 1          -> open
        09:05 issue 2                -> Б001
        09:06 call window 1          -> А001
        09:06 transfer А001 to 2 by 2 -> visitElsewhere
        09:06 transfer А001 to 2 by 1 -> А001 to 2
        09:06 window 1               -> open
        09:06 waiting 2              -> А001 Б001
        09:07 transfer А001 to 3     -> А001 to 3
        09:07 due А001               -> 09:30
        09:07 transfer А001 to 7     -> unknownService
)");
}

TEST_CASE("who is sent to one window waits for that one only")
{
    holds(R"(
        09:00 issue 2                 -> Б001
        09:00 open window 1           -> open
        09:00 open window 2           -> open
        09:00 open window 3           -> open
        09:01 transfer Б001 to 2 at 1 -> windowCannotServe
        09:01 transfer Б001 to 2 at 9 -> unknownWindow
        09:01 transfer Б001 to 2 at 3 -> Б001 to 2 at 3
        09:02 call window 2           -> queueEmpty
        09:02 ahead Б001              -> 0
        09:02 waiting 2               -> Б001
        09:02 call window 3           -> Б001
        09:02 why Б001                -> 2 of 10 min only here
)");
}

TEST_CASE("nobody is left waiting for a window that closes")
{
    holds(R"(
        09:00 issue 2                 -> Б001
        09:00 open window 2           -> open
        09:00 transfer Б001 to 2 at 3 -> windowClosed
        09:00 open window 3           -> open
        09:01 transfer Б001 to 2 at 3 -> Б001 to 2 at 3
        09:02 close window 3          -> closed
        09:02 call window 2           -> Б001
)");
}

TEST_CASE("a transfer with return comes back to the window it came from")
{
    holds(R"(
        09:00 issue 3                         -> В001
        09:00 open window 3                   -> open
        09:00 open window 2                   -> open
        09:01 call window 3                   -> В001
        09:02 start window 3                  -> В001 started
        09:03 transfer В001 to 2 andback by 3 -> В001 to 2
        09:03 call window 2                   -> В001
        09:03 start window 2                  -> В001 started
        09:05 finish window 2 topic 2         -> В001 to 3 at 3
        09:05 call window 2                   -> queueEmpty
        09:06 call window 3                   -> В001
)");
}

TEST_CASE("a visit on hold is called by nobody until its time")
{
    holds(R"(
        09:00 issue 1                   -> А001
        09:01 issue 1                   -> А002
        09:01 hold А001 until 09:00     -> timePassed
        09:01 hold А001 until 09:30     -> А001 held
        09:01 hold А002                 -> А002 held
        09:02 open window 1             -> open
        09:02 call window 1             -> queueEmpty
        09:02 state А001                -> held
        09:29 tick                      -> nothing
        09:30 tick                      -> А001 back
        09:30 call window 1             -> А001
        09:31 hold А001 by 2            -> visitElsewhere
        09:31 hold А001 by 1            -> А001 held
        09:32 out А001 window 1 because вернулся -> А001 out of turn
        09:33 start window 1            -> А001 started
        09:34 hold А001 by 1            -> А001 held
        09:34 return А001               -> А001 back
        09:34 return А001               -> visitWaiting
        09:35 return А002               -> А002 back
        09:35 due А002                  -> 09:11
)");
}

TEST_CASE("who was absent may come back, a little later in the queue")
{
    holds(R"(
        09:00 issue 1         -> А001
        09:00 open window 1   -> open
        09:01 call window 1   -> А001
        09:02 absent window 1 -> А001 absent
        09:20 return А001     -> А001 back
        09:20 due А001        -> 09:25
        09:21 call window 1   -> А001
        09:22 absent window 1 -> А001 absent
        09:53 return А001     -> tooLateToReturn
)");
}

TEST_CASE("a visitor is recalled as often as the office asks before they count as absent")
{
    holds(R"(
        09:00 settings recalls 2 -> settings
        09:00 issue 1            -> А001
        09:00 open window 1      -> open
        09:01 call window 1      -> А001
        09:02 absent window 1    -> recallFirst
        09:02 recall window 1    -> А001 again
        09:03 absent window 1    -> recallFirst
        09:03 recall window 1    -> А001 again
        09:04 absent window 1    -> А001 absent
)");
}

TEST_CASE("a call out of turn has a reason")
{
    holds(R"(
        09:00 issue 1                        -> А001
        09:01 issue 1                        -> А002
        09:01 issue 3                        -> В001
        09:01 open window 1                  -> open
        09:02 out А002 window 1              -> reasonMissing
        09:02 out А009 window 1 because врач -> unknownVisit
        09:02 out В001 window 1 because врач -> windowCannotServe
        09:02 out А002 window 1 because врач -> А002 out of turn
        09:02 why А002                       -> 1 of 10 min: врач
        09:02 out А001 window 1 because врач -> windowHasVisit
        09:03 open window 2                  -> open
        09:03 out А002 window 2 because врач -> visitElsewhere
)");
}

TEST_CASE("a visit is cancelled by the visitor or the staff")
{
    holds(R"(
        09:00 issue 1          -> А001
        09:00 issue 1          -> А002
        09:00 cancel А001      -> А001 gone
        09:00 cancel А001      -> visitEnded
        09:01 open window 1    -> open
        09:01 call window 1    -> А002
        09:01 cancel А002 by 2 -> visitElsewhere
        09:01 cancel А002 by 1 -> А002 gone
        09:01 call window 1    -> queueEmpty
        09:02 hold А002        -> visitEnded
        09:02 return А002      -> visitEnded
        09:02 grade А002 category 1 -> visitEnded
        09:02 transfer А002 to 2 -> visitEnded
)");
}

TEST_CASE("the staff grants a category, and takes it away")
{
    holds(R"(
        09:00 issue 1               -> А001
        09:01 issue 1               -> А002
        09:02 grade А002 category 2 -> А002 graded
        09:02 due А002              -> 09:06
        09:02 waiting 1             -> А002 А001
        09:02 grade А002 category 2 -> nothing
        09:02 grade А002 category 8 -> unknownCategory
        09:03 grade А002 category 0 -> А002 graded
        09:03 waiting 1             -> А001 А002
)");
}

TEST_CASE("the latest action at a window can be taken back for a minute")
{
    holds(R"(
        09:00 issue 1         -> А001
        09:00 issue 1         -> А002
        09:00 open window 1   -> open
        09:00 undo window 1   -> nothingToUndo
        09:01 call window 1   -> А001
        09:02 undo window 1   -> А001 undone
        09:02 state А001      -> waiting
        09:02 undo window 1   -> nothingToUndo
        09:02 call window 1   -> А001
        09:02 start window 1  -> А001 started
        09:03 finish window 1 -> А001 finished
        09:03 undo window 1   -> А001 undone
        09:03 state А001      -> serving
        09:03 finish window 1 -> А001 finished
        09:05 undo window 1   -> tooLateToUndo
        09:05 call window 1   -> А002
        09:05 absent window 1 -> А002 absent
        09:06 undo window 1   -> А002 undone
        09:06 state А002      -> called
        09:06 transfer А002 to 2 by 1 -> А002 to 2
        09:06 undo window 1   -> А002 undone
        09:06 state А002      -> called
        09:06 waiting 2       -> nobody
)");
}

TEST_CASE("new settings take the way back with them, for its service may be gone")
{
    holds(R"(
        09:00 issue 1                    -> А001
        09:00 open window 1              -> open
        09:00 open window 3              -> open
        09:01 transfer А001 to 3         -> А001 to 3
        09:01 call window 3              -> А001
        09:02 cancel А001 by 3           -> А001 gone
        09:02 settings without service 3 -> settings
        09:02 undo window 3              -> nothingToUndo
        09:02 issue 2                    -> Б001
        09:03 call window 3              -> Б001
)");
}

TEST_CASE("what a colleague has taken up cannot be taken back")
{
    holds(R"(
        09:00 issue 1         -> А001
        09:00 open window 1   -> open
        09:00 open window 2   -> open
        09:01 call window 1   -> А001
        09:01 transfer А001 to 2 by 1 -> А001 to 2
        09:01 call window 2   -> А001
        09:01 undo window 1   -> nothingToUndo
        09:01 undo window 1 by 2 -> windowTaken
)");
}

TEST_CASE("a command that means another visit does nothing")
{
    holds(R"(
        09:00 issue 1                       -> А001
        09:00 issue 1                       -> А002
        09:00 open window 1                 -> open
        09:01 call window 1                 -> А001
        09:01 start window 1 meaning А002   -> visitChanged
        09:01 absent window 1 meaning А001  -> А001 absent
        09:01 absent window 1 meaning А001  -> visitChanged
        09:01 call window 1                 -> А002
        09:01 absent window 1 meaning А001  -> visitChanged
        09:01 start window 1 meaning А002   -> А002 started
        09:02 finish window 1 meaning А001  -> visitChanged
        09:02 finish window 1 notopic       -> topicMissing
        09:02 finish window 1 meaning А002  -> А002 finished
)");
}

TEST_CASE("at the end of the day who still waits is sent home")
{
    holds(R"(
        16:00 issue 1       -> А001
        16:00 issue 1       -> А002
        16:00 issue 2       -> Б001
        16:00 hold Б001     -> Б001 held
        16:59 open window 1 -> open
        17:00 call window 1 -> А001
        17:10 home          -> А002 dropped, Б001 dropped
        17:10 state А001    -> called
        17:10 home          -> nothing
)");
}

TEST_CASE("long after closing who still waits is dropped")
{
    holds(R"(
        16:00 issue 1       -> А001
        18:59 tick          -> nothing
        19:00 tick          -> А001 dropped
        19:00 state А001    -> dropped
)");
}
