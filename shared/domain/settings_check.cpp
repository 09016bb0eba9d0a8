#include "shared/domain/settings.h"

#include <algorithm>
#include <set>

namespace talon {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Unexpected<ParseError> wrong(std::string field, std::string what)
{
    return Unexpected(ParseError{.field = std::move(field), .what = std::move(what)});
}

std::string at(const char* list, std::size_t index, const char* field)
{
    return std::string(list) + "[" + std::to_string(index) + "]." + field;
}

bool hasFirstLanguage(const Text& text)
{
    const auto found = text.find(FirstLanguage);
    return found != text.end() && !found->second.empty();
}

/// Ids of one list: each above 0 and only once, each thing with a name in the first language.
template <class T>
Expected<Done, ParseError> checkIdsAndNames(const char* list, const std::vector<T>& all)
{
    std::set<decltype(T::id)> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id.value <= 0) {
            return wrong(at(list, i, "id"), "must be above 0");
        }
        if (!seen.insert(all[i].id).second) {
            return wrong(at(list, i, "id"), "is used twice");
        }
        if constexpr (std::is_same_v<decltype(T::name), Text>) {
            if (!hasFirstLanguage(all[i].name)) {
                return wrong(at(list, i, "name"), std::string("needs a text in ") + FirstLanguage);
            }
        } else if (all[i].name.empty()) {
            return wrong(at(list, i, "name"), "must not be empty");
        }
    }
    return Done{};
}

/// One to four letters, Latin or Cyrillic. A digit or sign would blur where the number begins:
/// "А1" and 001 is the same as "А" and 1001.
bool isPrefix(const std::string& text)
{
    int letters = 0;
    for (std::size_t i = 0; i < text.size(); ++letters) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool latin = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        const bool cyrillic = byte >= 0xD0 && byte <= 0xD3 && i + 1 < text.size();
        if (!latin && !cyrillic) {
            return false;
        }
        i += latin ? 1 : 2;
    }
    return letters >= 1 && letters <= 4;
}

bool isOfficeCode(const std::string& text)
{
    return text.size() >= 2 && text.size() <= 16 && std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                      letter == '-';
           });
}

minutes lastMinuteOf(const OfficeSettings& settings)
{
    return minutes{1440} + settings.dayBegins;
}

bool isGroup(const OfficeSettings& settings, GroupId id)
{
    return std::ranges::find(settings.groups, id, &ServiceGroup::id) != settings.groups.end();
}

/// Each group hangs on a known one, and the first level is reached in three steps at most; so
/// there are no circles.
Expected<Done, ParseError> checkGroups(const OfficeSettings& settings)
{
    constexpr int LevelsMax = 3;
    for (std::size_t i = 0; i < settings.groups.size(); ++i) {
        auto parent = settings.groups[i].parent;
        for (int level = 1; parent; ++level) {
            const auto found = std::ranges::find(settings.groups, *parent, &ServiceGroup::id);
            if (found == settings.groups.end()) {
                return wrong(at("groups", i, "parent"), "is not known");
            }
            if (level == LevelsMax) {
                return wrong(at("groups", i, "parent"), "makes more than three levels");
            }
            parent = found->parent;
        }
    }
    return Done{};
}

Expected<Done, ParseError> checkServices(const OfficeSettings& settings)
{
    if (settings.services.empty()) {
        return wrong("services", "must not be empty");
    }
    for (std::size_t i = 0; i < settings.services.size(); ++i) {
        const Service& service = settings.services[i];
        if (!isPrefix(service.prefix)) {
            return wrong(at("services", i, "prefix"), "must have one to four letters");
        }
        if (service.firstNumber < 1 || service.firstNumber > HighestNumber) {
            return wrong(at("services", i, "firstNumber"), "must be from 1 to 9999");
        }
        if (service.lastNumber < service.firstNumber || service.lastNumber > HighestNumber) {
            return wrong(at("services", i, "lastNumber"), "must be from firstNumber to 9999");
        }
        const auto shares = [&](const Service& other) {
            return other.prefix == service.prefix && other.firstNumber <= service.lastNumber &&
                   service.firstNumber <= other.lastNumber;
        };
        if (std::any_of(settings.services.begin(),
                        settings.services.begin() + static_cast<std::ptrdiff_t>(i), shares)) {
            return wrong(at("services", i, "prefix"), "is used twice for the same numbers");
        }
        if (service.dailyLimit &&
            (*service.dailyLimit < 1 || *service.dailyLimit > HighestNumber)) {
            return wrong(at("services", i, "dailyLimit"), "must be from 1 to 9999");
        }
        if (service.group && !isGroup(settings, *service.group)) {
            return wrong(at("services", i, "group"), "is not known");
        }
        if (service.schedule) {
            if (const auto checked = check(*service.schedule, lastMinuteOf(settings)); !checked) {
                return wrong(at("services", i, "schedule.") + checked.error().field,
                             checked.error().what);
            }
        }
        if (service.target < minutes{1} || service.target > minutes{240}) {
            return wrong(at("services", i, "targetMinutes"), "must be from 1 to 240");
        }
        if (service.expectedService < seconds{10} || service.expectedService > seconds{14400}) {
            return wrong(at("services", i, "expectedServiceSeconds"), "must be from 10 to 14400");
        }
    }
    return Done{};
}

