#include "terminal/app/appointments.h"

#include "shared/wire/json_reader.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.bookings")

constexpr auto Patience = 3s; ///< A visitor stands there.

} // namespace

Appointments::Appointments(link::ControllerLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link)
{}

void Appointments::follow(std::int64_t revision)
{
    m_wanted = revision;
    if (m_revision != m_wanted && !m_fetching) {
        fetch([] {});
    }
}

void Appointments::recall(const std::string& document)
{
    const auto json = wire::objectFromText(QByteArray::fromStdString(document));
    const auto arrivals = json ? wire::arrivalsFromJson(*json) : Unexpected(json.error());
    if (arrivals) {
        m_arrivals = *arrivals;
    } else {
        qCWarning(log) << "the kept bookings cannot be read:" << describe(arrivals.error()).c_str();
    }
}

void Appointments::find(const std::string& input,
                        const std::string& officeCode,
                        const ArrivalTime& time,
                        const Found& found)
{
    const FoundAppointment here = findAppointment(input, m_arrivals.bookings, officeCode, time);
    if (here.appointment != Appointment::Unknown || !m_link.isConnected()) {
        found(here);
        return;
    }
    fetch([this, input, officeCode, time, found] {
        found(findAppointment(input, m_arrivals.bookings, officeCode, time));
    });
}

void Appointments::fetch(const std::function<void()>& then)
{
    m_fetching = true;
    const std::int64_t revision = m_wanted;
    m_link.get(u"/api/arrivals"_s, Patience,
               [this, revision, then](const Expected<QJsonObject, link::LinkError>& reply) {
                   m_fetching = false;
                   const auto arrivals =
                       reply ? wire::arrivalsFromJson(*reply)
                             : Expected<wire::Arrivals, ParseError>(Unexpected(
                                   ParseError{.field = "arrivals", .what = "did not come"}));
                   if (arrivals) {
                       m_revision = revision;
                       m_arrivals = *arrivals;
                       Q_EMIT changed(QJsonDocument(wire::toJson(m_arrivals))
                                          .toJson(QJsonDocument::Compact)
                                          .toStdString());
                   } else {
                       qCWarning(log) << describe(arrivals.error()).c_str();
                   }
                   then();
               });
}

} // namespace talon::terminal
