#include "tests/controller/simulation/sample_office.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using simulation::Outcome;

namespace {

Instant at(std::chrono::minutes minute)
{
    return SampleClock.instant(SampleDay, minute);
}

OfficeSettings withOrder(ServiceOrder order)
{
    OfficeSettings settings = sampleSettings();
    settings.rules.order = order;
    return settings;
}

OfficeSettings withTwoWindows()
{
    OfficeSettings settings = sampleSettings();
    settings.windows.push_back(
        {.id = {2}, .name = "2", .services = {{1}, {2}}, .helpsWith = {}, .breaks = {}});
    return settings;
}

} // namespace

TEST_CASE("three visitors at one window wait as reckoned by hand")
{
    const SampleRun run = live("08:00 1 10\n"
                               "08:02 1 10\n"
                               "08:03 1 10\n");
    CHECK(run.order() == "А001 А002 А003");
    CHECK(run.waitOf("А001") == 0);
    CHECK(run.waitOf("А002") == 8);
    CHECK(run.waitOf("А003") == 17);
    CHECK(run.turn("А003").endedAt == at(8h + 30min));
    CHECK(run.measures.all().served == 3);
    CHECK(run.measures.all().wait.mean() == 500s);
    CHECK(run.measures.all().wait.longest() == 17min);
    CHECK(run.measures.all().wait.percentile(95) == 17min);
    CHECK(run.measures.all().wait.percentile(50) == 8min);
    // Ten minutes are promised: the third was called too late.
    CHECK(run.measures.all().inTarget == 2);
    CHECK(run.measures.overtakings() == 0);
    const auto& window = run.measures.windows().at({1});
    CHECK(window.busy == 30min);
    CHECK(window.open == 9h);
}

TEST_CASE("the walk to the window and the hand-over take their time")
{
    const SampleRun run = live("08:00 1 10\n"
                               "08:02 1 10\n",
                               sampleSettings(), {}, {.walk = 20s, .handOver = 10s});
    CHECK(run.turn("А001").startedAt == at(8h) + 20s);
    CHECK(run.turn("А001").endedAt == at(8h + 10min) + 20s);
    CHECK(run.turn("А002").calledAt == at(8h + 10min) + 30s);
    CHECK(run.measures.windowsTogether().idleWhileWaiting == 0s);
}

TEST_CASE("each order of service calls in its own order")
{
    // While the first is served: one for the slow service, one for the quick one, a veteran, and
    // one who is booked for 08:07.
    const std::string visitors = "08:00 1 10\n"
                                 "08:01 2 10\n"
                                 "08:02 1 10\n"
                                 "08:05 1 10 category=1\n"
                                 "08:06 2 10 booking=08:07\n";
    // Due 08:21, 08:12, 08:05, 08:07.
    CHECK(live(visitors, withOrder(ServiceOrder::EarliestDue)).order() ==
          "А001 А003 Б002 А002 Б001");
    CHECK(live(visitors, withOrder(ServiceOrder::FirstCome)).order() == "А001 Б001 А002 А003 Б002");
    CHECK(live(visitors, withOrder(ServiceOrder::StrictPriority)).order() ==
          "А001 А003 Б002 Б001 А002");
    CHECK(live(visitors, withOrder(ServiceOrder::LongestWait)).order() ==
          "А001 Б001 А002 А003 Б002");
}

TEST_CASE("a booking that comes late waits from its booked time where the longest wait counts")
{
    const std::string visitors = "08:00 1 30\n"
                                 "08:10 1 10\n"
                                 "08:20 1 10 booking=08:05\n";
    CHECK(live(visitors, withOrder(ServiceOrder::LongestWait)).order() == "А001 А003 А002");
    CHECK(live(visitors, withOrder(ServiceOrder::FirstCome)).order() == "А001 А002 А003");
}

TEST_CASE("who overtakes whom is counted, with how much later they came")
{
    const SampleRun run = live("08:00 1 10\n"
                               "08:01 2 10\n"
                               "08:05 1 10 category=1\n"
                               "08:06 1 10\n");
    CHECK(run.order() == "А001 А002 А003 Б001");
    CHECK(run.measures.overtakings() == 2);
    CHECK(run.measures.overtakenVisits() == 1);
    CHECK(run.measures.oftenestOvertaken() == 2);
    CHECK(run.measures.overtakenBy() == 5min);
    CHECK(run.turn("Б001").overtaken == 2);
    // First come first served at one window overtakes nobody, whoever comes.
    CHECK(
        live("08:00 1 10\n08:01 2 10\n08:05 1 10 category=1\n", withOrder(ServiceOrder::FirstCome))
            .measures.overtakings() == 0);
}

