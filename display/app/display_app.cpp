#include "display/app/display_app.h"

#include "display/app/hall_of.h"
#include "display/voice/call_phrase.h"
#include "shared/base/ensure.h"

#include <QLoggingCategory>
#include <QStringList>

#include <chrono>

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

std::vector<RowsModel::Row> rowsOf(const std::vector<board::ShownCall>& calls)
{
    std::vector<RowsModel::Row> rows;
    for (const board::ShownCall& shown : calls) {
        // A visitor who is called again is a new call: it enters anew.
        rows.push_back(
            {.key = shown.call.id,
             .values = {text(shown.call.number), text(shown.call.window), shown.isFresh}});
    }
    return rows;
}

std::vector<RowsModel::Row> rowsOf(const std::vector<board::Queue>& queues,
                                   const std::string& language)
{
    std::vector<RowsModel::Row> rows;
    for (const board::Queue& queue : queues) {
        rows.push_back({.key = queue.service.value,
                        .values = {text(inLanguage(queue.name, language)), queue.waiting}});
    }
    return rows;
}

} // namespace

DisplayApp::DisplayApp(link::ControllerLink& link,
                       AnnouncedFile& announcedFile,
                       LastViewFile& lastViewFile,
                       Voice& voice,
                       const QString& language)
    : m_voice(voice)
    , m_announcedFile(announcedFile)
    , m_lastViewFile(lastViewFile)
    , m_language(language.toStdString())
    , m_locale(language)
    , m_announcer(announcedFile.read())
    , m_present({"number", "window", "fresh"})
    , m_recent({"number", "window", "fresh"})
    , m_queues({"name", "waiting"})
{
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

QString DisplayApp::scene() const
{
    if (!m_view) {
        return u"connecting"_s;
    }
    switch (m_board.scene) {
    case board::Scene::Calls: return u"calls"_s;
    case board::Scene::Welcome: return u"welcome"_s;
    case board::Scene::Closed: return u"closed"_s;
    }
    TALON_ENSURE(false);
    return {};
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

QString DisplayApp::openWindows() const
{
    QStringList names;
    for (const board::WindowPlate& window : m_board.windows) {
        if (window.state == WindowState::Open) {
            names.push_back(text(window.name));
        }
    }
    return names.join(u", "_s);
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
    m_hall = hallOf(*m_view);
    if (isNews) {
        Q_EMIT shownChanged();
    }
    refresh();
    tick();
    for (const board::Call& call : m_announcer.take(m_hall, m_clock.now())) {
        m_toSay[call.id] = call;
        m_voice.say({.id = call.id, .phrase = callPhrase(call.number, call.window, call.language)});
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
    m_announcer.begin(board::keyOf(call));
    if (const auto written = m_announcedFile.write(m_announcer.announced()); !written) {
        qCWarning(log) << written.error().what.c_str();
    }
    qCInfo(callLog).noquote() << "announced call" << call.id << "number" << text(call.number)
                              << "window" << text(call.window);
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
    m_hall = hallOf(*m_view);
    m_isRestored = true;
    m_isOld = true;
    m_lostAt = m_view->office.now;
    qCInfo(log) << "no controller yet; shown is the hall as of" << lostTime();
    refresh();
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

void DisplayApp::refresh()
{
    board::Board board = board::boardOf(m_hall, m_clock.now());
    if (board == m_board) {
        return;
    }
    m_board = std::move(board);
    m_present.show(rowsOf(m_board.present));
    m_recent.show(rowsOf(m_board.recent));
    m_queues.show(rowsOf(m_board.queues, m_language));
    Q_EMIT shownChanged();
}

} // namespace talon::display
