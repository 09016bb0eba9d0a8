#include "shared/wire/json_values.h"

#include <QDate>

namespace talon::wire {

namespace {

const QDate Epoch(1970, 1, 1);

} // namespace

QJsonValue toJson(const Text& text)
{
    QJsonObject object;
    for (const auto& [language, words] : text) {
        object.insert(QString::fromStdString(language), QString::fromStdString(words));
    }
    return object;
}

std::string dayText(Day day)
{
    return Epoch.addDays(day.time_since_epoch().count()).toString(Qt::ISODate).toStdString();
}

std::optional<Day> dayFromText(const std::string& text)
{
    const QDate date = QDate::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!date.isValid() || text.size() != 10) {
        return std::nullopt;
    }
    return Day{std::chrono::days{Epoch.daysTo(date)}};
}

} // namespace talon::wire