TEST_CASE("a booked visitor waits from the booked time, and lateness is that of the start")
{
    const SampleRun run = live("08:00 1 30\n"
                               "08:10 1 10 booking=08:20\n");
    CHECK(run.waitOf("А002") == 10);
    CHECK(run.measures.bookings().visits == 1);
    CHECK(run.measures.lateness().mean() == 10min);
    CHECK(run.measures.walkIns().visits == 1);
    // Taken before the time: neither a wait nor late.
    const SampleRun early = live("08:10 1 10 booking=08:20\n");
    CHECK(early.waitOf("А001") == 0);
    CHECK(early.measures.lateness().mean() == 0s);
}

TEST_CASE("who comes for a booking long before is let in when the office allows")
{
    // An hour before is the earliest.
    const SampleRun run = live("08:10 1 10 booking=10:00\n");
    CHECK(run.turn("А001").joinedAt == at(9h));
}

TEST_CASE("who has lost patience is absent when called, and costs the clerk a minute")
{
    const SampleRun run = live("08:00 1 10\n"
                               "08:01 1 10 patience=5\n"
                               "08:02 1 10\n");
    CHECK(run.turn("А002").outcome == Outcome::Left);
    CHECK(run.turn("А003").calledAt == at(8h + 11min));
    CHECK(run.measures.all().left == 1);
    CHECK(run.measures.all().wait.count() == 2);
}

TEST_CASE("an absent visitor is recalled as often as the office asks")
{
    OfficeSettings settings = sampleSettings();
    settings.rules.recallsBeforeNoShow = 2;
    const SampleRun run = live("08:00 1 10 patience=0\n"
                               "08:01 1 10\n",
                               settings);
    // Present at once: patience of nothing is enough when nobody is before.
    CHECK(run.turn("А001").outcome == Outcome::Served);
    const SampleRun absent = live("08:00 1 10\n"
                                  "08:01 1 10 patience=0\n"
                                  "08:02 1 10\n",
                                  settings);
    CHECK(absent.turn("А003").calledAt == at(8h + 13min));
}

TEST_CASE("who comes before the opening waits at the door, who comes too early or late does not")
{
    const SampleRun run = live("07:30 1 10\n"
                               "06:00 1 10\n"
                               "17:30 1 10\n");
    CHECK(run.turn("А001").joinedAt == at(8h));
    CHECK(run.measures.all().turnedAway == 2);
    CHECK(run.measures.all().visits == 3);
}

TEST_CASE("who is in the office at closing is served, and dropped when the clerks go")
{
    const SampleRun run = live("16:50 1 30\n"
                               "16:55 1 10\n");
    CHECK(run.turn("А002").outcome == Outcome::Served);
    CHECK(run.turn("А002").calledAt == at(17h + 20min));
    const SampleRun punctual =
        live("16:50 1 30\n"
             "16:55 1 10\n",
             sampleSettings(), {}, {.walk = 0s, .handOver = 0s, .stay = 0min});
    CHECK(punctual.turn("А001").outcome == Outcome::Served);
    CHECK(punctual.turn("А002").outcome == Outcome::Dropped);
    CHECK(punctual.measures.all().dropped == 1);
    CHECK(punctual.measures.all().shareInTarget() == 0.5);
}

TEST_CASE("at midday the clerks go after their visit, and who waits is served afterwards")
{
    OfficeSettings settings = sampleSettings();
    settings.hours.week[1] = {{.opens = 8h, .closes = 12h}, {.opens = 12h + 48min, .closes = 17h}};
    const SampleRun run = live("11:55 1 30\n"
                               "11:56 1 10\n"
                               "12:30 1 10\n",
                               settings);
    CHECK(run.turn("А001").endedAt == at(12h + 25min));
    CHECK(run.turn("А002").calledAt == at(12h + 48min));
    CHECK(run.turn("А003").joinedAt == at(12h + 48min));
    // A visit that lasts beyond the pause is followed by the next at once.
    CHECK(live("11:55 1 60\n11:56 1 10\n", settings).turn("А002").calledAt == at(12h + 55min));
}

TEST_CASE("several services in turn on one ticket are several turns of one visit")
{
    const SampleRun run = live("08:00 1 10 then=2:5 people=3\n");
    REQUIRE(run.turns.size() == 2);
    CHECK(run.turns[0].service == ServiceId{1});
    CHECK(run.turns[1].service == ServiceId{2});
    CHECK(run.turns[1].endedAt == at(8h + 15min));
    CHECK(run.turns[1].people == 3);
    CHECK(run.measures.all().visits == 1);
    CHECK(run.measures.all().served == 1);
    CHECK(run.measures.services().at({2}).served == 1);
    // A booking is for the first, and goes on all the same.
    CHECK(live("08:00 1 10 booking=08:00 then=2:5\n").turns.size() == 2);
}

