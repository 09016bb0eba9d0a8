#pragma once

#include "controller/devices/registry.h"
#include "controller/forecast/forecast.h"
#include "controller/queue/office.h"
#include "controller/staff/accounts.h"
#include "shared/base/instant.h"
#include "shared/wire/dashboard_view.h"
#include "shared/wire/hall_view.h"
#include "shared/wire/terminal_view.h"
#include "shared/wire/window_view.h"

#include <functional>
#include <optional>
#include <vector>

/// What each kind of screen is shown of the office. Pure: the same office at the same moment
/// makes the same view.
namespace talon::api {

/// An office with all that a view needs to know besides.
struct Scene
{
    const queue::Office& office;
    const staff::Accounts& accounts;
    OfficeTime time;
    int utcOffsetMinutes = 0;
    std::optional<Instant> opensAt; ///< Asked only of a closed office.
    const forecast::Forecast& forecast;
    /// When a service is given next; see OfficeAccess.
    std::function<std::optional<Instant>(const Service& service, bool alsoToday)> serviceOpensAt;
    /// None where nobody looks at the devices.
    const devices::Registry* devices = nullptr;
    std::optional<std::string> mediaRevision = {}; ///< None while it is not known.
};

wire::TerminalView terminalView(const Scene& scene);
wire::HallView hallView(const Scene& scene);

/// None when the office has no such window.
std::optional<wire::WindowView> windowView(const Scene& scene, WindowId window);

/// In dashboard.cpp: the figures of a day are a matter of their own.
wire::DashboardView dashboardView(const Scene& scene);
std::vector<wire::WindowRow> windowRows(const Scene& scene);
wire::OfficePresent presentOf(const Scene& scene);
/// The names of services, categories or topics, which rows refer to by id.
template <class Items>
std::vector<wire::Named> namesOf(const Items& items)
{
    std::vector<wire::Named> names;
    names.reserve(items.size());
    for (const auto& item : items) {
        names.push_back({.id = item.id.value, .name = item.name});
    }
    return names;
}

wire::VisitRow visitRow(const queue::Visit& visit);

/// With what is left to wait.
wire::VisitRow visitRow(const Scene& scene, const queue::Visit& visit);

/// What the forecast says of one who joins a service now.
std::optional<WaitRange> newcomersWait(const Scene& scene, ServiceId service);

/// In window_views.cpp: the next break of a window today.
std::optional<wire::BreakPlan> breakPlanOf(const Scene& scene, WindowId window);

} // namespace talon::api
