#include "terminal/app/terminal_app.h"

#include "shared/wire/json_reader.h"
#include "terminal/app/service_tree.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.app")

/// A person who cannot see or reach well needs longer.
constexpr int SpokenPatience = 3;

constexpr QLatin1String BadgePrefix{"TALON-S1 "};

} // namespace

TerminalApp::TerminalApp(const Parts& parts, const QString& firstLanguage)
    : m_link(parts.link)
    , m_paper(parts.paper)
    , m_own(parts.own)
    , m_desk(parts.desk)
    , m_issuer(parts.link, parts.own)
    , m_appointments(parts.link)
    , m_firstLanguage(firstLanguage)
    , m_language(firstLanguage)
    , m_staffLanguage(firstLanguage)
    , m_staff(parts.link, aroundStaff())
{
    connect(&m_staff, &StaffDesk::changed, this, &TerminalApp::followStaff);
    connect(&m_link, &link::ControllerLink::viewArrived, this, &TerminalApp::takeView);
    connect(&m_link, &link::ControllerLink::connectedChanged, this, [this](bool connected) {
        if (connected) {
            m_away.stop();
        } else {
            m_away.start();
        }
        m_staff.refresh();
    });
    connect(
        &m_paper, &Paper::settled, this,
        [this](const QString& number, PrintOutcome outcome, bool isCopy) {
            qCInfo(log) << "ticket" << number << (isCopy ? "copy" : "paper")
                        << name(outcome).data();
            m_paperWaits = false;
            m_staff.tellPaper(number, outcome == PrintOutcome::Printed);
            step(PaperSettled{.number = number.toStdString(), .outcome = outcome, .copy = isCopy});
            Q_EMIT screenChanged();
        });
    connect(&m_paper, &Paper::waiting, this, [this] {
        m_paperWaits = true;
        noticeTouch();
        Q_EMIT screenChanged();
    });
    connect(&m_paper, &Paper::testSettled, this,
            [this](bool isPrinted) { m_staff.tellPaper({}, isPrinted); });
    connect(&m_paper, &Paper::stateChanged, this, [this] {
        Q_EMIT paperReadyChanged();
        m_staff.refresh();
    });
    connect(&m_appointments, &Appointments::changed, this,
            [this](const std::string& document) { keepDocument(Document::Bookings, document); });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { step(VisitorLeft{}); });
    m_away.setSingleShot(true);
    m_away.setInterval(AwayAfter);
    connect(&m_away, &QTimer::timeout, this, &TerminalApp::loseController);
    m_away.start();
    connect(&m_second, &QTimer::timeout, this, &TerminalApp::passTime);
    m_second.start(1s);
    recall();
}

/// What was known when the program or the power went.
void TerminalApp::recall()
{
    if (m_desk == nullptr) {
        return;
    }
    if (const auto bookings = m_desk->document(Document::Bookings)) {
        m_appointments.recall(*bookings);
    }
    const auto kept = m_desk->document(Document::View);
    if (!kept) {
        return;
    }
    const auto json = wire::objectFromText(QByteArray::fromStdString(*kept));
    const auto view = json ? wire::terminalViewFromJson(*json)
                           : Expected<wire::TerminalView, ParseError>(Unexpected(json.error()));
    if (!view) {
        qCWarning(log) << "the kept office cannot be read:" << describe(view.error()).c_str();
        return;
    }
    m_keptView = *kept;
    m_office.recall(*view, Instant(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())));
}

void TerminalApp::chooseSegment(const QString& segment)
{
    const bool isB2b = segment.toStdString() == name(Segment::B2b);
    step(SegmentChosen{isB2b ? Segment::B2b : Segment::B2c});
}

void TerminalApp::chooseGroup(qint64 group)
{
    if (findGroup(m_office.view(), GroupId{group}) != nullptr) {
        step(GroupChosen{GroupId{group}});
    }
}

void TerminalApp::chooseService(qint64 service)
{
    const wire::ServiceChoice* const chosen = findService(m_office.view(), ServiceId{service});
    if (chosen != nullptr) {
        // The staff may give what visitors are refused.
        step(ServiceChosen{.service = chosen->id,
                           .segment = chosen->segment,
                           .readFirst = chosen->readFirst && !m_staff.isIssuing(),
                           .closed = m_staff.isIssuing() ? std::nullopt : chosen->closed});
    }
}

void TerminalApp::readOn()
{
    step(ReadOn{});
}

void TerminalApp::answerCategory(qint64 category)
{
    step(CategoryAnswered{category == 0 ? std::nullopt : std::optional(CategoryId{category})});
}

void TerminalApp::checkIn()
{
    step(CheckInTouched{});
}

void TerminalApp::findBooking(const QString& text)
{
    // The controller may be asked first: by its answer the visitor may have gone on, or home.
    m_appointments.find(text.toStdString(), m_office.view().officeCode, arrivalTime(),
                        [this, askedAt = place()](const FoundAppointment& found) {
                            if (place() == askedAt) {
                                showAppointment(found);
                            }
                        });
}

