#include "controller/queue/decisions.h"
#include "controller/queue/rule.h"

#include <algorithm>

namespace talon::queue {

namespace {

constexpr std::size_t NoteBytesMax = 500;

/// Where a visit is that the staff wants to do something with.
struct Found
{
    const Visit* visit = nullptr;
    std::optional<WindowId> window; ///< Whose clerk asks; none when the visit is at no window.
};

/// A visit that has not ended, and that no other window has.
Expected<Found, Refusal> find(const Office& office, VisitId id, StaffId clerk)
{
    const Visit* const visit = findVisit(office, id);
    if (visit == nullptr) {
        return Unexpected(Refusal::UnknownVisit);
    }
    if (isEnd(visit->state)) {
        return Unexpected(Refusal::VisitEnded);
    }
    if (visit->state == VisitState::Waiting || visit->state == VisitState::Held) {
        return Found{.visit = visit, .window = {}};
    }
    if (!deskOf(office, *visit->window, clerk)) {
        return Unexpected(Refusal::VisitElsewhere);
    }
    return Found{.visit = visit, .window = visit->window};
}

} // namespace

Decision on(const Office& office, const HoldVisit& command, const OfficeTime& time)
{
    const auto found = find(office, command.visit, command.clerk);
    if (!found) {
        return Unexpected(found.error());
    }
    if (command.until && *command.until <= time.now) {
        return Unexpected(Refusal::TimePassed);
    }
    return one(VisitHeld{
        .visit = command.visit, .from = found->window, .until = command.until, .at = time.now});
}

Decision on(const Office& office, const ReturnVisit& command, const OfficeTime& time)
{
    const Visit* const visit = findVisit(office, command.visit);
    if (visit == nullptr) {
        return Unexpected(Refusal::UnknownVisit);
    }
    switch (visit->state) {
    case VisitState::Waiting: return Unexpected(Refusal::VisitWaiting);
    case VisitState::Called:
    case VisitState::Serving: return Unexpected(Refusal::VisitElsewhere);
    case VisitState::Held:
        return one(
            VisitReturned{.visit = visit->id, .from = {}, .due = visit->due, .at = time.now});
    case VisitState::NoShow: break;
    case VisitState::Finished:
    case VisitState::Cancelled:
    case VisitState::Dropped: return Unexpected(Refusal::VisitEnded);
    }
    const QueueRules& rules = office.settings.rules;
    if (time.now - *visit->endedAt > rules.returnWithin) {
        return Unexpected(Refusal::TooLateToReturn);
    }
    return one(VisitReturned{.visit = visit->id,
                             .from = {},
                             .due = std::max(visit->due, time.now + rules.returnDelay),
                             .at = time.now});
}

Decision on(const Office& office, const TransferVisit& command, const OfficeTime& time)
{
    const auto found = find(office, command.visit, command.clerk);
    if (!found) {
        return Unexpected(found.error());
    }
    const Visit& visit = *found->visit;
    const Stop& to = command.to;
    if (findService(office.settings, to.service) == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    if (to.onlyAt) {
        const Window* const window = findWindow(office.settings, *to.onlyAt);
        if (window == nullptr) {
            return Unexpected(Refusal::UnknownWindow);
        }
        if (!canServe(*window, to.service)) {
            return Unexpected(Refusal::WindowCannotServe);
        }
        if (office.desks.at(window->id).state == WindowState::Closed) {
            return Unexpected(Refusal::WindowClosed);
        }
    }
    if (command.note.size() > NoteBytesMax) {
        return Unexpected(Refusal::OutOfRange);
    }
    std::vector<Stop> route = visit.route;
    if (command.andBack && found->window) {
        route.insert(route.begin(), Stop{.service = visit.service, .onlyAt = found->window});
    }
    return one(VisitPassedOn{.visit = visit.id,
                             .from = found->window,
                             .served = false,
                             .topic = {},
                             .to = to,
                             .route = std::move(route),
                             .due = dueForOngoing(office.settings, visit, to.service),
                             .note = command.note.empty() ? visit.note : command.note,
                             .at = time.now});
}

Decision on(const Office& office, const CancelVisit& command, const OfficeTime& time)
{
    const auto found = find(office, command.visit, command.clerk);
    if (!found) {
        return Unexpected(found.error());
    }
    return one(VisitCancelled{
        .visit = command.visit, .from = found->window, .why = command.why, .at = time.now});
}

Decision on(const Office& office, const SetCategory& command, const OfficeTime& time)
{
    const Visit* const visit = findVisit(office, command.visit);
    if (visit == nullptr) {
        return Unexpected(Refusal::UnknownVisit);
    }
    if (isEnd(visit->state)) {
        return Unexpected(Refusal::VisitEnded);
    }
    if (command.category && findCategory(office.settings, *command.category) == nullptr) {
        return Unexpected(Refusal::UnknownCategory);
    }
    if (visit->category == command.category) {
        return nothing();
    }
    Visit regraded = *visit;
    regraded.category = command.category;
    return one(CategorySet{.visit = visit->id,
                           .category = command.category,
                           .due = dueForOngoing(office.settings, regraded, visit->service),
                           .at = time.now});
}

Decision on(const Office& office, const SendHome& /*command*/, const OfficeTime& time)
{
    std::vector<Event> events;
    for (const auto& [id, visit] : office.visits) {
        if (visit.state == VisitState::Waiting || visit.state == VisitState::Held) {
            events.emplace_back(
                VisitDropped{.visit = id, .why = DropReason::SentHome, .at = time.now});
        }
    }
    return events;
}

} // namespace talon::queue
