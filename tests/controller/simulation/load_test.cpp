#include "controller/simulation/load.h"

#include "controller/queue/invariants.h"
#include "controller/simulation/random.h"
#include "controller/simulation/trace.h"
#include "tests/controller/simulation/sample_office.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using namespace talon::simulation;

namespace {

Load sampleLoad()
{
    Load load{.seed = 7,
              .services = {},
              .categories = {{.category = {1}, .share = 0.1}},
              .dayVariation = 0.2,
              .patienceMinutes = Shape{.mean = 60, .variation = 0.5},
              .noShowShare = 0.05};
    load.services = {
        {.service = {1}, .week = {}, .serviceSeconds = {.mean = 120, .variation = 0.6}},
        {.service = {2},
         .week = {},
         .serviceSeconds = {.mean = 300, .variation = 0.6},
         .bookingShare = 0.3}};
    for (ServiceLoad& service : load.services) {
        service.week.fill({{.from = 8h, .perHour = 20}, {.from = 12h, .perHour = 8}});
    }
    return load;
}

/// Three windows, with a break each: enough to go wrong.
OfficeSettings busySettings()
{
    OfficeSettings settings = sampleSettings();
    settings.rules.recallsBeforeNoShow = 1;
    settings.windows = {
        {.id = {1},
         .name = "1",
         .services = {{1}},
         .helpsWith = {{2}},
         .breaks = {{.begins = 12h, .length = 30min}}},
        {.id = {2},
         .name = "2",
         .services = {{2}},
         .helpsWith = {{1}},
         .breaks = {{.begins = 12h, .length = 30min}}},
        {.id = {3}, .name = "3", .services = {{1}, {2}}, .helpsWith = {}, .breaks = {}}};
    return settings;
}

Measures measuresOf(const Arrivals& arrivals, ServiceOrder order)
{
    OfficeSettings settings = busySettings();
    settings.rules.order = order;
    const Setting setting{.days = workingDays(settings, SampleDay, 5),
                          .habits = {},
                          .clock = SampleClock,
                          .yardstick = settings};
    auto lived = simulate(setting, {.name = "", .settings = settings, .plan = {}}, arrivals);
    CHECK(lived.surprises.empty());
    return std::move(lived.measures);
}

Arrivals drawn(const Load& load)
{
    return [load](Day day) { return arrivalsOn(load, busySettings(), SampleClock, day, 1); };
}

} // namespace

TEST_CASE("a seed says the same everywhere")
{
    Random random(1);
    CHECK(random.next() == 0x910A2DEC89025CC1U);
    CHECK(random.next() == 0xBEEB8DA1658EEC67U);
    const auto arrivals = arrivalsOn(sampleLoad(), busySettings(), SampleClock, SampleDay, 1);
    REQUIRE(arrivals.size() > 50);
    CHECK(arrivals == arrivalsOn(sampleLoad(), busySettings(), SampleClock, SampleDay, 1));
    Load other = sampleLoad();
    other.seed = 8;
    CHECK(arrivals != arrivalsOn(other, busySettings(), SampleClock, SampleDay, 1));
}

TEST_CASE("a described day has about as many visitors, of about such service, as described")
{
    Load load = sampleLoad();
    load.dayVariation = 0;
    std::int64_t visitors = 0;
    std::int64_t booked = 0;
    std::int64_t entitled = 0;
    double seconds = 0;
    std::int64_t quick = 0;
    const int days = 200;
    for (const Day day : workingDays(busySettings(), SampleDay, days)) {
        for (const Arrival& arrival : arrivalsOn(load, busySettings(), SampleClock, day, 1)) {
            ++visitors;
            booked += arrival.bookedFor ? 1 : 0;
            entitled += arrival.category ? 1 : 0;
            if (arrival.errands.front().service == ServiceId{1}) {
                ++quick;
                seconds += static_cast<double>(arrival.errands.front().takes.count());
            }
        }
    }
    // Four hours of 20 and five of 8, for each of two services.
    CHECK(static_cast<double>(visitors) / days == Approx(240).epsilon(0.02));
    CHECK(static_cast<double>(booked) / static_cast<double>(visitors) == Approx(0.15).margin(0.01));
    CHECK(static_cast<double>(entitled) / static_cast<double>(visitors) ==
          Approx(0.1).margin(0.01));
    CHECK(seconds / static_cast<double>(quick) == Approx(120).epsilon(0.02));
}

