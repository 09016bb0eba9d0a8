#include "display/app/display_app.h"

#include "display/app/hall_of.h"
#include "display/board/zone.h"
#include "display/voice/call_phrase.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.board")
Q_LOGGING_CATEGORY(callLog, "talon.display.calls")

constexpr auto TickEvery = 500ms;
constexpr auto OldAfter = 3s;
constexpr auto KeepEvery = 10s;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

DisplayApp::DisplayApp(link::ControllerLink& link,
                       AnnouncedFile& announcedFile,
                       LastViewFile& lastViewFile,
                       Voice& voice,
                       const QString& language,
                       const std::vector<WantedScreen>& wanted,
                       std::vector<CallLanguage> callLanguages)
    : m_voice(voice)
    , m_announcedFile(announcedFile)
    , m_lastViewFile(lastViewFile)
    , m_language(language.toStdString())
    , m_locale(language)
    , m_callLanguages(std::move(callLanguages))
    , m_announcer(announcedFile.read())
{
    for (const WantedScreen& each : wanted) {
        m_screens.push_back(std::make_unique<Screen>(each, m_language));
    }
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(KeepEvery);
    connect(&m_keeping, &QTimer::timeout, this, &DisplayApp::keep);
    m_grace.setSingleShot(true);
    m_grace.setInterval(OldAfter);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        m_isOld = true;
        qCWarning(log) << "the controller is away; shown is the hall as of" << lostTime();
        Q_EMIT shownChanged();
    });
    connect(&m_ticking, &QTimer::timeout, this, &DisplayApp::tick);
    m_ticking.start(TickEvery);
    connect(&link, &link::ControllerLink::viewArrived, this, &DisplayApp::onView);
    connect(&link, &link::ControllerLink::connectedChanged, this, &DisplayApp::onConnected);
    connect(&voice, &Voice::began, this, &DisplayApp::onBegan);
    restore();
}

DisplayApp::~DisplayApp()
{
    keep();
}

QString DisplayApp::officeName() const
{
    return m_view ? text(inLanguage(m_view->office.name, m_language)) : QString();
}

QString DisplayApp::qualityLine() const
{
    return m_view ? text(m_view->office.qualityLine) : QString();
}

QString DisplayApp::opensDate() const
{
    if (!m_view || !m_view->office.opensAt) {
        return {};
    }
    return m_locale.toString(m_clock.wallClock(*m_view->office.opensAt).date(), u"dddd, d MMMM"_s);
}

QString DisplayApp::opensTime() const
{
    if (!m_view || !m_view->office.opensAt) {
        return {};
    }
    return m_clock.wallClock(*m_view->office.opensAt).toString(u"HH:mm"_s);
}

QString DisplayApp::lostTime() const
{
    return m_clock.wallClock(m_lostAt).toString(u"HH:mm"_s);
}

QString DisplayApp::dateText() const
{
    // What time it is only the controller knows.
    return m_view && !m_isRestored
               ? m_locale.toString(m_clock.wallClock().date(), u"dddd, d MMMM"_s)
               : QString();
}

QString DisplayApp::timeText() const
{
    return m_view && !m_isRestored ? m_clock.wallClock().toString(u"HH:mm"_s) : QString();
}

