#include "controller/queue/decide.h"

#include "controller/queue/apply.h"
#include "controller/queue/rule.h"

#include <algorithm>

namespace talon::queue {

namespace {

constexpr int HighestNumber = 9999;

/// "А" and 15 make "А015"; from 1000 on the number grows a digit.
std::string printedNumber(const std::string& prefix, int serial)
{
    std::string digits = std::to_string(serial);
    while (digits.size() < 3) {
        digits.insert(digits.begin(), '0');
    }
    return prefix + digits;
}

std::vector<Event> one(Event event)
{
    std::vector<Event> events;
    events.push_back(std::move(event));
    return events;
}

/// A window that this clerk works at and that is not closed.
Expected<const WindowDesk*, Refusal> deskOf(const Office& office, WindowId window, StaffId clerk)
{
    const WindowDesk* const desk = findDesk(office, window);
    if (desk == nullptr) {
        return Unexpected(Refusal::UnknownWindow);
    }
    if (desk->state == WindowState::Closed) {
        return Unexpected(Refusal::WindowClosed);
    }
    if (desk->clerk != clerk) {
        return Unexpected(Refusal::WindowTaken);
    }
    return desk;
}

/// The visit that this clerk has at this window.
Expected<const Visit*, Refusal> visitAt(const Office& office, WindowId window, StaffId clerk)
{
    const auto desk = deskOf(office, window, clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const WindowDesk& place = **desk;
    if (!place.visit) {
        return Unexpected(Refusal::WindowIdle);
    }
    return findVisit(office, *place.visit);
}

/// The visit that this clerk has called and not yet started to serve.
Expected<const Visit*, Refusal> calledAt(const Office& office, WindowId window, StaffId clerk)
{
    const auto visit = visitAt(office, window, clerk);
    if (visit && (*visit)->state == VisitState::Serving) {
        return Unexpected(Refusal::AlreadyStarted);
    }
    return visit;
}

Decision on(const Office& office, const IssueTicket& command, const OfficeTime& time)
{
    const Service* const service = findService(office.settings, command.service);
    if (service == nullptr) {
        return Unexpected(Refusal::UnknownService);
    }
    if (command.category && findCategory(office.settings, *command.category) == nullptr) {
        return Unexpected(Refusal::UnknownCategory);
    }
    if (!isOpenAt(office.settings, time)) {
        return Unexpected(Refusal::OfficeClosed);
    }
    const auto last = office.lastNumber.find(service->id);
    const int serial = last == office.lastNumber.end() ? 1 : last->second + 1;
    if (serial > HighestNumber) {
        return Unexpected(Refusal::NumbersUsedUp);
    }
    return one(TicketIssued{
        .visit = {office.lastVisit + 1},
        .serial = serial,
        .number = printedNumber(service->prefix, serial),
        .service = service->id,
        .category = command.category,
        .language = command.language,
        .at = time.now,
        .due = dueFor(office.settings, service->id, command.category, time.now),
    });
}

Decision on(const Office& office, const ReportPrint& command, const OfficeTime& time)
{
    const Visit* const visit = findVisit(office, command.visit);
    if (visit == nullptr) {
        return Unexpected(Refusal::UnknownVisit);
    }
    if (visit->print == PrintOutcome::Printed) {
        return Unexpected(Refusal::AlreadyReported);
    }
    return one(PrintReported{.visit = visit->id, .outcome = command.outcome, .at = time.now});
}

Decision on(const Office& office, const OpenWindow& command, const OfficeTime& time)
{
    const WindowDesk* const desk = findDesk(office, command.window);
    if (desk == nullptr) {
        return Unexpected(Refusal::UnknownWindow);
    }
    if (desk->state != WindowState::Closed && desk->clerk != command.clerk) {
        return Unexpected(Refusal::WindowTaken);
    }
    const bool elsewhere = std::ranges::any_of(office.desks, [&](const auto& entry) {
        return entry.first != command.window && entry.second.clerk == command.clerk;
    });
    if (elsewhere) {
        return Unexpected(Refusal::ClerkElsewhere);
    }
    if (desk->state == WindowState::Open) {
        return std::vector<Event>{};
    }
    return one(WindowOpened{.window = command.window, .clerk = command.clerk, .at = time.now});
}

Decision on(const Office& office, const PauseWindow& command, const OfficeTime& time)
{
    const auto desk = deskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const WindowDesk& place = **desk;
    if (place.visit) {
        return Unexpected(Refusal::WindowHasVisit);
    }
    if (place.state == WindowState::Paused) {
        return std::vector<Event>{};
    }
    return one(WindowPaused{.window = command.window, .at = time.now});
}

Decision on(const Office& office, const CloseWindow& command, const OfficeTime& time)
{
    const auto desk = deskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const WindowDesk& place = **desk;
    if (place.visit) {
        return Unexpected(Refusal::WindowHasVisit);
    }
    return one(WindowClosed{.window = command.window, .at = time.now});
}

Decision on(const Office& office, const CallNext& command, const OfficeTime& time)
{
    const auto desk = deskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    const WindowDesk& place = **desk;
    if (place.visit) {
        return Unexpected(Refusal::WindowHasVisit);
    }
    if (place.state != WindowState::Open) {
        return Unexpected(Refusal::WindowClosed);
    }
    const auto next = nextFor(office, *findWindow(office.settings, command.window), time.now);
    if (!next) {
        return Unexpected(Refusal::QueueEmpty);
    }
    return one(VisitCalled{.visit = next->visit,
                           .window = command.window,
                           .call = office.lastCall + 1,
                           .reason = next->reason,
                           .at = time.now});
}

Decision on(const Office& office, const Recall& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command.window, command.clerk);
    if (!visit) {
        return Unexpected(visit.error());
    }
    const VisitId called = (*visit)->id;
    return one(VisitRecalled{
        .visit = called, .window = command.window, .call = office.lastCall + 1, .at = time.now});
}

Decision on(const Office& office, const StartService& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command.window, command.clerk);
    if (!visit) {
        return Unexpected(visit.error());
    }
    const VisitId called = (*visit)->id;
    return one(ServiceStarted{.visit = called, .window = command.window, .at = time.now});
}

Decision on(const Office& office, const FinishVisit& command, const OfficeTime& time)
{
    const auto visit = visitAt(office, command.window, command.clerk);
    if (!visit) {
        return Unexpected(visit.error());
    }
    const Visit& served = **visit;
    if (served.state != VisitState::Serving) {
        return Unexpected(Refusal::NotStarted);
    }
    if (findTopic(office.settings, command.topic) == nullptr) {
        return Unexpected(Refusal::UnknownTopic);
    }
    return one(VisitFinished{
        .visit = served.id, .window = command.window, .topic = command.topic, .at = time.now});
}

Decision on(const Office& office, const MarkNoShow& command, const OfficeTime& time)
{
    const auto visit = calledAt(office, command.window, command.clerk);
    if (!visit) {
        return Unexpected(visit.error());
    }
    const VisitId called = (*visit)->id;
    return one(VisitorAbsent{.visit = called, .window = command.window, .at = time.now});
}

/// What is in use today cannot vanish from under the people who use it; nor can the letters on
/// today's tickets pass to another service, which would give the same number again.
Decision on(const Office& office, const ChangeSettings& command, const OfficeTime& /*time*/)
{
    for (const auto& [window, desk] : office.desks) {
        if (desk.state != WindowState::Closed && findWindow(command.settings, window) == nullptr) {
            return Unexpected(Refusal::WindowInUse);
        }
    }
    for (const auto& [id, number] : office.lastNumber) {
        const Service* const before = findService(office.settings, id);
        const Service* const after = findService(command.settings, id);
        if (after == nullptr || before == nullptr || after->prefix != before->prefix) {
            return Unexpected(Refusal::WindowInUse);
        }
    }
    return one(SettingsChanged{command.settings});
}

Decision on(const Office& /*office*/, const Tick& /*command*/, const OfficeTime& /*time*/)
{
    return std::vector<Event>{};
}

/// What must happen before anything else on a new day: nobody is left in yesterday's queue.
std::vector<Event> beginDay(const Office& office, const OfficeTime& time)
{
    std::vector<Event> events;
    for (const auto& [id, visit] : office.visits) {
        if (!visit.endedAt) {
            events.emplace_back(VisitDropped{.visit = id, .at = time.now});
        }
    }
    events.emplace_back(DayStarted{time.day});
    return events;
}

} // namespace

Decision decide(const Office& office, const Command& command, const OfficeTime& time)
{
    const auto decideIn = [&](const Office& in) {
        return std::visit([&](const auto& c) { return on(in, c, time); }, command);
    };
    if (time.day <= office.day) {
        return decideIn(office);
    }
    std::vector<Event> events = beginDay(office, time);
    Office today = office;
    for (const Event& event : events) {
        apply(today, event);
    }
    // A refusal does not keep the new day from beginning at the next tick.
    Decision decision = decideIn(today);
    if (!decision) {
        return decision;
    }
    events.insert(events.end(), decision->begin(), decision->end());
    return events;
}

} // namespace talon::queue
