#pragma once

#include "shared/wire/office_present.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace talon::link {

/// The office's time between two messages: what the controller said last plus the time since then
/// by this machine's steady clock. The machine's own clock and zone are never asked.
class OfficeClock
{
public:
    void set(const wire::OfficePresent& office);
    bool isSet() const { return m_since.isValid(); }

    Instant now() const;

    /// The office's wall clock, now or then; its zone is not named in the value.
    QDateTime wallClock() const { return wallClock(now()); }
    QDateTime wallClock(Instant instant) const;

private:
    Instant m_now;
    int m_utcOffsetMinutes = 0;
    QElapsedTimer m_since;
};

} // namespace talon::link
