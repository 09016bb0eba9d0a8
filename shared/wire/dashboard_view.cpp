#include "shared/wire/dashboard_view.h"

#include "shared/wire/device_status_json.h"
#include "shared/wire/json_values.h"
#include "shared/wire/wait_range_json.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonValue number(const std::optional<std::int64_t>& value)
{
    return value ? QJsonValue(qint64{*value}) : QJsonValue();
}

QJsonObject dayJson(const DayFigures& today)
{
    return {
        {u"issued"_s, today.issued},
        {u"waiting"_s, today.waiting},
        {u"called"_s, today.called},
        {u"serving"_s, today.serving},
        {u"finished"_s, today.finished},
        {u"held"_s, today.held},
        {u"noShow"_s, today.noShow},
        {u"cancelled"_s, today.cancelled},
        {u"dropped"_s, today.dropped},
        {u"meanWaitSeconds"_s, number(today.meanWaitSeconds)},
        {u"wait95Seconds"_s, number(today.wait95Seconds)},
        {u"withinTargetPercent"_s,
         today.withinTargetPercent ? QJsonValue(*today.withinTargetPercent) : QJsonValue()},
        {u"meanServiceSeconds"_s, number(today.meanServiceSeconds)},
        {u"forecasts"_s, today.forecasts},
        {u"forecastWithinPercent"_s,
         today.forecastWithinPercent ? QJsonValue(*today.forecastWithinPercent) : QJsonValue()},
        {u"forecastErrorSeconds"_s, number(today.forecastErrorSeconds)},
    };
}

QJsonObject serviceJson(const ServiceRow& service)
{
    return {
        {u"id"_s, toJson(service.id)},
        {u"segment"_s, toJson(name(service.segment))},
        {u"name"_s, toJson(service.name)},
        {u"waiting"_s, service.waiting},
        {u"longestSince"_s, toJson(service.longestSince)},
        {u"firstDue"_s, toJson(service.firstDue)},
        {u"openWindows"_s, service.openWindows},
        {u"forecast"_s, toJson(service.forecast)},
        {u"issuing"_s, toJson(name(service.issuing))},
        {u"closed"_s, service.closed ? toJson(name(*service.closed)) : QJsonValue()},
    };
}

QJsonObject deviceJson(const DeviceRow& device)
{
    return {
        {u"id"_s, toJson(device.id)},
        {u"kind"_s, toJson(device.kind)},
        {u"name"_s, toJson(device.name)},
        {u"connected"_s, device.connected},
        {u"since"_s, toJson(device.since)},
        {u"status"_s, device.status ? QJsonValue(toJson(*device.status)) : QJsonValue()},
        {u"heardAt"_s, toJson(device.heardAt)},
    };
}

} // namespace

QJsonObject toJson(const DashboardView& view)
{
    const auto json = [](const auto& item) { return toJson(item); };
    return {
        {u"office"_s, toJson(view.office)},
        {u"today"_s, dayJson(view.today)},
        {u"services"_s, arrayOf(view.services, serviceJson)},
        {u"windows"_s, arrayOf(view.windows, json)},
        {u"visits"_s, arrayOf(view.visits, json)},
        {u"categories"_s, arrayOf(view.categories, json)},
        {u"topics"_s, arrayOf(view.topics, json)},
        {u"devices"_s, arrayOf(view.devices, deviceJson)},
    };
}

} // namespace talon::wire