std::optional<std::chrono::minutes> DisplayApp::minuteOfDay() const
{
    if (!m_view || m_isRestored) {
        return std::nullopt;
    }
    return std::chrono::minutes(m_clock.wallClock().time().msecsSinceStartOfDay() / 60'000);
}

void DisplayApp::onView(const wire::FeedMessage& message)
{
    auto view = wire::hallViewFromJson(message.view);
    if (!view) {
        qCWarning(log) << "the hall cannot be read:" << describe(view.error()).c_str();
        return;
    }
    const bool isNews = !m_view || m_view->office.name != view->office.name ||
                        m_view->office.qualityLine != view->office.qualityLine ||
                        m_view->office.opensAt != view->office.opensAt;
    m_view = std::move(*view);
    m_toKeep = message.view;
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    m_clock.set(m_view->office);
    if (m_isRestored) {
        m_isRestored = false;
        m_isOld = false;
        Q_EMIT shownChanged();
    }
    if (isNews) {
        Q_EMIT shownChanged();
    }
    showHall();
    tick();
    if (m_view->mediaRevision) {
        Q_EMIT mediaRevisionTold(text(*m_view->mediaRevision));
    }
    dropPointless();
    board::Hall heard = m_hall;
    std::erase_if(heard.calls, [this](const board::Call& call) { return !isSpoken(call); });
    for (const board::Call& call : m_announcer.take(heard, m_clock.now())) {
        m_toSay[call.id] = call;
        m_voice.say({.id = call.id,
                     .phrase = callPhrase(call.number, call.window, call.language, m_callLanguages),
                     .rank = call.times > 1 ? Rank::Recall : Rank::Call});
    }
}

void DisplayApp::dropPointless()
{
    for (const board::CallKey& key : m_announcer.pointless(m_hall)) {
        if (!m_voice.drop(key.id)) {
            continue; // Its turn has come: it is heard to its end.
        }
        m_toSay.erase(key.id);
        noteAnnounced(key);
        qCInfo(callLog) << "call" << key.id << "is not said: nobody is awaited by it any more";
    }
}

void DisplayApp::onConnected(bool connected)
{
    // What was kept is old until there is something newer, not until there is a line.
    if (m_isRestored) {
        return;
    }
    if (!connected && m_view) {
        m_lostAt = m_clock.now();
        m_grace.start();
        return;
    }
    m_grace.stop();
    if (m_isOld) {
        m_isOld = false;
        qCInfo(log) << "the controller is back";
        Q_EMIT shownChanged();
    }
}

void DisplayApp::onBegan(qint64 id)
{
    const auto found = m_toSay.find(id);
    if (found == m_toSay.end()) {
        return;
    }
    const board::Call call = found->second;
    m_toSay.erase(found);
    noteAnnounced(board::keyOf(call));
    qCInfo(callLog).noquote() << "announced call" << call.id << "number" << text(call.number)
                              << "window" << text(call.window);
}

void DisplayApp::noteAnnounced(const board::CallKey& key)
{
    m_announcer.begin(key);
    if (const auto written = m_announcedFile.write(m_announcer.announced()); !written) {
        qCWarning(log) << written.error().what.c_str();
    }
}

void DisplayApp::restore()
{
    const auto kept = m_lastViewFile.read();
    if (!kept) {
        return;
    }
    auto view = wire::hallViewFromJson(*kept);
    if (!view) {
        qCWarning(log) << "the hall that was kept cannot be read:"
                       << describe(view.error()).c_str();
        return;
    }
    m_view = std::move(*view);
    m_clock.set(m_view->office);
    m_isRestored = true;
    m_isOld = true;
    m_lostAt = m_view->office.now;
    qCInfo(log) << "no controller yet; shown is the hall as of" << lostTime();
    showHall();
}

void DisplayApp::keep()
{
    if (m_toKeep.isEmpty()) {
        return;
    }
    if (const auto written = m_lastViewFile.write(m_toKeep); !written) {
        qCWarning(log) << written.error().what.c_str();
    }
    m_toKeep = {};
}

void DisplayApp::tick()
{
    if (const QString time = timeText() + dateText(); time != m_shownTime) {
        m_shownTime = time;
        Q_EMIT clockChanged();
    }
    // With the controller away time stands still on the board: what was called stays called.
    if (!m_isOld) {
        refresh();
    }
}

void DisplayApp::showHall()
{
    m_hall = hallOf(*m_view);
    for (const auto& screen : m_screens) {
        screen->set(m_hall, m_view->screens);
    }
    refresh();
}

void DisplayApp::refresh()
{
    for (const auto& screen : m_screens) {
        screen->refresh(m_clock.now());
    }
}

bool DisplayApp::isSpoken(const board::Call& call) const
{
    return std::ranges::any_of(m_screens, [&](const auto& screen) {
        return board::isSpoken(call, m_hall, screen->settings());
    });
}

} // namespace talon::display
