#include "controller/runtime/office_clock.h"

#include <QDateTime>

namespace talon::runtime {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

const QDate Epoch(1970, 1, 1);

QDate dateOf(Day day)
{
    return Epoch.addDays(day.time_since_epoch().count());
}

Instant instantOf(const QDateTime& time)
{
    return Instant{milliseconds{time.toMSecsSinceEpoch()}};
}

Expected<QTimeZone, ParseError> zoneNamed(const std::string& ianaName)
{
    QTimeZone zone(QByteArray::fromStdString(ianaName));
    if (!zone.isValid()) {
        return Unexpected(
            ParseError{.field = "timeZone", .what = "is not known here: \"" + ianaName + "\""});
    }
    return zone;
}

} // namespace

OfficeClock::OfficeClock(milliseconds offset)
    : m_offset(offset)
{}

Expected<Done, ParseError> OfficeClock::setZone(const std::string& ianaName)
{
    auto zone = zoneNamed(ianaName);
    if (!zone) {
        return Unexpected(zone.error());
    }
    m_zone = *std::move(zone);
    return Done{};
}

Instant OfficeClock::utc() const
{
    return instantOf(QDateTime::currentDateTimeUtc()) + m_offset;
}

OfficeTime OfficeClock::now() const
{
    const Instant now = utc();
    const minutes offset{utcOffsetMinutes()};
    const auto wall = now + offset;
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    return {.now = now, .day = day, .minuteOfDay = std::chrono::floor<minutes>(wall - day)};
}

int OfficeClock::utcOffsetMinutes() const
{
    const auto at = QDateTime::fromMSecsSinceEpoch(utc().time_since_epoch().count(), Qt::UTC);
    return m_zone.offsetFromUtc(at) / 60;
}

std::optional<Instant> OfficeClock::opensAt(const OfficeSettings& settings) const
{
    constexpr int DaysAhead = 14;
    const OfficeTime time = now();
    for (int ahead = 0; ahead <= DaysAhead; ++ahead) {
        const Day day = time.day + std::chrono::days{ahead};
        const auto hours = hoursOn(settings, day);
        if (!hours || (ahead == 0 && hours->opens <= time.minuteOfDay)) {
            continue;
        }
        const QTime opens(static_cast<int>(hours->opens.count() / 60),
                          static_cast<int>(hours->opens.count() % 60));
        return instantOf(QDateTime(dateOf(day), opens, m_zone));
    }
    return std::nullopt;
}

Expected<milliseconds, ParseError> OfficeClock::offsetTo(const std::string& wallClock,
                                                         const std::string& ianaName)
{
    const auto zone = zoneNamed(ianaName);
    if (!zone) {
        return Unexpected(zone.error());
    }
    QDateTime time = QDateTime::fromString(QString::fromStdString(wallClock), Qt::ISODate);
    if (!time.isValid()) {
        return Unexpected(
            ParseError{.field = {}, .what = "must be a time such as 2026-11-24T10:05"});
    }
    time.setTimeZone(*zone);
    return instantOf(time) - instantOf(QDateTime::currentDateTimeUtc());
}

} // namespace talon::runtime
