#include "controller/api/views.h"
#include "controller/queue/breaks.h"
#include "controller/queue/rule.h"

#include <algorithm>

namespace talon::api {

namespace {

using queue::Visit;

constexpr std::size_t QueueRowsMax = 50;
constexpr std::size_t AbsentRowsMax = 20;

const Visit* visitAt(const queue::Office& office, const queue::WindowDesk& desk)
{
    return desk.visit ? queue::findVisit(office, *desk.visit) : nullptr;
}

std::optional<std::string> nameOf(const staff::Accounts& accounts, std::optional<StaffId> clerk)
{
    const auto member = clerk ? accounts.staff.find(*clerk) : accounts.staff.end();
    return member == accounts.staff.end() ? std::nullopt : std::optional(member->second.name);
}

/// Whom a window would call one after the other if it called them all now.
void addLines(wire::WindowView& view, const Scene& scene, const Window& window)
{
    queue::Lines lines;
    for (const auto& [line, places] : scene.office.lines) {
        const bool served = line.onlyAt == window.id ||
                            (line.onlyAt == WindowId{} && canServe(window, line.service));
        if (served) {
            lines.emplace(line, places);
            view.waiting += static_cast<int>(places.size());
        }
    }
    while (view.queue.size() < QueueRowsMax) {
        const auto next = queue::chooseFrom(lines, window, scene.time.now);
        if (!next) {
            break;
        }
        view.queue.push_back(visitRow(scene, scene.office.visits.at(next->place.visit)));
        const auto line = lines.find(next->line);
        line->second.erase(next->place);
        if (line->second.empty()) {
            lines.erase(line);
        }
    }
}

/// Whom this window could take back: those on hold, and those who did not come.
void addParked(wire::WindowView& view, const Scene& scene, const Window& window)
{
    const queue::Office& office = scene.office;
    const auto serves = [&](const Visit& visit) {
        return canServe(window, visit.service) || visit.onlyAt == window.id;
    };
    for (const VisitId id : office.held) {
        const Visit& visit = office.visits.at(id);
        if (serves(visit) && view.held.size() < QueueRowsMax) {
            view.held.push_back(visitRow(visit));
        }
    }
    std::vector<const Visit*> absent;
    for (const VisitId id : office.absent) {
        const Visit& visit = office.visits.at(id);
        if (serves(visit) &&
            scene.time.now - *visit.endedAt <= office.settings.rules.returnWithin) {
            absent.push_back(&visit);
        }
    }
    std::ranges::sort(absent, std::greater(), [](const Visit* visit) { return *visit->endedAt; });
    for (const Visit* const visit : absent) {
        if (view.absent.size() == AbsentRowsMax) {
            break;
        }
        view.absent.push_back(visitRow(*visit));
    }
}

std::optional<Instant>
undoUntilOf(const queue::Office& office, const queue::WindowDesk& desk, Instant now)
{
    const Visit* const visit = desk.last ? queue::findVisit(office, desk.last->before.id) : nullptr;
    if (visit == nullptr || visit->revision != desk.last->revision) {
        return std::nullopt;
    }
    const Instant until = desk.last->at + office.settings.rules.undoWithin;
    return until > now ? std::optional(until) : std::nullopt;
}

} // namespace

std::optional<wire::BreakPlan> breakPlanOf(const Scene& scene, WindowId window)
{
    const auto next = queue::nextBreak(scene.office, window, scene.time);
    if (!next) {
        return std::nullopt;
    }
    return wire::BreakPlan{.begins = next->begins,
                           .minutes = static_cast<int>(next->planned.length.count())};
}

std::optional<wire::WindowView> windowView(const Scene& scene, WindowId id)
{
    const queue::Office& office = scene.office;
    const Window* const window = findWindow(office.settings, id);
    if (window == nullptr) {
        return std::nullopt;
    }
    const queue::WindowDesk& desk = office.desks.at(id);
    wire::WindowView view{.office = presentOf(scene),
                          .window = id,
                          .name = window->name,
                          .state = desk.state,
                          .clerk = desk.clerk,
                          .clerkName = nameOf(scene.accounts, desk.clerk)};
    view.backAt = desk.backAt;
    view.nextBreak = breakPlanOf(scene, id);
    view.undoUntil = undoUntilOf(office, desk, scene.time.now);
    if (const Visit* const visit = visitAt(office, desk)) {
        view.visit = visitRow(*visit);
        if (visit->state == VisitState::Called) {
            view.recallsLeft =
                std::max(0, office.settings.rules.recallsBeforeNoShow - (visit->timesCalled - 1));
        }
    }
    addLines(view, scene, *window);
    addParked(view, scene, *window);
    for (const Window& other : office.settings.windows) {
        std::vector<ServiceId> services = other.services;
        services.insert(services.end(), other.helpsWith.begin(), other.helpsWith.end());
        view.windows.push_back({.id = other.id,
                                .name = other.name,
                                .state = office.desks.at(other.id).state,
                                .services = std::move(services)});
    }
    view.services = namesOf(office.settings.services);
    view.categories = namesOf(office.settings.categories);
    for (const Topic& topic : office.settings.topics) {
        view.topics.push_back({.id = topic.id, .services = topic.services, .name = topic.name});
    }
    return view;
}

std::vector<wire::WindowRow> windowRows(const Scene& scene)
{
    const queue::Office& office = scene.office;
    std::vector<wire::WindowRow> rows;
    for (const Window& window : office.settings.windows) {
        const queue::WindowDesk& desk = office.desks.at(window.id);
        wire::WindowRow row{.id = window.id,
                            .name = window.name,
                            .state = desk.state,
                            .clerk = desk.clerk,
                            .clerkName = nameOf(scene.accounts, desk.clerk),
                            .services = window.services,
                            .backAt = desk.backAt,
                            .nextBreak = breakPlanOf(scene, window.id)};
        if (const Visit* const visit = visitAt(office, desk)) {
            row.number = visit->number;
            row.since = visit->calledAt;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace talon::api
