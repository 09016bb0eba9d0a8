#include "controller/forecast/run_ahead.h"

#include "controller/queue/breaks.h"
#include "controller/queue/rule.h"
#include "controller/queue/wall_time.h"

#include <queue>

#include <algorithm>
#include <cmath>

namespace talon::forecast {

namespace {

using namespace std::chrono_literals;
using queue::Office;
using queue::Visit;
using queue::WindowDesk;

/// See spreadFirstServices().
constexpr double SpreadOfEnds = 0.3;

Instant after(Instant at, Span span)
{
    return at + std::chrono::milliseconds{std::llround(span.count() * 1000)};
}

/// From one moment to another; nothing where the clock was set back.
Span elapsed(std::optional<Instant> from, Instant to)
{
    return from ? std::max(Span{to - *from}, Span{0}) : Span{0};
}

/// What is left of something that takes a mean time and has begun: a quarter at least.
Span rest(Span mean, Span spent)
{
    return std::max(mean - spent, mean / 4);
}

/// A stretch without calls.
struct Away
{
    Instant from;
    std::chrono::milliseconds length{0};
    bool closed =
        false; ///< By the office's hours, which end when they end; a break has its length.
};

/// A window on duty.
struct Place
{
    const Window* window = nullptr;
    Instant freeAt; ///< From now on; in the run, since it is idle.
    Instant firstFree;
    bool isFree = false;      ///< Has nobody now and may call.
    double firstFactor = 1;   ///< On the length of the service that comes first.
    std::vector<Away> breaks; ///< To come, in order.
    std::size_t nextBreak = 0;
    bool hasCalled = false;
};

/// Who joins a line while the run goes on.
struct Arrival
{
    Instant at;
    Visit visit;
    double weight = 1; ///< How likely it is, 0 to 1.
};

/// One course of the office from now on.
class Run
{
public:
    Run(const Office& office,
        const OfficeTime& time,
        const Experience& experience,
        const WindowsSince& since)
        : m_office(office)
        , m_time(time)
        , m_experience(experience)
        , m_since(since)
        , m_lines(office.lines)
        , m_nextId(office.lastVisit)
    {
        for (const auto& [line, places] : m_lines) {
            m_left += places.size();
        }
        measureServices();
        placeWindows();
        spreadFirstServices();
        expectBookings();
    }

    Turns go(const std::vector<Newcomer>& newcomers)
    {
        m_turns.newcomers.resize(newcomers.size());
        for (std::size_t i = 0; i < newcomers.size(); ++i) {
            addNewcomer(newcomers[i], i);
        }
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            m_places[i].firstFree = m_places[i].freeAt;
            m_free.push({m_places[i].freeAt, i});
        }
        while (m_left > 0 && !(m_free.empty() && m_arrivals.empty())) {
            const bool arrives =
                !m_arrivals.empty() &&
                (m_free.empty() || m_arrivals.begin()->first <= m_free.top().first);
            if (arrives) {
                Arrival arrival = std::move(m_arrivals.begin()->second);
                m_arrivals.erase(m_arrivals.begin());
                join(std::move(arrival));
            } else {
                const auto [at, index] = m_free.top();
                m_free.pop();
                becomesFree(m_places[index], index, at);
            }
        }
        return std::move(m_turns);
    }

private:
    struct Figures
    {
        Span length{300};
        double variation = 0;
        int windows = 0; ///< On duty that give it.
    };

    using FreeAt = std::pair<Instant, std::size_t>;

    void measureServices()
    {
        const double pace = m_experience.paceOfOffice(m_office.settings);
        for (const Service& service : m_office.settings.services) {
            m_services[service.id] = {.length = m_experience.lengthOf(service, pace),
                                      .variation = m_experience.variationOf(service.id)};
        }
    }

    /// Also of a service that the settings no longer have.
    Figures& figures(ServiceId service) { return m_services[service]; }

