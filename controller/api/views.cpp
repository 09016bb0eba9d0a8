#include "controller/api/views.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <set>
#include <utility>

namespace talon::api {

namespace {

using queue::Visit;
using queue::WaitingPlace;

constexpr std::size_t QueueRowsMax = 50;
constexpr std::size_t EarlierCallsMax = 12;

const Visit* visitAt(const queue::Office& office, const queue::WindowDesk& desk)
{
    return desk.visit ? queue::findVisit(office, *desk.visit) : nullptr;
}

std::optional<std::string> nameOf(const staff::Accounts& accounts, std::optional<StaffId> clerk)
{
    const auto member = clerk ? accounts.staff.find(*clerk) : accounts.staff.end();
    return member == accounts.staff.end() ? std::nullopt : std::optional(member->second.name);
}

/// The places of several services as one line, earliest due first.
class Line
{
public:
    Line(const queue::Office& office, const std::vector<ServiceId>& services)
    {
        for (const ServiceId service : services) {
            const auto places = office.waiting.find(service);
            if (places != office.waiting.end()) {
                m_parts.push_back({places->second.begin(), places->second.end()});
            }
        }
    }

    const WaitingPlace* first() const
    {
        const Part* const part = earliest();
        return part == nullptr ? nullptr : &*part->next;
    }

    /// There must be a first.
    void leave()
    {
        Part* const part = earliest();
        TALON_ENSURE(part != nullptr);
        ++part->next;
    }

private:
    struct Part
    {
        std::set<WaitingPlace>::const_iterator next;
        std::set<WaitingPlace>::const_iterator end;
    };

    const Part* earliest() const
    {
        const Part* best = nullptr;
        for (const Part& part : m_parts) {
            if (part.next != part.end && (best == nullptr || *part.next < *best->next)) {
                best = &part;
            }
        }
        return best;
    }
    Part* earliest()
    {
        const Part* const part = std::as_const(*this).earliest();
        return part == nullptr ? nullptr : &m_parts[static_cast<std::size_t>(part - &m_parts[0])];
    }

    std::vector<Part> m_parts;
};

/// Whom a window would call one after the other if it called them all now: queue/rule.h.
std::vector<wire::VisitRow> queueOf(const Scene& scene, const Window& window)
{
    Line own(scene.office, window.services);
    Line helped(scene.office, window.helpsWith);
    std::vector<wire::VisitRow> rows;
    while (rows.size() < QueueRowsMax) {
        const WaitingPlace* const first = own.first();
        const WaitingPlace* const other = helped.first();
        const bool helping =
            other != nullptr &&
            (first == nullptr || (other->due <= scene.time.now && *other < *first));
        if (first == nullptr && !helping) {
            break;
        }
        rows.push_back(visitRow(scene.office.visits.at(helping ? other->visit : first->visit)));
        (helping ? helped : own).leave();
    }
    return rows;
}

wire::HallCall callOf(const queue::Office& office, const Visit& visit)
{
    const Window* const window = findWindow(office.settings, *visit.window);
    return {.id = visit.call,
            .visit = visit.id,
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
        if (visit.call == 0 || visit.state == VisitState::Dropped) {
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

} // namespace

wire::OfficePresent presentOf(const Scene& scene)
{
    const OfficeSettings& settings = scene.office.settings;
    const bool open = isOpenAt(settings, scene.time);
    return {.name = settings.name,
            .qualityLine = settings.qualityLine,
            .now = scene.time.now,
            .utcOffsetMinutes = scene.utcOffsetMinutes,
            .open = open,
            .opensAt = open ? std::nullopt : scene.opensAt};
}

wire::VisitRow visitRow(const Visit& visit)
{
    return {.visit = visit.id,
            .number = visit.number,
            .service = visit.service,
            .category = visit.category,
            .state = visit.state,
            .print = visit.print,
            .joinedAt = visit.joinedAt,
            .due = visit.due,
            .timesCalled = visit.timesCalled,
            .window = visit.window,
            .calledAt = visit.calledAt,
            .startedAt = visit.startedAt,
            .endedAt = visit.endedAt,
            .topic = visit.topic,
            .helping = visit.reason ? std::optional(visit.reason->helping) : std::nullopt};
}

wire::TerminalView terminalView(const Scene& scene)
{
    wire::TerminalView view{.office = presentOf(scene)};
    for (const Service& service : scene.office.settings.services) {
        view.services.push_back({.id = service.id,
                                 .segment = service.segment,
                                 .name = service.name,
                                 .bring = service.bring,
                                 .icon = service.icon,
                                 .waiting = queue::waitingFor(scene.office, service.id)});
    }
    for (const PriorityCategory& category : scene.office.settings.categories) {
        view.categories.push_back({.id = category.id, .name = category.name});
    }
    return view;
}

wire::HallView hallView(const Scene& scene)
{
    const queue::Office& office = scene.office;
    wire::HallView view{.office = presentOf(scene), .calls = callsOf(office)};
    for (const Window& window : office.settings.windows) {
        const queue::WindowDesk& desk = office.desks.at(window.id);
        const Visit* const visit = visitAt(office, desk);
        view.windows.push_back(
            {.id = window.id,
             .name = window.name,
             .state = desk.state,
             .number = visit == nullptr ? std::nullopt : std::optional(visit->number)});
    }
    for (const Service& service : office.settings.services) {
        view.queues.push_back({.service = service.id,
                               .name = service.name,
                               .waiting = queue::waitingFor(office, service.id)});
    }
    return view;
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
    if (const Visit* const visit = visitAt(office, desk)) {
        view.visit = visitRow(*visit);
    }
    view.queue = queueOf(scene, *window);
    for (const auto* const services : {&window->services, &window->helpsWith}) {
        for (const ServiceId service : *services) {
            view.waiting += queue::waitingFor(office, service);
        }
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
                            .services = window.services};
        if (const Visit* const visit = visitAt(office, desk)) {
            row.number = visit->number;
            row.since = visit->calledAt;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace talon::api
