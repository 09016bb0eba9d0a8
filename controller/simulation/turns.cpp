#include "controller/simulation/turns.h"

#include "controller/simulation/overloaded.h"
#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::simulation {

std::string_view name(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Served: return "served";
    case Outcome::Left: return "left";
    case Outcome::Dropped: return "dropped";
    case Outcome::TurnedAway: return "turnedAway";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

void Turns::follow(const queue::Office& office,
                   const queue::Event& event,
                   std::optional<std::chrono::seconds> patience)
{
    std::visit(
        Overloaded{
            [&](const queue::TicketIssued& e) { join(office, e.visit, patience); },
            [&](const queue::VisitCalled& e) { call(office, e); },
            [&](const queue::ServiceStarted& e) { m_open.at(e.visit).turn.startedAt = e.at; },
            [&](const queue::VisitReturned& e) {
                Open& open = m_open.at(e.visit);
                open.turn.calledAt.reset();
                m_waiting[open.turn.service].emplace(open.rank, e.visit);
            },
            [&](const queue::VisitPassedOn& e) { passOn(e); },
            [&](const queue::VisitFinished& e) { end(e.visit, Outcome::Served, e.at); },
            [&](const queue::VisitorAbsent& e) { end(e.visit, Outcome::Left, e.at); },
            [&](const queue::VisitDropped& e) {
                const auto gone = m_open.at(e.visit).goneAt;
                end(e.visit, gone && *gone < e.at ? Outcome::Left : Outcome::Dropped, e.at);
            },
            [](const auto& /*other*/) {},
        },
        event);
}

std::optional<Instant> Turns::goneAt(VisitId visit) const
{
    return m_open.at(visit).goneAt;
}

void Turns::turnAway(Turn turn) const
{
    turn.outcome = Outcome::TurnedAway;
    m_sink(turn);
}

void Turns::join(const queue::Office& office,
                 VisitId id,
                 std::optional<std::chrono::seconds> patience)
{
    const queue::Visit& visit = office.visits.at(id);
    const Instant since = std::max(visit.joinedAt, visit.bookedFor.value_or(visit.joinedAt));
    Open open{.turn = {.day = visit.day,
                       .visit = id,
                       .number = visit.number,
                       .service = visit.service,
                       .category = visit.category,
                       .bookedFor = visit.bookedFor,
                       .people = visit.people,
                       .joinedAt = visit.joinedAt,
                       .since = since,
                       .promised = visit.promised},
              .rank = since,
              .goneAt = patience ? std::optional(since + *patience) : std::nullopt};
    m_open.emplace(id, std::move(open));
    m_waiting[visit.service].emplace(since, id);
}

void Turns::call(const queue::Office& office, const queue::VisitCalled& event)
{
    Open& called = m_open.at(event.visit);
    called.turn.calledAt = event.at;
    called.turn.window = event.window;
    called.turn.helping = event.reason.helping;
    m_waiting[called.turn.service].erase({called.rank, event.visit});
    const Window* const window = findWindow(office.settings, event.window);
    for (const auto& [service, waiting] : m_waiting) {
        if (waiting.empty() || !canServe(*window, service)) {
            continue;
        }
        for (const auto& [rank, visit] : waiting) {
            if (rank >= called.rank) {
                break;
            }
            Turn& passed = m_open.at(visit).turn;
            passed.overtaken += 1;
            passed.overtakenBy = std::max(passed.overtakenBy, called.rank - rank);
        }
    }
}

void Turns::passOn(const queue::VisitPassedOn& event)
{
    Open& open = m_open.at(event.visit);
    emit(open, Outcome::Served, event.at, false);
    Turn& turn = open.turn;
    turn.service = event.to.service;
    turn.isFirst = false;
    turn.promised.reset();
    turn.since = event.at;
    turn.calledAt.reset();
    turn.startedAt.reset();
    turn.window.reset();
    turn.overtaken = 0;
    turn.overtakenBy = {};
    // The whole stay counts for the rule, so also for who overtakes whom. Whoever has begun, stays.
    open.goneAt.reset();
    m_waiting[turn.service].emplace(open.rank, event.visit);
}

void Turns::end(VisitId visit, Outcome outcome, Instant at)
{
    const auto open = m_open.find(visit);
    TALON_ENSURE(open != m_open.end());
    m_waiting[open->second.turn.service].erase({open->second.rank, visit});
    emit(open->second, outcome, at, true);
    m_open.erase(open);
}

void Turns::emit(Open& open, Outcome outcome, Instant at, bool isLast) const
{
    open.turn.outcome = outcome;
    open.turn.endedAt = at;
    open.turn.isLast = isLast;
    m_sink(open.turn);
}

} // namespace talon::simulation
