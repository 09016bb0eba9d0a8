#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/media.h"

#include <QJsonObject>

#include <string>
#include <vector>

/// What the controller hands out to be shown in the hall: GET /api/media.
namespace talon::wire {

struct MediaList
{
    std::string revision;         ///< Another one whenever the list is another.
    std::vector<MediaItem> items; ///< In the order in which they are shown.

    friend bool operator==(const MediaList&, const MediaList&) = default;
};

QJsonObject toJson(const MediaList& list);
Expected<MediaList, ParseError> mediaListFromJson(const QJsonObject& json);

} // namespace talon::wire
