#include "controller/api/views.h"

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
    case VisitState::NoShow: ++figures.noShow; return;
    case VisitState::Dropped: return;
    }
}

wire::DayFigures figuresOf(const queue::Office& office)
{
    wire::DayFigures figures;
    std::vector<milliseconds> waits;
    std::vector<milliseconds> services;
    int withinTarget = 0;
    for (const auto& [id, visit] : office.visits) {
        ++figures.issued;
        count(figures, visit.state);
        if (visit.calledAt) {
            waits.push_back(std::max(*visit.calledAt - visit.joinedAt, milliseconds{0}));
            withinTarget += *visit.calledAt <= visit.due ? 1 : 0;
        }
        if (visit.startedAt && visit.endedAt) {
            services.push_back(std::max(*visit.endedAt - *visit.startedAt, milliseconds{0}));
        }
    }
    if (!waits.empty()) {
        figures.withinTargetPercent = static_cast<int>(std::int64_t{withinTarget} * 100 /
                                                       static_cast<std::int64_t>(waits.size()));
    }
    figures.meanWaitSeconds = meanSeconds(waits);
    figures.wait95Seconds = percentile95(std::move(waits));
    figures.meanServiceSeconds = meanSeconds(services);
    return figures;
}

wire::ServiceRow rowOf(const queue::Office& office, const Service& service)
{
    wire::ServiceRow row{.id = service.id, .segment = service.segment, .name = service.name};
    const auto places = office.waiting.find(service.id);
    if (places != office.waiting.end() && !places->second.empty()) {
        row.waiting = static_cast<int>(places->second.size());
        row.firstDue = places->second.begin()->due;
        for (const queue::WaitingPlace& place : places->second) {
            const Instant joined = office.visits.at(place.visit).joinedAt;
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

Instant latestChange(const Visit& visit)
{
    Instant latest = visit.joinedAt;
    for (const auto& at : {visit.latestCallAt, visit.startedAt, visit.endedAt}) {
        latest = std::max(latest, at.value_or(latest));
    }
    return latest;
}

std::vector<wire::VisitRow> latestVisits(const queue::Office& office)
{
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
        rows.push_back(visitRow(*change->visit));
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
                             .visits = latestVisits(office),
                             .categories = namesOf(office.settings.categories),
                             .topics = namesOf(office.settings.topics)};
    for (const Service& service : office.settings.services) {
        view.services.push_back(rowOf(office, service));
    }
    return view;
}

} // namespace talon::api
