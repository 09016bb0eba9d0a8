#pragma once

#include "shared/domain/settings.h"

#include <QJsonObject>

/// An office's settings as one JSON file: packaging/offices/engels.json is an example.
namespace talon::wire {

QJsonObject toJson(const OfficeSettings& settings);

/// Also checks that the settings can work (domain/settings.h).
Expected<OfficeSettings, ParseError> settingsFromJson(const QJsonObject& json);

} // namespace talon::wire
