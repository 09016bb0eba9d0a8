#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QJsonObject>

#include <cstdint>
#include <string>

namespace talon::wire {

/// The one message a feed sends, whenever its view changes. It is the whole present view: who
/// misses one loses nothing.
struct FeedMessage
{
    std::string feed; ///< "terminal", "hall", "windows/5", "dashboard".
    std::int64_t epoch =
        0; ///< Of the controller's database; a lower one than seen before is refused.
    std::int64_t seq = 0; ///< The journal's sequence that the view shows.
    QJsonObject view;

    friend bool operator==(const FeedMessage&, const FeedMessage&) = default;
};

QJsonObject toJson(const FeedMessage& message);
Expected<FeedMessage, ParseError> feedMessageFromJson(const QJsonObject& json);

} // namespace talon::wire
