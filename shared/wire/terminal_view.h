#pragma once

#include "shared/domain/issuing.h"
#include "shared/domain/settings.h"
#include "shared/domain/ticket_template.h"
#include "shared/domain/wait_range.h"
#include "shared/wire/office_present.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

/// What a terminal shows: the feed "terminal".
namespace talon::wire {

/// A branch of the service tree.
struct GroupChoice
{
    GroupId id;
    std::optional<GroupId> parent; ///< None for the first level.
    Text name;
    std::string icon;

    friend bool operator==(const GroupChoice&, const GroupChoice&) = default;
};

/// A stretch of time in which something is open. `to` does not belong to it.
struct OpenStretch
{
    Instant from;
    Instant to;

    friend bool operator==(const OpenStretch&, const OpenStretch&) = default;
};

struct ServiceChoice
{
    ServiceId id;
    Segment segment = Segment::B2c;
    std::optional<GroupId> group; ///< None for the first level of its segment.
    Text name;
    Text bring;             ///< What documents to have; may be empty.
    bool readFirst = false; ///< The visitor is to read `bring` before choosing.
    std::string icon;       ///< Name of a drawing in the terminal's icon set; may be empty.
    int waiting = 0;        ///< Visitors who wait for it now.
    std::optional<WaitRange> forecast;  ///< For one who joins now; none when it cannot be told.
    std::optional<ClosedReason> closed; ///< Why it cannot be chosen now.
    std::optional<Instant> opensAt;     ///< When it can be chosen again, if that is known.
    std::optional<std::vector<OpenStretch>> hours; ///< Today and the next day, where they are not
                                                   ///< simply those of the office.

    friend bool operator==(const ServiceChoice&, const ServiceChoice&) = default;
};

struct CategoryChoice
{
    CategoryId id;
    Text name;

    friend bool operator==(const CategoryChoice&, const CategoryChoice&) = default;
};

struct TerminalView
{
    OfficePresent office;
    Day day{};                      ///< The business day.
    Instant dayEndsAt;              ///< When the next one begins.
    std::vector<OpenStretch> hours; ///< Of the office, today and the next day: a terminal without
                                    ///< the controller goes by them.
    std::vector<GroupChoice> groups;
    std::vector<ServiceChoice> services; ///< Those that visitors may choose; closed ones as well.
    std::vector<CategoryChoice> categories;
    std::optional<TicketTemplate> ticket; ///< Of the office's own, if it has one.
    std::int64_t bookings = 0; ///< Another number than before: ask for the arrivals again.
    std::string officeCode;    ///< As in the codes of bookings; may be empty.
    std::chrono::minutes bookingEarliest{60}; ///< Check-in so long before the booked time.
    std::chrono::minutes bookingGrace{10};    ///< Late by no more: as if on time.

    friend bool operator==(const TerminalView&, const TerminalView&) = default;
};

QJsonObject toJson(const TerminalView& view);
Expected<TerminalView, ParseError> terminalViewFromJson(const QJsonObject& json);

} // namespace talon::wire
