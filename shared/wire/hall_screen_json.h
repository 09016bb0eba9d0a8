#pragma once

#include "shared/domain/hall_screen.h"
#include "shared/wire/json_reader.h"

#include <QJsonObject>

/// A screen of the hall. Everything but its name may be left out:
///
///     {"name": "hall", "layout": "list", "windows": [1, 2], "waits": true, "next": true,
///      "ticker": [{"text": {"ru": "Показания — до 25 числа"}}],
///      "ways": [{"windows": [2], "arrow": "left", "place": {"ru": "Зал 2"}}]}
namespace talon::wire {

QJsonObject toJson(const HallScreen& screen);

/// Read, not checked; the error is the reader's.
HallScreen hallScreenFrom(JsonReader& json);

} // namespace talon::wire
