#include "controller/queue/apply.h"

#include "controller/queue/apply_leases.h"
#include "controller/queue/rule.h"
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

Booking& bookingOf(Office& office, BookingId id)
{
    const auto found = office.bookings.find(id);
    TALON_ENSURE(found != office.bookings.end());
    return found->second;
}

bool isAtWindow(const Visit& visit)
{
    return visit.state == VisitState::Called || visit.state == VisitState::Serving;
}

/// Takes a visit from wherever it is: its line, the held ones, its window.
void take(Office& office, Visit& visit)
{
    if (visit.state == VisitState::Waiting) {
        const auto line = office.lines.find(lineOf(visit));
        TALON_ENSURE(line != office.lines.end());
        line->second.erase({.place = visit.place, .visit = visit.id, .due = visit.due});
        if (line->second.empty()) {
            office.lines.erase(line);
        }
    } else if (visit.state == VisitState::Held) {
        office.held.erase(visit.id);
        visit.heldUntil.reset();
    } else if (isAtWindow(visit)) {
        deskOf(office, *visit.window).visit.reset();
    } else if (visit.state == VisitState::NoShow) {
        office.absent.erase(visit.id);
    }
}

/// Puts a visit that was taken into its line.
void queueUp(Office& office, Visit& visit)
{
    const WindowDesk* const only = visit.onlyAt ? findDesk(office, *visit.onlyAt) : nullptr;
    if (only == nullptr || only->state == WindowState::Closed) {
        visit.onlyAt.reset(); // Nobody is left waiting for a window that is gone.
    }
    visit.state = VisitState::Waiting;
    visit.place = placeOf(office.settings, visit);
    office.lines[lineOf(visit)].insert({.place = visit.place, .visit = visit.id, .due = visit.due});
}

void end(Office& office, Visit& visit, VisitState state, Instant at)
{
    take(office, visit);
    visit.state = state;
    visit.endedAt = at;
}

