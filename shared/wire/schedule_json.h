#pragma once

#include "shared/domain/settings.h"
#include "shared/wire/json_reader.h"

#include <QJsonObject>

/// Times of the day, hours and breaks as they stand in settings and messages.
namespace talon::wire {

/// "08:00"; "26:30" for half past two in the night after a business day.
QString timeText(std::chrono::minutes minute);
std::optional<std::chrono::minutes> timeFromText(const std::string& text);

/// {"monday": [{"opens": "08:00", "closes": "12:00"}, …], …, "dates": {"2026-12-31": […]}}.
QJsonObject toJson(const Schedule& schedule);

/// A day may have one object in place of a list. What is not there is closed.
Schedule scheduleFrom(JsonReader& json);

/// {"begins": "12:00", "minutes": 30, "evenAlone": false}.
QJsonObject toJson(const PlannedBreak& planned);
PlannedBreak breakFrom(JsonReader& json);

QJsonObject toJson(const QueueRules& rules);

/// What is not there is as a new office has it.
QueueRules rulesFrom(JsonReader& json);

} // namespace talon::wire