Expected<Done, ParseError> checkServed(const OfficeSettings& settings)
{
    const auto known = [&](ServiceId id) { return findService(settings, id) != nullptr; };
    for (std::size_t i = 0; i < settings.windows.size(); ++i) {
        const Window& window = settings.windows[i];
        if (window.services.empty()) {
            return wrong(at("windows", i, "services"), "must not be empty");
        }
        if (!std::ranges::all_of(window.services, known)) {
            return wrong(at("windows", i, "services"), "names an unknown service");
        }
        if (!std::ranges::all_of(window.helpsWith, known)) {
            return wrong(at("windows", i, "helpsWith"), "names an unknown service");
        }
    }
    for (std::size_t i = 0; i < settings.windows.size(); ++i) {
        if (const auto checked = checkBreaks(settings.windows[i].breaks, lastMinuteOf(settings));
            !checked) {
            return wrong(at("windows", i, checked.error().field.c_str()), checked.error().what);
        }
    }
    for (std::size_t i = 0; i < settings.topics.size(); ++i) {
        if (!std::ranges::all_of(settings.topics[i].services, known)) {
            return wrong(at("topics", i, "services"), "names an unknown service");
        }
    }
    return Done{};
}

Expected<Done, ParseError> checkScreens(const OfficeSettings& settings)
{
    if (settings.screens.size() > ScreensMax) {
        return wrong("screens", "are more than 100");
    }
    const auto isWindow = [&](WindowId id) { return findWindow(settings, id) != nullptr; };
    const auto isService = [&](ServiceId id) { return findService(settings, id) != nullptr; };
    std::set<std::string> names;
    for (std::size_t i = 0; i < settings.screens.size(); ++i) {
        const HallScreen& screen = settings.screens[i];
        if (const auto checked = check(screen); !checked) {
            return wrong(at("screens", i, checked.error().field.c_str()), checked.error().what);
        }
        if (!names.insert(screen.name).second) {
            return wrong(at("screens", i, "name"), "is used twice");
        }
        if (!std::ranges::all_of(screen.windows, isWindow)) {
            return wrong(at("screens", i, "windows"), "names an unknown window");
        }
        if (!std::ranges::all_of(screen.services, isService)) {
            return wrong(at("screens", i, "services"), "names an unknown service");
        }
        if (!std::ranges::all_of(screen.groups,
                                 [&](GroupId id) { return isGroup(settings, id); })) {
            return wrong(at("screens", i, "groups"), "names an unknown group");
        }
        const auto isMeant = [&](const Service& service) {
            return isIn(settings, service, screen.groups);
        };
        if (!screen.groups.empty() && std::ranges::none_of(settings.services, isMeant)) {
            return wrong(at("screens", i, "groups"), "have no services");
        }
        for (const Way& way : screen.ways) {
            if (!std::ranges::all_of(way.windows, isWindow)) {
                return wrong(at("screens", i, "ways"), "lead to an unknown window");
            }
        }
    }
    return Done{};
}

} // namespace

Expected<Done, ParseError> checkBreaks(const std::vector<PlannedBreak>& breaks, minutes lastMinute)
{
    minutes free{0};
    for (const PlannedBreak& planned : breaks) {
        if (planned.length < minutes{5} || planned.length > minutes{120}) {
            return wrong("breaks", "must be from 5 to 120 minutes long");
        }
        if (planned.begins < free || planned.begins + planned.length > lastMinute) {
            return wrong("breaks", "must lie one after the other, within one day");
        }
        free = planned.begins + planned.length;
    }
    return Done{};
}

Expected<Done, ParseError> check(const OfficeSettings& settings)
{
    if (!hasFirstLanguage(settings.name)) {
        return wrong("name", std::string("needs a text in ") + FirstLanguage);
    }
    if (!settings.code.empty() && !isOfficeCode(settings.code)) {
        return wrong("code", "must have 2 to 16 of a-z, 0-9 and hyphens");
    }
    for (std::size_t i = 0; i < settings.categories.size(); ++i) {
        const minutes target = settings.categories[i].target;
        if (target < minutes{0} || target > minutes{240}) {
            return wrong(at("categories", i, "targetMinutes"), "must be from 0 to 240");
        }
    }
    if (settings.dayBegins < minutes{0} || settings.dayBegins > minutes{480}) {
        return wrong("dayBegins", "must be from 00:00 to 08:00");
    }
    if (const auto checked = check(settings.hours, lastMinuteOf(settings)); !checked) {
        return wrong("hours." + checked.error().field, checked.error().what);
    }
    if (settings.ticket) {
        if (const auto checked = check(*settings.ticket); !checked) {
            return wrong("ticket." + checked.error().field, checked.error().what);
        }
    }
    for (const auto& result :
         {checkIdsAndNames("services", settings.services),
          checkIdsAndNames("categories", settings.categories),
          checkIdsAndNames("topics", settings.topics),
          checkIdsAndNames("windows", settings.windows), checkServices(settings),
          checkIdsAndNames("groups", settings.groups), checkGroups(settings), check(settings.rules),
          checkServed(settings), checkScreens(settings)}) {
        if (!result) {
            return result;
        }
    }
    return Done{};
}

} // namespace talon