TEST_CASE("a window that opens at eleven is no help before")
{
    simulation::WindowPlan plan;
    plan.windows[{2}].week[1].works = DayHours{{.opens = 11h, .closes = 17h}};
    const SampleRun run = live("10:50 1 30\n"
                               "10:51 1 30\n",
                               withTwoWindows(), plan);
    CHECK(run.turn("А002").calledAt == at(11h));
    CHECK(run.turn("А002").window == WindowId{2});
    CHECK(run.measures.windows().at({2}).open >= 6h);
}

TEST_CASE("a window that closes early ends its visit and calls nobody after")
{
    simulation::WindowPlan plan;
    plan.windows[{2}].week[1].works = DayHours{{.opens = 8h, .closes = 9h}};
    const SampleRun run = live("08:50 1 60\n"
                               "08:51 1 20\n"
                               "08:52 1 10\n",
                               withTwoWindows(), plan);
    CHECK(run.turn("А002").window == WindowId{2});
    CHECK(run.turn("А003").calledAt == at(9h + 50min));
    CHECK(run.turn("А003").window == WindowId{1});
}

TEST_CASE("breaks are taken as planned, one window after the other")
{
    OfficeSettings settings = withTwoWindows();
    settings.windows[0].breaks = {{.begins = 12h, .length = 30min}};
    settings.windows[1].breaks = {{.begins = 12h, .length = 30min}};
    const SampleRun run = live("12:10 1 10\n", settings);
    CHECK(run.turn("А001").window == WindowId{2});
    CHECK(run.measures.windows().at({1}).onBreak == 30min);
    // The other goes when the first is back; by then its own is over.
    CHECK(run.measures.windowsTogether().open + run.measures.windowsTogether().onBreak == 18h);
    // A plan may say otherwise for the day.
    simulation::WindowPlan plan;
    plan.windows[{1}].dates[SampleDay].breaks.emplace();
    plan.windows[{2}].week[1].breaks = std::vector<PlannedBreak>{{.begins = 10h, .length = 15min}};
    const SampleRun planned = live("12:10 1 10\n", settings, plan);
    CHECK(planned.measures.windows().at({1}).onBreak == 0min);
    CHECK(planned.measures.windows().at({2}).onBreak == 15min);
}

TEST_CASE("a free window of the first choice is taken before one that helps out")
{
    OfficeSettings settings = sampleSettings();
    settings.windows = {
        {.id = {1}, .name = "1", .services = {{2}}, .helpsWith = {{1}}, .breaks = {}},
        {.id = {2}, .name = "2", .services = {{1}}, .helpsWith = {}, .breaks = {}}};
    const SampleRun run = live("08:10 1 10\n"
                               "08:11 1 10\n",
                               settings);
    CHECK(run.turn("А001").window == WindowId{2});
    CHECK(run.turn("А002").window == WindowId{1});
    CHECK(run.turn("А002").helping);
}

TEST_CASE("a self-service station calls by itself")
{
    OfficeSettings settings = sampleSettings();
    settings.windows.push_back({.id = {2},
                                .name = "А",
                                .services = {{1}},
                                .helpsWith = {},
                                .selfService = true,
                                .breaks = {}});
    const SampleRun run = live("08:00 1 10\n"
                               "08:01 1 10\n"
                               "08:02 2 10\n",
                               settings);
    CHECK(run.measures.all().served == 3);
    CHECK(run.measures.windows().at({2}).busy == 10min);
}

TEST_CASE("an office whose day goes past midnight loses nobody")
{
    OfficeSettings settings = sampleSettings();
    settings.dayBegins = 4h;
    settings.hours.week[1] = {{.opens = 18h, .closes = 26h}};
    const SampleRun run = live("23:50 1 30\n", settings);
    CHECK(run.measures.all().served == 1);
    CHECK(run.turn("А001").endedAt == at(24h + 20min));
}

TEST_CASE("one day after the other begins with numbers of its own")
{
    const OfficeSettings settings = sampleSettings();
    const simulation::Setting setting{.days = {SampleDay, SampleDay + std::chrono::days{1}},
                                      .habits = Prompt,
                                      .clock = SampleClock,
                                      .yardstick = settings};
    std::vector<std::string> numbers;
    const auto lived = simulation::simulate(
        setting, {.name = "", .settings = settings, .plan = {}},
        [](Day day) {
            return std::vector<simulation::Arrival>{
                {.at = SampleClock.instant(day, 9h), .errands = {{.service = {1}, .takes = 60s}}}};
        },
        [&](const simulation::Turn& turn) { numbers.push_back(turn.number); });
    CHECK(numbers == std::vector<std::string>{"А001", "А001"});
    CHECK(lived.measures.days() == 2);
    CHECK(lived.surprises.empty());
}
