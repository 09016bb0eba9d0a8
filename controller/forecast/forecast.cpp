#include "controller/forecast/forecast.h"

#include "controller/queue/wall_time.h"

#include <cmath>

namespace talon::forecast {

namespace {

using queue::Office;
using queue::Visit;

WaitClass classOf(ServiceId service, const std::optional<CategoryId>& category, bool isBooked)
{
    return {.service = service, .privileged = category || isBooked};
}

bool isStation(const Office& office, WindowId id)
{
    const Window* const window = findWindow(office.settings, id);
    return window != nullptr && window->selfService;
}

std::chrono::seconds meanOf(double sum, int count)
{
    return std::chrono::seconds{count == 0 ? 0 : std::lround(sum / count)};
}

} // namespace

void Forecaster::Sum::add(const WaitRange& told, Span waited)
{
    const double low = Span{told.low}.count();
    const double high = Span{told.high}.count();
    calls += 1;
    within += waited >= told.low && waited <= told.high ? 1 : 0;
    error += std::abs(waited.count() - (low + high) / 2);
    width += high - low;
}

Kept Forecaster::Sum::mean() const
{
    return {.calls = calls,
            .within = within,
            .meanError = meanOf(error, calls),
            .meanWidth = meanOf(width, calls)};
}

void Forecaster::beginDay(Day day)
{
    m_day = day;
    m_office = {};
    m_services.clear();
    m_since = {};
    m_held.clear();
}

void Forecaster::judge(const Visit& visit, ServiceId service, Instant calledAt)
{
    if (!visit.promised) {
        return;
    }
    // A clock that was set back makes nobody wait less than not at all.
    const Span waited = std::max(Span{calledAt - visit.joinedAt}, Span{0});
    m_margins.judge(classOf(service, visit.category, visit.bookedFor.has_value()), *visit.promised,
                    waited);
    if (visit.day == m_day) {
        m_office.add(*visit.promised, waited);
        m_services[service].add(*visit.promised, waited);
    }
}

void Forecaster::judgeFirstCall(const Visit& visit)
{
    // Who was held asked for another wait than the one that was told.
    if (visit.stages.empty() && visit.calledAt && !m_held.contains(visit.id)) {
        judge(visit, visit.service, *visit.calledAt);
    }
}

void Forecaster::free(std::optional<WindowId> window, Instant at)
{
    if (window) {
        m_since.free[*window] = at;
    }
}

void Forecaster::learnStage(const queue::Stage& stage)
{
    if (!stage.calledAt) {
        return;
    }
    m_experience.waited(*stage.calledAt - stage.queuedAt, false);
    if (stage.window) {
        const auto since = m_since.free.find(*stage.window);
        if (since != m_since.free.end() && stage.queuedAt <= since->second) {
            m_experience.calledAfter(*stage.calledAt - since->second);
        }
        m_since.free[*stage.window] = stage.endedAt;
    }
    if (stage.startedAt) {
        m_experience.cameAfterCall();
        m_experience.cameToWindow(std::max(Span{*stage.startedAt - *stage.calledAt}, Span{0}));
        m_experience.served(stage.service, stage.endedAt - *stage.startedAt);
    }
}

void Forecaster::learn(const Visit& past)
{
    if (past.day > m_day) {
        beginDay(past.day);
    }
    std::vector<queue::Stage> stages = past.stages;
    if (past.endedAt) {
        stages.push_back({.service = past.service,
                          .queuedAt = past.queuedAt,
                          .calledAt = past.calledAt,
                          .startedAt = past.startedAt,
                          .endedAt = *past.endedAt,
                          .window = past.window,
                          .topic = {}});
    }
    if (!stages.empty() && stages.front().calledAt) {
        judge(past, stages.front().service, *stages.front().calledAt);
    }
    for (const queue::Stage& stage : stages) {
        learnStage(stage);
    }
    if (past.state == VisitState::NoShow && past.latestCallAt && past.endedAt) {
        m_experience.cameNot(std::max(Span{*past.endedAt - *past.latestCallAt}, Span{0}));
    }
    if (past.state == VisitState::Cancelled && !past.calledAt && past.endedAt) {
        m_experience.waited(*past.endedAt - past.queuedAt, true);
    }
    if (past.booking) {
        m_experience.bookingKept(true);
    }
}

void Forecaster::observe(const Office& after, const queue::Event& event)
{
    std::visit(
        [&](const auto& happened) {
            using Happened = std::decay_t<decltype(happened)>;
            if constexpr (std::is_same_v<Happened, queue::DayStarted>) {
                beginDay(happened.day);
            } else if constexpr (std::is_same_v<Happened, queue::WindowPaused>) {
                m_since.away[happened.window] = happened.at;
            } else if constexpr (std::is_same_v<Happened, queue::BreakBegun>) {
                m_since.away.erase(happened.window);
            } else if constexpr (std::is_same_v<Happened, queue::VisitHeld>) {
                m_held.insert(happened.visit);
                free(happened.from, happened.at);
            } else if constexpr (std::is_same_v<Happened, queue::BookingMissed>) {
                m_experience.bookingKept(false);
            } else if constexpr (requires { on(after, happened); }) {
                on(after, happened);
            }
        },
        event);
}

void Forecaster::on(const Office& after, const queue::TicketIssued& event)
{
    if (event.booking) {
        m_experience.bookingKept(true);
    }
    if (after.day > m_day) {
        beginDay(after.day);
    }
}

void Forecaster::on(const Office& after, const queue::VisitCalled& event)
{
    const Visit& visit = after.visits.at(event.visit);
    if (visit.calledAt != event.at) {
        return; // Called before, and back from an absence.
    }
    if (!isStation(after, event.window)) {
        judgeFirstCall(visit);
    }
    m_experience.waited(event.at - visit.queuedAt, false);
    const auto since = m_since.free.find(event.window);
    if (since != m_since.free.end() && visit.queuedAt <= since->second) {
        m_experience.calledAfter(event.at - since->second);
    }
}

void Forecaster::on(const Office& after, const queue::ServiceStarted& event)
{
    const Visit& visit = after.visits.at(event.visit);
    if (isStation(after, event.window) && visit.calledAt == visit.latestCallAt) {
        judgeFirstCall(visit); // A call there is an offer until somebody comes.
    }
    m_experience.cameAfterCall();
    if (visit.latestCallAt) {
        m_experience.cameToWindow(std::max(Span{event.at - *visit.latestCallAt}, Span{0}));
    }
}

void Forecaster::on(const Office& after, const queue::VisitFinished& event)
{
    const Visit& visit = after.visits.at(event.visit);
    free(event.window, event.at);
    if (visit.startedAt) {
        m_experience.served(visit.service, event.at - *visit.startedAt);
    }
}

void Forecaster::on(const Office& after, const queue::VisitorAbsent& event)
{
    const Visit& visit = after.visits.at(event.visit);
    free(event.window, event.at);
    m_experience.cameNot(
        visit.latestCallAt ? std::max(Span{event.at - *visit.latestCallAt}, Span{0}) : Span{0});
}

void Forecaster::on(const Office& after, const queue::VisitPassedOn& event)
{
    free(event.from, event.at);
    const Visit& visit = after.visits.at(event.visit);
    if (event.served && !visit.stages.empty() && visit.stages.back().startedAt) {
        const queue::Stage& done = visit.stages.back();
        m_experience.served(done.service, done.endedAt - *done.startedAt);
    }
}

void Forecaster::on(const Office& after, const queue::VisitCancelled& event)
{
    free(event.from, event.at);
    if (!event.from) {
        m_experience.waited(event.at - after.visits.at(event.visit).queuedAt, true);
    }
}

void Forecaster::on(const Office& /*after*/, const queue::WindowOpened& event)
{
    if (const auto away = m_since.away.find(event.window); away != m_since.away.end()) {
        m_experience.paused(std::max(Span{event.at - away->second}, Span{0}));
        m_since.away.erase(away);
    }
    m_since.free.erase(event.window); // What passed since the last visit was no gap.
}

void Forecaster::on(const Office& /*after*/, const queue::WindowClosed& event)
{
    m_since.away.erase(event.window);
}

Forecast Forecaster::forecast(const Office& office, const OfficeTime& time) const
{
    std::vector<Newcomer> newcomers;
    for (const Service& service : office.settings.services) {
        newcomers.push_back({.service = service.id, .category = {}, .bookedFor = {}});
    }
    const Turns turns = runAhead(office, time, m_experience, m_since, newcomers);
    Forecast forecast;
    for (const auto& [id, turn] : turns.visits) {
        const Visit& visit = office.visits.at(id);
        forecast.visits.emplace(
            id, m_margins.around(
                    classOf(visit.service, visit.category, visit.bookedFor.has_value()), turn));
    }
    for (std::size_t i = 0; i < newcomers.size(); ++i) {
        if (!turns.newcomers[i]) {
            continue;
        }
        const Service& service = office.settings.services[i];
        const WaitRange range =
            m_margins.around(classOf(service.id, {}, false), *turns.newcomers[i]);
        forecast.newcomers.emplace(service.id, range);
        const DayHours hours = hoursOn(office.settings, service, time.day);
        if (!hours.empty() && time.now + range.high > queue::instantAt(time, hours.back().closes)) {
            forecast.pastClosing.insert(service.id);
        }
    }
    return forecast;
}

std::optional<WaitRange> Forecaster::forNewcomer(const Office& office,
                                                 const OfficeTime& time,
                                                 ServiceId service,
                                                 std::optional<CategoryId> category,
                                                 std::optional<Instant> bookedFor) const
{
    if (findService(office.settings, service) == nullptr) {
        return std::nullopt;
    }
    const Turns turns =
        runAhead(office, time, m_experience, m_since,
                 {{.service = service, .category = category, .bookedFor = bookedFor}});
    if (!turns.newcomers.front()) {
        return std::nullopt;
    }
    return m_margins.around(classOf(service, category, bookedFor.has_value()),
                            *turns.newcomers.front());
}

Accuracy Forecaster::accuracy() const
{
    Accuracy accuracy{.office = m_office.mean(), .services = {}};
    for (const auto& [service, sum] : m_services) {
        accuracy.services.emplace(service, sum.mean());
    }
    return accuracy;
}

std::vector<queue::SetLastTicket>
lastTickets(const Office& office, const Forecast& forecast, const OfficeTime& time)
{
    constexpr std::chrono::minutes Spare{5};
    std::vector<queue::SetLastTicket> commands;
    if (!office.settings.rules.lastTicket) {
        return commands;
    }
    for (const auto& [id, range] : forecast.newcomers) {
        const Service* const service = findService(office.settings, id);
        const DayHours hours =
            service == nullptr ? DayHours{} : hoursOn(office.settings, *service, time.day);
        if (hours.empty()) {
            continue;
        }
        const Instant starts = time.now + range.high;
        const Instant closes = queue::instantAt(time, hours.back().closes);
        if (time.now >= closes) {
            continue; // The hours say enough.
        }
        const auto issuing = office.issuing.find(id);
        const bool given = issuing != office.issuing.end() && issuing->second.lastTicketGiven;
        if (!given && starts > closes) {
            commands.push_back({.service = id, .given = true});
        } else if (given && starts + Spare <= closes) {
            commands.push_back({.service = id, .given = false});
        }
    }
    return commands;
}

} // namespace talon::forecast
