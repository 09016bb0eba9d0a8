#include "terminal/app/staff_desk.h"

#include "terminal/app/service_tree.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.staff")

constexpr auto PatienceForAnswer = 5s;

/// Who forgets to leave is not followed by a visitor with the staff's rights.
constexpr auto PatienceForTouch = 60s;

} // namespace

StaffDesk::StaffDesk(link::ControllerLink& link, Around around)
    : m_link(link)
    , m_around(std::move(around))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceForTouch);
    connect(&m_patience, &QTimer::timeout, this, &StaffDesk::leave);
}

QString StaffDesk::ticketService() const
{
    const wire::ServiceChoice* const service = findService(m_around.view(), m_ticket.service);
    return service == nullptr ? QString() : m_around.inLanguage(service->name);
}

QString StaffDesk::ticketTime() const
{
    return m_around.minuteText(m_ticket.joinedAt);
}

void StaffDesk::open()
{
    if (m_page.isEmpty() && m_token.isEmpty()) {
        show(u"pin"_s);
    }
}

void StaffDesk::leave()
{
    if (m_page.isEmpty() && m_token.isEmpty()) {
        return;
    }
    if (!m_name.isEmpty()) {
        qCInfo(log) << "staff leaves the terminal";
    }
    ++m_visitNumber;
    m_patience.stop();
    m_token.clear();
    m_name.clear();
    m_busy = false;
    m_tickets.clear();
    m_ticket = {};
    m_rows.setRows({});
    m_said.clear();
    show({});
}

void StaffDesk::signIn(const QString& pin)
{
    signIn(QJsonObject{{u"pin"_s, pin}});
}

void StaffDesk::signInByBadge(const QString& badge)
{
    if (m_token.isEmpty()) {
        signIn(QJsonObject{{u"badge"_s, badge}});
    }
}

void StaffDesk::signIn(const QJsonObject& credential)
{
    if (m_busy) {
        return;
    }
    if (m_page.isEmpty()) {
        show(u"pin"_s);
    }
    m_busy = true;
    say({});
    m_link.post(u"/api/terminal/sign-in"_s, credential, PatienceForAnswer,
                answered([this](const QJsonObject& reply) {
                    m_token = reply.value("token"_L1).toString().toLatin1();
                    m_name = reply.value("name"_L1).toString();
                    qCInfo(log) << "staff" << reply.value("staff"_L1).toInteger()
                                << "works at the terminal";
                    show(u"menu"_s);
                }));
}

/// Takes what was asked for by the member of the staff who is still here, and tells the rest.
link::ControllerLink::Done StaffDesk::answered(Answer answer)
{
    return [this, answer = std::move(answer),
            visit = m_visitNumber](const Expected<QJsonObject, link::LinkError>& reply) {
        if (visit != m_visitNumber) {
            return;
        }
        m_busy = false;
        if (reply) {
            answer(*reply);
            return;
        }
        const link::LinkError& error = reply.error();
        switch (error.kind) {
        case link::LinkError::Kind::Unreachable:
            if (error.status == 429 && error.retryAfter) {
                say(u"wait"_s, QString::number(error.retryAfter->count()), true);
            } else {
                say(u"noAnswer"_s, {}, true);
            }
            break;
        case link::LinkError::Kind::Refused: say(u"refused"_s, error.refusal, true); break;
        case link::LinkError::Kind::Rejected:
            qCInfo(log) << (m_token.isEmpty() ? "a sign-in was refused"
                                              : "the staff may not do this");
            say(m_token.isEmpty() ? u"wrongPin"_s : u"mayNot"_s, error.what, true);
            break;
        }
    };
}

void StaffDesk::choose(const QString& action)
{
    if (m_token.isEmpty()) {
        return;
    }
    say({});
    if (action == u"issue"_s) {
        show({});
        m_around.beginIssuing();
    } else if (action == u"tickets"_s) {
        fetchTickets();
    } else if (action == u"devices"_s) {
        show(u"devices"_s);
    } else if (action == u"testPrint"_s) {
        say(u"printing"_s);
        m_around.printTest();
    } else if (action == u"restart"_s) {
        say(u"restarting"_s);
        m_around.restart();
    }
}

