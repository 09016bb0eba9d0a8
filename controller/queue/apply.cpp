#include "controller/queue/apply.h"

#include "shared/base/ensure.h"

namespace talon::queue {

namespace {

Visit& visitOf(Office& office, VisitId id)
{
    const auto found = office.visits.find(id);
    TALON_ENSURE(found != office.visits.end());
    return found->second;
}

WindowDesk& deskOf(Office& office, WindowId id)
{
    const auto found = office.desks.find(id);
    TALON_ENSURE(found != office.desks.end());
    return found->second;
}

/// Takes a visit out of the hands of its window; the visit itself is done.
void end(Office& office, Visit& visit, VisitState state, Instant at)
{
    if (visit.window) {
        deskOf(office, *visit.window).visit.reset();
    }
    visit.state = state;
    visit.endedAt = at;
}

/// Gives a call its number, by which the hall knows it.
void announce(Office& office, Visit& visit, std::int64_t call, Instant at)
{
    TALON_ENSURE(call == office.lastCall + 1);
    office.lastCall = call;
    visit.call = call;
    visit.latestCallAt = at;
    visit.timesCalled += 1;
}

void on(Office& office, const DayStarted& event)
{
    TALON_ENSURE(event.day > office.day);
    office.day = event.day;
    office.lastNumber.clear();
    office.visits.clear();
    office.waiting.clear();
    for (auto& [id, desk] : office.desks) {
        desk = {};
    }
}

void on(Office& office, const SettingsChanged& event)
{
    office.settings = event.settings;
    std::map<WindowId, WindowDesk> desks;
    for (const Window& window : event.settings.windows) {
        const auto known = office.desks.find(window.id);
        desks[window.id] = known == office.desks.end() ? WindowDesk{} : known->second;
    }
    office.desks = std::move(desks);
}

void on(Office& office, const TicketIssued& event)
{
    TALON_ENSURE(event.visit.value == office.lastVisit + 1);
    int& lastNumber = office.lastNumber[event.service];
    TALON_ENSURE(event.serial > lastNumber);
    lastNumber = event.serial;
    office.lastVisit = event.visit.value;
    office.visits.emplace(event.visit, Visit{.id = event.visit,
                                             .number = event.number,
                                             .service = event.service,
                                             .category = event.category,
                                             .language = event.language,
                                             .joinedAt = event.at,
                                             .due = event.due});
    office.waiting[event.service].insert({.due = event.due, .visit = event.visit});
}

void on(Office& office, const PrintReported& event)
{
    visitOf(office, event.visit).print = event.outcome;
}

void on(Office& office, const WindowOpened& event)
{
    WindowDesk& desk = deskOf(office, event.window);
    desk.state = WindowState::Open;
    desk.clerk = event.clerk;
}

void on(Office& office, const WindowPaused& event)
{
    deskOf(office, event.window).state = WindowState::Paused;
}

void on(Office& office, const WindowClosed& event)
{
    WindowDesk& desk = deskOf(office, event.window);
    TALON_ENSURE(!desk.visit);
    desk = {};
}

void on(Office& office, const VisitCalled& event)
{
    Visit& visit = visitOf(office, event.visit);
    WindowDesk& desk = deskOf(office, event.window);
    TALON_ENSURE(visit.state == VisitState::Waiting);
    TALON_ENSURE(!desk.visit);
    office.waiting.at(visit.service).erase({.due = visit.due, .visit = visit.id});
    visit.state = VisitState::Called;
    visit.window = event.window;
    visit.calledAt = event.at;
    announce(office, visit, event.call, event.at);
    visit.reason = event.reason;
    desk.visit = visit.id;
}

void on(Office& office, const VisitRecalled& event)
{
    Visit& visit = visitOf(office, event.visit);
    TALON_ENSURE(visit.state == VisitState::Called);
    announce(office, visit, event.call, event.at);
}

void on(Office& office, const ServiceStarted& event)
{
    Visit& visit = visitOf(office, event.visit);
    TALON_ENSURE(visit.state == VisitState::Called);
    visit.state = VisitState::Serving;
    visit.startedAt = event.at;
}

void on(Office& office, const VisitFinished& event)
{
    Visit& visit = visitOf(office, event.visit);
    TALON_ENSURE(visit.state == VisitState::Serving);
    visit.topic = event.topic;
    end(office, visit, VisitState::Finished, event.at);
}

void on(Office& office, const VisitorAbsent& event)
{
    Visit& visit = visitOf(office, event.visit);
    TALON_ENSURE(visit.state == VisitState::Called);
    end(office, visit, VisitState::NoShow, event.at);
}

void on(Office& office, const VisitDropped& event)
{
    Visit& visit = visitOf(office, event.visit);
    TALON_ENSURE(!visit.endedAt);
    if (visit.state == VisitState::Waiting) {
        office.waiting.at(visit.service).erase({.due = visit.due, .visit = visit.id});
    }
    end(office, visit, VisitState::Dropped, event.at);
}

} // namespace

void apply(Office& office, const Event& event)
{
    std::visit([&](const auto& e) { on(office, e); }, event);
}

} // namespace talon::queue