    void placeWindows()
    {
        for (const Window& window : m_office.settings.windows) {
            const WindowDesk* const desk = queue::findDesk(m_office, window.id);
            if (desk == nullptr || desk->state == WindowState::Closed) {
                continue;
            }
            Place place = placed(window, *desk);
            addBreaks(place);
            for (const auto* const services : {&window.services, &window.helpsWith}) {
                for (const ServiceId service : *services) {
                    figures(service).windows += 1;
                }
            }
            m_places.push_back(std::move(place));
        }
    }

    Place placed(const Window& window, const WindowDesk& desk)
    {
        const Instant now = m_time.now;
        Place place{.window = &window, .freeAt = now, .breaks = {}};
        const Visit* const visit = desk.visit ? queue::findVisit(m_office, *desk.visit) : nullptr;
        if (visit != nullptr) {
            place.freeAt = after(now, restOfVisit(*visit));
            passOn(*visit, 1, place.freeAt);
        }
        if (desk.state == WindowState::Paused) {
            const auto since = m_since.away.find(window.id);
            const Span away = since == m_since.away.end() ? Span{0} : elapsed(since->second, now);
            // The longer somebody is gone, the longer they will be.
            const Span left = std::max(m_experience.pause() - away, away / 2);
            place.freeAt = std::max(place.freeAt, after(now, left));
        } else if (desk.state == WindowState::OnBreak) {
            place.freeAt = std::max({place.freeAt, now, desk.backAt.value_or(now)});
        } else if (visit == nullptr) {
            place.isFree = true;
            const auto since = m_since.free.find(window.id);
            if (since != m_since.free.end()) {
                const Span left = m_experience.gap() - elapsed(since->second, now);
                place.freeAt = after(now, std::max(left, Span{0}));
            }
        } else if (!window.selfService) {
            place.freeAt = after(place.freeAt, m_experience.gap());
        }
        return place;
    }

    Span restOfVisit(const Visit& visit)
    {
        const Span length = figures(visit.service).length;
        if (visit.state == VisitState::Serving) {
            return m_experience.restOf(visit.service, elapsed(visit.startedAt, m_time.now), length);
        }
        const Span called = elapsed(visit.latestCallAt, m_time.now);
        return rest(m_experience.walk(), called) + length * (1 - m_experience.absentShare());
    }

    /// The breaks of the window, and the office's own: until it opens, and at midday.
    void addBreaks(Place& place)
    {
        std::optional<Instant> closed;
        for (const OpeningHours& hours : hoursOn(m_office.settings, m_time.day)) {
            const Instant opens = queue::instantAt(m_time, hours.opens);
            // A window that is open in the pause works on; before the day begins it waits.
            if (opens > m_time.now && closed.value_or(m_time.now) >= m_time.now) {
                const Instant from = closed.value_or(m_time.now);
                place.breaks.push_back({.from = from, .length = opens - from, .closed = true});
            }
            closed = queue::instantAt(m_time, hours.closes);
        }
        const auto next = queue::nextBreak(m_office, place.window->id, m_time);
        if (next && !place.window->selfService) {
            const bool covered = queue::isCovered(m_office, *place.window);
            const auto& planned = queue::breaksOf(m_office, *place.window);
            for (auto i = static_cast<std::size_t>(next->breaksBehind - 1); i < planned.size();
                 ++i) {
                if (planned[i].evenAlone || covered) {
                    place.breaks.push_back({.from = queue::instantAt(m_time, planned[i].begins),
                                            .length = planned[i].length});
                }
            }
        }
        std::ranges::sort(place.breaks, {}, &Away::from);
    }

    bool shareServices(const Window& a, const Window& b) const
    {
        const auto givenByB = [&](ServiceId service) { return canServe(b, service); };
        return std::ranges::any_of(a.services, givenByB) ||
               std::ranges::any_of(a.helpsWith, givenByB);
    }

