#include "shared/wire/wait_range_json.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

QJsonValue toJson(const std::optional<WaitRange>& range)
{
    if (!range) {
        return {};
    }
    return QJsonObject{{u"lowSeconds"_s, qint64{range->low.count()}},
                       {u"highSeconds"_s, qint64{range->high.count()}}};
}

std::optional<WaitRange> rangeMaybe(JsonReader& json, const char* key)
{
    if (!json.has(key)) {
        return std::nullopt;
    }
    constexpr std::int64_t WaitSecondsMax = 7 * 86'400;
    JsonReader range = json.object(key);
    WaitRange read;
    read.low = std::chrono::seconds{range.integer("lowSeconds", 0, WaitSecondsMax)};
    read.high =
        std::chrono::seconds{range.integer("highSeconds", read.low.count(), WaitSecondsMax)};
    return read;
}

} // namespace talon::wire
