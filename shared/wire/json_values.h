#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How single values stand in JSON, the same in every message.
namespace talon::wire {

template <class Tag>
QJsonValue toJson(Id<Tag> id)
{
    return QJsonValue(qint64{id.value});
}

inline QJsonValue toJson(Instant at)
{
    return QJsonValue(qint64{at.time_since_epoch().count()});
}

inline QJsonValue toJson(std::string_view text)
{
    return QJsonValue(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

inline QJsonValue toJson(const std::string& text)
{
    return toJson(std::string_view(text));
}

QJsonValue toJson(const Text& text);

/// Not known is null.
template <class T>
QJsonValue toJson(const std::optional<T>& value)
{
    return value ? toJson(*value) : QJsonValue(QJsonValue::Null);
}

template <class Tag>
QJsonArray toJson(const std::vector<Id<Tag>>& ids)
{
    QJsonArray array;
    for (const auto id : ids) {
        array.append(toJson(id));
    }
    return array;
}

/// A list of objects, each made by `write(item)`.
template <class T, class Write>
QJsonArray arrayOf(const std::vector<T>& items, Write write)
{
    QJsonArray array;
    for (const T& item : items) {
        array.append(write(item));
    }
    return array;
}

/// "2026-11-24", ISO 8601.
std::string dayText(Day day);
std::optional<Day> dayFromText(const std::string& text);

} // namespace talon::wire
