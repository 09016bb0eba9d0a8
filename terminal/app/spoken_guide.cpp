#include "terminal/app/spoken_guide.h"

#include "terminal/app/service_tree.h"
#include "terminal/speech/keys.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

/// Choices after an appointment that cannot simply be checked in.
enum class WayOn : std::int64_t { Anyway = 1, Usual, Home };

std::int64_t idOf(WayOn way)
{
    return static_cast<std::int64_t>(way);
}

const TellQuestion* questionOf(const Path& path)
{
    return path.screen ? std::get_if<TellQuestion>(&*path.screen) : nullptr;
}

} // namespace

SpokenGuide::SpokenGuide(TerminalApp& app, Speech& speech, Headphones& headphones)
    : m_app(app)
    , m_speech(speech)
{
    connect(&headphones, &Headphones::pluggedChanged, this, [this](bool isPlugged) {
        if (isPlugged != m_app.access()->spoken()) {
            m_app.toggleAccess(u"spoken"_s);
        }
    });
    connect(app.access(), &AccessModes::changed, this, &SpokenGuide::follow);
    connect(&app, &TerminalApp::screenChanged, this, &SpokenGuide::follow);
    connect(&app, &TerminalApp::ticketChanged, this, &SpokenGuide::follow);
    connect(&app, &TerminalApp::languageChanged, this, &SpokenGuide::follow);
    connect(&app, &TerminalApp::officeChanged, this, &SpokenGuide::follow);
}

QString SpokenGuide::focus() const
{
    const TellQuestion* const question = questionOf(m_path);
    return question != nullptr && m_path.focus < question->choices.size()
               ? QString::fromStdString(question->choices[m_path.focus].name)
               : QString();
}

bool SpokenGuide::canTake() const
{
    const TellQuestion* const question = questionOf(m_path);
    return question != nullptr && !question->choices.empty();
}

bool SpokenGuide::offersLanguage() const
{
    return actOf(Corner::TopRight, m_path) == Act::Language;
}

void SpokenGuide::touch(int corner)
{
    const bool isCorner = corner >= 0 && corner < static_cast<int>(Corners.size());
    m_app.noticeTouch();
    take(
        act(m_path,
            isCorner ? actOf(Corners.at(static_cast<std::size_t>(corner)), m_path) : Act::Elsewhere,
            Means::Touch));
}

bool SpokenGuide::press(int key)
{
    const auto wanted = actOf(static_cast<Qt::Key>(key));
    if (!m_isOn || !wanted) {
        return false;
    }
    m_app.noticeTouch();
    take(act(m_path, *wanted, Means::Keys));
    return true;
}

void SpokenGuide::follow()
{
    const bool isOn = m_app.access()->spoken();
    if (m_isOn != isOn) {
        m_isOn = isOn;
        m_path = {};
        m_speech.reset();
    }
    if (m_isOn) {
        take(arrive(m_path, telling(), m_app.language().toStdString()));
    }
}

void SpokenGuide::take(const PathStep& step)
{
    m_path = step.path;
    if (!step.say.empty()) {
        m_said = QString::fromStdString(step.say);
        m_speech.say(m_said, m_app.language());
    }
    Q_EMIT saidChanged();
    carryOut(step.deed);
}

void SpokenGuide::carryOut(const Deed& deed)
{
    if (const auto* const choose = std::get_if<ChooseSpoken>(&deed)) {
        switch (choose->question) {
        case Question::Language: return; // By a corner of its own.
        case Question::Segment: m_app.chooseSegment(choose->id == 1 ? u"b2c"_s : u"b2b"_s); return;
        case Question::Service:
            // Branches come before services, and count from one like these: the list tells.
            if (const TellQuestion* const asked = questionOf(m_path);
                asked != nullptr && asked->choices.at(m_path.focus).isGroup) {
                m_app.chooseGroup(choose->id);
            } else {
                m_app.chooseService(choose->id);
            }
            return;
        case Question::Category: m_app.answerCategory(choose->id); return;
        case Question::Information: m_app.readOn(); return;
        case Question::Booking: m_app.chooseBooking(choose->id); return;
        case Question::Appointment:
            switch (static_cast<WayOn>(choose->id)) {
            case WayOn::Anyway: m_app.checkInAnyway(); return;
            case WayOn::Usual: m_app.takeUsualTicket(); return;
            case WayOn::Home: m_app.goHome(); return;
            }
            return;
        }
    } else if (std::holds_alternative<GoBackSpoken>(deed)) {
        // Before a booking there is a keypad, which is of no use here.
        const Screen screen = m_app.state().screen;
        screen == Screen::Arrival || screen == Screen::Bookings ? m_app.goHome() : m_app.goBack();
    } else if (std::holds_alternative<GoHomeSpoken>(deed)) {
        m_app.goHome();
    } else if (const auto* const language = std::get_if<SpeakLanguage>(&deed)) {
        m_app.chooseLanguage(QString::fromStdString(language->language));
    }
}

std::optional<SpokenMoment> SpokenGuide::moment(std::optional<Instant> at) const
{
    if (!at) {
        return std::nullopt;
    }
    const link::OfficeClock& clock = m_app.office().clock();
    const QDateTime then = clock.wallClock(*at);
    SpokenMoment moment{.hour = then.time().hour(), .minute = then.time().minute()};
    if (then.date() != clock.wallClock().date()) {
        moment.day =
            std::chrono::month_day(std::chrono::month(static_cast<unsigned>(then.date().month())),
                                   std::chrono::day(static_cast<unsigned>(then.date().day())));
    }
    return moment;
}

