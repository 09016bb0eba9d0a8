#include "controller/api/handlers.h"
#include "controller/api/query.h"
#include "shared/wire/json_values.h"
#include "shared/wire/settings_json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

constexpr int RetryAfterSeconds = 2;

void reply(const Call& call, const QJsonObject& json)
{
    call.reply({.status = 200, .body = QJsonDocument(json).toJson(QJsonDocument::Compact)});
}

QJsonArray rowsOf(const std::vector<queue::Visit>& visits)
{
    return wire::arrayOf(visits, [](const queue::Visit& visit) { return toJson(visitRow(visit)); });
}

} // namespace

void windowList(const Call& call)
{
    const auto rows = windowRows(sceneOf(call.desk.access));
    reply(call, {{u"windows"_s,
                  wire::arrayOf(rows, [](const wire::WindowRow& row) { return toJson(row); })}});
}

void visitList(const Call& call)
{
    const queue::Office& office = call.desk.access.office();
    Day day = office.day;
    if (const auto named = valueIn(call.request.query, "day")) {
        const auto wanted = wire::dayFromText(*named);
        if (!wanted) {
            call.reply(fault(400, "day must be a date such as 2026-11-24"));
            return;
        }
        day = *wanted;
    }
    QJsonArray rows;
    if (day == office.day) {
        for (const auto& [id, visit] : office.visits) {
            rows.append(toJson(visitRow(visit)));
        }
    } else {
        const auto visits = call.desk.access.visitsOn(day);
        if (!visits) {
            call.reply(faultForNow(503, "the journal cannot be read", RetryAfterSeconds));
            return;
        }
        rows = rowsOf(*visits);
    }
    reply(call, {{u"day"_s, wire::toJson(wire::dayText(day))}, {u"visits"_s, rows}});
}

void settings(const Call& call)
{
    reply(call, wire::toJson(call.desk.access.office().settings));
}

void health(const Call& call)
{
    reply(call, {{u"status"_s, u"ok"_s},
                 {u"version"_s, QStringLiteral(TALON_VERSION)},
                 {u"epoch"_s, qint64{call.desk.access.epoch()}},
                 {u"seq"_s, qint64{call.desk.access.seq()}}});
}

void describeApi(const Call& call)
{
    reply(call, introspection());
}

} // namespace talon::api
