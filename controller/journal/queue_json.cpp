#include "controller/journal/queue_json.h"

#include "shared/wire/json_values.h"
#include "shared/wire/wait_range_json.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace talon::journal {

namespace {

using std::chrono::milliseconds;
using wire::JsonReader;
using wire::toJson;

constexpr int IntMax = std::numeric_limits<int>::max();

/// The name of an enum's value, or null.
template <class Enum>
QJsonValue nameMaybe(const std::optional<Enum>& value)
{
    return value ? wire::toJson(name(*value)) : QJsonValue();
}

template <class Choices>
auto choiceMaybe(JsonReader& json, const char* key, const Choices& choices)
    -> std::optional<typename Choices::value_type>
{
    if (!json.has(key)) {
        return std::nullopt;
    }
    return json.choice(key, choices);
}

QJsonValue textOrNull(const std::string& text)
{
    return text.empty() ? QJsonValue() : wire::toJson(text);
}

} // namespace

QJsonObject toJson(const queue::CallReason& reason)
{
    return {
        {u"waitedMs"_s, qint64{reason.waited.count()}},
        {u"targetMs"_s, qint64{reason.target.count()}},
        {u"helping"_s, reason.helping},
        {u"onlyHere"_s, reason.onlyHere},
        {u"category"_s, toJson(reason.category)},
        {u"bookedFor"_s, toJson(reason.bookedFor)},
        {u"outOfTurn"_s, textOrNull(reason.outOfTurn)},
    };
}

queue::CallReason reasonFrom(JsonReader& json)
{
    return {.waited = milliseconds{json.integer("waitedMs")},
            .target = milliseconds{json.integer("targetMs")},
            .helping = json.flag("helping"),
            .onlyHere = json.flagMaybe("onlyHere"),
            .category = json.idMaybe<CategoryId>("category"),
            .bookedFor = json.instantMaybe("bookedFor"),
            .outOfTurn = json.textMaybe("outOfTurn").value_or("")};
}

QJsonObject toJson(const queue::Stop& stop)
{
    return {{u"service"_s, toJson(stop.service)}, {u"onlyAt"_s, toJson(stop.onlyAt)}};
}

queue::Stop stopFrom(JsonReader& json)
{
    return {.service = json.id<ServiceId>("service"), .onlyAt = json.idMaybe<WindowId>("onlyAt")};
}

QJsonObject toJson(const queue::Stage& stage)
{
    return {
        {u"service"_s, toJson(stage.service)},   {u"queuedAt"_s, toJson(stage.queuedAt)},
        {u"calledAt"_s, toJson(stage.calledAt)}, {u"startedAt"_s, toJson(stage.startedAt)},
        {u"endedAt"_s, toJson(stage.endedAt)},   {u"window"_s, toJson(stage.window)},
        {u"topic"_s, toJson(stage.topic)},
    };
}

queue::Stage stageFrom(JsonReader& json)
{
    return {.service = json.id<ServiceId>("service"),
            .queuedAt = json.instant("queuedAt"),
            .calledAt = json.instantMaybe("calledAt"),
            .startedAt = json.instantMaybe("startedAt"),
            .endedAt = json.instant("endedAt"),
            .window = json.idMaybe<WindowId>("window"),
            .topic = json.idMaybe<TopicId>("topic")};
}

QJsonObject toJson(const queue::Issuing& issuing)
{
    return {{u"mode"_s, wire::toJson(name(issuing.mode))},
            {u"lastTicketGiven"_s, issuing.lastTicketGiven}};
}

queue::Issuing issuingFrom(JsonReader& json)
{
    return {.mode = json.choice("mode", IssuingModes),
            .lastTicketGiven = json.flag("lastTicketGiven")};
}

QJsonObject toJson(const queue::OfflineOrigin& origin)
{
    return {{u"device"_s, toJson(origin.device)},
            {u"takenAt"_s, toJson(origin.takenAt)},
            {u"handedOverAt"_s, toJson(origin.handedOverAt)}};
}

queue::OfflineOrigin originFrom(JsonReader& json)
{
    return {.device = json.id<DeviceId>("device"),
            .takenAt = json.instant("takenAt"),
            .handedOverAt = json.instant("handedOverAt")};
}

