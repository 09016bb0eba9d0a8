#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/hall_screen.h"
#include "shared/domain/queue_rules.h"
#include "shared/domain/schedule.h"
#include "shared/domain/text.h"
#include "shared/domain/ticket_template.h"

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

/// A branch of the service tree: what the terminal shows as one button that opens others.
struct ServiceGroup
{
    GroupId id;
    std::optional<GroupId> parent; ///< None for the first level. At most three levels.
    Text name;
    std::string icon;

    friend bool operator==(const ServiceGroup&, const ServiceGroup&) = default;
};

/// Numbers run from 1 to this for each prefix, every day anew.
inline constexpr int HighestNumber = 9999;

/// What a visitor comes for; a leaf of the service tree.
struct Service
{
    ServiceId id;
    Segment segment = Segment::B2c;
    std::optional<GroupId> group; ///< None for the first level of its segment.
    Text name;
    Text bring;             ///< What documents to have; may be empty.
    bool readFirst = false; ///< The visitor is shown `bring` before the service can be chosen.
    std::string icon;    ///< Name of a drawing in the terminal's icon set; empty for the plain one.
    std::string prefix;  ///< Letters before the number on the ticket: "А" makes А001.
    int firstNumber = 1; ///< 1 to 9999.
    int lastNumber = HighestNumber;            ///< From the first number to 9999.
    std::chrono::minutes target{15};           ///< Waiting that the office promises; 1 to 240 min.
    std::chrono::seconds expectedService{300}; ///< Until measured; 10 s to 4 h.
    std::optional<int> dailyLimit;             ///< Tickets a day, 1 to 9999; none for no limit.
    bool hidden = false;                       ///< Not on terminals; the staff may issue it.
    std::optional<Schedule>
        schedule; ///< When it is given, within the office's hours; none: always.

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

/// When a window's clerk is to go on a break.
struct PlannedBreak
{
    std::chrono::minutes begins{0}; ///< Minute of the business day.
    std::chrono::minutes length{0}; ///< 5 to 120 min.
    bool evenAlone = false; ///< Also when no other open window gives one of its services meanwhile.

    friend bool operator==(const PlannedBreak&, const PlannedBreak&) = default;
};

struct Window
{
    WindowId id;
    std::string name;                ///< As on its plate and in calls: "5".
    std::vector<ServiceId> services; ///< First choice.
    /// Served when nobody waits for its own, or when these are overdue.
    std::vector<ServiceId> helpsWith;
    bool selfService = false;         ///< A station without a clerk (АСВК): it calls by itself.
    std::vector<PlannedBreak> breaks; ///< Of every working day; a manager may plan a day otherwise.

    friend bool operator==(const Window&, const Window&) = default;
};

struct OfficeSettings
{
    Text name;
    /// Which office this is in the codes of bookings: 2 to 16 of a-z, 0-9 and hyphens. May be
    /// empty.
    std::string code;
    std::string timeZone;    ///< IANA name, e.g. "Europe/Saratov".
    std::string qualityLine; ///< Telephone for praise and complaints, as printed.
    /// The wall-clock minute at which one business day ends and the next begins; 0 to 480. Above 0
    /// an office may stay open past midnight.
    std::chrono::minutes dayBegins{0};
    Schedule hours;
    std::vector<Day> holidays; ///< Closed, unless the hours name the date.
    QueueRules rules;
    std::vector<ServiceGroup> groups;
    std::vector<Service> services;
    std::vector<PriorityCategory> categories;
    std::vector<Topic> topics;
    std::vector<Window> windows;
    std::optional<TicketTemplate> ticket; ///< None: the usual ticket.
    std::vector<HallScreen> screens;      ///< Of the hall; a display with another name is usual.

    friend bool operator==(const OfficeSettings&, const OfficeSettings&) = default;
};

/// Names the first thing that cannot work: a repeated id or number range, a window for an unknown
/// service, hours that end before they begin, a text without the first language.
Expected<Done, ParseError> check(const OfficeSettings& settings);

/// The breaks of one window on one day, one after the other.
Expected<Done, ParseError> checkBreaks(const std::vector<PlannedBreak>& breaks,
                                       std::chrono::minutes lastMinute);

const Service* findService(const OfficeSettings& settings, ServiceId id);
const PriorityCategory* findCategory(const OfficeSettings& settings, CategoryId id);
const Topic* findTopic(const OfficeSettings& settings, TopicId id);
const Window* findWindow(const OfficeSettings& settings, WindowId id);

/// Whether the service hangs in one of these groups, at whatever level below them.
bool isIn(const OfficeSettings& settings,
          const Service& service,
          const std::vector<GroupId>& groups);

/// The hours of a business day, holidays counted; empty when the office is closed all day.
DayHours hoursOn(const OfficeSettings& settings, Day day);

/// The hours in which a service is given on a day: its own within those of the office.
DayHours hoursOn(const OfficeSettings& settings, const Service& service, Day day);

/// Whether the office receives visitors at this moment.
bool isOpenAt(const OfficeSettings& settings, const OfficeTime& time);

/// Whether the service is given at this moment.
bool isOpenAt(const OfficeSettings& settings, const Service& service, const OfficeTime& time);

/// Whether the window may serve it, by first choice or helping out.
bool canServe(const Window& window, ServiceId service);

} // namespace talon
