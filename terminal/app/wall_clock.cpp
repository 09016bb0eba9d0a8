#include "terminal/app/wall_clock.h"

namespace talon::terminal {

void WallClock::set(const wire::OfficePresent& office)
{
    m_now = office.now;
    m_utcOffsetMinutes = office.utcOffsetMinutes;
    m_since.start();
}

QDateTime WallClock::now() const
{
    return at(m_now + std::chrono::milliseconds(m_since.isValid() ? m_since.elapsed() : 0));
}

QDateTime WallClock::at(Instant instant) const
{
    const auto shifted = instant + std::chrono::minutes(m_utcOffsetMinutes);
    return QDateTime::fromMSecsSinceEpoch(shifted.time_since_epoch().count(), Qt::UTC);
}

} // namespace talon::terminal
