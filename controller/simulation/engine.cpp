#include "controller/simulation/engine.h"

#include "controller/queue/apply.h"
#include "controller/simulation/overloaded.h"
#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::simulation {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// More kinds of things than a minute can bring.
constexpr int TicksMax = 100000;

} // namespace

Engine::Engine(Options options, TurnSink sink)
    : m_options(std::move(options))
    , m_turns(std::move(sink))
{
    m_hasStations = std::ranges::any_of(m_options.settings.windows, &Window::selfService);
    if (m_options.settings.topics.empty()) {
        // A visit ends with a topic, also in an office that has not thought of any.
        m_options.settings.topics.push_back({.id = {1}, .services = {}, .name = {}});
    }
    queue::apply(m_office, queue::SettingsChanged{m_options.settings});
}

void Engine::beginDay(Day day, std::vector<Arrival> arrivals)
{
    TALON_ENSURE(m_tasks.empty() && day > m_office.day);
    m_arrivals = std::move(arrivals);
    m_who.clear();
    m_done.clear();
    m_onward.clear();
    m_bookings.clear();
    m_shifts.clear();
    m_serial = 0;
    const Instant begins = m_options.clock.instant(day, m_options.settings.dayBegins);
    m_lastMoment = begins + std::chrono::days{1} - seconds{1};
    m_now = begins;
    const auto events = decideNow(queue::Tick{});
    TALON_ENSURE(events);
    applyAll(*events);

    const DayHours hours = hoursOn(m_options.settings, day);
    m_closing = hours.empty() ? begins : instantAt(hours.back().closes);
    planWindows();
    addBookings();
    for (std::size_t i = 0; i < m_arrivals.size(); ++i) {
        schedule(std::max(m_arrivals[i].at, begins), Kind::Arrive, static_cast<std::int64_t>(i));
    }
    if (!hours.empty()) {
        schedule(instantAt(hours.front().opens), Kind::Tick);
    }
}

bool Engine::step()
{
    if (m_tasks.empty()) {
        endDay();
        return false;
    }
    const Task task = m_tasks.top();
    m_tasks.pop();
    m_times.pass(m_office, m_now, task.at);
    m_now = task.at;
    perform(task);
    return true;
}

void Engine::liveDay(Day day, std::vector<Arrival> arrivals)
{
    beginDay(day, std::move(arrivals));
    while (step()) {
    }
}

void Engine::schedule(Instant at, Kind kind, std::int64_t subject, VisitId visit)
{
    m_tasks.push({.at = std::clamp(at, m_now, m_lastMoment),
                  .kind = kind,
                  .serial = ++m_serial,
                  .subject = subject,
                  .visit = visit});
}

void Engine::perform(const Task& task)
{
    const WindowId window{task.subject};
    switch (task.kind) {
    case Kind::Tick: tick(); break;
    case Kind::Finish: finish(window, task.visit); break;
    case Kind::Start:
        if (isAt(window, task.visit, VisitState::Called)) {
            send(queue::StartService{.window = window, .clerk = clerkAt(window)});
        }
        break;
    case Kind::GiveUp: giveUp(window, task.visit); break;
    case Kind::Return: comeBack(window); break;
    case Kind::Open: open(window); break;
    case Kind::Close: endShift(window); break;
    case Kind::Arrive: arrive(static_cast<std::size_t>(task.subject)); break;
    case Kind::Call: call(window); break;
    } // no default: the compiler names a missing case
}

queue::Decision Engine::decideNow(const queue::Command& command)
{
    return queue::decide(m_office, command, m_options.clock.at(m_now));
}

bool Engine::send(const queue::Command& command)
{
    const auto decision = decideNow(command);
    if (!decision) {
        ++m_surprises[decision.error()];
        return false;
    }
    applyAll(*decision);
    return true;
}

/// People see what has happened when all of it has.
void Engine::applyAll(const std::vector<queue::Event>& events)
{
    const auto patience =
        m_joining < m_arrivals.size() ? m_arrivals[m_joining].patience : std::nullopt;
    for (const queue::Event& event : events) {
        queue::apply(m_office, event);
        if (m_options.forecasts) {
            m_forecaster.observe(m_office, event);
        }
        m_turns.follow(m_office, event, patience);
    }
    for (const queue::Event& event : events) {
        react(event);
    }
}

