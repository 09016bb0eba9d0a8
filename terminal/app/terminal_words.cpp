// What TerminalApp tells QML: the state in a visitor's words.

#include "terminal/app/service_tree.h"
#include "terminal/app/terminal_app.h"

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

QString fromName(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QVariantMap deviceRow(const QString& what, const QString& state, bool good, const QString& detail)
{
    return {{u"what"_s, what}, {u"state"_s, state}, {u"good"_s, good}, {u"detail"_s, detail}};
}

} // namespace

QString TerminalApp::screen() const
{
    return fromName(name(m_state.screen));
}

QString TerminalApp::place() const
{
    QString place = screen();
    for (const GroupId each : m_state.path) {
        place += u'/' + QString::number(each.value);
    }
    return place;
}

QString TerminalApp::problem() const
{
    return fromName(name(m_state.problem));
}

bool TerminalApp::canGoHome() const
{
    // Elsewhere back leads there, or the screen has its own button.
    switch (m_state.screen) {
    case Screen::Read:
    case Screen::Category:
    case Screen::Bookings:
    case Screen::Arrival: return true;
    case Screen::Services: return !m_state.path.empty();
    default: return false;
    }
}

QString TerminalApp::groupName() const
{
    const wire::GroupChoice* const group =
        m_state.path.empty() ? nullptr : findGroup(m_office.view(), m_state.path.back());
    return group == nullptr ? QString() : m_office.text(group->name, m_language);
}

const wire::ServiceChoice* TerminalApp::chosenService() const
{
    return m_state.service ? findService(m_office.view(), *m_state.service) : nullptr;
}

QString TerminalApp::serviceName() const
{
    const wire::ServiceChoice* const service = chosenService();
    return service == nullptr ? QString() : m_office.text(service->name, m_language);
}

QString TerminalApp::serviceBring() const
{
    const wire::ServiceChoice* const service = chosenService();
    return service == nullptr ? QString() : m_office.text(service->bring, m_language);
}

QString TerminalApp::serviceOpensDate() const
{
    const wire::ServiceChoice* const service = chosenService();
    return service != nullptr && service->opensAt ? m_office.dayText(*service->opensAt, m_language)
                                                  : QString();
}

QString TerminalApp::serviceOpensTime() const
{
    const wire::ServiceChoice* const service = chosenService();
    return service != nullptr && service->opensAt ? m_office.minuteText(*service->opensAt)
                                                  : QString();
}

const ArrivalBooking* TerminalApp::foundBooking() const
{
    return m_found.empty() ? nullptr : &m_found.front();
}

QString TerminalApp::appointment() const
{
    return fromName(name(m_state.appointment));
}

QString TerminalApp::appointmentService() const
{
    const ArrivalBooking* const booking = foundBooking();
    const wire::ServiceChoice* const service =
        booking == nullptr ? nullptr : findService(m_office.view(), booking->service);
    return service == nullptr ? QString() : m_office.text(service->name, m_language);
}

QString TerminalApp::appointmentDate() const
{
    const ArrivalBooking* const booking = foundBooking();
    return booking == nullptr ? QString() : m_office.dayText(booking->at, m_language);
}

QString TerminalApp::appointmentTime() const
{
    const ArrivalBooking* const booking = foundBooking();
    return booking == nullptr ? QString() : m_office.minuteText(booking->at);
}

QString TerminalApp::appointmentFrom() const
{
    const ArrivalBooking* const booking = foundBooking();
    return booking == nullptr ? QString()
                              : m_office.minuteText(booking->at - m_office.view().bookingEarliest);
}

QString TerminalApp::appointmentNumber() const
{
    const ArrivalBooking* const booking = foundBooking();
    return booking == nullptr ? QString() : QString::fromStdString(booking->number.value_or(""));
}

QString TerminalApp::ticketService() const
{
    const wire::ServiceChoice* const service = findService(m_office.view(), m_given.ticket.service);
    return service == nullptr ? QString() : m_office.text(service->name, m_language);
}

int TerminalApp::waitFrom() const
{
    return m_given.ticket.promised ? inMinutes(*m_given.ticket.promised).from : 0;
}

int TerminalApp::waitTo() const
{
    return m_given.ticket.promised ? inMinutes(*m_given.ticket.promised).to : 0;
}

QString TerminalApp::paper() const
{
    if (m_paperWaits && m_state.paper == PrintOutcome::NotReported) {
        return u"waiting"_s;
    }
    return m_state.copy && m_state.paper == PrintOutcome::Printed ? u"copy"_s
                                                                  : fromName(name(m_state.paper));
}

QString TerminalApp::qualityLine() const
{
    return QString::fromStdString(m_office.view().office.qualityLine);
}

QString TerminalApp::opensDate() const
{
    const auto opens = m_office.view().office.opensAt;
    return opens ? m_office.dayText(*opens, m_language) : QString();
}

QString TerminalApp::opensTime() const
{
    const auto opens = m_office.view().office.opensAt;
    return opens ? m_office.minuteText(*opens) : QString();
}

int TerminalApp::numbersLeft() const
{
    const auto today = m_office.today();
    int left = 0;
    for (const wire::ServiceChoice& each : m_office.view().services) {
        left += today && m_desk != nullptr ? m_desk->book().left(each.id, *today) : 0;
    }
    return left;
}

QVariantList TerminalApp::deviceRows() const
{
    const PaperState printer = m_paper.state();
    const QString condition = printer.condition.isEmpty() ? u"gone"_s : printer.condition;
    QVariantList rows{
        deviceRow(u"printer"_s, condition, printer.isReady && condition == u"ready"_s, {}),
        deviceRow(u"scanner"_s,
                  m_scannerReady      ? u"ready"_s
                  : m_scannerExpected ? u"gone"_s
                                      : u"none"_s,
                  m_scannerReady || !m_scannerExpected, {}),
        deviceRow(u"controller"_s, m_link.isConnected() ? u"ready"_s : u"notAnswering"_s,
                  m_link.isConnected(), {}),
    };
    if (m_own != nullptr) {
        const int waiting = m_own->waitingCount();
        rows.append(deviceRow(u"reserve"_s, waiting == 0 ? u"ready"_s : u"handingOver"_s,
                              waiting == 0, QString::number(waiting)));
    }
    rows.append(deviceRow(u"version"_s, {}, true, QStringLiteral(TALON_VERSION)));
    return rows;
}

} // namespace talon::terminal
