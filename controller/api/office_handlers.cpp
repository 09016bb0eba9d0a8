#include "controller/api/handlers.h"
#include "controller/staff/token.h"
#include "shared/base/ensure.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"
#include "shared/wire/settings_json.h"
#include "shared/wire/ticket_json.h"
#include "shared/wire/window_view.h"

#include <QJsonDocument>

#include <algorithm>

namespace talon::api {

namespace {

using MakeReply = std::function<QByteArray(const queue::Office&, const std::vector<queue::Event>&)>;

constexpr int RetryAfterSeconds = 2;

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// The body as one JSON object; a missing body is an empty one.
Expected<QJsonObject, ParseError> bodyOf(const HttpRequest& request)
{
    if (request.body.empty()) {
        return QJsonObject();
    }
    return wire::objectFromText(
        QByteArray::fromRawData(request.body.data(), static_cast<qsizetype>(request.body.size())));
}

void refuse(const Call& call, const ParseError& error)
{
    call.reply(fault(400, describe(error)));
}

/// Hands a command to the office, with the key under which its answer is kept.
void submit(const Call& call, queue::Command command, MakeReply reply)
{
    const std::string actor = call.actor.name();
    std::string whole(name(call.route.method));
    whole.append(" ").append(call.request.path).append("\n");
    whole.append(actor).append("\n").append(call.request.body);
    call.desk.access.submit({
        .key = call.request.idempotencyKey,
        .fingerprint = staff::tokenHash(whole),
        .by = actor,
        .command = std::move(command),
        .reply = std::move(reply),
        .done =
            [answered = call.reply](const Answer& answer) {
                HttpAnswer given{.status = answer.status, .body = answer.body};
                if (answer.status == 503) {
                    given.headers =
                        "Retry-After: " + QByteArray::number(RetryAfterSeconds) + "\r\n";
                }
                answered(given);
            },
    });
}

/// A command of the clerk who asks, at the window in the path; the answer is the window after it.
template <class Command>
void submitAtWindow(const Call& call, Command command)
{
    command.window = {call.id};
    command.clerk = call.actor.member()->id;
    const OfficeAccess& access = call.desk.access;
    submit(call, command,
           [&access, window = command.window](const queue::Office& office,
                                              const std::vector<queue::Event>& /*events*/) {
               const auto view = windowView(sceneOf(access, office), window);
               TALON_ENSURE(view.has_value()); // The command was not refused.
               return compact(toJson(*view));
           });
}

template <class Command>
void submitWithoutBody(const Call& call)
{
    if (const auto body = bodyOf(call.request); !body) {
        refuse(call, body.error());
        return;
    }
    submitAtWindow(call, Command{});
}

QByteArray ticketFrom(const queue::Office& office, const std::vector<queue::Event>& events)
{
    const auto issued = std::ranges::find_if(events, [](const queue::Event& event) {
        return std::holds_alternative<queue::TicketIssued>(event);
    });
    TALON_ENSURE(issued != events.end());
    const auto& event = std::get<queue::TicketIssued>(*issued);
    return compact(toJson(wire::Ticket{.visit = event.visit,
                                       .number = event.number,
                                       .service = event.service,
                                       .category = event.category,
                                       .language = event.language,
                                       .joinedAt = event.at,
                                       .peopleAhead = queue::peopleAhead(office, event.visit)}));
}

} // namespace

void issueTicket(const Call& call)
{
    const auto body = bodyOf(call.request);
    if (!body) {
        refuse(call, body.error());
        return;
    }
    const auto wanted = wire::ticketRequestFromJson(*body);
    if (!wanted) {
        refuse(call, wanted.error());
        return;
    }
    submit(call,
           queue::IssueTicket{.service = wanted->service,
                              .category = wanted->category,
                              .language = wanted->language},
           ticketFrom);
}

void reportPrint(const Call& call)
{
    const auto body = bodyOf(call.request);
    if (!body) {
        refuse(call, body.error());
        return;
    }
    const auto report = wire::printReportFromJson(*body);
    if (!report) {
        refuse(call, report.error());
        return;
    }
    submit(call, queue::ReportPrint{.visit = {call.id}, .outcome = report->outcome},
           [](const queue::Office& /*office*/, const std::vector<queue::Event>& /*events*/) {
               return QByteArray("{}");
           });
}

void callNext(const Call& call)
{
    submitWithoutBody<queue::CallNext>(call);
}

void recall(const Call& call)
{
    submitWithoutBody<queue::Recall>(call);
}

void startService(const Call& call)
{
    submitWithoutBody<queue::StartService>(call);
}

void markNoShow(const Call& call)
{
    submitWithoutBody<queue::MarkNoShow>(call);
}

void openWindow(const Call& call)
{
    submitWithoutBody<queue::OpenWindow>(call);
}

void pauseWindow(const Call& call)
{
    submitWithoutBody<queue::PauseWindow>(call);
}

void closeWindow(const Call& call)
{
    submitWithoutBody<queue::CloseWindow>(call);
}

void finishVisit(const Call& call)
{
    const auto body = bodyOf(call.request);
    if (!body) {
        refuse(call, body.error());
        return;
    }
    wire::JsonReader json(*body);
    const auto topic = json.finish(json.id<TopicId>("topic"));
    if (!topic) {
        refuse(call, topic.error());
        return;
    }
    submitAtWindow(call, queue::FinishVisit{.topic = *topic});
}

void changeSettings(const Call& call)
{
    const auto body = bodyOf(call.request);
    if (!body) {
        refuse(call, body.error());
        return;
    }
    const auto wanted = wire::settingsFromJson(*body);
    if (!wanted) {
        refuse(call, wanted.error());
        return;
    }
    submit(call, queue::ChangeSettings{*wanted},
           [](const queue::Office& office, const std::vector<queue::Event>& /*events*/) {
               return compact(wire::toJson(office.settings));
           });
}

} // namespace talon::api
