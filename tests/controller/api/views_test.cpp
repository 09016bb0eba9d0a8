#include "controller/api/views.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;

namespace {

/// The small office on a morning; clerk 1 is Anna.
class Morning
{
public:
    Morning() { m_accounts.staff[{1}] = {.id = {1}, .login = "anna", .name = "Анна"}; }

    void happen(std::chrono::minutes at, const queue::Command& command)
    {
        m_time = officeTime(SmallOfficeDay, at);
        const auto events = queue::decide(m_office, command, m_time);
        REQUIRE(events);
        for (const queue::Event& event : *events) {
            queue::apply(m_office, event);
        }
    }

    void issue(std::chrono::minutes at, int service)
    {
        happen(at, queue::IssueTicket{.service = {service}});
    }

    /// A visit's whole life at window 1.
    void serve(std::chrono::minutes called, std::chrono::minutes done)
    {
        happen(called, queue::CallNext{.window = {1}, .clerk = {1}});
        happen(called, queue::StartService{.window = {1}, .clerk = {1}});
        happen(done, queue::FinishVisit{.window = {1}, .clerk = {1}, .topic = TopicId{1}});
    }

    void setTime(std::chrono::minutes at) { m_time = officeTime(SmallOfficeDay, at); }

    api::Scene scene(std::optional<Instant> opensAt = {}) const
    {
        return {.office = m_office,
                .accounts = m_accounts,
                .time = m_time,
                .utcOffsetMinutes = 240,
                .opensAt = opensAt,
                .forecast = m_forecast,
                .serviceOpensAt = [](const Service&, bool alsoToday) {
                    return std::optional(SmallOfficeDay + (alsoToday ? 10h : 28h));
                }};
    }

    void foresee(const forecast::Forecast& forecast) { m_forecast = forecast; }

private:
    queue::Office m_office = smallOffice();
    staff::Accounts m_accounts;
    forecast::Forecast m_forecast;
    OfficeTime m_time = officeTime(SmallOfficeDay, 9h);
};

std::string numbersOf(const std::vector<wire::HallCall>& calls)
{
    std::string all;
    for (const wire::HallCall& call : calls) {
        all += call.number + "/" + std::to_string(call.id) + " ";
    }
    return all;
}

std::string numbersOf(const std::vector<wire::VisitRow>& rows)
{
    std::string all;
    for (const wire::VisitRow& row : rows) {
        all += row.number + " ";
    }
    return all;
}

} // namespace

TEST_CASE("every view says what the office's clock says, and when it opens")
{
    Morning morning;
    const Instant opening = SmallOfficeDay + 4h;
    morning.setTime(10h);
    const wire::OfficePresent open = terminalView(morning.scene(opening)).office;
    CHECK(open.open);
    CHECK_FALSE(open.opensAt);
    CHECK(open.now == SmallOfficeDay + 6h);
    CHECK(open.utcOffsetMinutes == 240);
    morning.setTime(7h);
    const wire::OfficePresent closed = hallView(morning.scene(opening)).office;
    CHECK_FALSE(closed.open);
    CHECK(closed.opensAt == opening);
}

TEST_CASE("a terminal is shown the services with their queues")
{
    Morning morning;
    morning.issue(9h, 1);
    morning.issue(9h, 1);
    morning.issue(9h, 3);
    const wire::TerminalView view = terminalView(morning.scene());
    REQUIRE(view.services.size() == 3);
    CHECK(view.services[0].waiting == 2);
    CHECK(view.services[1].waiting == 0);
    CHECK(view.services[2].waiting == 1);
    CHECK(view.categories.size() == 3);
}

TEST_CASE("the hall is shown who is awaited before who was called, latest first")
{
    Morning morning;
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    morning.happen(9h, queue::OpenWindow{.window = {2}, .clerk = {2}});
    for (int i = 0; i < 16; ++i) {
        morning.issue(9h, 1);
    }
    for (int i = 0; i < 14; ++i) {
        morning.serve(9h + 10min, 9h + 11min); // Calls 1 to 14.
    }
    morning.happen(9h + 20min, queue::CallNext{.window = {1}, .clerk = {1}}); // 15
    morning.happen(9h + 20min, queue::CallNext{.window = {2}, .clerk = {2}}); // 16
    morning.happen(9h + 21min, queue::Recall{.window = {1}, .clerk = {1}});   // 17
    wire::HallView view = hallView(morning.scene());
    CHECK(numbersOf(view.calls) == "А015/17 А016/16 А014/14 А013/13 А012/12 А011/11 А010/10 "
                                   "А009/9 А008/8 А007/7 А006/6 А005/5 А004/4 А003/3 ");
    CHECK(view.calls[0].times == 2);
    CHECK(view.calls[0].at == SmallOfficeDay + 5h + 21min);
    CHECK(view.calls[0].window == "1");
    CHECK(view.calls[0].state == VisitState::Called);
    CHECK(view.calls[2].state == VisitState::Finished);
    REQUIRE(view.windows.size() == 3);
    CHECK(view.windows[0].number == "А015");
    CHECK(view.windows[1].number == "А016");
    CHECK_FALSE(view.windows[2].number);
    CHECK(view.windows[2].state == WindowState::Closed);
    // Who has come to the window is awaited no more.
    morning.happen(9h + 22min, queue::StartService{.window = {1}, .clerk = {1}});
    view = hallView(morning.scene());
    CHECK(numbersOf(view.calls).starts_with("А016/16 А015/17 А014/14 "));
}

