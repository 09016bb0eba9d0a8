#include "shared/domain/settings.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <set>

namespace talon {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

template <class T, class Key>
const T* find(const std::vector<T>& all, Id<Key> id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

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

Expected<Done, ParseError> checkServices(const OfficeSettings& settings)
{
    if (settings.services.empty()) {
        return wrong("services", "must not be empty");
    }
    std::set<std::string> prefixes;
    for (std::size_t i = 0; i < settings.services.size(); ++i) {
        const Service& service = settings.services[i];
        if (!isPrefix(service.prefix)) {
            return wrong(at("services", i, "prefix"), "must have one to four letters");
        }
        if (!prefixes.insert(service.prefix).second) {
            return wrong(at("services", i, "prefix"), "is used twice");
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

Expected<Done, ParseError> checkHours(const OfficeSettings& settings)
{
    for (std::size_t i = 0; i < settings.hours.size(); ++i) {
        const auto& hours = settings.hours.at(i);
        if (hours && (hours->opens < minutes{0} || hours->closes > minutes{1440} ||
                      hours->opens >= hours->closes)) {
            return wrong("hours[" + std::to_string(i) + "]",
                         "must open before they close, within one day");
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
    for (std::size_t i = 0; i < settings.topics.size(); ++i) {
        if (!std::ranges::all_of(settings.topics[i].services, known)) {
            return wrong(at("topics", i, "services"), "names an unknown service");
        }
    }
    return Done{};
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

Expected<Done, ParseError> check(const OfficeSettings& settings)
{
    if (!hasFirstLanguage(settings.name)) {
        return wrong("name", std::string("needs a text in ") + FirstLanguage);
    }
    for (std::size_t i = 0; i < settings.categories.size(); ++i) {
        const minutes target = settings.categories[i].target;
        if (target < minutes{0} || target > minutes{240}) {
            return wrong(at("categories", i, "targetMinutes"), "must be from 0 to 240");
        }
    }
    for (const auto& result :
         {checkIdsAndNames("services", settings.services),
          checkIdsAndNames("categories", settings.categories),
          checkIdsAndNames("topics", settings.topics),
          checkIdsAndNames("windows", settings.windows), checkServices(settings),
          checkHours(settings), checkServed(settings)}) {
        if (!result) {
            return result;
        }
    }
    return Done{};
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

std::optional<OpeningHours> hoursOn(const OfficeSettings& settings, Day day)
{
    if (std::ranges::find(settings.holidays, day) != settings.holidays.end()) {
        return std::nullopt;
    }
    const std::chrono::weekday weekday{day};
    return settings.hours.at(weekday.iso_encoding() - 1);
}

bool isOpenAt(const OfficeSettings& settings, const OfficeTime& time)
{
    const auto hours = hoursOn(settings, time.day);
    return hours && time.minuteOfDay >= hours->opens && time.minuteOfDay < hours->closes;
}

} // namespace talon
