#pragma once

#include "controller/simulation/load.h"

#include <QJsonObject>

namespace talon::controller {

/// Reads a described office's visitors, strictly: docs/simulate.md tells each field, and
/// packaging/offices/engels-load.json is an example.
Expected<simulation::Load, ParseError> loadFromJson(const QJsonObject& json,
                                                    const OfficeSettings& settings);

} // namespace talon::controller
