#include "controller/journal/office_json.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"
#include "shared/wire/settings_json.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace talon::journal {

namespace {

using wire::JsonReader;

constexpr int IntMax = std::numeric_limits<int>::max();

QJsonValue json(const std::optional<queue::CallReason>& reason)
{
    if (!reason) {
        return {};
    }
    return QJsonObject{
        {u"waitedMs"_s, qint64{reason->waited.count()}},
        {u"targetMs"_s, qint64{reason->target.count()}},
        {u"helping"_s, reason->helping},
    };
}

QJsonObject json(const queue::Visit& visit)
{
    return {
        {u"id"_s, wire::toJson(visit.id)},
        {u"number"_s, wire::toJson(visit.number)},
        {u"service"_s, wire::toJson(visit.service)},
        {u"category"_s, wire::toJson(visit.category)},
        {u"language"_s, wire::toJson(visit.language)},
        {u"state"_s, wire::toJson(name(visit.state))},
        {u"joinedAt"_s, wire::toJson(visit.joinedAt)},
        {u"due"_s, wire::toJson(visit.due)},
        {u"timesCalled"_s, visit.timesCalled},
        {u"print"_s, wire::toJson(name(visit.print))},
        {u"window"_s, wire::toJson(visit.window)},
        {u"call"_s, qint64{visit.call}},
        {u"calledAt"_s, wire::toJson(visit.calledAt)},
        {u"latestCallAt"_s, wire::toJson(visit.latestCallAt)},
        {u"startedAt"_s, wire::toJson(visit.startedAt)},
        {u"endedAt"_s, wire::toJson(visit.endedAt)},
        {u"topic"_s, wire::toJson(visit.topic)},
        {u"reason"_s, json(visit.reason)},
    };
}

queue::Visit visitFrom(JsonReader& json)
{
    queue::Visit visit;
    visit.id = json.id<VisitId>("id");
    visit.number = json.text("number");
    visit.service = json.id<ServiceId>("service");
    visit.category = json.idMaybe<CategoryId>("category");
    visit.language = json.text("language");
    visit.state = json.choice("state", VisitStates);
    visit.joinedAt = json.instant("joinedAt");
    visit.due = json.instant("due");
    visit.timesCalled = static_cast<int>(json.integer("timesCalled", 0, IntMax));
    visit.print = json.choice("print", PrintOutcomes);
    visit.window = json.idMaybe<WindowId>("window");
    visit.call = json.integer("call", 0);
    visit.calledAt = json.instantMaybe("calledAt");
    visit.latestCallAt = json.instantMaybe("latestCallAt");
    visit.startedAt = json.instantMaybe("startedAt");
    visit.endedAt = json.instantMaybe("endedAt");
    visit.topic = json.idMaybe<TopicId>("topic");
    if (json.has("reason")) {
        JsonReader reason = json.object("reason");
        visit.reason =
            queue::CallReason{.waited = std::chrono::milliseconds{reason.integer("waitedMs")},
                              .target = std::chrono::milliseconds{reason.integer("targetMs")},
                              .helping = reason.flag("helping")};
    }
    return visit;
}

} // namespace

QJsonObject toJson(const queue::Office& office)
{
    QJsonArray numbers;
    for (const auto& [service, number] : office.lastNumber) {
        numbers.append(
            QJsonObject{{u"service"_s, wire::toJson(service)}, {u"lastNumber"_s, number}});
    }
    QJsonArray visits;
    for (const auto& [id, visit] : office.visits) {
        visits.append(json(visit));
    }
    QJsonArray desks;
    for (const auto& [window, desk] : office.desks) {
        desks.append(QJsonObject{{u"window"_s, wire::toJson(window)},
                                 {u"state"_s, wire::toJson(name(desk.state))},
                                 {u"clerk"_s, wire::toJson(desk.clerk)},
                                 {u"visit"_s, wire::toJson(desk.visit)}});
    }
    const bool isSetUp = office.settings != OfficeSettings{};
    return {
        {u"settings"_s, isSetUp ? QJsonValue(wire::toJson(office.settings)) : QJsonValue()},
        {u"day"_s, wire::toJson(wire::dayText(office.day))},
        {u"lastVisit"_s, qint64{office.lastVisit}},
        {u"lastCall"_s, qint64{office.lastCall}},
        {u"numbers"_s, numbers},
        {u"visits"_s, visits},
        {u"desks"_s, desks},
    };
}

Expected<queue::Office, ParseError> officeFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    queue::Office office;
    if (json.has("settings")) {
        auto settings = wire::settingsFromJson(object.value("settings"_L1).toObject());
        if (!settings) {
            return Unexpected(settings.error());
        }
        office.settings = *std::move(settings);
    }
    office.day = json.day("day");
    office.lastVisit = json.integer("lastVisit", 0);
    office.lastCall = json.integer("lastCall", 0);
    json.list("numbers", [&](JsonReader& item) {
        const auto service = item.id<ServiceId>("service");
        office.lastNumber[service] = static_cast<int>(item.integer("lastNumber", 1, IntMax));
        // Who waits is told by the visits. A service has a queue, maybe an empty one, from its
        // first number of the day on.
        office.waiting[service];
        return Done{};
    });
    json.list("visits", [&](JsonReader& item) {
        queue::Visit visit = visitFrom(item);
        if (visit.state == VisitState::Waiting) {
            office.waiting[visit.service].insert({.due = visit.due, .visit = visit.id});
        }
        office.visits.emplace(visit.id, std::move(visit));
        return Done{};
    });
    json.list("desks", [&](JsonReader& item) {
        office.desks[item.id<WindowId>("window")] = {.state = item.choice("state", WindowStates),
                                                     .clerk = item.idMaybe<StaffId>("clerk"),
                                                     .visit = item.idMaybe<VisitId>("visit")};
        return Done{};
    });
    return json.finish(std::move(office));
}

} // namespace talon::journal
