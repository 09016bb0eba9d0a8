#include "terminal/app/terminal_app.h"

#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.app")

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Offer offerOf(const wire::TerminalView& view)
{
    const auto has = [&view](Segment segment) {
        return std::ranges::any_of(view.services, [segment](const wire::ServiceChoice& each) {
            return each.segment == segment;
        });
    };
    return {.open = view.office.open,
            .b2c = has(Segment::B2c),
            .b2b = has(Segment::B2b),
            .categories = !view.categories.empty()};
}

} // namespace

TerminalApp::TerminalApp(link::ControllerLink& link, Paper& paper, const QString& firstLanguage)
    : m_link(link)
    , m_paper(paper)
    , m_issuer(link)
    , m_firstLanguage(firstLanguage)
    , m_language(firstLanguage)
{
    connect(&m_link, &link::ControllerLink::viewArrived, this, &TerminalApp::takeView);
    connect(&m_link, &link::ControllerLink::connectedChanged, this, [this](bool connected) {
        if (connected) {
            m_away.stop();
        } else {
            m_away.start();
        }
    });
    connect(&m_paper, &Paper::settled, this, [this](VisitId visit, PrintOutcome outcome) {
        qCInfo(log) << "visit" << visit.value << "paper" << name(outcome).data();
        step(PaperSettled{.visit = visit, .outcome = outcome});
    });
    connect(&m_paper, &Paper::readyChanged, this, &TerminalApp::paperReadyChanged);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { step(VisitorLeft{}); });
    m_away.setSingleShot(true);
    m_away.setInterval(AwayAfter);
    connect(&m_away, &QTimer::timeout, this, [this] {
        endStarting();
        step(ControllerLost{});
    });
    m_away.start();
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (std::exchange(m_shownTime, timeText()) != m_shownTime) {
            Q_EMIT timeChanged();
            Q_EMIT officeChanged(); // "We open today" may have become true.
        }
    });
    m_second.start(1s);
}

QString TerminalApp::screen() const
{
    return fromView(name(m_state.screen));
}

QString TerminalApp::problem() const
{
    return fromView(name(m_state.problem));
}

QString TerminalApp::segment() const
{
    return fromView(name(m_state.segment));
}

bool TerminalApp::canGoHome() const
{
    // Elsewhere back leads there, or the screen has its own button.
    return m_state.screen == Screen::Category;
}

QString TerminalApp::ticketService() const
{
    const auto service =
        std::ranges::find(m_view.services, m_ticket.service, &wire::ServiceChoice::id);
    return service == m_view.services.end() ? QString() : inLanguage(service->name);
}

QString TerminalApp::paper() const
{
    return fromView(name(m_state.paper));
}

QString TerminalApp::officeName() const
{
    return inLanguage(m_view.office.name);
}

/// Empty for today.
QString TerminalApp::dayText(Instant at) const
{
    const QDate day = m_clock.at(at).date();
    return day == m_clock.now().date() ? QString()
                                       : QLocale(m_language).toString(day, u"dddd, d MMMM"_s);
}

/// Where there is little room: without the day of the week.
QString TerminalApp::shortDayText(Instant at) const
{
    const QDate day = m_clock.at(at).date();
    return day == m_clock.now().date() ? QString() : QLocale(m_language).toString(day, u"d MMMM"_s);
}

QString TerminalApp::minuteText(Instant at) const
{
    return m_clock.at(at).toString(u"HH:mm"_s);
}

QString TerminalApp::opensDate() const
{
    return m_view.office.opensAt ? dayText(*m_view.office.opensAt) : QString();
}

QString TerminalApp::opensTime() const
{
    return m_view.office.opensAt ? minuteText(*m_view.office.opensAt) : QString();
}

const wire::ServiceChoice* TerminalApp::chosenService() const
{
    const auto chosen = m_state.service ? std::ranges::find(m_view.services, *m_state.service,
                                                            &wire::ServiceChoice::id)
                                        : m_view.services.end();
    return chosen == m_view.services.end() ? nullptr : &*chosen;
}

QString TerminalApp::refusedOpensDate() const
{
    const wire::ServiceChoice* const service = chosenService();
    return service != nullptr && service->opensAt ? dayText(*service->opensAt) : QString();
}

QString TerminalApp::refusedOpensTime() const
{
    const wire::ServiceChoice* const service = chosenService();
    return service != nullptr && service->opensAt ? minuteText(*service->opensAt) : QString();
}

int TerminalApp::waitFrom() const
{
    return m_ticket.promised ? inMinutes(*m_ticket.promised).from : 0;
}

int TerminalApp::waitTo() const
{
    return m_ticket.promised ? inMinutes(*m_ticket.promised).to : 0;
}

QString TerminalApp::timeText() const
{
    return m_clock.isSet() ? m_clock.now().toString(u"HH:mm"_s) : QString();
}

QString TerminalApp::dateText() const
{
    return m_clock.isSet() ? QLocale(m_language).toString(m_clock.now().date(), u"dddd, d MMMM"_s)
                           : QString();
}

