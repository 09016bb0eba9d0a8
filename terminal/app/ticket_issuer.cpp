#include "terminal/app/ticket_issuer.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.tickets")

Problem problemOf(const link::LinkError& error)
{
    switch (error.kind) {
    case link::LinkError::Kind::Unreachable: return Problem::NoAnswer;
    case link::LinkError::Kind::Refused: return terminal::problemOf(error.refusal.toStdString());
    case link::LinkError::Kind::Rejected: return Problem::Fault;
    }
    TALON_ENSURE(false);
}

} // namespace

TicketIssuer::TicketIssuer(link::ControllerLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link)
{}

void TicketIssuer::ask(const wire::TicketRequest& request, const Answer& answer)
{
    const auto service = request.service;
    m_link.post(u"/api/tickets"_s, wire::toJson(request), TicketPatience,
                [service, answer](const Expected<QJsonObject, link::LinkError>& reply) {
                    if (!reply) {
                        const Problem problem = problemOf(reply.error());
                        qCWarning(log)
                            << "service" << service.value
                            << "gave no ticket:" << name(problem).data() << reply.error().what;
                        answer(Unexpected(problem));
                        return;
                    }
                    const auto ticket = wire::ticketFromJson(*reply);
                    if (!ticket) {
                        qCWarning(log)
                            << "service" << service.value
                            << "gave what cannot be read:" << describe(ticket.error()).c_str();
                        answer(Unexpected(Problem::NoAnswer));
                        return;
                    }
                    qCInfo(log) << "visit" << ticket->visit.value << "has ticket"
                                << QString::fromStdString(ticket->number) << "ahead"
                                << ticket->peopleAhead;
                    answer(*ticket);
                });
}

void TicketIssuer::report(VisitId visit, PrintOutcome outcome)
{
    const QString path = u"/api/tickets/%1/print-report"_s.arg(visit.value);
    m_link.post(path, wire::toJson(wire::PrintReport{outcome}), ReportPatience,
                [visit, outcome](const Expected<QJsonObject, link::LinkError>& reply) {
                    if (reply) {
                        qCInfo(log) << "visit" << visit.value << "paper" << name(outcome).data()
                                    << "is reported";
                        return;
                    }
                    qCWarning(log)
                        << "visit" << visit.value << "paper" << name(outcome).data()
                        << "could not be reported:" << reply.error().refusal << reply.error().what;
                });
}

} // namespace talon::terminal
