#pragma once

#include "controller/queue/events.h"
#include "controller/queue/office.h"
#include "controller/simulation/turn.h"

#include <map>
#include <set>

namespace talon::simulation {

/// Follows the events of an office, and says what came of each turn. Sees who overtook whom by
/// itself, without asking the queue's own order.
class Turns
{
public:
    explicit Turns(TurnSink sink)
        : m_sink(std::move(sink))
    {}

    /// After the event was applied. `patience` is that of whoever takes a ticket.
    void follow(const queue::Office& office,
                const queue::Event& event,
                std::optional<std::chrono::seconds> patience);

    /// When a visitor is no longer there to be called; none: stays.
    std::optional<Instant> goneAt(VisitId visit) const;

    void turnAway(Turn turn) const;

private:
    struct Open
    {
        Turn turn;
        Instant rank; ///< Among those who wait: never later for who began to wait earlier.
        std::optional<Instant> goneAt;
    };
    /// Who waits, by when their wait began.
    using Waiting = std::set<std::pair<Instant, VisitId>>;

    void
    join(const queue::Office& office, VisitId visit, std::optional<std::chrono::seconds> patience);
    void call(const queue::Office& office, const queue::VisitCalled& event);
    void passOn(const queue::VisitPassedOn& event);
    void end(VisitId visit, Outcome outcome, Instant at);
    void emit(Open& open, Outcome outcome, Instant at, bool isLast) const;

    TurnSink m_sink;
    std::map<VisitId, Open> m_open;
    std::map<ServiceId, Waiting> m_waiting;
};

} // namespace talon::simulation