TEST_CASE("the hall is told who is due first, where a screen shows it")
{
    Morning morning;
    morning.issue(9h, 1);
    morning.issue(9h + 1min, 2);
    for (int i = 0; i < 4; ++i) {
        morning.issue(9h + 2min, 1);
    }
    CHECK(hallView(morning.scene()).queues[0].next.empty());

    OfficeSettings settings = smallOffice().settings;
    settings.screens = {usualScreen("hall")};
    settings.screens[0].next = true;
    morning.happen(9h + 3min, queue::ChangeSettings{.settings = settings});
    const wire::HallView view = hallView(morning.scene());
    CHECK(view.queues[0].next == std::vector<std::string>{"А001", "А002", "А003"});
    CHECK(view.queues[1].next == std::vector<std::string>{"Б001"});
    CHECK(view.queues[2].next.empty());
    CHECK(view.calls.empty());
}

TEST_CASE("a display is told the services of its groups, at whatever level")
{
    Morning morning;
    OfficeSettings settings = smallOffice().settings;
    settings.groups = {{.id = {1}, .name = {{"ru", "Счётчики"}}},
                       {.id = {2}, .parent = GroupId{1}, .name = {{"ru", "Показания"}}}};
    settings.services[0].group = GroupId{2};
    settings.services[1].group = GroupId{1};
    settings.screens = {usualScreen("meters"), usualScreen("readings")};
    settings.screens[0].groups = {{1}};
    settings.screens[1].groups = {{2}};
    settings.screens[1].services = {{3}};
    morning.happen(9h, queue::ChangeSettings{.settings = settings});
    const wire::HallView view = hallView(morning.scene());
    CHECK(view.screens[0].groups.empty());
    CHECK(view.screens[0].services == std::vector<ServiceId>{{1}, {2}});
    CHECK(view.screens[1].services == std::vector<ServiceId>{{3}, {1}});
}

TEST_CASE("a clerk is shown whom the window would call, in that order")
{
    Morning morning;
    morning.issue(9h, 1);        // А001, due 9:10, window 2 helps with it
    morning.issue(9h + 5min, 2); // Б001, due 9:15
    morning.issue(9h + 6min, 3); // В001, not window 2's
    morning.issue(9h + 7min, 2); // Б002, due 9:17
    morning.issue(9h + 8min, 1); // А002, due 9:18
    const auto queueAt = [&](std::chrono::minutes at) {
        morning.setTime(at);
        const auto view = windowView(morning.scene(), {2});
        REQUIRE(view);
        CHECK(view->waiting == 4);
        return numbersOf(view->queue);
    };
    // Its own come first until the moment of the others has passed.
    CHECK(queueAt(9h + 9min) == "Б001 Б002 А001 А002 ");
    CHECK(queueAt(9h + 12min) == "А001 Б001 Б002 А002 ");
    CHECK_FALSE(windowView(morning.scene(), {99}));
}

TEST_CASE("what a clerk is shown first is who is called next")
{
    Morning morning;
    for (int i = 0; i < 60; ++i) {
        morning.issue(9h + std::chrono::minutes{i}, 1 + i % 3);
    }
    morning.happen(10h, queue::OpenWindow{.window = {3}, .clerk = {1}});
    const auto before = windowView(morning.scene(), {3});
    REQUIRE(before);
    CHECK(before->queue.size() == 50);
    CHECK(before->waiting == 60);
    for (int i = 0; i < 50; ++i) {
        morning.happen(10h, queue::CallNext{.window = {3}, .clerk = {1}});
        const auto view = windowView(morning.scene(), {3});
        REQUIRE(view->visit);
        CHECK(view->visit->number == before->queue[static_cast<std::size_t>(i)].number);
        morning.happen(10h, queue::MarkNoShow{.window = {3}, .clerk = {1}});
    }
}

