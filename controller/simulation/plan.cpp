#include "controller/simulation/plan.h"

#include "controller/simulation/csv.h"
#include "controller/simulation/wall_clock.h"

#include <algorithm>
#include <set>

namespace talon::simulation {

namespace {

using std::chrono::minutes;

constexpr minutes LastMinute{2 * 1440};

/// What the plan says of this day, the date before the weekday.
template <class T>
const T* plannedOn(const WindowPlan& plan, WindowId id, Day day, std::optional<T> WindowDay::*part)
{
    const auto window = plan.windows.find(id);
    if (window == plan.windows.end()) {
        return nullptr;
    }
    const auto date = window->second.dates.find(day);
    if (date != window->second.dates.end() && date->second.*part) {
        return &*(date->second.*part);
    }
    const auto& usual = window->second.week.at(weekdayOf(day)).*part;
    return usual ? &*usual : nullptr;
}

std::optional<minutes> minuteFrom(std::string_view text)
{
    const auto time = timeOfDayFrom(text);
    return time && time->count() % 60 == 0
               ? std::optional(std::chrono::duration_cast<minutes>(*time))
               : std::nullopt;
}

/// The days that one row is about.
struct Days
{
    std::vector<unsigned> weekdays;
    std::optional<Day> date;
};

std::optional<Days> daysFrom(std::string_view text)
{
    if (const auto date = dayFrom(text)) {
        return Days{.weekdays = {}, .date = date};
    }
    const auto dash = text.find('-');
    auto first = weekdayFrom(text.substr(0, dash));
    auto last = dash == std::string_view::npos ? first : weekdayFrom(text.substr(dash + 1));
    if (text.empty()) {
        first = 0;
        last = 6;
    }
    if (!first || !last || *last < *first) {
        return std::nullopt;
    }
    Days days;
    for (unsigned weekday = *first; weekday <= *last; ++weekday) {
        days.weekdays.push_back(weekday);
    }
    return days;
}

/// What one row says.
struct Row
{
    WindowId window;
    Days days;
    bool closed = false;
    std::optional<OpeningHours> works;
    std::optional<PlannedBreak> pause;
};

Expected<Row, ParseError> readRow(const CsvReader& table, const OfficeSettings& settings)
{
    Row row;
    const Window* const window = findWindowNamed(settings, table.value("window"));
    if (window == nullptr) {
        return Unexpected(table.fault("window", "names no window of the office: " +
                                                    std::string(table.value("window"))));
    }
    row.window = window->id;
    const auto days = daysFrom(table.value("day"));
    if (!days) {
        return Unexpected(
            table.fault("day", "must be a weekday, a span like monday-friday, a date, or nothing"));
    }
    row.days = *days;
    row.closed = table.value("opens") == "closed";
    if (!row.closed && !(table.value("opens").empty() && table.value("closes").empty())) {
        const auto opens = minuteFrom(table.value("opens"));
        const auto closes = minuteFrom(table.value("closes"));
        if (!opens) {
            return Unexpected(table.fault("opens", "must be a time like 08:00, or closed"));
        }
        if (!closes || *closes <= *opens) {
            return Unexpected(table.fault("closes", "must be a time after the opening"));
        }
        row.works = OpeningHours{.opens = *opens, .closes = *closes};
    }
    if (!table.value("break").empty()) {
        const auto begins = minuteFrom(table.value("break"));
        const auto length = numberFrom(table.value("length"), 5, 120);
        if (!begins) {
            return Unexpected(table.fault("break", "must be a time like 13:00"));
        }
        if (!length) {
            return Unexpected(table.fault("length", "must be minutes from 5 to 120"));
        }
        row.pause = PlannedBreak{.begins = *begins, .length = minutes{*length}};
    }
    return row;
}

/// Adds a row to its day; the first of a table puts what was there aside.
void add(const Row& row, WindowDay& day, bool isFirstWork, bool isFirstBreak)
{
    if (row.closed || row.works) {
        if (row.closed || isFirstWork || !day.works) {
            day.works.emplace();
        }
        if (row.works) {
            day.works->push_back(*row.works);
        }
    }
    if (row.pause) {
        if (isFirstBreak || !day.breaks) {
            day.breaks.emplace();
        }
        day.breaks->push_back(*row.pause);
    }
}

std::optional<ParseError> faultOf(const WindowDay& day)
{
    if (day.works) {
        Schedule schedule;
        schedule.week[0] = *day.works;
        if (!check(schedule, LastMinute)) {
            return ParseError{.field = {}, .what = "hours overlap, or are not in order"};
        }
    }
    if (day.breaks) {
        if (const auto checked = checkBreaks(*day.breaks, LastMinute); !checked) {
            return ParseError{.field = {}, .what = "breaks overlap, or are not in order"};
        }
    }
    return std::nullopt;
}

} // namespace

DayHours
workOn(const WindowPlan& plan, const OfficeSettings& settings, const Window& window, Day day)
{
    DayHours office = hoursOn(settings, day);
    const DayHours* const planned = plannedOn(plan, window.id, day, &WindowDay::works);
    if (planned == nullptr) {
        return office;
    }
    DayHours work;
    for (const OpeningHours& stretch : *planned) {
        for (const OpeningHours& open : office) {
            const OpeningHours both{.opens = std::max(stretch.opens, open.opens),
                                    .closes = std::min(stretch.closes, open.closes)};
            if (both.opens < both.closes) {
                work.push_back(both);
            }
        }
    }
    return work;
}

std::vector<PlannedBreak> breaksOn(const WindowPlan& plan, const Window& window, Day day)
{
    const auto* const planned = plannedOn(plan, window.id, day, &WindowDay::breaks);
    return planned == nullptr ? window.breaks : *planned;
}

Expected<Done, ParseError>
readPlan(std::string_view csv, const OfficeSettings& settings, WindowPlan& plan)
{
    auto table = CsvReader::open(csv);
    if (!table) {
        return Unexpected(table.error());
    }
    if (const auto whole = table->require({"window"}); !whole) {
        return Unexpected(whole.error());
    }
    std::set<const WindowDay*> withWork;
    std::set<const WindowDay*> withBreaks;
    for (;;) {
        const auto more = table->next();
        if (!more) {
            return Unexpected(more.error());
        }
        if (!*more) {
            return Done{};
        }
        const auto row = readRow(*table, settings);
        if (!row) {
            return Unexpected(row.error());
        }
        WindowWeek& week = plan.windows[row->window];
        std::vector<WindowDay*> days;
        if (row->days.date) {
            days.push_back(&week.dates[*row->days.date]);
        }
        for (const unsigned weekday : row->days.weekdays) {
            days.push_back(&week.week.at(weekday));
        }
        for (WindowDay* const day : days) {
            const bool saysWork = row->closed || row->works;
            add(*row, *day, saysWork && withWork.insert(day).second,
                row->pause && withBreaks.insert(day).second);
            if (const auto fault = faultOf(*day)) {
                return Unexpected(table->fault("window", fault->what));
            }
        }
    }
}

std::optional<DayHours> hoursFrom(std::string_view text)
{
    if (text == "closed") {
        return DayHours{};
    }
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto opens = minuteFrom(text.substr(0, dash));
    const auto closes = minuteFrom(text.substr(dash + 1));
    if (!opens || !closes || *closes <= *opens) {
        return std::nullopt;
    }
    return DayHours{{.opens = *opens, .closes = *closes}};
}

std::optional<PlannedBreak> breakFrom(std::string_view text)
{
    const auto plus = text.find('+');
    if (plus == std::string_view::npos) {
        return std::nullopt;
    }
    const auto begins = minuteFrom(text.substr(0, plus));
    const auto length = numberFrom(text.substr(plus + 1), 5, 120);
    if (!begins || !length) {
        return std::nullopt;
    }
    return PlannedBreak{.begins = *begins, .length = minutes{*length}};
}

const Window* findWindowNamed(const OfficeSettings& settings, std::string_view idOrName)
{
    for (const Window& window : settings.windows) {
        if (std::to_string(window.id.value) == idOrName) {
            return &window;
        }
    }
    const auto found = std::ranges::find(settings.windows, idOrName, &Window::name);
    return found == settings.windows.end() ? nullptr : &*found;
}

} // namespace talon::simulation
