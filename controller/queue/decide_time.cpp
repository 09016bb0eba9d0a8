#include "controller/queue/breaks.h"
#include "controller/queue/decisions.h"
#include "controller/queue/rule.h"
#include "controller/queue/wall_time.h"

namespace talon::queue {

namespace {

std::vector<Event> endHolds(const Office& office, Instant now)
{
    std::vector<Event> events;
    for (const VisitId id : office.held) {
        const Visit& visit = office.visits.at(id);
        if (visit.heldUntil && *visit.heldUntil <= now) {
            events.emplace_back(
                VisitReturned{.visit = id, .from = {}, .due = visit.due, .at = now});
        }
    }
    return events;
}

std::vector<Event> missBookings(const Office& office, Instant now)
{
    std::vector<Event> events;
    for (const auto& [id, booking] : office.bookings) {
        if (booking.state == BookingState::Expected &&
            booking.at + office.settings.rules.bookingLate < now) {
            events.emplace_back(BookingMissed{.booking = id, .at = now});
        }
    }
    return events;
}

/// Long after closing, nobody calls any more.
std::vector<Event> dropAfterClosing(const Office& office, const OfficeTime& time)
{
    const DayHours hours = hoursOn(office.settings, office.day);
    std::vector<Event> events;
    if (hours.empty() || office.lines.empty() || time.day != office.day ||
        time.minuteOfDay < hours.back().closes + office.settings.rules.dropAfterClosing) {
        return events;
    }
    for (const auto& [line, places] : office.lines) {
        for (const WaitingPlace& place : places) {
            events.emplace_back(VisitDropped{
                .visit = place.visit, .why = DropReason::OfficeClosed, .at = time.now});
        }
    }
    return events;
}

/// Who was called to a station and did not want it keeps the place in the queue.
std::vector<Event> endOffers(const Office& office, Instant now)
{
    std::vector<Event> events;
    for (const Window& window : office.settings.windows) {
        const WindowDesk& desk = office.desks.at(window.id);
        if (!window.selfService || !desk.visit) {
            continue;
        }
        const Visit& visit = office.visits.at(*desk.visit);
        if (visit.state == VisitState::Called && visit.latestCallAt &&
            *visit.latestCallAt + office.settings.rules.stationOffer <= now) {
            events.emplace_back(
                VisitReturned{.visit = visit.id, .from = window.id, .due = visit.due, .at = now});
        }
    }
    return events;
}

/// The first who waits for a station's services, or too long for what it helps with, and who was
/// not offered a station before.
std::optional<Choice> chooseForStation(const Office& office, const Window& window, Instant now)
{
    std::optional<Choice> best;
    const auto look = [&](const std::vector<ServiceId>& services, bool helping) {
        for (const ServiceId service : services) {
            const Line line{.onlyAt = {}, .service = service};
            const auto places = office.lines.find(line);
            if (places == office.lines.end()) {
                continue;
            }
            for (const WaitingPlace& place : places->second) {
                if ((best && best->place < place) || (helping && place.due > now)) {
                    break;
                }
                if (!office.visits.at(place.visit).passedStation) {
                    best = Choice{.place = place, .line = line, .helping = helping};
                    break;
                }
            }
        }
    };
    look(window.services, false);
    look(window.helpsWith, true);
    return best;
}

std::vector<Event> callToStation(const Office& office, Instant now)
{
    std::vector<Event> events;
    for (const Window& window : office.settings.windows) {
        const WindowDesk& desk = office.desks.at(window.id);
        if (!window.selfService || desk.state != WindowState::Open || desk.visit) {
            continue;
        }
        if (const auto next = chooseForStation(office, window, now)) {
            const Visit& visit = office.visits.at(next->place.visit);
            events.emplace_back(
                callTo(office, window.id, visit, reasonFor(visit, next->helping, now), now));
            return events;
        }
    }
    return events;
}

std::vector<Event> beginBreak(const Office& office, const OfficeTime& time)
{
    std::vector<Event> events;
    for (const Window& window : office.settings.windows) {
        const WindowDesk& desk = office.desks.at(window.id);
        if (desk.state != WindowState::Open || desk.visit || window.selfService) {
            continue;
        }
        if (const auto due = dueBreak(office, window, std::chrono::milliseconds{0}, time)) {
            events.emplace_back(BreakBegun{.window = window.id,
                                           .backAt = time.now + due->planned.length,
                                           .breaksBehind = due->breaksBehind,
                                           .at = time.now});
            return events;
        }
    }
    return events;
}

} // namespace

/// One kind of thing at a time, because each changes what the next may be: the caller asks again
/// until nothing happens any more.
Decision on(const Office& office, const Tick& /*command*/, const OfficeTime& time)
{
    for (auto events : {endHolds(office, time.now), missBookings(office, time.now),
                        dropAfterClosing(office, time), endOffers(office, time.now),
                        callToStation(office, time.now), beginBreak(office, time)}) {
        if (!events.empty()) {
            return events;
        }
    }
    return nothing();
}

} // namespace talon::queue
