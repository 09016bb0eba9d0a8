#include "terminal/app/seen_office.h"

#include "terminal/app/service_tree.h"
#include "terminal/app/without_controller.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

QString nameOf(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

void SeenOffice::show(const wire::TerminalView& view)
{
    m_last = view;
    m_view = view;
    m_clock.set(view.office);
    m_isKnown = true;
    m_isAlone = false;
}

void SeenOffice::recall(wire::TerminalView view, Instant machineTime)
{
    if (m_isKnown || machineTime < view.office.now) {
        return;
    }
    m_last = std::move(view);
    wire::OfficePresent present = m_last.office;
    present.now = machineTime;
    m_clock.set(present);
    m_isKnown = true;
    goAlone();
}

void SeenOffice::goAlone()
{
    if (m_isKnown) {
        m_isAlone = true;
        passTime();
    }
}

void SeenOffice::passTime()
{
    if (m_isAlone) {
        m_view = withoutController(m_last, m_clock.now());
    }
}

std::optional<Day> SeenOffice::today() const
{
    return m_isKnown ? dayAt(m_last, m_clock.now()) : std::nullopt;
}

std::string SeenOffice::document() const
{
    wire::TerminalView lasting = m_last;
    for (wire::ServiceChoice& each : lasting.services) {
        each.waiting = 0;
        each.forecast.reset();
    }
    // The moment is that of the day's end, so that the text does not change with every second.
    lasting.office.now = lasting.dayEndsAt - std::chrono::days(1);
    return QJsonDocument(wire::toJson(lasting)).toJson(QJsonDocument::Compact).toStdString();
}

Offer SeenOffice::offer() const
{
    const auto has = [this](Segment segment) {
        return std::ranges::any_of(m_view.services, [segment](const wire::ServiceChoice& each) {
            return each.segment == segment;
        });
    };
    return {.open = m_view.office.open,
            .b2c = has(Segment::B2c),
            .b2b = has(Segment::B2b),
            .categories = !m_view.categories.empty(),
            .bookings = m_view.bookings > 0};
}

std::vector<Choice> SeenOffice::choices(Segment segment,
                                        const std::vector<GroupId>& path,
                                        const QString& language) const
{
    std::vector<Choice> rows;
    for (const TreeChoice& each : choicesAt(m_view, segment, path)) {
        rows.push_back(
            std::visit([&](const auto* choice) { return row(*choice, language); }, each));
    }
    return rows;
}

std::vector<Choice> SeenOffice::categories(const QString& language) const
{
    std::vector<Choice> rows;
    for (const wire::CategoryChoice& each : m_view.categories) {
        rows.push_back({.id = each.id.value, .name = text(each.name, language)});
    }
    return rows;
}

Choice SeenOffice::row(const wire::GroupChoice& group, const QString& language) const
{
    return {.id = group.id.value,
            .isGroup = true,
            .name = text(group.name, language),
            .icon = QString::fromStdString(group.icon)};
}

Choice SeenOffice::row(const wire::ServiceChoice& service, const QString& language) const
{
    const WaitMinutes wait =
        service.forecast ? inMinutes(*service.forecast) : WaitMinutes{.from = 0, .to = 0};
    return {.id = service.id.value,
            .name = text(service.name, language),
            .bring = text(service.bring, language),
            .icon = QString::fromStdString(service.icon),
            .waiting = m_isAlone ? UnknownWaiting : service.waiting,
            .waitFrom = wait.from,
            .waitTo = wait.to,
            .closed = service.closed ? nameOf(name(*service.closed)) : QString(),
            .opensDate = service.opensAt ? shortDayText(*service.opensAt, language) : QString(),
            .opensTime = service.opensAt ? minuteText(*service.opensAt) : QString()};
}

QString SeenOffice::text(const Text& text, const QString& language) const
{
    return QString::fromStdString(inLanguage(text, language.toStdString()));
}

QString SeenOffice::dayText(Instant at, const QString& language) const
{
    const QDate day = m_clock.wallClock(at).date();
    return day == m_clock.wallClock().date() ? QString()
                                             : QLocale(language).toString(day, u"dddd, d MMMM"_s);
}

QString SeenOffice::shortDayText(Instant at, const QString& language) const
{
    const QDate day = m_clock.wallClock(at).date();
    return day == m_clock.wallClock().date() ? QString()
                                             : QLocale(language).toString(day, u"d MMMM"_s);
}

QString SeenOffice::minuteText(Instant at) const
{
    return m_clock.wallClock(at).toString(u"HH:mm"_s);
}

QString SeenOffice::timeText() const
{
    return m_clock.isSet() ? m_clock.wallClock().toString(u"HH:mm"_s) : QString();
}

QString SeenOffice::dateText(const QString& language) const
{
    return m_clock.isSet()
               ? QLocale(language).toString(m_clock.wallClock().date(), u"dddd, d MMMM"_s)
               : QString();
}

} // namespace talon::terminal
