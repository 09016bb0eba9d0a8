#include "controller/api/submission.h"

#include "controller/staff/token.h"
#include "shared/base/ensure.h"

#include <QJsonDocument>

#include <algorithm>

namespace talon::api {

namespace {

constexpr int RetryAfterSeconds = 2;

} // namespace

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<QJsonObject> bodyOf(const Call& call)
{
    const std::string& body = call.request.body;
    if (body.empty()) {
        return QJsonObject();
    }
    return accepted(call, wire::objectFromText(QByteArray::fromRawData(
                              body.data(), static_cast<qsizetype>(body.size()))));
}

void submit(const Call& call, queue::Command command, MakeReply reply, std::string abandons)
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
        .abandons = std::move(abandons),
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

StaffId clerkOf(const Call& call)
{
    const staff::StaffMember* const member = call.actor.member();
    return member == nullptr ? StaffId{} : member->id;
}

QByteArray emptyReply(const queue::Office& /*office*/, const std::vector<queue::Event>& /*events*/)
{
    return "{}";
}

wire::Ticket ticketOf(const queue::Office& office, const queue::TicketIssued& event)
{
    return {.visit = event.visit,
            .number = event.number,
            .service = event.service,
            .category = event.category,
            .language = event.language,
            .joinedAt = event.at,
            .peopleAhead = queue::peopleAhead(office, event.visit),
            .promised = event.promised};
}

QByteArray ticketReply(const queue::Office& office, const std::vector<queue::Event>& events)
{
    const auto issued = std::ranges::find_if(events, [](const queue::Event& event) {
        return std::holds_alternative<queue::TicketIssued>(event);
    });
    TALON_ENSURE(issued != events.end());
    return compact(toJson(ticketOf(office, std::get<queue::TicketIssued>(*issued))));
}

} // namespace talon::api
