#include "shared/wire/media_json.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject itemJson(const MediaItem& item)
{
    return {
        {u"name"_s, toJson(item.name)},
        {u"kind"_s, toJson(name(item.kind))},
        {u"bytes"_s, qint64{item.bytes}},
        {u"sha256"_s, toJson(item.sha256)},
        {u"seconds"_s,
         item.kind == MediaKind::Picture ? QJsonValue(item.seconds) : QJsonValue(QJsonValue::Null)},
    };
}

MediaItem itemFrom(JsonReader& json)
{
    MediaItem item;
    item.name = json.text("name", MediaNameBytesMax);
    item.kind = json.choice("kind", MediaKinds);
    item.bytes = json.integer("bytes", 1, bytesMaxOf(item.kind));
    item.sha256 = json.text("sha256", 64);
    if (item.kind == MediaKind::Picture) {
        item.seconds =
            static_cast<int>(json.integer("seconds", PictureSecondsMin, PictureSecondsMax));
    }
    if (mediaKindOf(item.name) != item.kind) {
        json.fail("name", "is not the name of such a file");
    }
    if (!isSha256(item.sha256)) {
        json.fail("sha256", "is not a hash");
    }
    return item;
}

} // namespace

QJsonObject toJson(const MediaList& list)
{
    return {
        {u"revision"_s, toJson(list.revision)},
        {u"items"_s, arrayOf(list.items, itemJson)},
    };
}

Expected<MediaList, ParseError> mediaListFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    MediaList list;
    list.revision = json.text("revision", 64);
    list.items = json.list("items", itemFrom);
    if (list.items.size() > MediaItemsMax) {
        json.fail("items", "are too many");
    }
    return json.finish(std::move(list));
}

} // namespace talon::wire
