#pragma once

#include "shared/domain/booking.h"

#include <QJsonObject>

namespace talon::wire {

QJsonObject toJson(const Booking& booking);

} // namespace talon::wire
