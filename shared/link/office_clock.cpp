#include "shared/link/office_clock.h"

namespace talon::link {

void OfficeClock::set(const wire::OfficePresent& office)
{
    m_now = office.now;
    m_utcOffsetMinutes = office.utcOffsetMinutes;
    m_since.start();
}

Instant OfficeClock::now() const
{
    return m_now + std::chrono::milliseconds(m_since.isValid() ? m_since.elapsed() : 0);
}

QDateTime OfficeClock::wallClock(Instant instant) const
{
    const auto shifted = instant + std::chrono::minutes(m_utcOffsetMinutes);
    return QDateTime::fromMSecsSinceEpoch(shifted.time_since_epoch().count(), Qt::UTC);
}

} // namespace talon::link
