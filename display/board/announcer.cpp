#include "display/board/announcer.h"

#include <algorithm>

namespace talon::board {

Announcer::Announcer(Announced kept, std::chrono::milliseconds life)
    : m_life(life)
    , m_announced(std::move(kept))
{}

std::vector<Call> Announcer::take(const Hall& hall, Instant now)
{
    if (hall.epoch != m_announced.epoch) {
        m_announced = Announced{.epoch = hall.epoch};
        m_waiting.clear();
    }
    std::vector<Call> calls;
    for (const Call& call : hall.calls) {
        const bool isOld = now - call.at >= m_life;
        if (!isOld && !m_announced.has(call.id) && m_waiting.insert(call.id).second) {
            calls.push_back(call);
        }
    }
    std::ranges::sort(calls, {}, &Call::id);
    return calls;
}

void Announcer::begin(std::int64_t id)
{
    if (m_waiting.erase(id) == 0) {
        return; // Of the database before.
    }
    m_announced.after.insert(id);
    while (m_announced.after.size() > AnnouncedMax) {
        const auto oldest = m_announced.after.begin();
        // What still waits for its turn must not be passed over.
        if (!m_waiting.empty() && *m_waiting.begin() < *oldest) {
            break;
        }
        m_announced.upTo = *oldest;
        m_announced.after.erase(oldest);
    }
}

} // namespace talon::board
