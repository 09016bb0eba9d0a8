#include "tests/controller/forecast/made_up_days.h"

#include "tests/support/catch.h"

#include <cstdio>

using namespace talon;
using namespace std::chrono_literals;
using talon::test::MadeUpDays;
using talon::test::Outcome;

/// Whether what is said holds: 80 of 100 visitors are called within the range they were told.
namespace {

constexpr int Days = 15;
constexpr int FirstJudged = 5;

struct Coverage
{
    double within = 0;
    double meanWidth = 0; ///< Seconds.
    double meanWait = 0;
    std::size_t calls = 0;
};

template <class Counts>
Coverage coverageOf(const std::vector<Outcome>& outcomes, Counts counts)
{
    Coverage coverage;
    for (const Outcome& outcome : outcomes) {
        if (counts(outcome)) {
            coverage.calls += 1;
            coverage.within += outcome.isWithin() ? 1 : 0;
            coverage.meanWait += static_cast<double>(outcome.waited.count());
            coverage.meanWidth +=
                static_cast<double>((outcome.promised.high - outcome.promised.low).count());
        }
    }
    const auto calls = static_cast<double>(std::max<std::size_t>(coverage.calls, 1));
    coverage.within /= calls;
    coverage.meanWidth /= calls;
    coverage.meanWait /= calls;
    std::printf("%5zu calls, within %.3f, mean width %.0f s, mean wait %.0f s\n", coverage.calls,
                coverage.within, coverage.meanWidth, coverage.meanWait);
    return coverage;
}

} // namespace

TEST_CASE("in a busy office 80 of 100 are called within the range")
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto outcomes = MadeUpDays({.seed = seed}).live(Days);
        const auto all =
            coverageOf(outcomes, [](const Outcome& one) { return one.day >= FirstJudged; });
        CHECK(all.calls > 2000);
        CHECK(all.within > 0.75);
        CHECK(all.within < 0.85);
        CHECK(all.meanWidth < 1.6 * all.meanWait);
        for (const std::int64_t service : {1, 2, 3}) {
            const auto own = coverageOf(outcomes, [&](const Outcome& one) {
                return one.day >= FirstJudged && one.service == ServiceId{service};
            });
            CHECK(own.within > 0.74);
            CHECK(own.within < 0.87);
        }
    }
}

TEST_CASE("on its very first days an office is not far from it")
{
    const auto outcomes = MadeUpDays({.seed = 4}).live(2);
    const auto first = coverageOf(outcomes, [](const Outcome&) { return true; });
    CHECK(first.within > 0.65);
}

TEST_CASE("when services suddenly take longer, the ranges follow within the day")
{
    const auto outcomes =
        MadeUpDays({.seed = 5, .visitsADay = 260, .slowerFrom = 1.4, .slowerDay = 7}).live(Days);
    const auto after = coverageOf(outcomes, [](const Outcome& one) { return one.day >= 7; });
    CHECK(after.within > 0.75);
    CHECK(after.within < 0.85);
}

TEST_CASE("on a quiet day the range of a free window is short")
{
    const auto outcomes = MadeUpDays({.seed = 6, .visitsADay = 60}).live(Days);
    const auto quiet = coverageOf(outcomes, [](const Outcome& one) {
        return one.day >= FirstJudged && one.promised.low == 0s;
    });
    CHECK(quiet.calls > 200);
    CHECK(quiet.within > 0.75);
    CHECK(quiet.meanWidth < 120);
}
