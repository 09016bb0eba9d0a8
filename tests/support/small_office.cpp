#include "tests/support/small_office.h"

#include "controller/queue/apply.h"

using namespace std::chrono_literals;

namespace talon::test {

OfficeSettings smallSettings()
{
    OfficeSettings settings;
    settings.name = {{"ru", "Малый офис"}, {"en", "Small office"}};
    settings.timeZone = "Europe/Saratov";
    for (std::size_t weekday = 0; weekday < 5; ++weekday) {
        settings.hours.week.at(weekday) = {OpeningHours{.opens = 8h, .closes = 17h}};
    }
    settings.holidays = {SmallOfficeDay + std::chrono::days{1}};
    settings.services = {
        {.id = {1}, .name = {{"ru", "Показания"}}, .prefix = "А", .target = 10min},
        {.id = {2}, .name = {{"ru", "Касса"}}, .prefix = "Б", .target = 10min},
        {.id = {3}, .name = {{"ru", "Договор"}}, .prefix = "В", .target = 30min},
    };
    settings.categories = {
        {.id = {1}, .name = {{"ru", "Ветеран"}}, .target = 0min},
        {.id = {2}, .name = {{"ru", "С ребёнком"}}, .target = 5min},
        {.id = {3}, .name = {{"ru", "Без срока"}}, .target = 240min},
    };
    settings.topics = {
        {.id = {1}, .services = {}, .name = {{"ru", "Консультация"}}},
        {.id = {2}, .services = {{2}}, .name = {{"ru", "Оплата"}}},
    };
    settings.windows = {
        {.id = {1}, .name = "1", .services = {{1}}, .helpsWith = {}},
        {.id = {2}, .name = "2", .services = {{2}}, .helpsWith = {{1}}},
        {.id = {3}, .name = "3", .services = {{2}, {3}}, .helpsWith = {{1}}},
    };
    return settings;
}

OfficeTime officeTime(Day day, std::chrono::minutes minuteOfDay)
{
    return {.now = day + minuteOfDay - 4h, .day = day, .minuteOfDay = minuteOfDay};
}

queue::Office smallOffice()
{
    queue::Office office;
    queue::apply(office, queue::DayStarted{SmallOfficeDay});
    queue::apply(office, queue::SettingsChanged{smallSettings()});
    return office;
}

} // namespace talon::test