    /// Of several services that end at a moment not known, one ends soon: the first of three after
    /// a third of the mean. Where each takes the same time there is no such luck, and those behind
    /// gain nothing by it. So the ends of windows with the same work are spread, by a part of what
    /// their services vary; the part was found by trial.
    void spreadFirstServices()
    {
        std::vector<std::size_t> order(m_places.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return m_places[i].freeAt; });
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            Place& place = m_places[order[rank]];
            int peers = 1;
            int before = 1;
            for (std::size_t other = 0; other < order.size(); ++other) {
                const Place& peer = m_places[order[other]];
                if (other != rank && shareServices(*place.window, *peer.window)) {
                    peers += 1;
                    before += other < rank ? 1 : 0;
                }
            }
            const double spread = SpreadOfEnds * std::min(figuresAt(*place.window).variation, 1.0);
            place.firstFactor = 1 - spread * (1 - static_cast<double>(before) / peers);
            const WindowDesk& desk = m_office.desks.at(place.window->id);
            if (desk.visit && desk.state == WindowState::Open) {
                const Span wait{place.freeAt - m_time.now};
                place.freeAt = after(m_time.now, wait * place.firstFactor);
                place.firstFactor = 1;
            }
        }
    }

    /// Of what the window mostly does.
    Figures figuresAt(const Window& window)
    {
        const auto& services = window.services.empty() ? window.helpsWith : window.services;
        return services.empty() ? Figures{} : figures(services.front());
    }

    void expectBookings()
    {
        for (const auto& [id, booking] : m_office.bookings) {
            if (booking.day != m_office.day || booking.state != BookingState::Expected ||
                findService(m_office.settings, booking.service) == nullptr) {
                continue;
            }
            // Who has not come by now may still come: as soon as not.
            const bool late = booking.at < m_time.now;
            const Instant at = std::max(booking.at, m_time.now);
            Visit visit{.service = booking.service, .bookedFor = booking.at, .joinedAt = at};
            visit.due = queue::dueForBooked(m_office.settings, booking.service, {}, booking.at, at);
            const double kept = m_experience.bookingsKept();
            m_arrivals.emplace(
                at, Arrival{.at = at, .visit = std::move(visit), .weight = late ? kept / 2 : kept});
        }
    }

    void addNewcomer(const Newcomer& newcomer, std::size_t index)
    {
        Visit visit{.service = newcomer.service,
                    .category = newcomer.category,
                    .bookedFor = newcomer.bookedFor,
                    .joinedAt = m_time.now};
        visit.due =
            newcomer.bookedFor
                ? queue::dueForBooked(m_office.settings, newcomer.service, newcomer.category,
                                      *newcomer.bookedFor, m_time.now)
                : queue::dueFor(m_office.settings, newcomer.service, newcomer.category, m_time.now);
        m_newcomers[standInLine(std::move(visit))] = index;
        m_left += 1;
    }

    /// With an id after all that the office has given.
    VisitId standInLine(Visit visit)
    {
        m_nextId += 1;
        visit.id = {m_nextId};
        const WindowDesk* const only =
            visit.onlyAt ? queue::findDesk(m_office, *visit.onlyAt) : nullptr;
        if (only == nullptr || only->state == WindowState::Closed) {
            visit.onlyAt.reset();
        }
        visit.place = queue::placeOf(m_office.settings, visit);
        m_lines[queue::lineOf(visit)].insert(
            {.place = visit.place, .visit = visit.id, .due = visit.due});
        const VisitId id = visit.id;
        m_joined.emplace(id, std::move(visit));
        return id;
    }

    void join(Arrival arrival)
    {
        const Instant at = arrival.at;
        const double weight = arrival.weight;
        m_weights[standInLine(std::move(arrival.visit))] = weight;
        for (const std::size_t index : m_idle) {
            m_free.push({std::max(at, m_places[index].freeAt), index});
        }
        m_idle.clear();
    }

    void becomesFree(Place& place, std::size_t index, Instant at)
    {
        if (const auto until = awayUntil(place, at)) {
            m_free.push({*until, index});
            return;
        }
        const auto next = queue::chooseFrom(m_lines, *place.window, at);
        const Visit* const visit = next ? visitOf(next->place.visit) : nullptr;
        // A station takes only those who have not refused it, and helps only the overdue.
        const bool refused = visit != nullptr && place.window->selfService &&
                             (visit->passedStation || (next->helping && next->place.due > at));
        if (visit == nullptr || refused) {
            place.freeAt = at;
            m_idle.push_back(index);
            return;
        }
        const auto line = m_lines.find(next->line);
        line->second.erase(next->place);
        if (line->second.empty()) {
            m_lines.erase(line);
        }
        call(place, index, *visit, at);
    }

    /// When the window is back, if it is away at this moment. It goes on its break rather than
    /// begin a service that would last far into it, as the queue does.
    std::optional<Instant> awayUntil(Place& place, Instant at)
    {
        if (place.nextBreak == place.breaks.size()) {
            return std::nullopt;
        }
        const Away& next = place.breaks[place.nextBreak];
        const auto tolerance = next.closed ? 0min : m_office.settings.rules.breakTolerance;
        const Instant end = after(at, figuresAt(*place.window).length);
        const bool early = at >= next.from - tolerance && end > next.from + tolerance;
        if (at < next.from && (next.closed || !early)) {
            return std::nullopt;
        }
        place.nextBreak += 1;
        return std::max(at, next.closed ? next.from + next.length : at + next.length);
    }

    const Visit* visitOf(VisitId id) const
    {
        const auto joined = m_joined.find(id);
        return joined == m_joined.end() ? queue::findVisit(m_office, id) : &joined->second;
    }

    void call(Place& place, std::size_t index, const Visit& visit, Instant at)
    {
        const Figures& known = figures(visit.service);
        const Turn turn{.wait = elapsed(m_time.now, at),
                        .step = known.length / std::max(known.windows, 1),
                        .atOnce = place.isFree && !place.hasCalled && at == place.firstFree};
        if (const auto newcomer = m_newcomers.find(visit.id); newcomer != m_newcomers.end()) {
            m_turns.newcomers[newcomer->second] = turn;
            m_left -= 1;
            m_free.push({at, index});
            return;
        }
        double weight = 1;
        if (const auto unsure = m_weights.find(visit.id); unsure != m_weights.end()) {
            weight = unsure->second;
        } else {
            m_turns.visits.emplace(visit.id, turn);
            m_left -= 1;
            weight = std::exp(-m_experience.leavingRate() * turn.wait.count());
        }
        place.hasCalled = true;
        const double absent = m_experience.absentShare();
        const Span come = m_experience.walk() + known.length * place.firstFactor;
        const Span gap = place.window->selfService ? Span{0} : m_experience.gap();
        place.firstFactor = 1;
        const Span busy = gap + (1 - absent) * come + absent * m_experience.absence();
        const Instant until = after(at, weight * busy);
        m_free.push({until, index});
        passOn(visit, weight * (1 - absent), until);
    }

    /// The next service in turn on the same ticket.
    void passOn(const Visit& visit, double weight, Instant at)
    {
        if (visit.route.empty() ||
            findService(m_office.settings, visit.route.front().service) == nullptr) {
            return;
        }
        Visit next = visit;
        next.service = visit.route.front().service;
        next.onlyAt = visit.route.front().onlyAt;
        next.route.erase(next.route.begin());
        next.due = queue::dueForOngoing(m_office.settings, visit, next.service) -
                   m_office.settings.rules.nextServiceHeadStart;
        m_arrivals.emplace(at, Arrival{.at = at, .visit = std::move(next), .weight = weight});
    }

    const Office& m_office;
    const OfficeTime& m_time;
    const Experience& m_experience;
    const WindowsSince& m_since;
    queue::Lines m_lines;
    std::int64_t m_nextId;
    std::size_t m_left = 0; ///< Waiting visits and newcomers not called yet.
    std::map<ServiceId, Figures> m_services;
    std::vector<Place> m_places;
    std::vector<std::size_t> m_idle;
    std::priority_queue<FreeAt, std::vector<FreeAt>, std::greater<>> m_free;
    std::multimap<Instant, Arrival> m_arrivals;
    std::map<VisitId, Visit> m_joined; ///< In the run only.
    std::map<VisitId, double> m_weights;
    std::map<VisitId, std::size_t> m_newcomers;
    Turns m_turns;
};

} // namespace

Turns runAhead(const Office& office,
               const OfficeTime& time,
               const Experience& experience,
               const WindowsSince& since,
               const std::vector<Newcomer>& newcomers)
{
    return Run(office, time, experience, since).go(newcomers);
}

} // namespace talon::forecast
