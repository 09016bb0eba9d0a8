#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/text.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How one office is set up: what it offers, to whom, where and when. Imported from and exported
/// to one JSON file (shared/wire/settings_json.h).
namespace talon {

enum class Segment {
    B2c, ///< Private persons, ФЛ.
    B2b, ///< Legal entities, ЮЛ.
};

inline constexpr std::array Segments{Segment::B2c, Segment::B2b};

std::string_view name(Segment segment);

/// What a visitor comes for.
struct Service
{
    ServiceId id;
    Segment segment = Segment::B2c;
    Text name;
    Text bring;         ///< What documents to have; may be empty.
    std::string icon;   ///< Name of a drawing in the terminal's icon set; empty for the plain one.
    std::string prefix; ///< Letters before the number on the ticket: "А" makes А001.
    std::chrono::minutes target{15};           ///< Waiting that the office promises; 1 to 240 min.
    std::chrono::seconds expectedService{300}; ///< Until measured; 10 s to 4 h.

    friend bool operator==(const Service&, const Service&) = default;
};

/// Who has a right to wait less: war veteran, disabled person, pregnant, with an infant...
struct PriorityCategory
{
    CategoryId id;
    Text name;
    std::chrono::minutes target{
        0}; ///< Replaces the service's target where it is shorter; 0 to 240.

    friend bool operator==(const PriorityCategory&, const PriorityCategory&) = default;
};

/// What a visit was about, entered by the clerk at its end.
struct Topic
{
    TopicId id;
    std::vector<ServiceId> services; ///< Offered first for these; empty means for all.
    Text name;

    friend bool operator==(const Topic&, const Topic&) = default;
};

struct Window
{
    WindowId id;
    std::string name;                ///< As on its plate and in calls: "5".
    std::vector<ServiceId> services; ///< First choice.
    std::vector<ServiceId>
        helpsWith; ///< Served when nobody waits for its own, or they are overdue.

    friend bool operator==(const Window&, const Window&) = default;
};

/// When the office receives visitors on one day of the week, in its own zone.
struct OpeningHours
{
    std::chrono::minutes opens{0};  ///< Minute of the day, 0 to 1439.
    std::chrono::minutes closes{0}; ///< Minute of the day, after opens, up to 1440.

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

struct OfficeSettings
{
    Text name;
    std::string timeZone;    ///< IANA name, e.g. "Europe/Saratov".
    std::string qualityLine; ///< Telephone for praise and complaints, as printed.
    std::array<std::optional<OpeningHours>, 7> hours; ///< From Monday; none means closed.
    std::vector<Day> holidays;
    std::vector<Service> services;
    std::vector<PriorityCategory> categories;
    std::vector<Topic> topics;
    std::vector<Window> windows;

    friend bool operator==(const OfficeSettings&, const OfficeSettings&) = default;
};

/// Names the first thing that cannot work: a repeated id or prefix, a window for an unknown
/// service, hours that end before they begin, a text without the first language.
Expected<Done, ParseError> check(const OfficeSettings& settings);

const Service* findService(const OfficeSettings& settings, ServiceId id);
const PriorityCategory* findCategory(const OfficeSettings& settings, CategoryId id);
const Topic* findTopic(const OfficeSettings& settings, TopicId id);
const Window* findWindow(const OfficeSettings& settings, WindowId id);

/// The hours of a calendar day, holidays counted; none when the office is closed all day.
std::optional<OpeningHours> hoursOn(const OfficeSettings& settings, Day day);

/// Whether the office receives visitors at this moment.
bool isOpenAt(const OfficeSettings& settings, const OfficeTime& time);

} // namespace talon
