#pragma once

#include "shared/base/instant.h"
#include "shared/domain/text.h"
#include "shared/wire/json_reader.h"

#include <QJsonObject>

#include <optional>
#include <string>

namespace talon::wire {

/// What every view begins with: which office this is and what its clock says.
struct OfficePresent
{
    Text name;
    std::string qualityLine;  ///< Telephone for praise and complaints.
    Instant now;              ///< The controller's clock when the view was made.
    int utcOffsetMinutes = 0; ///< Of the office's zone now; add to UTC to get wall-clock time.
    bool open = false;        ///< Receives visitors now.
    std::optional<Instant> opensAt; ///< When closed: the next opening, if within 14 days.

    friend bool operator==(const OfficePresent&, const OfficePresent&) = default;
};

QJsonObject toJson(const OfficePresent& present);
OfficePresent officePresentFrom(JsonReader json);

} // namespace talon::wire
