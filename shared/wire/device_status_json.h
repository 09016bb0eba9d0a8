#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/device_status.h"

#include <QJsonObject>

namespace talon::wire {

inline constexpr std::size_t ProblemsMax = 16;

QJsonObject toJson(const DeviceStatus& status);
Expected<DeviceStatus, ParseError> deviceStatusFromJson(const QJsonObject& json);

} // namespace talon::wire
