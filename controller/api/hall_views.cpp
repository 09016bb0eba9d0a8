#include "controller/api/views.h"

#include <algorithm>
#include <iterator>

namespace talon::api {

namespace {

using queue::Visit;

constexpr std::size_t EarlierCallsMax = 12;

const Visit* visitAt(const queue::Office& office, const queue::WindowDesk& desk)
{
    return desk.visit ? queue::findVisit(office, *desk.visit) : nullptr;
}

wire::HallCall callOf(const queue::Office& office, const Visit& visit)
{
    const Window* const window = findWindow(office.settings, *visit.window);
    return {.id = visit.call,
            .visit = visit.id,
            .service = visit.service,
            .number = visit.number,
            .window = window == nullptr ? std::to_string(visit.window->value) : window->name,
            .state = visit.state,
            .language = visit.language,
            .times = visit.timesCalled,
            .at = visit.latestCallAt.value_or(visit.joinedAt)};
}

/// Latest first: all who are awaited at a window, then some who were called before.
std::vector<wire::HallCall> callsOf(const queue::Office& office)
{
    std::vector<const Visit*> awaited;
    std::vector<const Visit*> earlier;
    for (const auto& [id, visit] : office.visits) {
        // Who waits again, on hold or for the next service, is not called any more.
        const bool shown = visit.state == VisitState::Called ||
                           visit.state == VisitState::Serving ||
                           visit.state == VisitState::Finished || visit.state == VisitState::NoShow;
        if (visit.call == 0 || !shown) {
            continue;
        }
        (visit.state == VisitState::Called ? awaited : earlier).push_back(&visit);
    }
    const auto latestFirst = [](const Visit* visit) { return -visit->call; };
    std::ranges::sort(awaited, {}, latestFirst);
    const auto shown =
        earlier.begin() + static_cast<std::ptrdiff_t>(std::min(earlier.size(), EarlierCallsMax));
    std::ranges::partial_sort(earlier, shown, {}, latestFirst);
    awaited.insert(awaited.end(), earlier.begin(), shown);
    std::vector<wire::HallCall> calls;
    calls.reserve(awaited.size());
    for (const Visit* const visit : awaited) {
        calls.push_back(callOf(office, *visit));
    }
    return calls;
}

/// The numbers of those who are due first, whatever window they wait for.
std::vector<std::string> nextFor(const queue::Office& office, ServiceId service)
{
    std::vector<queue::WaitingPlace> first;
    for (const auto& [line, places] : office.lines) {
        if (line.service == service) {
            const auto count =
                static_cast<std::ptrdiff_t>(std::min(places.size(), wire::HallNextMax));
            std::copy_n(places.begin(), count, std::back_inserter(first));
        }
    }
    std::ranges::sort(first);
    std::vector<std::string> numbers;
    for (const queue::WaitingPlace& place : first) {
        if (numbers.size() < wire::HallNextMax) {
            numbers.push_back(office.visits.at(place.visit).number);
        }
    }
    return numbers;
}

/// The services of its groups, at whatever level below them, among its services.
HallScreen withoutGroups(const OfficeSettings& settings, HallScreen screen)
{
    for (const Service& service : settings.services) {
        if (isIn(settings, service, screen.groups) &&
            std::ranges::find(screen.services, service.id) == screen.services.end()) {
            screen.services.push_back(service.id);
        }
    }
    screen.groups.clear();
    return screen;
}

} // namespace

wire::HallView hallView(const Scene& scene)
{
    const queue::Office& office = scene.office;
    wire::HallView view{
        .office = presentOf(scene), .calls = callsOf(office), .mediaRevision = scene.mediaRevision};
    for (const Window& window : office.settings.windows) {
        const queue::WindowDesk& desk = office.desks.at(window.id);
        const Visit* const visit = visitAt(office, desk);
        view.windows.push_back(
            {.id = window.id,
             .name = window.name,
             .state = desk.state,
             .number = visit == nullptr ? std::nullopt : std::optional(visit->number),
             .services = window.services});
    }
    const bool showsNext = std::ranges::any_of(office.settings.screens, &HallScreen::next);
    for (const Service& service : office.settings.services) {
        view.queues.push_back(
            {.service = service.id,
             .name = service.name,
             .waiting = queue::waitingFor(office, service.id),
             .forecast = newcomersWait(scene, service.id),
             .next = showsNext ? nextFor(office, service.id) : std::vector<std::string>{}});
    }
    for (const HallScreen& screen : office.settings.screens) {
        view.screens.push_back(withoutGroups(office.settings, screen));
    }
    return view;
}

} // namespace talon::api
