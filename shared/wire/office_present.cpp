#include "shared/wire/office_present.h"

#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

QJsonObject toJson(const OfficePresent& present)
{
    return {
        {u"name"_s, toJson(present.name)}, {u"qualityLine"_s, toJson(present.qualityLine)},
        {u"now"_s, toJson(present.now)},   {u"utcOffsetMinutes"_s, present.utcOffsetMinutes},
        {u"open"_s, present.open},         {u"opensAt"_s, toJson(present.opensAt)},
    };
}

OfficePresent officePresentFrom(JsonReader json)
{
    OfficePresent present;
    present.name = json.texts("name");
    present.qualityLine = json.text("qualityLine");
    present.now = json.instant("now");
    present.utcOffsetMinutes = static_cast<int>(json.integer("utcOffsetMinutes", -1440, 1440));
    present.open = json.flag("open");
    present.opensAt = json.instantMaybe("opensAt");
    return present;
}

} // namespace talon::wire
