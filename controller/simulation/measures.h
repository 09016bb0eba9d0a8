#pragma once

#include "controller/simulation/turn.h"
#include "controller/simulation/window_times.h"
#include "shared/domain/settings.h"

#include <cstdint>
#include <map>
#include <vector>

/// What a manager asks of many days, reckoned visit by visit, so that a year needs no more memory
/// than a day.
namespace talon::simulation {

/// Spans in whole seconds, counted, so that any percentile is exact.
class Spread
{
public:
    void add(std::chrono::milliseconds span);

    std::int64_t count() const { return m_count; }
    std::chrono::seconds mean() const;    ///< 0 of none.
    std::chrono::seconds longest() const; ///< 0 of none.
    /// The least span that so many of a hundred do not go beyond; 0 of none.
    std::chrono::seconds percentile(int percent) const;

    friend bool operator==(const Spread&, const Spread&) = default;

private:
    std::vector<std::uint32_t> m_counts; ///< By second.
    std::int64_t m_count = 0;
    std::chrono::milliseconds m_sum{0};
};

/// Of everybody, or of some.
struct GroupMeasures
{
    std::int64_t visits = 0;
    std::int64_t served = 0;
    std::int64_t left = 0;
    std::int64_t dropped = 0;
    std::int64_t turnedAway = 0;
    std::int64_t inTarget = 0; ///< Of the waits of those served and dropped.
    Spread wait;               ///< Until called, of those served.

    /// Who was dropped was not called in time. 0 to 1; 1 of none.
    double shareInTarget() const;

    friend bool operator==(const GroupMeasures&, const GroupMeasures&) = default;
};

/// How the waits that tickets told were kept, of those who were called.
struct PromiseMeasures
{
    std::int64_t calls = 0;
    std::int64_t within = 0; ///< Called within the range they were told.
    Spread error;            ///< From the middle of the range to the wait.
    Spread width;

    friend bool operator==(const PromiseMeasures&, const PromiseMeasures&) = default;
};

class Measures
{
public:
    /// Targets are those of these settings, whatever a variant promises: one yardstick for all.
    explicit Measures(const OfficeSettings& yardstick);

    void add(const Turn& turn);
    void addDay() { ++m_days; }
    void setWindows(std::map<WindowId, WindowTime> windows) { m_windows = std::move(windows); }

    std::int64_t days() const { return m_days; }
    const GroupMeasures& all() const { return m_all; }
    const GroupMeasures& walkIns() const { return m_walkIns; }   ///< Without booking or category.
    const GroupMeasures& bookings() const { return m_bookings; } ///< Whatever category.
    const GroupMeasures& withCategory() const { return m_withCategory; }
    const std::map<CategoryId, GroupMeasures>& categories() const { return m_categories; }
    const std::map<ServiceId, GroupMeasures>& services() const { return m_services; }

    /// Start of service minus the booked time; early is 0.
    const Spread& lateness() const { return m_lateness; }

    /// Of none, when no forecasts are made.
    const PromiseMeasures& promises() const { return m_promises; }

    std::int64_t overtakings() const { return m_overtakings; }
    std::int64_t overtakenVisits() const { return m_overtakenVisits; }
    int oftenestOvertaken() const { return m_oftenestOvertaken; }
    std::chrono::milliseconds overtakenBy() const { return m_overtakenBy; }

    const std::map<WindowId, WindowTime>& windows() const { return m_windows; }
    WindowTime windowsTogether() const;

    friend bool operator==(const Measures&, const Measures&) = default;

private:
    enum class Count { Visits, Turns };
    void judgePromise(const Turn& turn);
    void addTo(GroupMeasures& group, const Turn& turn, Count count) const;

    std::map<ServiceId, std::chrono::minutes> m_serviceTargets;
    std::map<CategoryId, std::chrono::minutes> m_categoryTargets;
    std::int64_t m_days = 0;
    GroupMeasures m_all;
    GroupMeasures m_walkIns;
    GroupMeasures m_bookings;
    GroupMeasures m_withCategory;
    std::map<CategoryId, GroupMeasures> m_categories;
    std::map<ServiceId, GroupMeasures> m_services;
    Spread m_lateness;
    PromiseMeasures m_promises;
    std::int64_t m_overtakings = 0;
    std::int64_t m_overtakenVisits = 0;
    int m_oftenestOvertaken = 0;
    std::chrono::milliseconds m_overtakenBy{0};
    std::map<WindowId, WindowTime> m_windows;
};

/// busy / open, 0 to 1; 0 of none.
double utilisation(const WindowTime& time);

} // namespace talon::simulation
