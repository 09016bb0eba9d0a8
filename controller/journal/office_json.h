#pragma once

#include "controller/queue/office.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QByteArray>
#include <QJsonObject>

/// The whole office as one JSON object: what a snapshot keeps.
namespace talon::journal {

QJsonObject toJson(const queue::Office& office);

/// The office back, equal to the one that was written.
Expected<queue::Office, ParseError> officeFromJson(const QJsonObject& json);

} // namespace talon::journal
