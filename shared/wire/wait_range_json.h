#pragma once

#include "shared/domain/wait_range.h"
#include "shared/wire/json_reader.h"

#include <QJsonObject>

#include <optional>

namespace talon::wire {

/// {"lowSeconds": 600, "highSeconds": 1200}, or null.
QJsonValue toJson(const std::optional<WaitRange>& range);

/// None when it is not there.
std::optional<WaitRange> rangeMaybe(JsonReader& json, const char* key);

} // namespace talon::wire
