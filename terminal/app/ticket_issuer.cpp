#include "terminal/app/ticket_issuer.h"

#include <QLoggingCategory>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.tickets")

constexpr std::size_t GivenMax = 64;

Problem problemOf(const link::LinkError& error)
{
    switch (error.kind) {
    case link::LinkError::Kind::Unreachable: return Problem::NoAnswer;
    case link::LinkError::Kind::Refused: return terminal::problemOf(error.refusal.toStdString());
    case link::LinkError::Kind::Rejected: return Problem::Fault;
    }
    TALON_ENSURE(false);
}

Problem problemOf(NoNumber reason)
{
    switch (reason) {
    case NoNumber::NoLeaseForDay: return Problem::NoAnswer;
    case NoNumber::LeaseUsedUp: return Problem::ReserveUsedUp;
    case NoNumber::NotKept: return Problem::NoAnswer;
    }
    TALON_ENSURE(false);
}

QJsonObject requestFor(const TicketWish& wish)
{
    if (wish.booking) {
        return {{u"language"_s, QString::fromStdString(wish.language)}};
    }
    return wire::toJson(wire::TicketRequest{
        .service = wish.service, .category = wish.category, .language = wish.language});
}

} // namespace

TicketIssuer::TicketIssuer(link::ControllerLink& link, HandOver* own, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_own(own)
{}

void TicketIssuer::ask(const TicketWish& wish, const Answer& answer)
{
    if (m_own != nullptr && !m_link.isConnected()) {
        giveAlone(wish, {}, answer);
        return;
    }
    const QString path =
        wish.booking ? u"/api/bookings/%1/check-in"_s.arg(wish.booking->value) : u"/api/tickets"_s;
    // The key is known only after the call; the answer comes later still.
    const auto key = std::make_shared<QByteArray>();
    *key = m_link.post(
        path, requestFor(wish), m_own != nullptr ? TicketPatience : LonelyTicketPatience,
        [this, wish, answer, key](const Expected<QJsonObject, link::LinkError>& reply) {
            if (!reply) {
                const Problem problem = problemOf(reply.error());
                qCWarning(log) << "service" << wish.service.value
                               << "gave no ticket:" << name(problem).data() << reply.error().what;
                if (problem == Problem::NoAnswer && m_own != nullptr) {
                    giveAlone(wish, *key, answer);
                } else {
                    answer(Unexpected(problem));
                }
                return;
            }
            const auto ticket = wire::ticketFromJson(*reply);
            if (!ticket) {
                qCWarning(log) << "service" << wish.service.value
                               << "gave what cannot be read:" << describe(ticket.error()).c_str();
                answer(Unexpected(Problem::NoAnswer));
                return;
            }
            qCInfo(log) << "visit" << ticket->visit.value << "has ticket"
                        << QString::fromStdString(ticket->number) << "ahead" << ticket->peopleAhead;
            remember(ticket->number, ticket->visit);
            answer(GivenTicket{.ticket = *ticket});
        },
        {.token = wish.staffToken});
}

void TicketIssuer::giveAlone(const TicketWish& wish,
                             const QByteArray& instead,
                             const Answer& answer)
{
    const auto given = m_own->give({.service = wish.service,
                                    .category = wish.category,
                                    .language = wish.language,
                                    .booking = wish.booking,
                                    .instead = instead.toStdString()});
    if (!given) {
        qCWarning(log) << "service" << wish.service.value
                       << "has no number here:" << name(given.error()).data();
        answer(Unexpected(problemOf(given.error())));
        return;
    }
    const OfflineTicket& ticket = given->ticket;
    qCInfo(log) << "without the controller ticket" << QString::fromStdString(ticket.number)
                << "of service" << ticket.service.value;
    remember(ticket.number, given->key);
    answer(GivenTicket{.ticket = {.visit = {},
                                  .number = ticket.number,
                                  .service = ticket.service,
                                  .category = ticket.category,
                                  .language = ticket.language,
                                  .joinedAt = ticket.takenAt},
                       .isAlone = true});
}

void TicketIssuer::knowVisit(const std::string& number, VisitId visit)
{
    remember(number, visit);
}

void TicketIssuer::remember(const std::string& number, const Paper& paper)
{
    std::erase_if(m_given, [&number](const auto& each) { return each.first == number; });
    m_given.emplace_back(number, paper);
    if (m_given.size() > GivenMax) {
        m_given.pop_front();
    }
}

void TicketIssuer::report(const std::string& number, PrintOutcome outcome, bool isCopy)
{
    const auto given = std::ranges::find(m_given, number, &std::pair<std::string, Paper>::first);
    if (given == m_given.end()) {
        qCWarning(log) << "nobody is known to have ticket" << QString::fromStdString(number);
        return;
    }
    if (const auto* const key = std::get_if<std::string>(&given->second)) {
        // What counts for a ticket of its own is whether the visitor has paper at last.
        m_own->settlePaper(*key, outcome);
        return;
    }
    const auto visit = std::get<VisitId>(given->second);
    m_link.post(u"/api/tickets/%1/print-report"_s.arg(visit.value),
                wire::toJson(wire::PrintReport{.outcome = outcome, .copy = isCopy}), ReportPatience,
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