QJsonObject toJson(const queue::Visit& visit)
{
    return {
        {u"id"_s, toJson(visit.id)},
        {u"day"_s, toJson(wire::dayText(visit.day))},
        {u"number"_s, toJson(visit.number)},
        {u"service"_s, toJson(visit.service)},
        {u"route"_s, wire::arrayOf(visit.route, [](const queue::Stop& s) { return toJson(s); })},
        {u"onlyAt"_s, toJson(visit.onlyAt)},
        {u"category"_s, toJson(visit.category)},
        {u"booking"_s, toJson(visit.booking)},
        {u"bookedFor"_s, toJson(visit.bookedFor)},
        {u"people"_s, visit.people},
        {u"language"_s, toJson(visit.language)},
        {u"state"_s, toJson(name(visit.state))},
        {u"joinedAt"_s, toJson(visit.joinedAt)},
        {u"queuedAt"_s, toJson(visit.queuedAt)},
        {u"due"_s, toJson(visit.due)},
        {u"notBefore"_s, toJson(visit.notBefore)},
        {u"place"_s, qint64{visit.place.time_since_epoch().count()}},
        {u"promised"_s, toJson(visit.promised)},
        {u"timesCalled"_s, visit.timesCalled},
        {u"print"_s, toJson(name(visit.print))},
        {u"copies"_s, visit.copies},
        {u"window"_s, toJson(visit.window)},
        {u"call"_s, qint64{visit.call}},
        {u"calledAt"_s, toJson(visit.calledAt)},
        {u"latestCallAt"_s, toJson(visit.latestCallAt)},
        {u"startedAt"_s, toJson(visit.startedAt)},
        {u"endedAt"_s, toJson(visit.endedAt)},
        {u"heldUntil"_s, toJson(visit.heldUntil)},
        {u"topic"_s, toJson(visit.topic)},
        {u"reason"_s, visit.reason ? QJsonValue(toJson(*visit.reason)) : QJsonValue()},
        {u"stages"_s, wire::arrayOf(visit.stages, [](const queue::Stage& s) { return toJson(s); })},
        {u"passedStation"_s, visit.passedStation},
        {u"note"_s, textOrNull(visit.note)},
        {u"cancelled"_s, nameMaybe(visit.cancelled)},
        {u"dropped"_s, nameMaybe(visit.dropped)},
        {u"offline"_s, visit.offline ? QJsonValue(toJson(*visit.offline)) : QJsonValue()},
        {u"revision"_s, visit.revision},
    };
}

queue::Visit visitFrom(JsonReader& json)
{
    queue::Visit visit;
    visit.id = json.id<VisitId>("id");
    visit.day = json.day("day");
    visit.number = json.text("number");
    visit.service = json.id<ServiceId>("service");
    visit.route = json.list("route", stopFrom);
    visit.onlyAt = json.idMaybe<WindowId>("onlyAt");
    visit.category = json.idMaybe<CategoryId>("category");
    visit.booking = json.idMaybe<BookingId>("booking");
    visit.bookedFor = json.instantMaybe("bookedFor");
    visit.people = static_cast<int>(json.integer("people", 1, IntMax));
    visit.language = json.text("language");
    visit.state = json.choice("state", VisitStates);
    visit.joinedAt = json.instant("joinedAt");
    visit.queuedAt = json.instant("queuedAt");
    visit.due = json.instant("due");
    visit.notBefore = json.instant("notBefore");
    visit.place = Instant{milliseconds{json.integer("place")}};
    visit.promised = wire::rangeMaybe(json, "promised");
    visit.timesCalled = static_cast<int>(json.integer("timesCalled", 0, IntMax));
    visit.print = json.choice("print", PrintOutcomes);
    visit.copies = static_cast<int>(json.integerOr("copies", 0, 0, IntMax));
    visit.window = json.idMaybe<WindowId>("window");
    visit.call = json.integer("call", 0);
    visit.calledAt = json.instantMaybe("calledAt");
    visit.latestCallAt = json.instantMaybe("latestCallAt");
    visit.startedAt = json.instantMaybe("startedAt");
    visit.endedAt = json.instantMaybe("endedAt");
    visit.heldUntil = json.instantMaybe("heldUntil");
    visit.topic = json.idMaybe<TopicId>("topic");
    if (json.has("reason")) {
        JsonReader reason = json.object("reason");
        visit.reason = reasonFrom(reason);
    }
    visit.stages = json.list("stages", stageFrom);
    visit.passedStation = json.flag("passedStation");
    visit.note = json.textMaybe("note").value_or("");
    visit.cancelled = choiceMaybe(json, "cancelled", CancelReasons);
    visit.dropped = choiceMaybe(json, "dropped", DropReasons);
    if (json.has("offline")) {
        JsonReader offline = json.object("offline");
        visit.offline = originFrom(offline);
    }
    visit.revision = static_cast<int>(json.integer("revision", 0, IntMax));
    return visit;
}

} // namespace talon::journal
