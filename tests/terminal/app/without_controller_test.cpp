#include "terminal/app/without_controller.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono_literals;
using wire::OpenStretch;

namespace {

constexpr Day Tuesday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

/// By the office's clock, four hours before UTC.
Instant at(std::chrono::minutes minute, int day = 0)
{
    return Tuesday + std::chrono::days(day) + minute - 4h;
}

/// Seen at 10:00: open from 8 to 17, the cash desk from 10 to 12; three services wait.
wire::TerminalView seenAtTen()
{
    wire::TerminalView view;
    view.office.now = at(10h);
    view.office.open = true;
    view.day = Tuesday;
    view.dayEndsAt = at(24h);
    view.hours = {{.from = at(8h), .to = at(17h)}, {.from = at(8h, 1), .to = at(17h, 1)}};
    view.services = {
        {.id = {1}, .waiting = 4, .forecast = WaitRange{.low = 60s, .high = 120s}},
        {.id = {2},
         .hours = {{{.from = at(10h), .to = at(12h)}, {.from = at(10h, 1), .to = at(12h, 1)}}}},
        {.id = {3}, .closed = ClosedReason::DayLimit, .opensAt = at(8h, 1)},
    };
    return view;
}

} // namespace

TEST_CASE("alone, a terminal claims nothing of who waits")
{
    const wire::TerminalView view = withoutController(seenAtTen(), at(10h + 30min));
    CHECK(view.office.open);
    CHECK(view.services[0].waiting == 0);
    CHECK_FALSE(view.services[0].forecast);
    CHECK_FALSE(view.services[0].closed);
}

TEST_CASE("alone, a terminal opens and closes by the hours it was told")
{
    CHECK_FALSE(withoutController(seenAtTen(), at(11h + 59min)).services[1].closed);
    const wire::TerminalView noon = withoutController(seenAtTen(), at(12h));
    CHECK(noon.services[1].closed == ClosedReason::NotNow);
    CHECK(noon.services[1].opensAt == at(10h, 1));
    const wire::TerminalView evening = withoutController(seenAtTen(), at(17h));
    CHECK_FALSE(evening.office.open);
    CHECK(evening.office.opensAt == at(8h, 1));
    CHECK(evening.services[0].closed == ClosedReason::OfficeClosed);
    CHECK(withoutController(seenAtTen(), at(8h, 1)).office.open);
}

TEST_CASE("alone, a terminal keeps what was stopped for the day, and forgets it with the day")
{
    CHECK(withoutController(seenAtTen(), at(16h)).services[2].closed == ClosedReason::DayLimit);
    CHECK_FALSE(withoutController(seenAtTen(), at(9h, 1)).services[2].closed);
}

TEST_CASE("a day or two ahead a terminal knows the date, later it does not")
{
    CHECK(dayAt(seenAtTen(), at(23h)) == Tuesday);
    CHECK(dayAt(seenAtTen(), at(9h, 1)) == Tuesday + std::chrono::days(1));
    CHECK_FALSE(dayAt(seenAtTen(), at(9h, 2)));
    CHECK_FALSE(withoutController(seenAtTen(), at(9h, 2)).office.open);
}
