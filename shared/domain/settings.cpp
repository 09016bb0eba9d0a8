#include "shared/domain/settings.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon {

namespace {

template <class T, class Key>
const T* find(const std::vector<T>& all, Id<Key> id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

/// What two lists of hours have in common.
DayHours within(const DayHours& outer, const DayHours& inner)
{
    DayHours common;
    for (const OpeningHours& a : outer) {
        for (const OpeningHours& b : inner) {
            const OpeningHours both{.opens = std::max(a.opens, b.opens),
                                    .closes = std::min(a.closes, b.closes)};
            if (both.opens < both.closes) {
                common.push_back(both);
            }
        }
    }
    return common;
}

} // namespace

std::string_view name(Segment segment)
{
    switch (segment) {
    case Segment::B2c: return "b2c";
    case Segment::B2b: return "b2b";
    }
    TALON_ENSURE(false);
}

const Service* findService(const OfficeSettings& settings, ServiceId id)
{
    return find(settings.services, id);
}

const PriorityCategory* findCategory(const OfficeSettings& settings, CategoryId id)
{
    return find(settings.categories, id);
}

const Topic* findTopic(const OfficeSettings& settings, TopicId id)
{
    return find(settings.topics, id);
}

const Window* findWindow(const OfficeSettings& settings, WindowId id)
{
    return find(settings.windows, id);
}

bool isIn(const OfficeSettings& settings,
          const Service& service,
          const std::vector<GroupId>& groups)
{
    for (auto group = service.group; group;) {
        if (std::ranges::find(groups, *group) != groups.end()) {
            return true;
        }
        const auto found = std::ranges::find(settings.groups, *group, &ServiceGroup::id);
        group = found == settings.groups.end() ? std::nullopt : found->parent;
    }
    return false;
}

DayHours hoursOn(const OfficeSettings& settings, Day day)
{
    const bool holiday = std::ranges::find(settings.holidays, day) != settings.holidays.end();
    if (holiday && !settings.hours.dates.contains(day)) {
        return {};
    }
    return hoursOn(settings.hours, day);
}

DayHours hoursOn(const OfficeSettings& settings, const Service& service, Day day)
{
    DayHours office = hoursOn(settings, day);
    return service.schedule ? within(office, hoursOn(*service.schedule, day)) : office;
}

bool isOpenAt(const OfficeSettings& settings, const OfficeTime& time)
{
    return covers(hoursOn(settings, time.day), time.minuteOfDay);
}

bool isOpenAt(const OfficeSettings& settings, const Service& service, const OfficeTime& time)
{
    return covers(hoursOn(settings, service, time.day), time.minuteOfDay);
}

bool canServe(const Window& window, ServiceId service)
{
    return std::ranges::find(window.services, service) != window.services.end() ||
           std::ranges::find(window.helpsWith, service) != window.helpsWith.end();
}

} // namespace talon
