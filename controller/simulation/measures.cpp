#include "controller/simulation/measures.h"

#include <algorithm>

namespace talon::simulation {

using std::chrono::milliseconds;
using std::chrono::seconds;

void Spread::add(milliseconds span)
{
    // No span inside a day is longer; one that is counts as that.
    constexpr std::int64_t SecondsMax = std::int64_t{48} * 3600;
    const auto second = static_cast<std::size_t>(
        std::clamp<std::int64_t>(std::chrono::floor<seconds>(span).count(), 0, SecondsMax));
    if (second >= m_counts.size()) {
        m_counts.resize(second + 1);
    }
    ++m_counts[second];
    ++m_count;
    m_sum += span;
}

seconds Spread::mean() const
{
    return m_count == 0 ? seconds{0} : std::chrono::round<seconds>(m_sum / m_count);
}

seconds Spread::longest() const
{
    return m_counts.empty() ? seconds{0} : seconds{m_counts.size() - 1};
}

seconds Spread::percentile(int percent) const
{
    const std::int64_t rank = (m_count * percent + 99) / 100;
    std::int64_t seen = 0;
    for (std::size_t second = 0; second < m_counts.size(); ++second) {
        seen += m_counts[second];
        if (seen >= rank) {
            return seconds{second};
        }
    }
    return seconds{0};
}

double GroupMeasures::shareInTarget() const
{
    const std::int64_t judged = wait.count() + dropped;
    return judged == 0 ? 1 : static_cast<double>(inTarget) / static_cast<double>(judged);
}

Measures::Measures(const OfficeSettings& yardstick)
{
    for (const Service& service : yardstick.services) {
        m_serviceTargets[service.id] = service.target;
        m_services[service.id];
    }
    for (const PriorityCategory& category : yardstick.categories) {
        m_categoryTargets[category.id] = category.target;
        m_categories[category.id];
    }
}

void Measures::add(const Turn& turn)
{
    addTo(m_all, turn, Count::Visits);
    if (turn.bookedFor) {
        addTo(m_bookings, turn, Count::Visits);
    } else if (!turn.category) {
        addTo(m_walkIns, turn, Count::Visits);
    }
    if (turn.category) {
        addTo(m_withCategory, turn, Count::Visits);
        addTo(m_categories[*turn.category], turn, Count::Visits);
    }
    addTo(m_services[turn.service], turn, Count::Turns);
    if (turn.isFirst && turn.bookedFor && turn.startedAt) {
        m_lateness.add(std::max(*turn.startedAt - *turn.bookedFor, milliseconds{0}));
    }
    judgePromise(turn);
    m_overtakings += turn.overtaken;
    m_overtakenVisits += turn.overtaken > 0 ? 1 : 0;
    m_oftenestOvertaken = std::max(m_oftenestOvertaken, turn.overtaken);
    m_overtakenBy = std::max(m_overtakenBy, turn.overtakenBy);
}

void Measures::judgePromise(const Turn& turn)
{
    if (!turn.promised || !turn.calledAt) {
        return;
    }
    const milliseconds waited = *turn.calledAt - turn.joinedAt;
    const auto& [low, high] = *turn.promised;
    ++m_promises.calls;
    m_promises.within += waited >= low && waited <= high ? 1 : 0;
    m_promises.error.add(std::chrono::abs(waited - milliseconds{low + high} / 2));
    m_promises.width.add(high - low);
}

void Measures::addTo(GroupMeasures& group, const Turn& turn, Count count) const
{
    const bool turns = count == Count::Turns;
    group.visits += turns || turn.isFirst ? 1 : 0;
    const std::int64_t ended = turns || turn.isLast ? 1 : 0;
    switch (turn.outcome) {
    case Outcome::Served: group.served += ended; break;
    case Outcome::Left: group.left += ended; break;
    case Outcome::Dropped: group.dropped += ended; break;
    case Outcome::TurnedAway: group.turnedAway += ended; break;
    } // no default: the compiler names a missing case
    if (turn.outcome == Outcome::Served) {
        auto target = m_serviceTargets.at(turn.service);
        if (turn.category) {
            target = std::min(target, m_categoryTargets.at(*turn.category));
        }
        const milliseconds wait = waitOf(turn);
        group.wait.add(wait);
        group.inTarget += wait <= target ? 1 : 0;
    }
}

WindowTime Measures::windowsTogether() const
{
    WindowTime sum;
    for (const auto& [id, time] : m_windows) {
        sum.open += time.open;
        sum.busy += time.busy;
        sum.onBreak += time.onBreak;
        sum.idleWhileWaiting += time.idleWhileWaiting;
    }
    return sum;
}

double utilisation(const WindowTime& time)
{
    return time.open.count() == 0
               ? 0
               : static_cast<double>(time.busy.count()) / static_cast<double>(time.open.count());
}

} // namespace talon::simulation
