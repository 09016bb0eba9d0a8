#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/ticket_template.h"
#include "shared/wire/json_reader.h"

#include <QJsonObject>

/// A ticket's template:
///
///     {"logo": "<a PNG in base64>", "parts": [{"part": "office"}, {"part": "number"},
///      {"part": "text", "size": "small", "text": {"ru": "Спасибо", "en": "Thank you"}}]}
namespace talon::wire {

QJsonObject toJson(const TicketTemplate& ticket);

/// Read, not checked; the error is the reader's.
TicketTemplate ticketTemplateFrom(JsonReader json);

/// Also checked.
Expected<TicketTemplate, ParseError> ticketTemplateFromJson(const QJsonObject& json);

} // namespace talon::wire
