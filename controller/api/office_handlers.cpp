#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "controller/queue/rule_text.h"
#include "shared/wire/json_values.h"
#include "shared/wire/settings_json.h"

using namespace Qt::StringLiterals;

namespace talon::api {

void changeSettings(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    const auto wanted = accepted(call, wire::settingsFromJson(*body));
    if (!wanted) {
        return;
    }
    if (!call.desk.access.knowsZone(wanted->timeZone)) {
        call.reply(fault(400, "timeZone is not known here: \"" + wanted->timeZone + "\""));
        return;
    }
    submit(call, queue::ChangeSettings{*wanted},
           [](const queue::Office& office, const std::vector<queue::Event>& /*events*/) {
               return compact(wire::toJson(office.settings));
           });
}

void setIssuing(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (const auto mode = accepted(call, json.finish(json.choice("mode", IssuingModes)))) {
        submit(call, queue::SetIssuing{.service = {call.id}, .mode = *mode}, emptyReply);
    }
}

void sendHome(const Call& call)
{
    if (bodyOf(call)) {
        submit(call, queue::SendHome{}, emptyReply);
    }
}

void ruleText(const Call& call)
{
    const OfficeSettings& settings = call.desk.access.office().settings;
    QJsonArray statements;
    for (const Text& statement : queue::consequences(settings)) {
        statements.append(wire::toJson(statement));
    }
    call.reply({.status = 200,
                .body = compact({{u"order"_s, wire::toJson(name(settings.rules.order))},
                                 {u"statements"_s, statements}})});
}

} // namespace talon::api
