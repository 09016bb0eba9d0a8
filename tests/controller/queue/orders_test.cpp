#include "tests/controller/queue/tables.h"

using namespace talon;
using namespace std::chrono_literals;
using test::holds;

/// The orders of service that an office can choose, on the same visitors.

TEST_CASE("the same visitors in each order of service")
{
    // A walk-in at 09:00, a veteran at 09:06, a booking for 09:20 checked in at 09:02, and one for
    // 09:01 who came late at 09:05.
    holds(R"(
        08:55 book К1 service 3 at 09:20 -> К1 booked
        08:55 book К2 service 3 at 09:01 -> К2 booked
        09:00 issue 3                    -> В001
        09:02 checkin К1                 -> В002
        09:05 checkin К2                 -> В003
        09:06 issue 3 category 1         -> В004
        09:07 waiting 3                  -> В003 В004 В002 В001
        09:07 settings order firstCome   -> settings
        09:07 waiting 3                  -> В001 В002 В003 В004
        09:07 settings order strictPriority -> settings
        09:07 waiting 3                  -> В004 В002 В003 В001
        09:07 settings order longestWait -> settings
        09:07 waiting 3                  -> В001 В003 В004 В002
        09:07 open window 3              -> open
        09:07 call window 3              -> В001
        09:07 settings order earliestDue -> settings
        09:08 putback window 3           -> В001 back
        09:08 waiting 3                  -> В003 В004 В002 В001
)");
}
