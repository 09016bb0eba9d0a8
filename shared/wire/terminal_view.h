#pragma once

#include "shared/domain/issuing.h"
#include "shared/domain/settings.h"
#include "shared/domain/wait_range.h"
#include "shared/wire/office_present.h"

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
    std::vector<GroupChoice> groups;
    std::vector<ServiceChoice> services; ///< Those that visitors may choose; closed ones as well.
    std::vector<CategoryChoice> categories;

    friend bool operator==(const TerminalView&, const TerminalView&) = default;
};

QJsonObject toJson(const TerminalView& view);
Expected<TerminalView, ParseError> terminalViewFromJson(const QJsonObject& json);

} // namespace talon::wire
