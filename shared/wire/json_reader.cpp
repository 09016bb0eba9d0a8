#include "shared/wire/json_reader.h"

#include "shared/wire/json_values.h"

#include <QDate>
#include <QJsonDocument>

#include <cmath>

namespace talon::wire {

namespace {

/// The number, if it is whole and fits: toInteger() gives its default for anything else.
std::optional<qint64> wholeNumber(const QJsonValue& value)
{
    const qint64 whole = value.toInteger(0);
    return whole == value.toInteger(1) ? std::optional(whole) : std::nullopt;
}

} // namespace

JsonReader::JsonReader(QJsonObject object, std::string path)
    : JsonReader(std::move(object), std::move(path), std::make_shared<std::optional<ParseError>>())
{}

JsonReader::JsonReader(QJsonObject object,
                       std::string path,
                       std::shared_ptr<std::optional<ParseError>> error)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_error(std::move(error))
{}

std::string JsonReader::pathOf(const char* key) const
{
    return m_path.empty() ? std::string(key) : m_path + "." + key;
}

void JsonReader::fail(const char* key, const char* what)
{
    if (!*m_error) {
        *m_error = ParseError{.field = pathOf(key), .what = what};
    }
}

bool JsonReader::has(const char* key) const
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    return !value.isUndefined() && !value.isNull();
}

std::string JsonReader::text(const char* key, std::size_t bytesMax)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (value.isUndefined()) {
        fail(key, "is missing");
        return {};
    }
    if (!value.isString()) {
        fail(key, "must be a text");
        return {};
    }
    std::string text = value.toString().toStdString();
    if (text.size() > bytesMax) {
        fail(key, "is too long");
        return {};
    }
    return text;
}

std::optional<std::string> JsonReader::textMaybe(const char* key, std::size_t bytesMax)
{
    return has(key) ? std::optional(text(key, bytesMax)) : std::nullopt;
}

std::int64_t JsonReader::integer(const char* key, std::int64_t min, std::int64_t max)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (value.isUndefined()) {
        fail(key, "is missing");
        return {};
    }
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || number != std::trunc(number)) {
        fail(key, "must be a whole number");
        return {};
    }
    const auto whole = wholeNumber(value);
    if (!whole || *whole < min || *whole > max) {
        fail(key, "is out of range");
        return {};
    }
    return *whole;
}

bool JsonReader::flag(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (!value.isBool()) {
        fail(key, value.isUndefined() ? "is missing" : "must be true or false");
    }
    return value.toBool();
}

Instant JsonReader::instant(const char* key)
{
    // The years 1970 to 2999: what lies outside is a wrong clock, and would overflow later.
    constexpr std::int64_t Max = 32'503'680'000'000;
    return Instant{std::chrono::milliseconds{integer(key, 0, Max)}};
}

std::optional<Instant> JsonReader::instantMaybe(const char* key)
{
    return has(key) ? std::optional(instant(key)) : std::nullopt;
}

Day JsonReader::day(const char* key)
{
    const auto parsed = dayFromText(text(key));
    if (!parsed) {
        fail(key, "must be a day such as 2026-11-24");
        return {};
    }
    return *parsed;
}

Text JsonReader::texts(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (!value.isObject()) {
        fail(key, value.isUndefined() ? "is missing" : "must be an object of languages");
        return {};
    }
    Text texts;
    const QJsonObject object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        if (!item.value().isString()) {
            fail(key, "must have texts only");
            return {};
        }
        texts[item.key().toStdString()] = item.value().toString().toStdString();
    }
    return texts;
}

std::vector<std::string> JsonReader::keys() const
{
    std::vector<std::string> all;
    for (const QString& key : m_object.keys()) {
        all.push_back(key.toStdString());
    }
    return all;
}

bool JsonReader::isList(const char* key) const
{
    return m_object.value(QLatin1StringView(key)).isArray();
}

std::vector<std::string> JsonReader::strings(const char* key)
{
    std::vector<std::string> all;
    for (const QJsonValue item : array(key)) {
        if (!item.isString()) {
            fail(key, "must have texts only");
            return {};
        }
        all.push_back(item.toString().toStdString());
    }
    return all;
}

std::vector<std::int64_t> JsonReader::integers(const char* key)
{
    std::vector<std::int64_t> all;
    for (const QJsonValue item : array(key)) {
        const auto id = wholeNumber(item);
        if (!id || *id < 1) {
            fail(key, "must have ids only");
            return {};
        }
        all.push_back(*id);
    }
    return all;
}

QJsonArray JsonReader::array(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (!value.isArray()) {
        fail(key, value.isUndefined() ? "is missing" : "must be a list");
        return {};
    }
    return value.toArray();
}

JsonReader JsonReader::object(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (!value.isObject()) {
        fail(key, value.isUndefined() ? "is missing" : "must be an object");
    }
    return {value.toObject(), pathOf(key), m_error};
}

JsonReader JsonReader::itemReader(const char* key, qsizetype index, const QJsonValue& item)
{
    if (!item.isObject()) {
        fail(key, "must have objects only");
    }
    return {item.toObject(), pathOf(key) + "[" + std::to_string(index) + "]", m_error};
}

Expected<QJsonObject, ParseError> objectFromText(const QByteArray& text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected(ParseError{.field = {},
                                     .what = "not JSON at byte " + std::to_string(error.offset) +
                                             ": " + error.errorString().toStdString()});
    }
    if (!document.isObject()) {
        return Unexpected(ParseError{.field = {}, .what = "must be a JSON object"});
    }
    return document.object();
}

} // namespace talon::wire
