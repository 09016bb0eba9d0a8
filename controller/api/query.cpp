#include "controller/api/query.h"

#include <QByteArray>

#include <algorithm>

namespace talon::api {

std::optional<std::string> valueIn(std::string_view query, std::string_view key)
{
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(part.size() + 1, query.size()));
        const std::size_t equals = std::min(part.find('='), part.size());
        if (part.substr(0, equals) == key) {
            const std::string_view value = part.substr(std::min(equals + 1, part.size()));
            return QByteArray::fromPercentEncoding(
                       QByteArray(value.data(), static_cast<qsizetype>(value.size())))
                .toStdString();
        }
    }
    return std::nullopt;
}

} // namespace talon::api
