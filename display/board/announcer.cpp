#include "display/board/announcer.h"

#include <algorithm>

namespace talon::board {

Announcer::Announcer(Announced kept, std::chrono::milliseconds life)
    : m_life(life)
    , m_announced(std::move(kept))
{}

std::vector<Call> Announcer::take(const Hall& hall, Instant now)
{
    std::erase_if(m_announced, [&](const CallKey& key) { return now - key.at > 2 * m_life; });
    std::vector<Call> calls;
    for (const Call& call : hall.calls) {
        const bool isOld = now - call.at >= m_life;
        if (!isOld && !m_announced.contains(keyOf(call)) && m_waiting.insert(keyOf(call)).second) {
            calls.push_back(call);
        }
    }
    std::ranges::sort(calls, {}, &Call::id);
    return calls;
}

std::vector<CallKey> Announcer::pointless(const Hall& hall) const
{
    std::vector<CallKey> keys(m_waiting.begin(), m_waiting.end());
    std::erase_if(keys, [&hall](const CallKey& key) {
        return std::ranges::any_of(hall.calls, [&key](const Call& call) {
            return keyOf(call) == key && call.state == VisitState::Called;
        });
    });
    return keys;
}

void Announcer::begin(const CallKey& key)
{
    m_waiting.erase(key);
    m_announced.insert(key);
    while (m_announced.size() > AnnouncedMax) {
        m_announced.erase(m_announced.begin());
    }
}

} // namespace talon::board