void Engine::react(const queue::Event& event)
{
    std::visit(Overloaded{
                   [&](const queue::TicketIssued& e) {
                       m_who[e.visit] = m_joining;
                       if (m_arrivals[m_joining].errands.size() > 1) {
                           m_onward.insert(e.visit);
                       }
                       announce(e.service);
                   },
                   [&](const queue::WindowOpened& e) {
                       m_times.setReady(e.window, m_now);
                       schedule(m_now, Kind::Call, e.window.value);
                   },
                   [&](const queue::BreakBegun& e) {
                       schedule(e.backAt, Kind::Return, e.window.value);
                       offerAll();
                   },
                   [&](const queue::VisitCalled& e) { visitorCalled(e.window, e.visit); },
                   [&](const queue::VisitRecalled& e) {
                       schedule(m_now + m_options.habits.absence, Kind::GiveUp, e.window.value,
                                e.visit);
                   },
                   [&](const queue::ServiceStarted& e) {
                       const std::size_t behind = m_done[e.visit];
                       const Errand& errand = arrivalOf(e.visit).errands.at(behind);
                       schedule(m_now + errand.takes, Kind::Finish, e.window.value, e.visit);
                   },
                   [&](const queue::VisitFinished& e) { freed(e.window); },
                   [&](const queue::VisitorAbsent& e) {
                       m_onward.erase(e.visit);
                       freed(e.window);
                   },
                   [&](const queue::VisitPassedOn& e) {
                       const std::size_t behind = ++m_done[e.visit];
                       if (arrivalOf(e.visit).errands.size() <= behind + 1) {
                           m_onward.erase(e.visit);
                       }
                       announce(e.to.service);
                       if (e.from) {
                           freed(*e.from);
                       }
                   },
                   [&](const queue::VisitReturned& e) {
                       announce(m_office.visits.at(e.visit).service);
                       if (e.from) {
                           freed(*e.from);
                       }
                   },
                   [&](const queue::VisitDropped& e) { m_onward.erase(e.visit); },
                   [](const auto& /*other*/) {},
               },
               event);
}

/// Known since long before the day, as far as the queue is concerned.
void Engine::addBookings()
{
    for (std::size_t i = 0; i < m_arrivals.size(); ++i) {
        const Arrival& arrival = m_arrivals[i];
        if (arrival.bookedFor && send(queue::AddBooking{.code = std::to_string(i),
                                                        .service = arrival.errands.front().service,
                                                        .day = m_office.day,
                                                        .at = *arrival.bookedFor})) {
            m_bookings[i] = {m_office.lastBooking};
        }
    }
}

void Engine::tick()
{
    for (int i = 0; i < TicksMax; ++i) {
        const auto decision = decideNow(queue::Tick{});
        TALON_ENSURE(decision);
        if (decision->empty()) {
            break;
        }
        applyAll(*decision);
    }
    if (m_options.forecasts) {
        giveLastTickets();
    }
    bool atWindow = false;
    for (const auto& [id, desk] : m_office.desks) {
        atWindow = atWindow || desk.visit;
        closeIfDone(id);
    }
    const Instant next = std::chrono::floor<minutes>(m_now) + minutes{1};
    const bool isAlive = m_now < m_closing || atWindow || !m_office.lines.empty();
    if (isAlive && next < m_lastMoment && m_nextTick <= m_now) {
        m_nextTick = next;
        schedule(next, Kind::Tick);
    }
}

/// Early in the day no forecast reaches closing time.
void Engine::giveLastTickets()
{
    constexpr std::chrono::hours Reach{4};
    if (m_now >= m_closing || m_now + Reach < m_closing) {
        return;
    }
    const OfficeTime time = m_options.clock.at(m_now);
    const forecast::Forecast made = m_forecaster.forecast(m_office, time);
    for (const queue::SetLastTicket& command : forecast::lastTickets(m_office, made, time)) {
        send(command);
    }
}

std::optional<WaitRange> Engine::promiseFor(const Arrival& arrival) const
{
    if (!m_options.forecasts) {
        return std::nullopt;
    }
    return m_forecaster.forNewcomer(m_office, m_options.clock.at(m_now),
                                    arrival.errands.front().service, arrival.category,
                                    arrival.bookedFor);
}