TEST_CASE("a window's view names its clerk and what may be chosen")
{
    Morning morning;
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    const auto view = windowView(morning.scene(), {1});
    REQUIRE(view);
    CHECK(view->clerk == StaffId{1});
    CHECK(view->clerkName == "Анна");
    CHECK(view->services.size() == 3);
    CHECK(view->categories.size() == 3);
    REQUIRE(view->topics.size() == 2);
    CHECK(view->topics[1].services == std::vector<ServiceId>{{2}});
    // A clerk who is not known any more has no name, and harms nothing.
    morning.happen(9h, queue::OpenWindow{.window = {2}, .clerk = {9}});
    CHECK_FALSE(windowView(morning.scene(), {2})->clerkName);
}

TEST_CASE("the day's figures are those of the visits")
{
    Morning morning;
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    CHECK_FALSE(dashboardView(morning.scene()).today.meanWaitSeconds);
    morning.issue(9h, 1);
    morning.serve(9h + 4min, 9h + 10min); // In time.
    morning.issue(9h + 10min, 1);
    morning.serve(9h + 30min, 9h + 32min); // Ten minutes late.
    morning.issue(9h + 32min, 1);
    morning.issue(9h + 32min, 1);
    morning.issue(9h + 33min, 2);
    morning.happen(9h + 38min, queue::CallNext{.window = {1}, .clerk = {1}});
    morning.happen(9h + 40min, queue::MarkNoShow{.window = {1}, .clerk = {1}});

    const wire::DashboardView view = dashboardView(morning.scene());
    CHECK(view.today == wire::DayFigures{.issued = 5,
                                         .waiting = 2,
                                         .called = 0,
                                         .serving = 0,
                                         .finished = 2,
                                         .noShow = 1,
                                         .meanWaitSeconds = 600,
                                         .wait95Seconds = 1200,
                                         .withinTargetPercent = 66,
                                         .meanServiceSeconds = 240});
    REQUIRE(view.services.size() == 3);
    CHECK(view.services[0].waiting == 1);
    CHECK(view.services[0].longestSince == SmallOfficeDay + 5h + 32min);
    CHECK(view.services[0].firstDue == SmallOfficeDay + 5h + 42min);
    CHECK(view.services[0].openWindows == 1);
    CHECK(view.services[1].openWindows == 0);
    CHECK_FALSE(view.services[2].longestSince);
    CHECK(numbersOf(view.visits) == "А003 Б001 А004 А002 А001 ");
    CHECK(view.windows.size() == 3);
}

TEST_CASE("a manager is shown a hundred visits, those that changed last")
{
    Morning morning;
    for (int i = 0; i < 150; ++i) {
        morning.issue(9h + std::chrono::minutes{i}, 1);
    }
    const wire::DashboardView view = dashboardView(morning.scene());
    REQUIRE(view.visits.size() == 100);
    CHECK(view.visits.front().number == "А150");
    CHECK(view.visits.back().number == "А051");
}

TEST_CASE("a terminal is told the wait of each service, and why and until when one is closed")
{
    Morning morning;
    morning.foresee({.visits = {},
                     .newcomers = {{ServiceId{1}, {.low = 60s, .high = 300s}},
                                   {ServiceId{2}, {.low = 0s, .high = 120s}}},
                     .pastClosing = {}});
    morning.happen(9h, queue::SetIssuing{.service = {2}, .mode = IssuingMode::Stopped});
    wire::TerminalView view = terminalView(morning.scene());
    CHECK(view.services[0].forecast == WaitRange{.low = 60s, .high = 300s});
    CHECK_FALSE(view.services[0].closed);
    CHECK_FALSE(view.services[0].opensAt);
    CHECK(view.services[1].closed == ClosedReason::Stopped);
    CHECK(view.services[1].opensAt == SmallOfficeDay + 28h);
    CHECK_FALSE(view.services[1].forecast);
    CHECK_FALSE(view.services[2].forecast);
    morning.setTime(7h);
    view = terminalView(morning.scene());
    CHECK(view.services[0].closed == ClosedReason::OfficeClosed);
    CHECK(view.services[0].opensAt == SmallOfficeDay + 10h);
}

TEST_CASE("a terminal is told the hours of two days, for when nobody can be asked")
{
    Morning morning;
    OfficeSettings settings = smallSettings();
    settings.holidays.clear();
    settings.services[1].schedule = Schedule{};
    settings.services[1].schedule->week.fill({{.opens = 10h, .closes = 11h}});
    morning.happen(9h, queue::ChangeSettings{settings});
    const wire::TerminalView view = terminalView(morning.scene());
    CHECK(view.day == SmallOfficeDay);
    CHECK(view.dayEndsAt == SmallOfficeDay + 20h);
    REQUIRE(view.hours.size() == 2);
    CHECK(view.hours[0] ==
          wire::OpenStretch{.from = SmallOfficeDay + 4h, .to = SmallOfficeDay + 13h});
    CHECK(view.hours[1].from == SmallOfficeDay + 28h);
    CHECK_FALSE(view.services[0].hours);
    REQUIRE(view.services[1].hours);
    REQUIRE(view.services[1].hours->size() == 2);
    CHECK(view.services[1].hours->front() ==
          wire::OpenStretch{.from = SmallOfficeDay + 6h, .to = SmallOfficeDay + 7h});
}

