#include "shared/wire/ticket_json.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"
#include "shared/wire/wait_range_json.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

QJsonObject toJson(const TicketRequest& request)
{
    return {
        {u"service"_s, toJson(request.service)},
        {u"category"_s, toJson(request.category)},
        {u"language"_s, toJson(request.language)},
        {u"then"_s, toJson(request.then)},
        {u"people"_s, request.people},
    };
}

QJsonObject toJson(const Ticket& ticket)
{
    return {
        {u"visit"_s, toJson(ticket.visit)},       {u"number"_s, toJson(ticket.number)},
        {u"service"_s, toJson(ticket.service)},   {u"category"_s, toJson(ticket.category)},
        {u"language"_s, toJson(ticket.language)}, {u"joinedAt"_s, toJson(ticket.joinedAt)},
        {u"peopleAhead"_s, ticket.peopleAhead},   {u"promised"_s, toJson(ticket.promised)},
    };
}

QJsonObject toJson(const PrintReport& report)
{
    return {{u"outcome"_s, toJson(name(report.outcome))}, {u"copy"_s, report.copy}};
}

Expected<TicketRequest, ParseError> ticketRequestFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    TicketRequest request;
    request.service = json.id<ServiceId>("service");
    request.category = json.idMaybe<CategoryId>("category");
    request.language = json.textMaybe("language", 8).value_or("ru");
    if (json.has("then")) {
        request.then = json.ids<ServiceId>("then");
    }
    request.people = static_cast<int>(json.integerOr("people", 1, 1, 99));
    return json.finish(std::move(request));
}

Expected<Ticket, ParseError> ticketFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    Ticket ticket;
    ticket.visit = json.id<VisitId>("visit");
    ticket.number = json.text("number", 32);
    ticket.service = json.id<ServiceId>("service");
    ticket.category = json.idMaybe<CategoryId>("category");
    ticket.language = json.text("language", 8);
    ticket.joinedAt = json.instant("joinedAt");
    ticket.peopleAhead = static_cast<int>(json.integer("peopleAhead", 0, 1'000'000));
    ticket.promised = rangeMaybe(json, "promised");
    return json.finish(std::move(ticket));
}

Expected<PrintReport, ParseError> printReportFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    const PrintReport report{.outcome = json.choice("outcome", PrintOutcomes),
                             .copy = json.flagMaybe("copy")};
    if (report.outcome == PrintOutcome::NotReported) {
        json.fail("outcome", "must say what became of the paper");
    }
    return json.finish(report);
}

} // namespace talon::wire
