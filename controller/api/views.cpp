#include "controller/api/views.h"

#include "controller/queue/issuing.h"
#include "controller/queue/wall_time.h"

namespace talon::api {

namespace {

using queue::Visit;

constexpr std::chrono::minutes DayLength{std::chrono::hours(24)};

/// The hours of today and the next day as moments.
std::vector<wire::OpenStretch> stretchesOf(const Scene& scene, const auto& hoursOfDay)
{
    std::vector<wire::OpenStretch> stretches;
    std::chrono::minutes begins{0};
    for (const Day day : {scene.time.day, scene.time.day + std::chrono::days(1)}) {
        for (const OpeningHours& each : hoursOfDay(day)) {
            stretches.push_back({.from = queue::instantAt(scene.time, begins + each.opens),
                                 .to = queue::instantAt(scene.time, begins + each.closes)});
        }
        begins += DayLength;
    }
    return stretches;
}

wire::ServiceChoice choiceOf(const Scene& scene, const Service& service)
{
    wire::ServiceChoice choice{.id = service.id,
                               .segment = service.segment,
                               .group = service.group,
                               .name = service.name,
                               .bring = service.bring,
                               .readFirst = service.readFirst,
                               .icon = service.icon,
                               .waiting = queue::waitingFor(scene.office, service.id),
                               .closed = queue::closedReason(scene.office, service, scene.time)};
    if (choice.closed) {
        // What is used up or stopped for today opens with another day.
        const bool alsoToday =
            choice.closed == ClosedReason::OfficeClosed || choice.closed == ClosedReason::NotNow;
        choice.opensAt = scene.serviceOpensAt(service, alsoToday);
    } else {
        choice.forecast = newcomersWait(scene, service.id);
    }
    if (service.schedule) {
        choice.hours = stretchesOf(
            scene, [&](Day day) { return hoursOn(scene.office.settings, service, day); });
    }
    return choice;
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
    wire::VisitRow row{.visit = visit.id,
                       .number = visit.number,
                       .service = visit.service,
                       .category = visit.category,
                       .state = visit.state,
                       .print = visit.print,
                       .copies = visit.copies,
                       .people = visit.people,
                       .bookedFor = visit.bookedFor,
                       .onlyAt = visit.onlyAt,
                       .joinedAt = visit.joinedAt,
                       .due = visit.due,
                       .promised = visit.promised,
                       .timesCalled = visit.timesCalled,
                       .window = visit.window,
                       .calledAt = visit.calledAt,
                       .startedAt = visit.startedAt,
                       .endedAt = visit.endedAt,
                       .topic = visit.topic,
                       .heldUntil = visit.heldUntil,
                       .note = visit.note,
                       .cancelled = visit.cancelled,
                       .dropped = visit.dropped};
    for (const queue::Stop& stop : visit.route) {
        row.then.push_back(stop.service);
    }
    for (const queue::Stage& stage : visit.stages) {
        row.before.push_back(stage.service);
    }
    if (const auto& reason = visit.reason) {
        row.reason = wire::CallReason{
            .waitedSeconds = std::chrono::floor<std::chrono::seconds>(reason->waited).count(),
            .targetSeconds = std::chrono::floor<std::chrono::seconds>(reason->target).count(),
            .helping = reason->helping,
            .onlyHere = reason->onlyHere,
            .category = reason->category,
            .bookedFor = reason->bookedFor,
            .outOfTurn = reason->outOfTurn};
    }
    return row;
}

wire::VisitRow visitRow(const Scene& scene, const Visit& visit)
{
    wire::VisitRow row = visitRow(visit);
    if (const auto left = scene.forecast.visits.find(visit.id);
        left != scene.forecast.visits.end() && visit.state == VisitState::Waiting) {
        row.forecast = left->second;
    }
    return row;
}

std::optional<WaitRange> newcomersWait(const Scene& scene, ServiceId service)
{
    const auto wait = scene.forecast.newcomers.find(service);
    return wait == scene.forecast.newcomers.end() ? std::nullopt : std::optional(wait->second);
}

wire::TerminalView terminalView(const Scene& scene)
{
    const OfficeSettings& settings = scene.office.settings;
    wire::TerminalView view{
        .office = presentOf(scene),
        .day = scene.time.day,
        .dayEndsAt = queue::instantAt(scene.time, settings.dayBegins + DayLength),
        .hours = stretchesOf(scene, [&settings](Day day) { return hoursOn(settings, day); })};
    view.bookings = scene.office.bookingsRevision;
    view.officeCode = settings.code;
    view.bookingEarliest = settings.rules.bookingEarliest;
    view.bookingGrace = settings.rules.bookingGrace;
    for (const ServiceGroup& group : settings.groups) {
        view.groups.push_back(
            {.id = group.id, .parent = group.parent, .name = group.name, .icon = group.icon});
    }
    for (const Service& service : settings.services) {
        if (!service.hidden) {
            view.services.push_back(choiceOf(scene, service));
        }
    }
    for (const PriorityCategory& category : settings.categories) {
        view.categories.push_back({.id = category.id, .name = category.name});
    }
    view.ticket = settings.ticket;
    return view;
}

} // namespace talon::api