TEST_CASE("a hidden service is not offered, and groups are")
{
    Morning morning;
    OfficeSettings settings = smallSettings();
    settings.groups = {{.id = {1}, .name = {{"ru", "Счётчики"}}, .icon = "meter"}};
    settings.services[0].group = GroupId{1};
    settings.services[2].hidden = true;
    morning.happen(9h, queue::ChangeSettings{settings});
    const wire::TerminalView view = terminalView(morning.scene());
    REQUIRE(view.groups.size() == 1);
    REQUIRE(view.services.size() == 2);
    CHECK(view.services[0].group == GroupId{1});
}

TEST_CASE("a clerk sees what is left to wait, who is on hold, who may come back")
{
    Morning morning;
    for (int i = 0; i < 4; ++i) {
        morning.issue(9h, 1);
    }
    morning.foresee({.visits = {{VisitId{4}, {.low = 300s, .high = 600s}}},
                     .newcomers = {},
                     .pastClosing = {}});
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    morning.happen(9h, queue::HoldVisit{.visit = {2}, .clerk = {}, .until = {}});
    morning.happen(9h + 1min, queue::CallNext{.window = {1}, .clerk = {1}});
    CHECK(windowView(morning.scene(), {1})->recallsLeft == 0);
    morning.happen(9h + 2min, queue::MarkNoShow{.window = {1}, .clerk = {1}});
    auto view = windowView(morning.scene(), {1});
    CHECK(numbersOf(view->held) == "А002 ");
    CHECK(numbersOf(view->absent) == "А001 ");
    CHECK(numbersOf(view->queue) == "А003 А004 ");
    CHECK_FALSE(view->queue[0].forecast);
    CHECK(view->queue[1].forecast == WaitRange{.low = 300s, .high = 600s});
    CHECK(view->undoUntil == SmallOfficeDay + 5h + 3min);
    CHECK(view->windows.size() == 3);
    CHECK(view->windows[1].services == std::vector<ServiceId>{{2}, {1}});
    // Window 3 helps with service 1; nobody comes back after half an hour.
    CHECK(numbersOf(windowView(morning.scene(), {3})->held) == "А002 ");
    morning.setTime(9h + 33min);
    view = windowView(morning.scene(), {1});
    CHECK(view->absent.empty());
    CHECK_FALSE(view->undoUntil);
}

TEST_CASE("a planned break is announced, and a window on a break says until when")
{
    Morning morning;
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    morning.happen(
        9h, queue::PlanBreaks{.window = {1},
                              .breaks = {{.begins = 12h, .length = 30min, .evenAlone = true}}});
    CHECK(windowView(morning.scene(), {1})->nextBreak ==
          wire::BreakPlan{.begins = SmallOfficeDay + 8h, .minutes = 30});
    morning.happen(12h, queue::Tick{});
    const auto rows = windowRows(morning.scene());
    CHECK(rows[0].state == WindowState::OnBreak);
    CHECK(rows[0].backAt == SmallOfficeDay + 8h + 30min);
    CHECK_FALSE(rows[0].nextBreak);
}

TEST_CASE("the dashboard tells how the waits were kept that tickets told")
{
    Morning morning;
    const auto issue = [&](WaitRange promised) {
        morning.happen(9h, queue::IssueTicket{.service = {1}, .promised = promised});
    };
    issue({.low = 60s, .high = 360s});  // 4 min: within, 30 s from the middle.
    issue({.low = 600s, .high = 900s}); // 6 min: outside, 390 s from it.
    morning.issue(9h, 1);               // Was told nothing.
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    morning.serve(9h + 4min, 9h + 6min);
    morning.serve(9h + 6min, 9h + 8min);
    morning.serve(9h + 8min, 9h + 9min);
    const wire::DayFigures today = dashboardView(morning.scene()).today;
    CHECK(today.forecasts == 2);
    CHECK(today.forecastWithinPercent == 50);
    CHECK(today.forecastErrorSeconds == 210);
}

TEST_CASE("who waits again is not shown as called")
{
    Morning morning;
    morning.issue(9h, 1);
    morning.happen(9h, queue::OpenWindow{.window = {1}, .clerk = {1}});
    morning.happen(9h + 1min, queue::CallNext{.window = {1}, .clerk = {1}});
    CHECK(numbersOf(hallView(morning.scene()).calls) == "А001/1 ");
    morning.happen(9h + 1min, queue::UndoLast{.window = {1}, .clerk = {1}});
    CHECK(hallView(morning.scene()).calls.empty());
}
