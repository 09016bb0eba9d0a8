#pragma once

#include "shared/domain/device_status.h"
#include "shared/domain/issuing.h"
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
    int held = 0;
    int noShow = 0;
    int cancelled = 0; ///< Ended without service, by the visitor or the staff.
    int dropped = 0;   ///< Still open when the day ended.
    std::optional<std::int64_t> meanWaitSeconds;    ///< From joining to the first call.
    std::optional<std::int64_t> wait95Seconds;      ///< 95th percentile of the same.
    std::optional<int> withinTargetPercent;         ///< Of those called: not later than due.
    std::optional<std::int64_t> meanServiceSeconds; ///< From start to finish.

    int forecasts = 0; ///< Of those called: how many were told a wait on their ticket.
    std::optional<int> forecastWithinPercent; ///< Of those: called within the range they were told.
    std::optional<std::int64_t> forecastErrorSeconds; ///< Mean distance from its middle.

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
    std::optional<WaitRange> forecast;   ///< For one who joins now.
    IssuingMode issuing = IssuingMode::ByRule;
    std::optional<ClosedReason> closed; ///< Why terminals give no tickets for it now.

    friend bool operator==(const ServiceRow&, const ServiceRow&) = default;
};

/// A terminal or display of the office.
struct DeviceRow
{
    DeviceId id;
    std::string kind; ///< "terminal" or "display".
    std::string name; ///< Where it stands.
    bool connected = false;
    std::optional<Instant> since;       ///< It is so since then; null before it first came.
    std::optional<DeviceStatus> status; ///< Said last; null before, and after a restart.
    std::optional<Instant> heardAt;     ///< When it said so.

    friend bool operator==(const DeviceRow&, const DeviceRow&) = default;
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
    std::vector<DeviceRow> devices; ///< All that may connect.

    friend bool operator==(const DashboardView&, const DashboardView&) = default;
};

QJsonObject toJson(const DashboardView& view);

} // namespace talon::wire
