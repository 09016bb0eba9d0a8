#pragma once

#include "tests/controller/forecast/hall.h"
#include "tests/support/random.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace talon::test {

/// What is different in an office that is made up.
struct MadeUp
{
    std::uint64_t seed = 1;
    int visitsADay = 330;
    double slowerFrom = 1; ///< From `slowerDay` on services take so many times as long.
    int slowerDay = 1000;
};

/// A promise and what came of it.
struct Outcome
{
    int day = 0;
    ServiceId service;
    WaitRange promised;
    std::chrono::seconds waited{0};

    bool isWithin() const { return promised.low <= waited && waited <= promised.high; }
};

/// Whole days of an office with five windows and three services: visitors come at random, more of
/// them before noon; services vary as they do in life; clerks walk, pause, take their breaks;
/// some visitors have a category, some do not come when called, some leave.
class MadeUpDays
{
public:
    explicit MadeUpDays(const MadeUp& how);

    /// From the first day on; every call of a visitor who was promised something.
    std::vector<Outcome> live(int days);

private:
    using Action = std::function<void()>;

    void after(std::chrono::seconds span, Action action);
    void liveDay(int day);
    void joins();
    void callsNext(std::int64_t window);
    void serves(std::int64_t window);
    std::chrono::seconds exponential(double meanSeconds);
    std::chrono::seconds serviceTime(ServiceId service);

    MadeUp m_how;
    Random m_random;
    Hall m_hall;
    int m_day = 0;
    std::chrono::seconds m_now{0}; ///< Since midnight.
    std::multimap<std::chrono::seconds, Action> m_actions;
    std::set<std::int64_t> m_idle;
    std::vector<Outcome> m_outcomes;
};

} // namespace talon::test
