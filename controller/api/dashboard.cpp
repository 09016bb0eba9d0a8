#include "controller/api/views.h"
#include "controller/queue/issuing.h"

#include <algorithm>
#include <chrono>

namespace talon::api {

namespace {

using queue::Visit;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t VisitRowsMax = 100;

std::int64_t secondsOf(milliseconds span)
{
    return std::chrono::round<seconds>(span).count();
}

std::optional<std::int64_t> meanSeconds(const std::vector<milliseconds>& spans)
{
    if (spans.empty()) {
        return std::nullopt;
    }
    milliseconds sum{0};
    for (const milliseconds span : spans) {
        sum += span;
    }
    return secondsOf(sum / static_cast<std::int64_t>(spans.size()));
}

/// The span that 95 of 100 do not exceed: nearest rank, so one that really was.
std::optional<std::int64_t> percentile95(std::vector<milliseconds> spans)
{
    if (spans.empty()) {
        return std::nullopt;
    }
    const std::size_t rank = (spans.size() * 95 + 99) / 100;
    const auto at = spans.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::ranges::nth_element(spans, at);
    return secondsOf(*at);
}

void count(wire::DayFigures& figures, VisitState state)
{
    switch (state) {
    case VisitState::Waiting: ++figures.waiting; return;
    case VisitState::Called: ++figures.called; return;
    case VisitState::Serving: ++figures.serving; return;
    case VisitState::Finished: ++figures.finished; return;
    case VisitState::Held: ++figures.held; return;
    case VisitState::NoShow: ++figures.noShow; return;
    case VisitState::Cancelled: ++figures.cancelled; return;
    case VisitState::Dropped: ++figures.dropped; return;
    }
}

/// How the waits that tickets told were kept.
class Promises
{
public:
    void add(const WaitRange& told, milliseconds waited)
    {
        ++m_calls;
        m_within += waited >= told.low && waited <= told.high ? 1 : 0;
        const milliseconds middle = milliseconds{told.low + told.high} / 2;
        m_error += std::chrono::abs(waited - middle);
    }

    void tell(wire::DayFigures& figures) const
    {
        figures.forecasts = m_calls;
        if (m_calls > 0) {
            figures.forecastWithinPercent = static_cast<int>(m_within * 100 / m_calls);
            figures.forecastErrorSeconds = secondsOf(m_error / m_calls);
        }
    }

private:
    int m_calls = 0;
    int m_within = 0;
    milliseconds m_error{0};
};

/// The first call of a visit, whatever service it was for.
std::optional<Instant> firstCall(const Visit& visit)
{
    for (const queue::Stage& stage : visit.stages) {
        if (stage.calledAt) {
            return stage.calledAt;
        }
    }
    return visit.calledAt;
}

wire::DayFigures figuresOf(const queue::Office& office)
{
    wire::DayFigures figures;
    std::vector<milliseconds> waits;
    std::vector<milliseconds> services;
    int withinTarget = 0;
    int judged = 0;
    Promises promises;
    for (const auto& [id, visit] : office.visits) {
        ++figures.issued;
        count(figures, visit.state);
        if (const auto called = firstCall(visit)) {
            const milliseconds waited = std::max(*called - visit.joinedAt, milliseconds{0});
            waits.push_back(waited);
            if (visit.promised) {
                promises.add(*visit.promised, waited);
            }
        }
        if (visit.calledAt) {
            ++judged;
            withinTarget += *visit.calledAt <= visit.due ? 1 : 0;
        }
        for (const queue::Stage& stage : visit.stages) {
            if (stage.startedAt) {
                services.push_back(std::max(stage.endedAt - *stage.startedAt, milliseconds{0}));
            }
        }
        if (visit.startedAt && visit.endedAt) {
            services.push_back(std::max(*visit.endedAt - *visit.startedAt, milliseconds{0}));
        }
    }
    promises.tell(figures);
    if (judged > 0) {
        figures.withinTargetPercent = withinTarget * 100 / judged;
    }
    figures.meanWaitSeconds = meanSeconds(waits);
    figures.wait95Seconds = percentile95(std::move(waits));
    figures.meanServiceSeconds = meanSeconds(services);
    return figures;
}

wire::ServiceRow rowOf(const Scene& scene, const Service& service)
{
    const queue::Office& office = scene.office;
    wire::ServiceRow row{.id = service.id,
                         .segment = service.segment,
                         .name = service.name,
                         .forecast = newcomersWait(scene, service.id),
                         .closed = queue::closedReason(office, service, scene.time)};
    if (const auto issuing = office.issuing.find(service.id); issuing != office.issuing.end()) {
        row.issuing = issuing->second.mode;
    }
    for (const auto& [line, places] : office.lines) {
        if (line.service != service.id) {
            continue;
        }
        row.waiting += static_cast<int>(places.size());
        for (const queue::WaitingPlace& place : places) {
            const Instant joined = office.visits.at(place.visit).joinedAt;
            row.firstDue = std::min(row.firstDue.value_or(place.due), place.due);
            row.longestSince = std::min(row.longestSince.value_or(joined), joined);
        }
    }
    for (const Window& window : office.settings.windows) {
        const bool serves = std::ranges::find(window.services, service.id) != window.services.end();
        if (serves && office.desks.at(window.id).state == WindowState::Open) {
            ++row.openWindows;
        }
    }
    return row;
}

wire::DeviceRow rowOf(const Scene& scene, const staff::Device& device)
{
    const devices::Presence presence =
        scene.devices == nullptr ? devices::Presence{} : scene.devices->presenceOf(device.id);
    return {.id = device.id,
            .kind = std::string(staff::name(device.kind)),
            .name = device.name,
            .connected = presence.isConnected(),
            .since = presence.since,
            .status = presence.status,
            .heardAt = presence.heardAt};
}

Instant latestChange(const Visit& visit)
{
    Instant latest = std::max(visit.joinedAt, visit.queuedAt);
    for (const auto& at : {visit.latestCallAt, visit.startedAt, visit.endedAt}) {
        latest = std::max(latest, at.value_or(latest));
    }
    return latest;
}

std::vector<wire::VisitRow> latestVisits(const Scene& scene)
{
    const queue::Office& office = scene.office;
    struct Change
    {
        Instant at;
        const Visit* visit = nullptr;
    };
    std::vector<Change> changes;
    changes.reserve(office.visits.size());
    for (const auto& [id, visit] : office.visits) {
        changes.push_back({.at = latestChange(visit), .visit = &visit});
    }
    const auto shown =
        changes.begin() + static_cast<std::ptrdiff_t>(std::min(changes.size(), VisitRowsMax));
    std::ranges::partial_sort(changes, shown, [](const Change& a, const Change& b) {
        return a.at != b.at ? a.at > b.at : a.visit->id > b.visit->id;
    });
    std::vector<wire::VisitRow> rows;
    for (auto change = changes.begin(); change != shown; ++change) {
        rows.push_back(visitRow(scene, *change->visit));
    }
    return rows;
}

} // namespace

wire::DashboardView dashboardView(const Scene& scene)
{
    const queue::Office& office = scene.office;
    wire::DashboardView view{.office = presentOf(scene),
                             .today = figuresOf(office),
                             .windows = windowRows(scene),
                             .visits = latestVisits(scene),
                             .categories = namesOf(office.settings.categories),
                             .topics = namesOf(office.settings.topics)};
    for (const Service& service : office.settings.services) {
        view.services.push_back(rowOf(scene, service));
    }
    for (const auto& [id, device] : scene.accounts.devices) {
        view.devices.push_back(rowOf(scene, device));
    }
    return view;
}

} // namespace talon::api