Telling SpokenGuide::telling() const
{
    const State& state = m_app.state();
    const wire::TerminalView& view = m_app.office().view();
    switch (state.screen) {
    case Screen::Away: return TellAway{.isStarting = m_app.starting()};
    case Screen::Closed: return TellClosed{.opens = moment(view.office.opensAt)};
    case Screen::Issuing: return TellIssuing{};
    case Screen::Refused: {
        const wire::ServiceChoice* const service =
            state.service ? findService(view, *state.service) : nullptr;
        return TellRefused{.problem = state.problem,
                           .opens = service == nullptr ? std::nullopt : moment(service->opensAt)};
    }
    case Screen::Done: {
        const GivenTicket& given = m_app.given();
        return TellTicket{
            .number = given.ticket.number,
            .service = m_app.ticketService().toStdString(),
            .peopleAhead = given.isAlone ? std::nullopt : std::optional(given.ticket.peopleAhead),
            .wait = given.ticket.promised ? std::optional(inMinutes(*given.ticket.promised))
                                          : std::nullopt,
            .bring = m_app.serviceBring().toStdString(),
            .paper = state.paper};
    }
    case Screen::CheckIn:
    case Screen::Bookings:
    case Screen::Arrival:
    case Screen::Segments:
    case Screen::Services:
    case Screen::Read:
    case Screen::Category: return question();
    }
    TALON_ENSURE(false);
}

TellQuestion SpokenGuide::question() const
{
    const State& state = m_app.state();
    const std::string language = m_app.language().toStdString();
    TellQuestion question{.isFirst = state.screen == firstScreen(state) && state.path.empty(),
                          .canGoBack = m_app.canGoBack(),
                          .paperReady = m_app.paperReady()};
    if (state.screen == Screen::Segments) {
        question.question = Question::Segment;
        question.choices = {{.id = 1, .name = segmentName(Segment::B2c, language)},
                            {.id = 2, .name = segmentName(Segment::B2b, language)}};
    } else if (state.screen == Screen::Services) {
        question.question = Question::Service;
        question.group = m_app.groupName().toStdString();
        const bool isAlone = m_app.office().isAlone();
        for (const TreeChoice& each : choicesAt(m_app.office().view(), state.segment, state.path)) {
            if (const auto* const group = std::get_if<const wire::GroupChoice*>(&each)) {
                question.choices.push_back({.id = (*group)->id.value,
                                            .name = inLanguage((*group)->name, language),
                                            .isGroup = true});
                continue;
            }
            const wire::ServiceChoice& service = *std::get<const wire::ServiceChoice*>(each);
            question.choices.push_back(
                {.id = service.id.value,
                 .name = inLanguage(service.name, language),
                 .waiting = isAlone ? std::nullopt : std::optional(service.waiting),
                 .wait =
                     service.forecast ? std::optional(inMinutes(*service.forecast)) : std::nullopt,
                 .closed = service.closed,
                 .opens = moment(service.opensAt)});
        }
    } else if (state.screen == Screen::Category) {
        question.question = Question::Category;
        question.choices.push_back({.id = 0, .name = noCategoryName(language)});
        for (const wire::CategoryChoice& each : m_app.office().view().categories) {
            question.choices.push_back(
                {.id = each.id.value, .name = inLanguage(each.name, language)});
        }
    } else if (state.screen == Screen::Bookings) {
        return bookings(std::move(question));
    } else if (state.screen == Screen::Arrival || state.screen == Screen::CheckIn) {
        return appointment(std::move(question));
    } else {
        question.question = Question::Information;
        question.text = m_app.serviceBring().toStdString();
        question.choices.push_back({.id = 1, .name = continueName(language)});
    }
    return question;
}

TellQuestion SpokenGuide::bookings(TellQuestion question) const
{
    const std::string language = m_app.language().toStdString();
    question.question = Question::Booking;
    for (const ArrivalBooking& each : m_app.found()) {
        const wire::ServiceChoice* const service = findService(m_app.office().view(), each.service);
        std::string name = momentInWords(*moment(each.at), language);
        if (service != nullptr) {
            name += ". " + inLanguage(service->name, language);
        }
        question.choices.push_back({.id = each.id.value, .name = std::move(name)});
    }
    return question;
}

TellQuestion SpokenGuide::appointment(TellQuestion question) const
{
    const std::string language = m_app.language().toStdString();
    question.question = Question::Appointment;
    if (m_app.state().screen == Screen::CheckIn) {
        question.text = checkInPrompt(language);
        question.choices.push_back({.id = idOf(WayOn::Home), .name = continueName(language)});
        return question;
    }
    SpokenAppointment told{.appointment = m_app.state().appointment};
    if (!m_app.found().empty()) {
        const ArrivalBooking& booking = m_app.found().front();
        told.at = moment(booking.at);
        told.from = moment(booking.at - m_app.office().view().bookingEarliest);
        told.number = booking.number.value_or("");
    }
    question.text = appointmentPrompt(told, language);
    if (told.appointment == Appointment::AlreadyHere) {
        question.choices.push_back({.id = idOf(WayOn::Home), .name = continueName(language)});
    } else if (mayCheckIn(told.appointment)) {
        question.choices.push_back({.id = idOf(WayOn::Anyway), .name = takeTicketName(language)});
    } else {
        question.choices.push_back({.id = idOf(WayOn::Usual), .name = usualTicketName(language)});
    }
    return question;
}

} // namespace talon::terminal
