#include "shared/wire/window_view.h"

#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject topicJson(const TopicChoice& topic)
{
    return {
        {u"id"_s, toJson(topic.id)},
        {u"services"_s, toJson(topic.services)},
        {u"name"_s, toJson(topic.name)},
    };
}

QJsonValue breakJson(const std::optional<BreakPlan>& plan)
{
    if (!plan) {
        return {};
    }
    return QJsonObject{{u"begins"_s, toJson(plan->begins)}, {u"minutes"_s, plan->minutes}};
}

QJsonObject windowJson(const WindowChoice& window)
{
    return {
        {u"id"_s, toJson(window.id)},
        {u"name"_s, toJson(window.name)},
        {u"state"_s, toJson(name(window.state))},
        {u"services"_s, toJson(window.services)},
    };
}

QJsonObject rowJson(const VisitRow& row)
{
    return toJson(row);
}

QJsonObject namedJson(const Named& named)
{
    return toJson(named);
}

} // namespace

QJsonObject toJson(const Named& named)
{
    return {{u"id"_s, qint64{named.id}}, {u"name"_s, toJson(named.name)}};
}

QJsonObject toJson(const WindowRow& row)
{
    return {
        {u"id"_s, toJson(row.id)},
        {u"name"_s, toJson(row.name)},
        {u"state"_s, toJson(name(row.state))},
        {u"clerk"_s, toJson(row.clerk)},
        {u"clerkName"_s, toJson(row.clerkName)},
        {u"services"_s, toJson(row.services)},
        {u"number"_s, toJson(row.number)},
        {u"since"_s, toJson(row.since)},
        {u"backAt"_s, toJson(row.backAt)},
        {u"nextBreak"_s, breakJson(row.nextBreak)},
    };
}

QJsonObject toJson(const WindowView& view)
{
    return {
        {u"office"_s, toJson(view.office)},
        {u"window"_s, toJson(view.window)},
        {u"name"_s, toJson(view.name)},
        {u"state"_s, toJson(name(view.state))},
        {u"clerk"_s, toJson(view.clerk)},
        {u"clerkName"_s, toJson(view.clerkName)},
        {u"backAt"_s, toJson(view.backAt)},
        {u"nextBreak"_s, breakJson(view.nextBreak)},
        {u"undoUntil"_s, toJson(view.undoUntil)},
        {u"recallsLeft"_s, view.recallsLeft ? QJsonValue(*view.recallsLeft) : QJsonValue()},
        {u"visit"_s, view.visit ? QJsonValue(toJson(*view.visit)) : QJsonValue()},
        {u"queue"_s, arrayOf(view.queue, rowJson)},
        {u"waiting"_s, view.waiting},
        {u"held"_s, arrayOf(view.held, rowJson)},
        {u"absent"_s, arrayOf(view.absent, rowJson)},
        {u"windows"_s, arrayOf(view.windows, windowJson)},
        {u"services"_s, arrayOf(view.services, namedJson)},
        {u"categories"_s, arrayOf(view.categories, namedJson)},
        {u"topics"_s, arrayOf(view.topics, topicJson)},
    };
}

} // namespace talon::wire
