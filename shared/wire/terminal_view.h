#pragma once

#include "shared/domain/settings.h"
#include "shared/wire/office_present.h"

#include <vector>

/// What a terminal shows: the feed "terminal".
namespace talon::wire {

struct ServiceChoice
{
    ServiceId id;
    Segment segment = Segment::B2c;
    Text name;
    Text bring;       ///< What documents to have; may be empty.
    std::string icon; ///< Name of a drawing in the terminal's icon set; may be empty.
    int waiting = 0;  ///< Visitors who wait for it now.

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
    std::vector<ServiceChoice> services;
    std::vector<CategoryChoice> categories;

    friend bool operator==(const TerminalView&, const TerminalView&) = default;
};

QJsonObject toJson(const TerminalView& view);
Expected<TerminalView, ParseError> terminalViewFromJson(const QJsonObject& json);

} // namespace talon::wire