TEST_CASE("a load that does not fit the office names what does not")
{
    Load load = sampleLoad();
    load.services[1].service = {9};
    CHECK(describe(check(load, sampleSettings()).error()) ==
          "services[1].id names no service of the office");
    load = sampleLoad();
    load.categories = {{.category = {2}, .share = 0.1}};
    CHECK(describe(check(load, sampleSettings()).error()) ==
          "categories[0].id names no category of the office");
    load.categories = {{.category = {1}, .share = 0.6}, {.category = {1}, .share = 0.6}};
    CHECK(describe(check(load, sampleSettings()).error()) ==
          "categories have more than all visitors");
}

TEST_CASE("busy days break no invariant, leave nobody behind and no window idle")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (const ServiceOrder order : ServiceOrders) {
            Load load = sampleLoad();
            load.seed = seed;
            OfficeSettings settings = busySettings();
            settings.rules.order = order;
            std::size_t turns = 0;
            Engine engine({.settings = settings, .plan = {}, .habits = {}, .clock = SampleClock},
                          [&](const Turn& /*turn*/) { ++turns; });
            const auto arrivals = arrivalsOn(load, settings, SampleClock, SampleDay, 1);
            engine.beginDay(SampleDay, arrivals);
            while (engine.step()) {
                const auto broken = queue::brokenInvariant(engine.office());
                INFO("seed " << seed << ": " << broken.value_or(""));
                REQUIRE_FALSE(broken);
            }
            CHECK(turns == arrivals.size());
            CHECK(engine.surprises().empty());
            for (const auto& [window, time] : engine.windowTimes()) {
                CHECK(time.idleWhileWaiting == 0ms);
            }
        }
    }
}

TEST_CASE("the same visitors are served alike from their description and from their trace")
{
    const OfficeSettings settings = busySettings();
    std::string csv = traceHeader();
    for (const Day day : workingDays(settings, SampleDay, 5)) {
        for (const Arrival& arrival : drawn(sampleLoad())(day)) {
            csv += traceLine(arrival, settings, SampleClock);
        }
    }
    const auto trace = traceFromCsv(csv, settings, SampleClock);
    REQUIRE(trace);
    const auto traced =
        measuresOf([&](Day day) { return trace->at(day); }, ServiceOrder::EarliestDue);
    CHECK(traced == measuresOf(drawn(sampleLoad()), ServiceOrder::EarliestDue));
    CHECK_FALSE(traced == measuresOf(drawn(sampleLoad()), ServiceOrder::FirstCome));
}

TEST_CASE(
    "at windows that give the same, earliest due first overtakes by no more than targets differ")
{
    OfficeSettings settings = busySettings();
    for (Window& window : settings.windows) {
        window.services = {{1}, {2}};
        window.helpsWith.clear();
    }
    const Setting setting{.days = workingDays(settings, SampleDay, 20),
                          .habits = {},
                          .clock = SampleClock,
                          .yardstick = settings};
    Load load = sampleLoad();
    for (ServiceLoad& service : load.services) {
        service.bookingShare = 0;
    }
    const auto lived =
        simulate(setting, {.name = "", .settings = settings, .plan = {}}, drawn(load));
    CHECK(lived.measures.overtakings() > 0);
    // 20 minutes for the cash desk, none for a veteran.
    CHECK(lived.measures.overtakenBy() <= 20min);
}