void Engine::arrive(std::size_t index)
{
    const Arrival& arrival = m_arrivals[index];
    const auto booking = m_bookings.find(index);
    queue::Command command;
    if (booking != m_bookings.end()) {
        command = queue::CheckIn{.booking = booking->second,
                                 .category = arrival.category,
                                 .people = arrival.people,
                                 .promised = promiseFor(arrival)};
    } else {
        const Errand& first = arrival.errands.front();
        queue::IssueTicket issue{.service = first.service,
                                 .category = arrival.category,
                                 .people = arrival.people,
                                 .promised = promiseFor(arrival)};
        for (std::size_t i = 1; i < arrival.errands.size(); ++i) {
            issue.then.push_back(arrival.errands[i].service);
        }
        const Service* const service = findService(m_options.settings, first.service);
        issue.byStaff = service != nullptr && service->hidden;
        command = std::move(issue);
    }
    m_joining = index;
    const auto decision = decideNow(command);
    if (decision) {
        applyAll(*decision);
        return;
    }
    std::optional<Instant> again;
    switch (decision.error()) {
    case queue::Refusal::BookingTooEarly:
        again = *arrival.bookedFor - m_options.settings.rules.bookingEarliest;
        break;
    case queue::Refusal::OfficeClosed:
    case queue::Refusal::ServiceClosed: again = nextOpening(); break;
    default: break;
    }
    if (again && *again > m_now) {
        schedule(*again, Kind::Arrive, static_cast<std::int64_t>(index));
    } else {
        turnAway(arrival, decision.error());
    }
}

/// For whoever stands outside: when the door opens, if that is soon enough.
std::optional<Instant> Engine::nextOpening() const
{
    const Service* const service =
        findService(m_options.settings, m_arrivals[m_joining].errands.front().service);
    for (const OpeningHours& hours : hoursOn(m_options.settings, *service, m_office.day)) {
        const Instant opens = instantAt(hours.opens);
        if (opens > m_now && opens <= m_now + m_options.habits.door) {
            return opens;
        }
    }
    return std::nullopt;
}

void Engine::turnAway(const Arrival& arrival, queue::Refusal refusal)
{
    m_turns.turnAway({.day = m_office.day,
                      .service = arrival.errands.front().service,
                      .category = arrival.category,
                      .bookedFor = arrival.bookedFor,
                      .people = arrival.people,
                      .joinedAt = m_now,
                      .since = m_now,
                      .endedAt = m_now,
                      .refusal = refusal});
}

void Engine::visitorCalled(WindowId window, VisitId visit)
{
    const auto gone = m_turns.goneAt(visit);
    if (!gone || m_now <= *gone) {
        schedule(m_now + m_options.habits.walk, Kind::Start, window.value, visit);
    } else if (!isStation(window)) {
        schedule(m_now + m_options.habits.absence, Kind::GiveUp, window.value, visit);
    }
}

void Engine::giveUp(WindowId window, VisitId visit)
{
    if (!isAt(window, visit, VisitState::Called)) {
        return;
    }
    const auto decision = decideNow(queue::MarkNoShow{.window = window, .clerk = clerkAt(window)});
    if (decision) {
        applyAll(*decision);
    } else {
        send(queue::Recall{.window = window, .clerk = clerkAt(window)});
    }
}

void Engine::finish(WindowId window, VisitId visit)
{
    if (!isAt(window, visit, VisitState::Serving)) {
        return;
    }
    const Arrival& arrival = arrivalOf(visit);
    const std::size_t next = m_done[visit] + 1;
    const queue::Visit& served = m_office.visits.at(visit);
    std::optional<queue::Stop> then;
    // A booking is for one thing; what follows it, the clerk adds.
    if (served.booking && next < arrival.errands.size()) {
        then = queue::Stop{.service = arrival.errands[next].service, .onlyAt = {}};
    }
    send(queue::FinishVisit{.window = window,
                            .clerk = clerkAt(window),
                            .topic = topicFor(served.service),
                            .then = then});
}

bool Engine::isStation(WindowId window) const
{
    const Window* const known = findWindow(m_options.settings, window);
    return known != nullptr && known->selfService;
}

bool Engine::isAt(WindowId window, VisitId visit, VisitState state) const
{
    const queue::WindowDesk& desk = m_office.desks.at(window);
    return desk.visit == visit && m_office.visits.at(visit).state == state;
}

std::optional<TopicId> Engine::topicFor(ServiceId service) const
{
    const auto& topics = m_options.settings.topics;
    const auto found = std::ranges::find_if(topics, [&](const Topic& topic) {
        return std::ranges::count(topic.services, service) > 0;
    });
    return found == topics.end() ? topics.front().id : found->id;
}

const Arrival& Engine::arrivalOf(VisitId visit) const
{
    return m_arrivals.at(m_who.at(visit));
}

Instant Engine::instantAt(minutes minute) const
{
    return m_options.clock.instant(m_office.day, minute);
}

} // namespace talon::simulation