/// The present service lies behind the visit, given or not.
void closeStage(Visit& visit, std::optional<TopicId> topic, Instant at)
{
    visit.stages.push_back({.service = visit.service,
                            .queuedAt = visit.queuedAt,
                            .calledAt = visit.calledAt,
                            .startedAt = visit.startedAt,
                            .endedAt = at,
                            .window = visit.calledAt ? visit.window : std::nullopt,
                            .topic = topic});
    visit.queuedAt = at;
    visit.calledAt.reset();
    visit.startedAt.reset();
    visit.reason.reset();
    visit.timesCalled = 0;
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

/// Counts what happened to a visit and, if it was a clerk's action at a window, keeps the way back.
class Change
{
public:
    Change(Office& office, VisitId visit, std::optional<WindowId> window, Instant at)
        : m_office(office)
        , m_visit(visitOf(office, visit))
        , m_before(m_visit)
        , m_window(window)
        , m_at(at)
    {}
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;
    ~Change()
    {
        m_visit.revision += 1;
        if (m_window) {
            deskOf(m_office, *m_window).last =
                LastAction{.before = std::move(m_before), .revision = m_visit.revision, .at = m_at};
        }
    }
    Visit& visit() { return m_visit; }

private:
    Office& m_office;
    Visit& m_visit;
    Visit m_before;
    std::optional<WindowId> m_window;
    Instant m_at;
};

void on(Office& office, const DayStarted& event)
{
    TALON_ENSURE(event.day > office.day);
    office.day = event.day;
    office.lastNumber.clear();
    office.issued.clear();
    office.lines.clear();
    office.held.clear();
    office.absent.clear();
    office.issuing.clear();
    office.breaks.clear();
    office.leases.erase(office.leases.begin(), office.leases.lower_bound(event.day));
    std::erase_if(office.visits, [](const auto& entry) { return !isAtWindow(entry.second); });
    std::erase_if(office.bookings, [&](const auto& entry) { return entry.second.day < event.day; });
    office.bookingByCode.clear();
    for (const auto& [id, booking] : office.bookings) {
        office.bookingByCode.emplace(plainCode(booking.code), id);
    }
    office.bookingsRevision += 1;
    for (auto& [id, desk] : office.desks) {
        if (desk.visit) {
            desk.breaksBehind = 0;
            desk.last.reset();
        } else {
            desk = {};
        }
    }
}

void on(Office& office, const SettingsChanged& event)
{
    office.settings = event.settings;
    std::map<WindowId, WindowDesk> desks;
    for (const Window& window : event.settings.windows) {
        const auto known = office.desks.find(window.id);
        desks[window.id] = known == office.desks.end() ? WindowDesk{} : known->second;
        desks[window.id].last.reset(); // What it would bring back may be gone with the settings.
    }
    office.desks = std::move(desks);
    std::erase_if(office.breaks,
                  [&](const auto& entry) { return !office.desks.contains(entry.first); });
    // Another order is another place for everybody.
    office.lines.clear();
    for (auto& [id, visit] : office.visits) {
        if (visit.state == VisitState::Waiting) {
            queueUp(office, visit);
        }
    }
}

void on(Office& office, const TicketIssued& event)
{
    TALON_ENSURE(event.visit.value == office.lastVisit + 1);
    if (event.offline) {
        giveLeased(office, event);
    } else {
        int& lastNumber = office.lastNumber[event.service];
        TALON_ENSURE(event.serial > lastNumber);
        lastNumber = event.serial;
    }
    office.issued[event.service] += 1;
    office.lastVisit = event.visit.value;
    Visit& visit = office.visits
                       .emplace(event.visit, Visit{.id = event.visit,
                                                   .day = office.day,
                                                   .number = event.number,
                                                   .service = event.service,
                                                   .route = event.route,
                                                   .category = event.category,
                                                   .booking = event.booking,
                                                   .bookedFor = event.bookedFor,
                                                   .people = event.people,
                                                   .language = event.language,
                                                   .joinedAt = event.at,
                                                   .queuedAt = event.at,
                                                   .due = event.due,
                                                   .promised = event.promised,
                                                   .offline = event.offline})
                       .first->second;
    queueUp(office, visit);
    if (event.booking) {
        Booking& booking = bookingOf(office, *event.booking);
        booking.state = BookingState::Arrived;
        booking.visit = event.visit;
        office.bookingsRevision += 1;
    }
}

void on(Office& office, const PrintReported& event)
{
    Visit& visit = visitOf(office, event.visit);
    if (!event.copy) {
        visit.print = event.outcome;
        return;
    }
    if (event.outcome != PrintOutcome::OnScreen) {
        visit.copies += 1;
    }
    if (event.outcome == PrintOutcome::Printed) {
        visit.print = PrintOutcome::Printed; // Whatever the first was: the visitor has paper.
    }
}

void on(Office& office, const BookingAdded& event)
{
    TALON_ENSURE(event.booking.value == office.lastBooking + 1);
    office.lastBooking = event.booking.value;
    office.bookings.emplace(event.booking, Booking{.id = event.booking,
                                                   .code = event.code,
                                                   .service = event.service,
                                                   .day = event.day,
                                                   .at = event.bookedFor,
                                                   .visit = {},
                                                   .phoneEnd = event.phoneEnd});
    office.bookingByCode.emplace(plainCode(event.code), event.booking);
    office.bookingsRevision += 1;
}

void on(Office& office, const BookingMoved& event)
{
    Booking& booking = bookingOf(office, event.booking);
    booking.day = event.day;
    booking.at = event.bookedFor;
    booking.state = BookingState::Expected;
    office.bookingsRevision += 1;
}

void on(Office& office, const BookingCancelled& event)
{
    bookingOf(office, event.booking).state = BookingState::Cancelled;
    office.bookingsRevision += 1;
}

void on(Office& office, const BookingMissed& event)
{
    bookingOf(office, event.booking).state = BookingState::Missed;
    office.bookingsRevision += 1;
}

void on(Office& office, const WindowOpened& event)
{
    WindowDesk& desk = deskOf(office, event.window);
    if (desk.state == WindowState::Closed) {
        desk.openedAt = event.at;
    }
    desk.state = WindowState::Open;
    desk.clerk = event.clerk == StaffId{} ? std::nullopt : std::optional(event.clerk);
    desk.backAt.reset();
}

void on(Office& office, const WindowPaused& event)
{
    WindowDesk& desk = deskOf(office, event.window);
    desk.state = WindowState::Paused;
    desk.backAt.reset();
}

void on(Office& office, const WindowClosed& event)
{
    WindowDesk& desk = deskOf(office, event.window);
    TALON_ENSURE(!desk.visit);
    // The day's breaks are had once, also by a clerk who signs out and in again.
    desk = {.breaksBehind = desk.breaksBehind};
    for (auto line = office.lines.lower_bound({.onlyAt = event.window, .service = {}});
         line != office.lines.end() && line->first.onlyAt == event.window;
         line = office.lines.lower_bound({.onlyAt = event.window, .service = {}})) {
        Visit& visit = visitOf(office, line->second.begin()->visit);
        take(office, visit);
        queueUp(office, visit);
    }
}

void on(Office& office, const BreakBegun& event)
{
    WindowDesk& desk = deskOf(office, event.window);
    TALON_ENSURE(!desk.visit);
    desk.state = WindowState::OnBreak;
    desk.backAt = event.backAt;
    desk.breaksBehind = std::max(desk.breaksBehind, event.breaksBehind);
}

void on(Office& office, const BreaksPlanned& event)
{
    office.breaks[event.window] = event.breaks;
    deskOf(office, event.window).breaksBehind = 0;
}

void on(Office& office, const VisitCalled& event)
{
    Change change(office, event.visit, event.window, event.at);
    Visit& visit = change.visit();
    WindowDesk& desk = deskOf(office, event.window);
    TALON_ENSURE(visit.state == VisitState::Waiting || visit.state == VisitState::Held);
    TALON_ENSURE(!desk.visit);
    take(office, visit);
    visit.state = VisitState::Called;
    visit.window = event.window;
    if (!visit.calledAt) {
        visit.calledAt = event.at;
        visit.reason = event.reason;
    }
    announce(office, visit, event.call, event.at);
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
    Change change(office, event.visit, event.window, event.at);
    TALON_ENSURE(change.visit().state == VisitState::Called);
    change.visit().state = VisitState::Serving;
    change.visit().startedAt = event.at;
}

void on(Office& office, const VisitFinished& event)
{
    Change change(office, event.visit, event.window, event.at);
    TALON_ENSURE(change.visit().state == VisitState::Serving);
    change.visit().topic = event.topic;
    end(office, change.visit(), VisitState::Finished, event.at);
}

void on(Office& office, const VisitorAbsent& event)
{
    Change change(office, event.visit, event.window, event.at);
    TALON_ENSURE(change.visit().state == VisitState::Called);
    end(office, change.visit(), VisitState::NoShow, event.at);
    office.absent.insert(event.visit);
}

void on(Office& office, const VisitPassedOn& event)
{
    Change change(office, event.visit, event.from, event.at);
    Visit& visit = change.visit();
    take(office, visit);
    closeStage(visit, event.topic, event.at);
    visit.service = event.to.service;
    visit.onlyAt = event.to.onlyAt;
    visit.route = event.route;
    visit.due = event.due;
    visit.note = event.note;
    visit.passedStation = false;
    queueUp(office, visit);
}

void on(Office& office, const VisitHeld& event)
{
    Change change(office, event.visit, event.from, event.at);
    Visit& visit = change.visit();
    take(office, visit);
    if (visit.state == VisitState::Serving) {
        closeStage(visit, std::nullopt, event.at);
    }
    visit.state = VisitState::Held;
    visit.heldUntil = event.until;
    office.held.insert(visit.id);
}

void on(Office& office, const VisitReturned& event)
{
    Change change(office, event.visit, event.from, event.at);
    Visit& visit = change.visit();
    const bool wasAbsent = visit.state == VisitState::NoShow;
    take(office, visit);
    visit.endedAt.reset();
    visit.due = event.due;
    visit.timesCalled = 0;
    if (wasAbsent) {
        visit.notBefore = event.due;
    }
    if (event.from) {
        // The call was none: the wait goes on as if it had not been.
        visit.calledAt.reset();
        visit.reason.reset();
        const Window* const window = findWindow(office.settings, *event.from);
        visit.passedStation = visit.passedStation || (window != nullptr && window->selfService);
    }
    queueUp(office, visit);
}

void on(Office& office, const VisitCancelled& event)
{
    Change change(office, event.visit, event.from, event.at);
    change.visit().cancelled = event.why;
    end(office, change.visit(), VisitState::Cancelled, event.at);
}

void on(Office& office, const CategorySet& event)
{
    Change change(office, event.visit, std::nullopt, event.at);
    Visit& visit = change.visit();
    const bool waits = visit.state == VisitState::Waiting;
    if (waits) {
        take(office, visit);
    }
    visit.category = event.category;
    visit.due = event.due;
    if (waits) {
        queueUp(office, visit);
    }
}

void on(Office& office, const ActionUndone& event)
{
    Visit& visit = visitOf(office, event.visit);
    WindowDesk& desk = deskOf(office, event.window);
    TALON_ENSURE(desk.last && desk.last->before.id == event.visit);
    Visit before = std::move(desk.last->before);
    desk.last.reset();
    take(office, visit);
    before.print = visit.print;
    before.copies = visit.copies;
    before.call = visit.call; // What was announced was announced.
    before.latestCallAt = visit.latestCallAt;
    before.revision = visit.revision + 1;
    visit = std::move(before);
    if (visit.state == VisitState::Waiting) {
        queueUp(office, visit);
    } else if (visit.state == VisitState::Held) {
        office.held.insert(visit.id);
    } else if (isAtWindow(visit)) {
        desk.visit = visit.id;
        desk.state = WindowState::Open;
        desk.backAt.reset();
    }
}

void on(Office& office, const VisitDropped& event)
{
    Change change(office, event.visit, std::nullopt, event.at);
    TALON_ENSURE(!change.visit().endedAt);
    change.visit().dropped = event.why;
    end(office, change.visit(), VisitState::Dropped, event.at);
}

void on(Office& office, const IssuingChanged& event)
{
    if (event.issuing == Issuing{}) {
        office.issuing.erase(event.service);
    } else {
        office.issuing[event.service] = event.issuing;
    }
}

} // namespace

void apply(Office& office, const Event& event)
{
    std::visit([&](const auto& e) { on(office, e); }, event);
}

} // namespace talon::queue
