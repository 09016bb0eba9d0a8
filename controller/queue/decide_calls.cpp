#include "controller/queue/breaks.h"
#include "controller/queue/decisions.h"
#include "controller/queue/rule.h"

namespace talon::queue {

namespace {

constexpr std::size_t WhyBytesMin = 3;
constexpr std::size_t WhyBytesMax = 200;

/// The desk of a clerk who may call somebody to it now.
Expected<const WindowDesk*, Refusal>
freeDeskOf(const Office& office, WindowId window, StaffId clerk)
{
    const auto desk = deskOf(office, window, clerk);
    if (!desk) {
        return desk;
    }
    if ((*desk)->visit) {
        return Unexpected(Refusal::WindowHasVisit);
    }
    if ((*desk)->state != WindowState::Open) {
        return Unexpected(Refusal::WindowClosed);
    }
    return desk;
}

/// The visit that this clerk has at this window, if it is the one that is meant.
template <class Command>
Expected<const Visit*, Refusal> visitAt(const Office& office, const Command& command)
{
    const auto desk = deskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const std::optional<VisitId>& visit = (*desk)->visit;
    if (command.visit && visit != command.visit) {
        return Unexpected(Refusal::VisitChanged);
    }
    if (!visit) {
        return Unexpected(Refusal::WindowIdle);
    }
    return findVisit(office, *visit);
}

/// The visit that this clerk has called and not yet started to serve.
template <class Command>
Expected<const Visit*, Refusal> calledAt(const Office& office, const Command& command)
{
    const auto visit = visitAt(office, command);
    if (visit && (*visit)->state == VisitState::Serving) {
        return Unexpected(Refusal::AlreadyStarted);
    }
    return visit;
}

} // namespace

VisitCalled
callTo(const Office& office, WindowId window, const Visit& visit, CallReason reason, Instant now)
{
    return {.visit = visit.id,
            .window = window,
            .call = office.lastCall + 1,
            .reason = std::move(reason),
            .at = now};
}

/// When the window's break is due, the break is what comes next.
Decision on(const Office& office, const CallNext& command, const OfficeTime& time)
{
    const auto desk = freeDeskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const Window& window = *findWindow(office.settings, command.window);
    const auto next = chooseFrom(office.lines, window, time.now);
    if (!next) {
        return Unexpected(Refusal::QueueEmpty);
    }
    const Visit& visit = office.visits.at(next->place.visit);
    const auto length = findService(office.settings, visit.service)->expectedService;
    if (const auto due = dueBreak(office, window, length, time)) {
        return one(BreakBegun{.window = window.id,
                              .backAt = time.now + due->planned.length,
                              .breaksBehind = due->breaksBehind,
                              .at = time.now});
    }
    return one(
        callTo(office, window.id, visit, reasonFor(visit, next->helping, time.now), time.now));
}

Decision on(const Office& office, const CallOutOfTurn& command, const OfficeTime& time)
{
    const auto desk = freeDeskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const Visit* const visit = findVisit(office, command.visit);
    if (visit == nullptr) {
        return Unexpected(Refusal::UnknownVisit);
    }
    if (isEnd(visit->state)) {
        return Unexpected(Refusal::VisitEnded);
    }
    if (visit->state != VisitState::Waiting && visit->state != VisitState::Held) {
        return Unexpected(Refusal::VisitElsewhere);
    }
    const Window& window = *findWindow(office.settings, command.window);
    if (visit->onlyAt != window.id && !canServe(window, visit->service)) {
        return Unexpected(Refusal::WindowCannotServe);
    }
    if (command.why.size() < WhyBytesMin || command.why.size() > WhyBytesMax) {
        return Unexpected(Refusal::ReasonMissing);
    }
    CallReason reason = reasonFor(*visit, false, time.now);
    reason.outOfTurn = command.why;
    return one(callTo(office, window.id, *visit, std::move(reason), time.now));
}

Decision on(const Office& office, const Recall& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command);
    if (!visit) {
        return Unexpected(visit.error());
    }
    return one(VisitRecalled{.visit = (*visit)->id,
                             .window = command.window,
                             .call = office.lastCall + 1,
                             .at = time.now});
}

Decision on(const Office& office, const StartService& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command);
    if (!visit) {
        return Unexpected(visit.error());
    }
    return one(ServiceStarted{.visit = (*visit)->id, .window = command.window, .at = time.now});
}

Decision on(const Office& office, const FinishVisit& command, const OfficeTime& time)
{
    const auto found = visitAt(office, command);
    if (!found) {
        return Unexpected(found.error());
    }
    const Visit& visit = **found;
    if (visit.state != VisitState::Serving) {
        return Unexpected(Refusal::NotStarted);
    }
    if (!command.topic && !findWindow(office.settings, command.window)->selfService) {
        return Unexpected(Refusal::TopicMissing);
    }
    if (command.topic && findTopic(office.settings, *command.topic) == nullptr) {
        return Unexpected(Refusal::UnknownTopic);
    }
    std::vector<Stop> route = visit.route;
    if (command.then) {
        if (findService(office.settings, command.then->service) == nullptr) {
            return Unexpected(Refusal::UnknownService);
        }
        route.insert(route.begin(), *command.then);
    }
    if (route.empty()) {
        return one(VisitFinished{
            .visit = visit.id, .window = command.window, .topic = command.topic, .at = time.now});
    }
    const Stop to = route.front();
    route.erase(route.begin());
    return one(VisitPassedOn{.visit = visit.id,
                             .from = command.window,
                             .served = true,
                             .topic = command.topic,
                             .to = to,
                             .route = std::move(route),
                             .due = dueForOngoing(office.settings, visit, to.service) -
                                    office.settings.rules.nextServiceHeadStart,
                             .note = visit.note,
                             .at = time.now});
}

Decision on(const Office& office, const MarkNoShow& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command);
    if (!visit) {
        return Unexpected(visit.error());
    }
    if ((*visit)->timesCalled - 1 < office.settings.rules.recallsBeforeNoShow) {
        return Unexpected(Refusal::RecallFirst);
    }
    return one(VisitorAbsent{.visit = (*visit)->id, .window = command.window, .at = time.now});
}

Decision on(const Office& office, const PutBack& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command);
    if (!visit) {
        return Unexpected(visit.error());
    }
    return one(VisitReturned{
        .visit = (*visit)->id, .from = command.window, .due = (*visit)->due, .at = time.now});
}

Decision on(const Office& office, const UndoLast& command, const OfficeTime& time)
{
    const auto desk = deskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const auto& last = (*desk)->last;
    const Visit* const visit = last ? findVisit(office, last->before.id) : nullptr;
    if (visit == nullptr || visit->revision != last->revision) {
        return Unexpected(Refusal::NothingToUndo);
    }
    if (time.now - last->at > office.settings.rules.undoWithin) {
        return Unexpected(Refusal::TooLateToUndo);
    }
    return one(ActionUndone{.visit = visit->id, .window = command.window, .at = time.now});
}

} // namespace talon::queue
