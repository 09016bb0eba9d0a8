#include "controller/forecast/margins.h"

#include <algorithm>
#include <cmath>

namespace talon::forecast {

namespace {

/// One wait in five may end outside the range.
constexpr double Outside = 0.2;

/// How fast edges follow. Twice as fast they run after chance, as waits that follow each other are
/// alike; half as fast they need a day where they now need an hour.
constexpr double Rate = 0.05;

/// A class goes its own way after so many calls of its own.
constexpr double OwnWeight = 30;

// No edge runs away while nobody is called who could bring it back.
constexpr double LowestEdge = -4;
constexpr double HighestEdge = 12;
constexpr double ShortestAtOnce = 20;
constexpr double LongestAtOnce = 600;

/// How far waits scatter about a point, before anything is learned: partly like a sum of so many
/// services, which grows with the root, partly like a day that goes slower as a whole.
double spreadOf(const Turn& turn)
{
    constexpr double Common = 0.25;
    const double wait = turn.wait.count();
    const double step = std::max(turn.step.count(), 1.0);
    return std::sqrt((wait + step) * step + Common * Common * wait * wait);
}

double towards(double office, double own, int calls)
{
    return (own * calls + office * OwnWeight) / (calls + OwnWeight);
}

} // namespace

WaitRange Margins::around(WaitClass who, const Turn& turn) const
{
    const Edges edges = edgesOf(who);
    if (turn.atOnce) {
        return {.low = std::chrono::seconds{0},
                .high = std::chrono::seconds{std::lround(edges.atOnce)}};
    }
    const double spread = spreadOf(turn);
    // Not 0, which is said of a free window only: see Edges::judge.
    const double low = std::max(turn.wait.count() + edges.low * spread, 1.0);
    const double high = std::max(turn.wait.count() + edges.high * spread, low + 1);
    return {.low = std::chrono::seconds{std::lround(std::floor(low))},
            .high = std::chrono::seconds{std::lround(std::ceil(high))}};
}

void Margins::judge(WaitClass who, const WaitRange& told, Span waited)
{
    m_office.judge(told, waited);
    const auto [own, isNew] = m_classes.try_emplace(who, m_office);
    if (isNew) {
        own->second.calls = 0;
        own->second.callsAtOnce = 0;
    }
    own->second.judge(told, waited);
}

void Margins::Edges::judge(const WaitRange& told, Span waited)
{
    const double below = waited < told.low ? 1 : 0;
    const double above = waited > told.high ? 1 : 0;
    if (told.low == std::chrono::seconds{0}) {
        // Nothing lies below 0, so all that may be outside is above.
        atOnce += Rate * atOnce * (above - Outside);
        atOnce = std::clamp(atOnce, ShortestAtOnce, LongestAtOnce);
        callsAtOnce += 1;
        return;
    }
    const double step = Rate * std::max(high - low, 0.2);
    low = std::clamp(low - step * (below - Outside / 2), LowestEdge, HighestEdge);
    high = std::clamp(high + step * (above - Outside / 2), low, HighestEdge);
    calls += 1;
}

Margins::Edges Margins::edgesOf(WaitClass who) const
{
    const auto own = m_classes.find(who);
    if (own == m_classes.end()) {
        return m_office;
    }
    Edges edges = own->second;
    edges.low = towards(m_office.low, edges.low, edges.calls);
    edges.high = towards(m_office.high, edges.high, edges.calls);
    edges.atOnce = towards(m_office.atOnce, edges.atOnce, edges.callsAtOnce);
    return edges;
}

} // namespace talon::forecast
