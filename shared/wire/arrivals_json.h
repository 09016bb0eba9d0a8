#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/arrival.h"

#include <QJsonObject>

#include <vector>

/// The bookings of today and the days to come, as a terminal keeps them: GET /api/arrivals.
namespace talon::wire {

/// How many days after today the list reaches.
inline constexpr std::chrono::days ArrivalDays{7};

struct Arrivals
{
    std::vector<ArrivalBooking> bookings;

    friend bool operator==(const Arrivals&, const Arrivals&) = default;
};

QJsonObject toJson(const Arrivals& arrivals);
Expected<Arrivals, ParseError> arrivalsFromJson(const QJsonObject& json);

} // namespace talon::wire
