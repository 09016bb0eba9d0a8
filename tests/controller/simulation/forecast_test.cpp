#include "controller/simulation/simulate.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

using namespace talon;
using namespace talon::simulation;
using namespace std::chrono_literals;

/// Days in which tickets tell a wait, and the last one is given by forecast.
namespace {

constexpr Day Monday{std::chrono::year{2026} / std::chrono::November / 23};

/// One visitor every so many seconds from eight until closing, whose service takes five minutes,
/// a little more or less.
std::vector<Arrival> visitors(Day day, std::chrono::seconds apart)
{
    std::vector<Arrival> all;
    int i = 0;
    for (auto at = test::officeTime(day, 8h).now; at < test::officeTime(day, 17h).now;
         at += apart) {
        ++i;
        const std::chrono::seconds takes{180 + 37 * (i % 7) + 11 * (i % 3)};
        all.push_back({.at = at, .errands = {{.service = {1}, .takes = takes}}});
    }
    return all;
}

Lived lived(bool forecasts, std::chrono::seconds apart)
{
    OfficeSettings settings = test::smallSettings();
    settings.windows.resize(1);
    settings.holidays.clear();
    const Setting setting{.days = workingDays(settings, Monday, 10),
                          .habits = {},
                          .clock = {.utcOffset = 240min},
                          .yardstick = settings,
                          .forecasts = forecasts};
    return simulate(setting, {.name = "as it is", .settings = settings, .plan = {}},
                    [&](Day day) { return visitors(day, apart); });
}

} // namespace

TEST_CASE("days without forecasts tell nobody a wait and turn nobody away")
{
    const Lived plain = lived(false, 200s);
    CHECK(plain.measures.promises().calls == 0);
    CHECK(plain.measures.all().turnedAway == 0);
}

TEST_CASE("the waits that tickets told are judged by the calls")
{
    const PromiseMeasures& told = lived(true, 320s).measures.promises();
    CHECK(told.calls > 500);
    const double kept = static_cast<double>(told.within) / static_cast<double>(told.calls);
    CHECK(kept > 0.7);
    CHECK(kept < 0.95);
}

TEST_CASE("when too many come, the last ticket is given, and nobody waits in vain")
{
    const Lived rushed = lived(true, 200s);
    CHECK(rushed.measures.all().turnedAway > 100);
    CHECK(rushed.measures.all().dropped == 0);
    CHECK(rushed.surprises.empty());
}
