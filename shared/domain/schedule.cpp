#include "shared/domain/schedule.h"

#include <algorithm>

namespace talon {

namespace {

using std::chrono::minutes;

constexpr std::array Weekdays{"monday", "tuesday",  "wednesday", "thursday",
                              "friday", "saturday", "sunday"};

bool inOrder(const DayHours& hours, minutes lastMinute)
{
    minutes free{0};
    for (const OpeningHours& stretch : hours) {
        if (stretch.opens < free || stretch.opens >= stretch.closes ||
            stretch.opens >= minutes{1440} || stretch.closes > lastMinute) {
            return false;
        }
        free = stretch.closes + minutes{1};
    }
    return true;
}

Unexpected<ParseError> wrong(std::string field)
{
    return Unexpected(ParseError{
        .field = std::move(field),
        .what = "must open before it closes, one stretch after the other, within one day"});
}

} // namespace

const DayHours& hoursOn(const Schedule& schedule, Day day)
{
    const auto date = schedule.dates.find(day);
    if (date != schedule.dates.end()) {
        return date->second;
    }
    return schedule.week.at(std::chrono::weekday{day}.iso_encoding() - 1);
}

bool covers(const DayHours& hours, minutes minute)
{
    return std::ranges::any_of(hours, [&](const OpeningHours& stretch) {
        return minute >= stretch.opens && minute < stretch.closes;
    });
}

Expected<Done, ParseError> check(const Schedule& schedule, minutes lastMinute)
{
    for (std::size_t i = 0; i < schedule.week.size(); ++i) {
        if (!inOrder(schedule.week.at(i), lastMinute)) {
            return wrong(Weekdays.at(i));
        }
    }
    std::size_t index = 0;
    for (const auto& [day, hours] : schedule.dates) {
        if (!inOrder(hours, lastMinute)) {
            return wrong("dates[" + std::to_string(index) + "]");
        }
        ++index;
    }
    return Done{};
}

} // namespace talon