ArrivalTime TerminalApp::arrivalTime() const
{
    return {.today = m_office.today().value_or(Day{}),
            .now = m_office.clock().now(),
            .earliest = m_office.view().bookingEarliest,
            .grace = m_office.view().bookingGrace};
}

void TerminalApp::showAppointment(const FoundAppointment& found)
{
    m_found.clear();
    std::vector<Choice> rows;
    for (const std::size_t place : found.which) {
        const ArrivalBooking& booking = m_appointments.bookings().at(place);
        m_found.push_back(booking);
        const wire::ServiceChoice* const service = findService(m_office.view(), booking.service);
        rows.push_back(
            {.id = booking.id.value,
             .name = service == nullptr ? QString() : m_office.text(service->name, m_language),
             .opensDate = m_office.dayText(booking.at, m_language),
             .opensTime = m_office.minuteText(booking.at)});
    }
    m_bookings.setRows(std::move(rows));
    step(AppointmentFound{.appointment = found.appointment,
                          .booking = m_found.empty() || found.appointment == Appointment::Several
                                         ? std::nullopt
                                         : std::optional(m_found.front().id)});
    Q_EMIT appointmentChanged();
}

void TerminalApp::chooseBooking(qint64 booking)
{
    const auto& known = m_appointments.bookings();
    const auto chosen = std::ranges::find(known, BookingId{booking}, &ArrivalBooking::id);
    if (chosen != known.end()) {
        showAppointment({.appointment = judge(*chosen, arrivalTime()),
                         .which = {static_cast<std::size_t>(chosen - known.begin())}});
    }
}

void TerminalApp::checkInAnyway()
{
    step(CheckInAnyway{});
}

void TerminalApp::takeUsualTicket()
{
    const ArrivalBooking* const booking = foundBooking();
    if (booking != nullptr && findService(m_office.view(), booking->service) != nullptr) {
        chooseService(booking->service.value);
    } else {
        step(HomeTouched{});
    }
}

void TerminalApp::goBack()
{
    step(BackTouched{});
}

void TerminalApp::goHome()
{
    // A ticket that is on its way is not left, nor is the language it is told in.
    if (m_state.screen == Screen::Issuing) {
        return;
    }
    const bool hasTicket = m_state.screen == Screen::Done;
    step(HomeTouched{});
    if (hasTicket) {
        welcomeNext();
    }
}

/// Nothing of the last visitor stays for the next one.
void TerminalApp::welcomeNext()
{
    if (m_paperWaits) {
        m_paper.giveUp();
    }
    m_staff.endIssuing();
    m_access.reset();
    setLanguage(m_isStaffHere ? m_staffLanguage : m_firstLanguage);
}

/// The staff comes to its own language, and leaves visitors theirs.
void TerminalApp::followStaff()
{
    const bool isHere = !m_staff.page().isEmpty();
    if (std::exchange(m_isStaffHere, isHere) != isHere) {
        setLanguage(isHere ? m_staffLanguage : m_firstLanguage);
    }
}

void TerminalApp::chooseLanguage(const QString& language)
{
    if (m_isStaffHere) {
        m_staffLanguage = language;
    }
    setLanguage(language);
    noticeTouch();
}

void TerminalApp::toggleAccess(const QString& mode)
{
    const QByteArray property = mode.toLatin1();
    m_access.setProperty(property, !m_access.property(property).toBool());
    noticeTouch();
}

void TerminalApp::takeScan(const QString& code)
{
    if (code.startsWith(BadgePrefix)) {
        m_staff.signInByBadge(code);
    } else if (m_staff.page().isEmpty()) {
        findBooking(code);
    }
}

void TerminalApp::expectScanner()
{
    m_scannerExpected = true;
    Q_EMIT scannerChanged();
}

void TerminalApp::setScannerReady(bool ready)
{
    if (m_scannerReady != ready) {
        m_scannerReady = ready;
        Q_EMIT scannerChanged();
        m_staff.refresh();
    }
}

void TerminalApp::settleHalfPrinted(VisitId visit, const std::string& number)
{
    qCWarning(log) << "ticket" << QString::fromStdString(number)
                   << "was being printed when the power went";
    if (visit.value != 0) {
        m_issuer.knowVisit(number, visit);
        m_issuer.report(number, PrintOutcome::Unknown, false);
    } else if (m_desk != nullptr && m_own != nullptr) {
        const auto& tickets = m_desk->tickets();
        const auto ticket =
            std::find_if(tickets.rbegin(), tickets.rend(), [&number](const KeptTicket& each) {
                return each.ticket.number == number;
            });
        if (ticket != tickets.rend()) {
            m_own->settlePaper(ticket->key, PrintOutcome::Unknown);
        }
    }
}

std::chrono::milliseconds TerminalApp::patienceNow() const
{
    return patience(m_state) * (m_access.spoken() ? SpokenPatience : 1);
}

void TerminalApp::noticeTouch()
{
    m_staff.noticeTouch();
    const auto wait = patienceNow();
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
        if (m_state.screen != before.screen || m_state.path != before.path ||
            m_state.paper != before.paper) {
            noticeTouch();
        }
        Q_EMIT screenChanged();
        Q_EMIT choiceChanged();
    }
    if (std::holds_alternative<VisitorLeft>(happening)) {
        welcomeNext();
    }
    carryOut(result.task);
}

