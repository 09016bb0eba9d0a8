#include "shared/wire/hall_view.h"

#include "shared/wire/hall_screen_json.h"
#include "shared/wire/json_values.h"
#include "shared/wire/wait_range_json.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject callJson(const HallCall& call)
{
    return {
        {u"id"_s, qint64{call.id}},
        {u"visit"_s, toJson(call.visit)},
        {u"service"_s, toJson(call.service)},
        {u"number"_s, toJson(call.number)},
        {u"window"_s, toJson(call.window)},
        {u"state"_s, toJson(name(call.state))},
        {u"language"_s, toJson(call.language)},
        {u"times"_s, call.times},
        {u"at"_s, toJson(call.at)},
    };
}

QJsonObject windowJson(const HallWindow& window)
{
    return {
        {u"id"_s, toJson(window.id)},
        {u"name"_s, toJson(window.name)},
        {u"state"_s, toJson(name(window.state))},
        {u"number"_s, toJson(window.number)},
        {u"services"_s, toJson(window.services)},
    };
}

QJsonObject queueJson(const HallQueue& queue)
{
    QJsonArray next;
    for (const std::string& number : queue.next) {
        next.append(toJson(number));
    }
    return {
        {u"service"_s, toJson(queue.service)},
        {u"name"_s, toJson(queue.name)},
        {u"waiting"_s, queue.waiting},
        {u"forecast"_s, toJson(queue.forecast)},
        {u"next"_s, next},
    };
}

HallCall callFrom(JsonReader& json)
{
    HallCall call;
    call.id = json.integer("id", 1);
    call.visit = json.id<VisitId>("visit");
    call.service = json.id<ServiceId>("service");
    call.number = json.text("number", 32);
    call.window = json.text("window", 32);
    call.state = json.choice("state", VisitStates);
    call.language = json.text("language", 8);
    call.times = static_cast<int>(json.integer("times", 1, 1'000'000));
    call.at = json.instant("at");
    return call;
}

HallWindow windowFrom(JsonReader& json)
{
    HallWindow window;
    window.id = json.id<WindowId>("id");
    window.name = json.text("name", 32);
    window.state = json.choice("state", WindowStates);
    window.number = json.textMaybe("number", 32);
    window.services = json.ids<ServiceId>("services");
    return window;
}

HallQueue queueFrom(JsonReader& json)
{
    HallQueue queue;
    queue.service = json.id<ServiceId>("service");
    queue.name = json.texts("name");
    queue.waiting = static_cast<int>(json.integer("waiting", 0, 1'000'000));
    queue.forecast = rangeMaybe(json, "forecast");
    queue.next = json.strings("next");
    return queue;
}

} // namespace

QJsonObject toJson(const HallView& view)
{
    return {
        {u"office"_s, toJson(view.office)},
        {u"calls"_s, arrayOf(view.calls, callJson)},
        {u"windows"_s, arrayOf(view.windows, windowJson)},
        {u"queues"_s, arrayOf(view.queues, queueJson)},
        {u"screens"_s,
         arrayOf(view.screens, [](const HallScreen& screen) { return toJson(screen); })},
        {u"mediaRevision"_s, toJson(view.mediaRevision)},
    };
}

Expected<HallView, ParseError> hallViewFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    HallView view;
    view.office = officePresentFrom(json.object("office"));
    view.calls = json.list("calls", callFrom);
    view.windows = json.list("windows", windowFrom);
    view.queues = json.list("queues", queueFrom);
    view.screens = json.list("screens", hallScreenFrom);
    view.mediaRevision = json.textMaybe("mediaRevision", 64);
    return json.finish(std::move(view));
}

} // namespace talon::wire
