#pragma once

#include "shared/wire/window_view.h"

/// What a manager sees of the hall now: the feed "dashboard". Read by the web pages only.
namespace talon::wire {

/// The day so far. Times in seconds; null while nobody has got there.
struct DayFigures
{
    int issued = 0;
    int waiting = 0;
    int called = 0;
    int serving = 0;
    int finished = 0;
    int noShow = 0;
    std::optional<std::int64_t> meanWaitSeconds;    ///< From joining to the first call.
    std::optional<std::int64_t> wait95Seconds;      ///< 95th percentile of the same.
    std::optional<int> withinTargetPercent;         ///< Of those called: not later than due.
    std::optional<std::int64_t> meanServiceSeconds; ///< From start to finish.

    friend bool operator==(const DayFigures&, const DayFigures&) = default;
};

struct ServiceRow
{
    ServiceId id;
    Segment segment = Segment::B2c;
    Text name;
    int waiting = 0;
    std::optional<Instant> longestSince; ///< When the one who waits longest joined.
    std::optional<Instant> firstDue;     ///< The earliest promise to those who wait.
    int openWindows = 0;                 ///< That serve it as a first choice now.

    friend bool operator==(const ServiceRow&, const ServiceRow&) = default;
};

struct DashboardView
{
    OfficePresent office;
    DayFigures today;
    std::vector<ServiceRow> services;
    std::vector<WindowRow> windows;
    std::vector<VisitRow> visits; ///< Of today, latest change first; up to 100.
    std::vector<Named> categories;
    std::vector<Named> topics;

    friend bool operator==(const DashboardView&, const DashboardView&) = default;
};

QJsonObject toJson(const DashboardView& view);

} // namespace talon::wire