void TerminalApp::chooseSegment(const QString& segment)
{
    const bool isB2b = segment.toStdString() == name(Segment::B2b);
    step(SegmentChosen{isB2b ? Segment::B2b : Segment::B2c});
}

void TerminalApp::chooseService(qint64 service)
{
    const auto chosen =
        std::ranges::find(m_view.services, ServiceId{service}, &wire::ServiceChoice::id);
    step(ServiceChosen{.service = ServiceId{service},
                       .closed = chosen == m_view.services.end() ? std::nullopt : chosen->closed});
}

void TerminalApp::answerCategory(qint64 category)
{
    step(CategoryAnswered{category == 0 ? std::nullopt : std::optional(CategoryId{category})});
}

void TerminalApp::goBack()
{
    step(BackTouched{});
}

void TerminalApp::goHome()
{
    step(HomeTouched{});
    setLanguage(m_firstLanguage);
}

void TerminalApp::chooseLanguage(const QString& language)
{
    setLanguage(language);
    noticeTouch();
}

void TerminalApp::noticeTouch()
{
    const auto wait = patience(m_state);
    if (wait == 0ms) {
        m_patience.stop();
    } else {
        m_patience.start(wait);
    }
}

void TerminalApp::step(const Happening& happening)
{
    const State before = m_state;
    Step result = next(m_state, happening);
    m_state = result.state;
    if (m_state != before) {
        fillModels();
        if (m_state.screen != before.screen) {
            qCDebug(log) << "screen" << screen();
        }
        if (m_state.screen != before.screen || m_state.paper != before.paper) {
            noticeTouch();
        }
        Q_EMIT screenChanged();
    }
    if (std::holds_alternative<VisitorLeft>(happening)) {
        setLanguage(m_firstLanguage);
    }
    carryOut(result.task);
}

void TerminalApp::carryOut(const Task& task)
{
    if (const auto* const ask = std::get_if<AskForTicket>(&task)) {
        m_issuer.ask({.service = ask->service,
                      .category = ask->category,
                      .language = m_language.toStdString()},
                     [this](const Expected<wire::Ticket, Problem>& ticket) {
                         if (!ticket) {
                             step(TicketDenied{ticket.error()});
                             return;
                         }
                         m_ticket = *ticket;
                         Q_EMIT ticketChanged();
                         step(TicketIssued{ticket->visit});
                     });
    } else if (std::holds_alternative<PrintTicket>(task)) {
        m_paper.print(m_ticket, m_view);
    } else if (const auto* const report = std::get_if<ReportPaper>(&task)) {
        m_issuer.report(report->visit, report->outcome);
    }
}

void TerminalApp::takeView(const wire::FeedMessage& message)
{
    const auto view = wire::terminalViewFromJson(message.view);
    if (!view) {
        qCWarning(log) << "the view cannot be read:" << describe(view.error()).c_str();
        return;
    }
    m_view = *view;
    m_clock.set(m_view.office);
    m_shownTime = timeText();
    endStarting();
    fillModels();
    Q_EMIT officeChanged();
    Q_EMIT timeChanged();
    step(OfferArrived{offerOf(m_view)});
}

void TerminalApp::setLanguage(const QString& language)
{
    if (m_language == language) {
        return;
    }
    m_language = language;
    fillModels();
    Q_EMIT languageChanged();
    Q_EMIT officeChanged();
    Q_EMIT timeChanged();
    Q_EMIT ticketChanged();
}

void TerminalApp::fillModels()
{
    std::vector<Choice> services;
    for (const wire::ServiceChoice& each : m_view.services) {
        if (each.segment == m_state.segment) {
            const WaitMinutes wait =
                each.forecast ? inMinutes(*each.forecast) : WaitMinutes{.from = 0, .to = 0};
            services.push_back({.id = each.id.value,
                                .name = inLanguage(each.name),
                                .bring = inLanguage(each.bring),
                                .icon = QString::fromStdString(each.icon),
                                .waiting = each.waiting,
                                .waitFrom = wait.from,
                                .waitTo = wait.to,
                                .closed = each.closed ? fromView(name(*each.closed)) : QString(),
                                .opensDate = each.opensAt ? shortDayText(*each.opensAt) : QString(),
                                .opensTime = each.opensAt ? minuteText(*each.opensAt) : QString()});
        }
    }
    m_services.setRows(std::move(services));
    std::vector<Choice> categories;
    for (const wire::CategoryChoice& each : m_view.categories) {
        categories.push_back({.id = each.id.value, .name = inLanguage(each.name)});
    }
    m_categories.setRows(std::move(categories));
}

void TerminalApp::endStarting()
{
    if (std::exchange(m_starting, false)) {
        Q_EMIT startingChanged();
    }
}

QString TerminalApp::inLanguage(const Text& text) const
{
    return QString::fromStdString(talon::inLanguage(text, m_language.toStdString()));
}

} // namespace talon::terminal
