#include "controller/simulation/past_days.h"

#include "tests/controller/simulation/sample_office.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using namespace talon::simulation;

namespace {

Instant at(std::chrono::seconds ofDay)
{
    return SampleClock.instant(SampleDay, ofDay);
}

/// Joined, called, ended; a minute's walk.
queue::Visit served(std::int64_t id,
                    std::chrono::seconds joined,
                    std::chrono::seconds called,
                    std::chrono::seconds ended)
{
    return {.id = {id},
            .day = SampleDay,
            .service = {1},
            .state = VisitState::Finished,
            .joinedAt = at(joined),
            .queuedAt = at(joined),
            .timesCalled = 1,
            .window = WindowId{1},
            .calledAt = at(called),
            .startedAt = at(called + 1min),
            .endedAt = at(ended)};
}

} // namespace

TEST_CASE("visitors of a past day come again with what was measured")
{
    queue::Visit first = served(1, 8h, 8h + 1min, 8h + 12min);
    first.category = CategoryId{1};
    queue::Visit absent{.id = {2},
                        .day = SampleDay,
                        .service = {1},
                        .state = VisitState::NoShow,
                        .joinedAt = at(8h + 5min),
                        .queuedAt = at(8h + 5min),
                        .calledAt = at(8h + 12min),
                        .endedAt = at(8h + 13min)};
    queue::Visit gone{.id = {3},
                      .day = SampleDay,
                      .service = {1},
                      .state = VisitState::Cancelled,
                      .joinedAt = at(8h + 6min),
                      .queuedAt = at(8h + 6min),
                      .endedAt = at(8h + 16min)};
    queue::Visit two = served(4, 9h, 9h + 20min, 9h + 30min);
    two.stages = {{.service = {2},
                   .queuedAt = at(9h),
                   .calledAt = at(9h + 1min),
                   .startedAt = at(9h + 2min),
                   .endedAt = at(9h + 7min),
                   .window = WindowId{1},
                   .topic = {}}};
    const Trace trace = arrivalsOf({{SampleDay, {first, absent, gone, two}}}, sampleSettings());
    const auto& arrivals = trace.at(SampleDay);
    REQUIRE(arrivals.size() == 4);
    CHECK(arrivals[0].errands == std::vector<Errand>{{.service = {1}, .takes = 10min}});
    CHECK(arrivals[0].category == CategoryId{1});
    CHECK_FALSE(arrivals[0].patience);
    CHECK(arrivals[1].patience == 0s);
    // The mean of ten and nine minutes stands in for what was not measured.
    CHECK(arrivals[1].errands.front().takes == 9min + 30s);
    CHECK(arrivals[2].patience == 10min);
    CHECK(arrivals[3].errands ==
          std::vector<Errand>{{.service = {2}, .takes = 5min}, {.service = {1}, .takes = 9min}});
}

TEST_CASE("a window's work is seen from whom it served")
{
    const OfficeSettings settings = sampleSettings();
    // Idle from 08:10 because nobody came; away from 09:10 while somebody waited.
    const PastVisits past{{SampleDay,
                           {served(1, 8h, 8h, 8h + 10min), served(2, 9h, 9h, 9h + 10min),
                            served(3, 9h + 10min, 9h + 40min, 9h + 50min)}}};
    const WindowPlan plan = staffingOf(past, settings, SampleClock);
    CHECK(
        workOn(plan, settings, settings.windows[0], SampleDay) ==
        DayHours{{.opens = 8h, .closes = 9h + 10min}, {.opens = 9h + 40min, .closes = 9h + 50min}});
    CHECK(walkOf(past) == 1min);
    CHECK_FALSE(walkOf({}));
}

TEST_CASE("a window that served nobody that day was closed")
{
    const OfficeSettings settings = sampleSettings();
    const WindowPlan plan = staffingOf({{SampleDay, {}}}, settings, SampleClock);
    CHECK(workOn(plan, settings, settings.windows[0], SampleDay).empty());
    // Other days are as usual.
    CHECK_FALSE(
        workOn(plan, settings, settings.windows[0], SampleDay + std::chrono::days{1}).empty());
}
