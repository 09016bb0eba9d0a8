#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/domain/settings.h"

#include <QTimeZone>

#include <chrono>
#include <optional>
#include <string>

namespace talon::runtime {

/// The one place that knows the machine's clock and time zones.
///
/// The clock may be set off by a fixed span, so that a demo or a rehearsal can be held at any
/// hour; it runs at the speed of the real one.
class OfficeClock
{
public:
    explicit OfficeClock(std::chrono::milliseconds offset = std::chrono::milliseconds{0});

    /// The zone that decides days and hours, and the wall-clock minute at which a business day
    /// begins. Fails on a name that the system does not know.
    Expected<Done, ParseError> setZone(const std::string& ianaName,
                                       std::chrono::minutes dayBegins = std::chrono::minutes{0});

    static bool knowsZone(const std::string& ianaName);

    OfficeTime now() const;
    int utcOffsetMinutes() const; ///< Of the zone, now.

    /// The next opening of the office that lies ahead; none within 14 days.
    std::optional<Instant> opensAt(const OfficeSettings& settings) const;

    /// Likewise of a service; from tomorrow on unless also today counts.
    std::optional<Instant>
    opensAt(const OfficeSettings& settings, const Service& service, bool alsoToday) const;

    /// The moment at which the wall clock of a business day shows this minute. In the hour that a
    /// clock change leaves out, the moment of the change.
    Instant instantAt(Day day, std::chrono::minutes minute) const;

    /// The span to add to the real clock so that it shows this wall-clock time ("2026-11-24T10:05")
    /// in a zone now. Fails on a text that is not such a time.
    static Expected<std::chrono::milliseconds, ParseError> offsetTo(const std::string& wallClock,
                                                                    const std::string& ianaName);

private:
    Instant utc() const;
    template <class HoursOn>
    std::optional<Instant> nextOpening(int firstDay, HoursOn hoursOn) const;

    std::chrono::milliseconds m_offset;
    QTimeZone m_zone = QTimeZone::utc();
    std::chrono::minutes m_dayBegins{0};
};

} // namespace talon::runtime
