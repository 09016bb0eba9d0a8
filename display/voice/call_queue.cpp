#include "display/voice/call_queue.h"

#include <algorithm>
#include <utility>

namespace talon::display {

void CallQueue::add(Announcement announcement)
{
    m_waiting.push_back({.announcement = std::move(announcement), .overtaken = 0});
}

std::optional<Announcement> CallQueue::take()
{
    if (m_waiting.empty()) {
        return std::nullopt;
    }
    auto next = std::ranges::find_if(
        m_waiting, [](const Waiting& waiting) { return waiting.overtaken >= OvertakenMax; });
    if (next == m_waiting.end()) {
        next = std::ranges::min_element(
            m_waiting, {}, [](const Waiting& waiting) { return waiting.announcement.rank; });
    }
    for (auto earlier = m_waiting.begin(); earlier != next; ++earlier) {
        ++earlier->overtaken;
    }
    Announcement announcement = std::move(next->announcement);
    m_waiting.erase(next);
    return announcement;
}

bool CallQueue::remove(std::int64_t id)
{
    return std::erase_if(m_waiting, [id](const Waiting& waiting) {
               return waiting.announcement.id == id;
           }) > 0;
}

} // namespace talon::display
