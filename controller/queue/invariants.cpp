#include "controller/queue/invariants.h"

#include "controller/queue/leases.h"
#include "controller/queue/rule.h"
#include "shared/domain/ticket_number.h"

#include <set>

namespace talon::queue {

namespace {

bool hasPlace(const Office& office, const Visit& visit)
{
    const auto places = office.lines.find(lineOf(visit));
    return places != office.lines.end() &&
           places->second.contains({.place = visit.place, .visit = visit.id, .due = visit.due});
}

std::optional<std::string> brokenInvariant(const Office& office, const Visit& visit)
{
    const bool atWindow = visit.state == VisitState::Called || visit.state == VisitState::Serving;
    if ((visit.state == VisitState::Waiting) != hasPlace(office, visit)) {
        return "who waits has a place in the queue, and nobody else has";
    }
    if (visit.state == VisitState::Waiting && visit.place != placeOf(office.settings, visit)) {
        return "a place is what the office's order makes of the visit";
    }
    if ((visit.state == VisitState::Held) != office.held.contains(visit.id)) {
        return "who is on hold is among the held, and nobody else is";
    }
    if ((visit.state == VisitState::NoShow) != office.absent.contains(visit.id)) {
        return "who did not come is among the absent, and nobody else is";
    }
    if (isEnd(visit.state) != visit.endedAt.has_value()) {
        return "an ended visit has an end, and no other has";
    }
    if ((visit.state == VisitState::Cancelled && !visit.cancelled) ||
        (visit.state == VisitState::Dropped && !visit.dropped)) {
        return "a visit that ended without service says why";
    }
    if (visit.onlyAt && visit.state == VisitState::Waiting) {
        const WindowDesk* const desk = findDesk(office, *visit.onlyAt);
        if (desk == nullptr || desk->state == WindowState::Closed) {
            return "nobody waits for a window that is closed";
        }
    }
    if (atWindow) {
        const WindowDesk* const desk = visit.window ? findDesk(office, *visit.window) : nullptr;
        if (desk == nullptr || desk->visit != visit.id) {
            return "a visit that is called or served has one window, which has it";
        }
    }
    if (findService(office.settings, visit.service) == nullptr && !isEnd(visit.state)) {
        return "the service of a visit is one of the office's";
    }
    return std::nullopt;
}

std::optional<std::string> brokenAtDesk(const Office& office, const Window& window)
{
    const WindowDesk& desk = office.desks.at(window.id);
    if (desk.visit) {
        const Visit* const visit = findVisit(office, *desk.visit);
        if (visit == nullptr) {
            return "a window's visit is one of today's";
        }
        if (visit->window != window.id || isEnd(visit->state)) {
            return "a window's visit is at it";
        }
        if (desk.state != WindowState::Open) {
            return "a window with a visit is open";
        }
    }
    if (desk.clerk && desk.state == WindowState::Closed) {
        return "a closed window has no clerk";
    }
    if (!desk.clerk && desk.state != WindowState::Closed && !window.selfService) {
        return "a window that is not closed has a clerk, or is a station";
    }
    if ((desk.state == WindowState::OnBreak) != desk.backAt.has_value()) {
        return "a window on a break has a time to be back";
    }
    return std::nullopt;
}

std::optional<std::string> brokenNumber(const Office& office)
{
    std::set<std::pair<Day, std::string>> numbers;
    for (const auto& [id, visit] : office.visits) {
        if (!numbers.emplace(visit.day, visit.number).second) {
            return visit.number + ": a number is given once a day";
        }
    }
    return std::nullopt;
}

std::optional<std::string> brokenLease(const Office& office)
{
    for (const auto& [day, leases] : office.leases) {
        std::map<std::pair<std::string, int>, int> held; // By letters and first number, the last.
        for (const Lease& lease : leases) {
            held[{lease.prefix, lease.first}] = lease.last;
            if (lease.given.size() > 0 &&
                (*lease.given.begin() < lease.first || *lease.given.rbegin() > lease.last)) {
                return "a terminal gives numbers that it holds";
            }
        }
        int behind = 0;
        const std::string* letters = nullptr;
        for (const auto& [number, last] : held) {
            const bool same = letters != nullptr && *letters == number.first;
            if (number.second < 1 || last < number.second || (same && number.second <= behind)) {
                return "a leased number has one holder";
            }
            letters = &number.first;
            behind = last;
        }
        if (held.size() != leases.size() || day < office.day) {
            return "leases are of today or later, each of other numbers";
        }
    }
    for (const auto& [id, visit] : office.visits) {
        const auto number = numberFrom(visit.number);
        if (visit.day != office.day || !number) {
            continue;
        }
        const Lease* const lease = findLease(office, office.day, number->prefix, number->serial);
        if (visit.offline ? lease == nullptr || !lease->given.contains(number->serial)
                          : lease != nullptr) {
            return visit.number + ": a leased number is given by its holder, and no other";
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> brokenInvariant(const Office& office)
{
    for (const auto& [id, visit] : office.visits) {
        if (auto broken = brokenInvariant(office, visit)) {
            return visit.number + ": " + *broken;
        }
    }
    if (auto broken = brokenNumber(office)) {
        return broken;
    }
    if (auto broken = brokenLease(office)) {
        return broken;
    }
    std::set<VisitId> atWindows;
    std::set<StaffId> clerks;
    for (const Window& window : office.settings.windows) {
        const WindowDesk& desk = office.desks.at(window.id);
        if (desk.visit && !atWindows.insert(*desk.visit).second) {
            return "a visit is at one window only";
        }
        if (desk.clerk && !clerks.insert(*desk.clerk).second) {
            return "a clerk works at one window only";
        }
        if (auto broken = brokenAtDesk(office, window)) {
            return "window " + window.name + ": " + *broken;
        }
    }
    std::size_t places = 0;
    std::size_t waiting = 0;
    for (const auto& [line, queue] : office.lines) {
        places += queue.size();
        if (queue.empty()) {
            return "no line is empty";
        }
    }
    for (const auto& [id, visit] : office.visits) {
        waiting += visit.state == VisitState::Waiting ? 1U : 0U;
    }
    if (places != waiting) {
        return "each who waits has one place";
    }
    for (const auto& [id, booking] : office.bookings) {
        if ((booking.state == BookingState::Arrived) != booking.visit.has_value()) {
            return booking.code + ": a booking has a visit just when its visitor has come";
        }
        if (!office.bookingByCode.contains(plainCode(booking.code))) {
            return booking.code + ": a booking is found by its code";
        }
    }
    for (const auto& [code, id] : office.bookingByCode) {
        if (!office.bookings.contains(id)) {
            return code + ": the code of a booking that is gone is free";
        }
    }
    return std::nullopt;
}

} // namespace talon::queue
