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

Expected<Done, ParseError> OfficeClock::setZone(const std::string& ianaName, minutes dayBegins)
{
    m_dayBegins = dayBegins;
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
    const auto day = std::chrono::floor<std::chrono::days>(wall - m_dayBegins);
    return {.now = now, .day = day, .minuteOfDay = std::chrono::floor<minutes>(wall - day)};
}

int OfficeClock::utcOffsetMinutes() const
{
    const auto at = QDateTime::fromMSecsSinceEpoch(utc().time_since_epoch().count(), Qt::UTC);
    return m_zone.offsetFromUtc(at) / 60;
}

Instant OfficeClock::instantAt(Day day, minutes minute) const
{
    const Day date = day + std::chrono::floor<std::chrono::days>(minute);
    const int left = static_cast<int>((minute % minutes{1440}).count());
    return instantOf(QDateTime(dateOf(date), QTime(left / 60, left % 60), m_zone));
}

template <class HoursOn>
std::optional<Instant> OfficeClock::nextOpening(int firstDay, HoursOn hoursOn) const
{
    constexpr int DaysAhead = 14;
    const OfficeTime time = now();
    for (int ahead = firstDay; ahead <= DaysAhead; ++ahead) {
        const Day day = time.day + std::chrono::days{ahead};
        for (const OpeningHours& hours : hoursOn(day)) {
            if (ahead > 0 || hours.opens > time.minuteOfDay) {
                return instantAt(day, hours.opens);
            }
        }
    }
    return std::nullopt;
}

std::optional<Instant> OfficeClock::opensAt(const OfficeSettings& settings) const
{
    return nextOpening(0, [&](Day day) { return hoursOn(settings, day); });
}

std::optional<Instant>
OfficeClock::opensAt(const OfficeSettings& settings, const Service& service, bool alsoToday) const
{
    return nextOpening(alsoToday ? 0 : 1, [&](Day day) { return hoursOn(settings, service, day); });
}

bool OfficeClock::knowsZone(const std::string& ianaName)
{
    return zoneNamed(ianaName).has_value();
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
