#include "controller/simulation/wall_clock.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace talon::simulation {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 7> Weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

/// So many digits and nothing else.
std::optional<int> digits(std::string_view text, std::size_t count)
{
    if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string padded(std::int64_t value, std::size_t width)
{
    std::string text = std::to_string(value);
    text.insert(0, width - std::min(width, text.size()), '0');
    return text;
}

} // namespace

OfficeTime WallClock::at(Instant now) const
{
    const auto local = now + utcOffset;
    const Day day = std::chrono::floor<days>(local - dayBegins);
    return {.now = now, .day = day, .minuteOfDay = std::chrono::floor<minutes>(local - day)};
}

Instant WallClock::instant(Day day, seconds ofDay) const
{
    return day + ofDay - utcOffset;
}

std::optional<Day> dayFrom(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4), 4);
    const auto month = digits(text.substr(5, 2), 2);
    const auto day = digits(text.substr(8, 2), 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(Day{date}) : std::nullopt;
}

std::string dayText(Day day)
{
    const std::chrono::year_month_day date{day};
    return padded(int{date.year()}, 4) + "-" + padded(unsigned{date.month()}, 2) + "-" +
           padded(unsigned{date.day()}, 2);
}

std::optional<seconds> timeOfDayFrom(std::string_view text)
{
    const bool hasSeconds = text.size() == 8 && text[5] == ':';
    if ((text.size() != 5 && !hasSeconds) || text[2] != ':') {
        return std::nullopt;
    }
    const auto hour = digits(text.substr(0, 2), 2);
    const auto minute = digits(text.substr(3, 2), 2);
    const auto second = hasSeconds ? digits(text.substr(6, 2), 2) : std::optional(0);
    if (!hour || !minute || !second || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    const seconds ofDay = hours{*hour} + minutes{*minute} + seconds{*second};
    return ofDay > hours{24} ? std::nullopt : std::optional(ofDay);
}

std::string timeText(minutes ofDay)
{
    return padded(ofDay.count() / 60, 2) + ":" + padded(ofDay.count() % 60, 2);
}

std::optional<Instant> momentFrom(std::string_view text, const WallClock& clock)
{
    if (text.size() < 12 || (text[10] != 'T' && text[10] != ' ')) {
        return std::nullopt;
    }
    const auto day = dayFrom(text.substr(0, 10));
    const auto ofDay = timeOfDayFrom(text.substr(11));
    return day && ofDay ? std::optional(clock.instant(*day, *ofDay)) : std::nullopt;
}

std::string momentText(Instant moment, const WallClock& clock)
{
    const auto local = std::chrono::floor<seconds>(moment + clock.utcOffset);
    const Day day = std::chrono::floor<days>(local);
    const seconds ofDay = local - day;
    return dayText(day) + "T" + timeText(std::chrono::floor<minutes>(ofDay)) + ":" +
           padded(ofDay.count() % 60, 2);
}

std::optional<unsigned> weekdayFrom(std::string_view text)
{
    const auto* const found = std::ranges::find(Weekdays, text);
    return found == Weekdays.end() ? std::nullopt
                                   : std::optional(static_cast<unsigned>(found - Weekdays.begin()));
}

unsigned weekdayOf(Day day)
{
    return std::chrono::weekday{day}.iso_encoding() - 1;
}

} // namespace talon::simulation
