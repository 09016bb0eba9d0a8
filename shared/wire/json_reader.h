#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/text.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talon::wire {

/// Reads a JSON object strictly: a missing field, a wrong type, an unknown name or a number out of
/// its range is an error that names the field. Fields nobody asks for are passed over, so that a
/// newer sender is understood. The first error is kept and the values after it mean nothing:
/// ask finish() before using any.
class JsonReader
{
public:
    explicit JsonReader(QJsonObject object, std::string path = {});

    bool has(const char* key) const; ///< Present and not null.

    std::string text(const char* key, std::size_t bytesMax = 4096);
    std::optional<std::string> textMaybe(const char* key, std::size_t bytesMax = 4096);
    std::int64_t integer(const char* key,
                         std::int64_t min = std::numeric_limits<std::int64_t>::min(),
                         std::int64_t max = std::numeric_limits<std::int64_t>::max());
    bool flag(const char* key);
    Instant instant(const char* key); ///< UTC milliseconds.
    std::optional<Instant> instantMaybe(const char* key);
    Day day(const char* key);              ///< "2026-11-24".
    Text texts(const char* key);           ///< An object of language codes and texts.
    std::vector<std::string> keys() const; ///< All that the object has.
    bool isList(const char* key) const;
    std::vector<std::string> strings(const char* key);
    std::vector<std::int64_t> integers(const char* key);

    template <class I>
    I id(const char* key)
    {
        return I{integer(key, 1)};
    }

    template <class I>
    std::optional<I> idMaybe(const char* key)
    {
        return has(key) ? std::optional(id<I>(key)) : std::nullopt;
    }

    template <class I>
    std::vector<I> ids(const char* key)
    {
        std::vector<I> all;
        for (const std::int64_t value : integers(key)) {
            all.push_back(I{value});
        }
        return all;
    }

    /// One of an enum's values, by its name().
    template <class Choices>
    typename Choices::value_type choice(const char* key, const Choices& choices)
    {
        const std::string given = text(key);
        for (const auto value : choices) {
            if (name(value) == given) {
                return value;
            }
        }
        fail(key, "is not a known name");
        return choices.front();
    }

    /// A list of objects, each read by `read(JsonReader&)`.
    template <class Read>
    auto list(const char* key, Read read)
    {
        std::vector<decltype(read(*this))> all;
        const QJsonArray items = array(key);
        for (qsizetype i = 0; i < items.size(); ++i) {
            JsonReader item = itemReader(key, i, items.at(i));
            all.push_back(read(item));
        }
        return all;
    }

    /// Likewise, and empty when it is not there.
    template <class Read>
    auto listMaybe(const char* key, Read read)
    {
        return has(key) ? list(key, read) : std::vector<decltype(read(*this))>();
    }

    /// False when it is not there.
    bool flagMaybe(const char* key) { return has(key) && flag(key); }

    /// The other value when it is not there.
    std::int64_t integerOr(const char* key, std::int64_t other, std::int64_t min, std::int64_t max)
    {
        return has(key) ? integer(key, min, max) : other;
    }

    /// An object inside this one.
    JsonReader object(const char* key);

    /// Notes an error of the caller's own, unless one came before.
    void fail(const char* key, const char* what);

    /// The value, if nothing was wrong.
    template <class T>
    Expected<T, ParseError> finish(T value) const
    {
        if (*m_error) {
            return Unexpected(**m_error);
        }
        return value;
    }

private:
    JsonReader(QJsonObject object,
               std::string path,
               std::shared_ptr<std::optional<ParseError>> error);

    std::string pathOf(const char* key) const;
    QJsonArray array(const char* key);
    JsonReader itemReader(const char* key, qsizetype index, const QJsonValue& item);

    QJsonObject m_object;
    std::string m_path;
    std::shared_ptr<std::optional<ParseError>> m_error; ///< Shared with the readers inside.
};

/// Parses a whole text that must be one JSON object.
Expected<QJsonObject, ParseError> objectFromText(const QByteArray& text);

} // namespace talon::wire