void TerminalApp::carryOut(const Task& task)
{
    const auto take = [this](const Expected<GivenTicket, Problem>& given) { give(given); };
    if (const auto* const ask = std::get_if<AskForTicket>(&task)) {
        m_issuer.ask({.service = ask->service,
                      .category = ask->category,
                      .language = m_language.toStdString(),
                      .staffToken = m_staff.token()},
                     take);
    } else if (const auto* const arrived = std::get_if<AskToCheckIn>(&task)) {
        const ArrivalBooking* const booking = foundBooking();
        m_issuer.ask({.service = booking == nullptr ? ServiceId{} : booking->service,
                      .language = m_language.toStdString(),
                      .booking = arrived->booking},
                     take);
    } else if (std::holds_alternative<PrintTicket>(task)) {
        m_paperWaits = false;
        m_paper.print(m_given.ticket, m_office.view(), false);
    } else if (const auto* const report = std::get_if<ReportPaper>(&task)) {
        m_issuer.report(report->number, report->outcome, report->copy);
    }
}

void TerminalApp::give(const Expected<GivenTicket, Problem>& given)
{
    if (!given) {
        step(TicketDenied{given.error()});
        return;
    }
    m_given = *given;
    Q_EMIT ticketChanged();
    step(TicketIssued{given->ticket.number});
}

void TerminalApp::takeView(const wire::FeedMessage& message)
{
    const auto view = wire::terminalViewFromJson(message.view);
    if (!view) {
        qCWarning(log) << "the view cannot be read:" << describe(view.error()).c_str();
        return;
    }
    m_office.show(*view);
    m_appointments.follow(view->bookings);
    keepDocument(Document::View, m_office.document());
    m_shownTime = timeText();
    endStarting();
    fillModels();
    Q_EMIT officeChanged();
    Q_EMIT timeChanged();
    step(OfferArrived{m_office.offer()});
}

/// Nobody answers. With numbers of its own the terminal goes on by what it knows.
void TerminalApp::loseController()
{
    endStarting();
    const auto today = m_office.today();
    const bool hasNumbers =
        today && m_desk != nullptr &&
        std::ranges::any_of(m_desk->book().days(),
                            [&today](const LeasedDay& each) { return each.day == *today; });
    if (!hasNumbers) {
        step(ControllerLost{});
        return;
    }
    if (!m_office.isAlone()) {
        qCInfo(log) << "goes on without the controller";
    }
    m_office.goAlone();
    fillModels();
    Q_EMIT officeChanged();
    step(OfferArrived{m_office.offer()});
}

void TerminalApp::passTime()
{
    if (std::exchange(m_shownTime, timeText()) == m_shownTime) {
        return;
    }
    Q_EMIT timeChanged();
    Q_EMIT officeChanged(); // "We open today" may have become true.
    if (!m_link.isConnected() && m_office.isAlone()) {
        m_office.passTime();
        loseController(); // Another hour may open or close, another day may have no numbers.
    }
}

/// Only what has changed: every keeping waits for the disk.
void TerminalApp::keepDocument(Document document, const std::string& text)
{
    if (m_desk == nullptr || (document == Document::View && text == m_keptView)) {
        return;
    }
    if (const auto kept = m_desk->keepDocument(document, text); !kept) {
        qCWarning(log) << "what the office offers could not be kept";
    } else if (document == Document::View) {
        m_keptView = text;
    }
}

void TerminalApp::setLanguage(const QString& language)
{
    if (m_language == language) {
        return;
    }
    m_language = language;
    fillModels();
    m_staff.refresh();
    Q_EMIT languageChanged();
    Q_EMIT officeChanged();
    Q_EMIT timeChanged();
    Q_EMIT ticketChanged();
    Q_EMIT choiceChanged();
    Q_EMIT appointmentChanged();
}

void TerminalApp::fillModels()
{
    m_services.setRows(m_office.choices(m_state.segment, m_state.path, m_language));
    m_categories.setRows(m_office.categories(m_language));
}

void TerminalApp::endStarting()
{
    if (std::exchange(m_starting, false)) {
        Q_EMIT startingChanged();
    }
}

StaffDesk::Around TerminalApp::aroundStaff()
{
    return {
        .view = [this]() -> const wire::TerminalView& { return m_office.view(); },
        .inLanguage = [this](const Text& text) { return m_office.text(text, m_language); },
        .minuteText = [this](Instant at) { return m_office.minuteText(at); },
        .devices = [this] { return deviceRows(); },
        .printCopy =
            [this](const wire::Ticket& ticket) {
                m_issuer.knowVisit(ticket.number, ticket.visit);
                m_paper.print(ticket, m_office.view(), true);
            },
        .printTest = [this] { m_paper.printTest(); },
        .beginIssuing = [this] { step(HomeTouched{}); },
        .restart = [this] { Q_EMIT restartWanted(); },
    };
}

} // namespace talon::terminal