void StaffDesk::fetchTickets()
{
    m_busy = true;
    Q_EMIT changed();
    m_link.get(u"/api/tickets?last=20"_s, PatienceForAnswer,
               answered([this](const QJsonObject& reply) {
                   m_tickets.clear();
                   const QJsonArray tickets = reply.value("tickets"_L1).toArray();
                   for (const QJsonValue& each : tickets) {
                       if (const auto ticket = wire::ticketFromJson(each.toObject())) {
                           m_tickets.push_back(*ticket);
                       }
                   }
                   fillTickets();
                   show(u"tickets"_s);
               }),
               m_token);
}

void StaffDesk::fillTickets()
{
    std::vector<TicketRow> rows;
    for (const wire::Ticket& each : m_tickets) {
        const wire::ServiceChoice* const service = findService(m_around.view(), each.service);
        rows.push_back(
            {.visit = each.visit.value,
             .number = QString::fromStdString(each.number),
             .service = service == nullptr ? QString() : m_around.inLanguage(service->name),
             .time = m_around.minuteText(each.joinedAt),
             .priority = each.category.has_value()});
    }
    m_rows.setRows(std::move(rows));
    std::vector<Choice> categories;
    for (const wire::CategoryChoice& each : m_around.view().categories) {
        categories.push_back({.id = each.id.value, .name = m_around.inLanguage(each.name)});
    }
    m_categories.setRows(std::move(categories));
}

void StaffDesk::openTicket(qint64 visit)
{
    const auto ticket = std::ranges::find(m_tickets, VisitId{visit}, &wire::Ticket::visit);
    if (ticket != m_tickets.end()) {
        m_ticket = *ticket;
        say({});
        show(u"ticket"_s);
    }
}

void StaffDesk::reprint()
{
    if (m_page == u"ticket"_s) {
        say(u"printing"_s, ticketNumber());
        m_around.printCopy(m_ticket);
    }
}

void StaffDesk::setCategory(qint64 category)
{
    if (m_page != u"ticket"_s || m_busy) {
        return;
    }
    m_busy = true;
    say({});
    const QJsonValue wanted = category == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(category);
    m_link.post(u"/api/visits/%1/category"_s.arg(m_ticket.visit.value), {{u"category"_s, wanted}},
                PatienceForAnswer, answered([this, category](const QJsonObject& /*reply*/) {
                    m_ticket.category =
                        category == 0 ? std::nullopt : std::optional(CategoryId{category});
                    say(u"categorySet"_s, ticketNumber());
                }),
                {.token = m_token});
}

void StaffDesk::back()
{
    say({});
    if (m_page == u"ticket"_s) {
        fetchTickets(); // As it is by now.
    } else if (!m_token.isEmpty()) {
        show(u"menu"_s);
    }
}

void StaffDesk::endIssuing()
{
    if (isIssuing()) {
        show(u"menu"_s);
    }
}

void StaffDesk::tellPaper(const QString& number, bool isPrinted)
{
    if (!m_page.isEmpty()) {
        say(isPrinted ? u"printed"_s : u"notPrinted"_s, number, !isPrinted);
    }
}

void StaffDesk::refresh()
{
    if (!m_page.isEmpty()) {
        fillTickets();
        Q_EMIT changed();
    }
}

void StaffDesk::noticeTouch()
{
    if (!m_page.isEmpty() || !m_token.isEmpty()) {
        m_patience.start();
    }
}

void StaffDesk::show(const QString& page)
{
    m_page = page;
    noticeTouch();
    Q_EMIT changed();
}

void StaffDesk::say(const QString& what, const QString& detail, bool isTrouble)
{
    m_said = what;
    m_saidDetail = detail;
    m_saidIsTrouble = isTrouble;
    Q_EMIT changed();
}

} // namespace talon::terminal
