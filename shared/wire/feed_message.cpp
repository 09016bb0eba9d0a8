#include "shared/wire/feed_message.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

QJsonObject toJson(const FeedMessage& message)
{
    return {
        {u"feed"_s, toJson(message.feed)},
        {u"epoch"_s, qint64{message.epoch}},
        {u"seq"_s, qint64{message.seq}},
        {u"view"_s, message.view},
    };
}

Expected<FeedMessage, ParseError> feedMessageFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    FeedMessage message;
    message.feed = json.text("feed", 64);
    message.epoch = json.integer("epoch", 1);
    message.seq = json.integer("seq", 0);
    message.view = object.value("view"_L1).toObject();
    if (!object.value("view"_L1).isObject()) {
        json.fail("view", "must be an object");
    }
    return json.finish(std::move(message));
}

} // namespace talon::wire
