#include "display/app/screen.h"

#include "display/board/zone.h"
#include "shared/base/ensure.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.screen")

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString text(std::string_view latin)
{
    return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size()));
}

/// None for a window to which the office has not described the way.
const Way* wayTo(const std::string& plate, const board::Hall& hall, const HallScreen& screen)
{
    const auto window = std::ranges::find(hall.windows, plate, &board::WindowPlate::name);
    if (window == hall.windows.end()) {
        return nullptr;
    }
    const auto way = std::ranges::find_if(screen.ways, [&](const Way& each) {
        return std::ranges::find(each.windows, window->id) != each.windows.end();
    });
    return way == screen.ways.end() ? nullptr : &*way;
}

std::vector<RowsModel::Row> rowsOf(const std::vector<board::ShownCall>& calls,
                                   const board::Hall& hall,
                                   const HallScreen& screen,
                                   const std::string& language)
{
    std::vector<RowsModel::Row> rows;
    for (const board::ShownCall& shown : calls) {
        const Way* const way = wayTo(shown.call.window, hall, screen);
        const QString arrow = way != nullptr && way->arrow ? text(name(*way->arrow)) : QString();
        const QString place = way != nullptr ? text(inLanguage(way->place, language)) : QString();
        // A visitor who is called again is a new call: it enters anew.
        rows.push_back({.key = shown.call.id,
                        .values = {text(shown.call.number), text(shown.call.window), shown.isFresh,
                                   arrow, place}});
    }
    return rows;
}

std::vector<RowsModel::Row> rowsOf(const std::vector<board::Queue>& queues,
                                   const std::string& language)
{
    std::vector<RowsModel::Row> rows;
    for (const board::Queue& queue : queues) {
        const WaitMinutes minutes =
            queue.forecast ? inMinutes(*queue.forecast) : WaitMinutes{.from = 0, .to = 0};
        QStringList next;
        for (const std::string& number : queue.next) {
            next.push_back(text(number));
        }
        rows.push_back({.key = queue.service.value,
                        .values = {text(inLanguage(queue.name, language)), queue.waiting,
                                   minutes.from, minutes.to, next.join(u", "_s)}});
    }
    return rows;
}

} // namespace

Screen::Screen(WantedScreen wanted, std::string language)
    : m_wanted(std::move(wanted))
    , m_language(std::move(language))
    , m_settings(usualScreen(m_wanted.screen))
    , m_present({"number", "window", "fresh", "arrow", "place"})
    , m_recent({"number", "window", "fresh", "arrow", "place"})
    , m_queues({"name", "waiting", "waitFrom", "waitTo", "next"})
{
    m_settings.voice = !m_wanted.isPlate();
}

void Screen::set(const board::Hall& hall, const std::vector<HallScreen>& screens)
{
    const bool wasMissing = m_isMissing;
    const HallScreen settings = settingsAmong(hall, screens);
    const bool isNew = !m_hasHall || settings != m_settings || m_isMissing != wasMissing;
    m_settings = settings;
    m_hall = board::hallIn(hall, m_settings);
    m_hasHall = true;
    if (isNew) {
        showRows(); // The ways may be others to the same calls.
        Q_EMIT shownChanged();
    }
}

void Screen::refresh(Instant now)
{
    board::Board board = board::boardOf(m_hall, now);
    if (board == m_board) {
        return;
    }
    m_board = std::move(board);
    showRows();
    Q_EMIT shownChanged();
}

QString Screen::layout() const
{
    return m_wanted.isPlate() ? u"plate"_s : text(name(m_settings.layout));
}

QString Screen::scene() const
{
    if (!m_hasHall) {
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

QStringList Screen::ticker() const
{
    QStringList texts;
    for (const Text& each : m_settings.ticker) {
        texts.push_back(text(inLanguage(each, m_language)));
    }
    return texts;
}

QString Screen::openWindows() const
{
    QStringList names;
    for (const board::WindowPlate& window : m_board.windows) {
        if (window.state == WindowState::Open) {
            names.push_back(text(window.name));
        }
    }
    return names.join(u", "_s);
}

QString Screen::plateState() const
{
    return text(name(plate().state));
}

HallScreen Screen::settingsAmong(const board::Hall& hall, const std::vector<HallScreen>& screens)
{
    if (m_wanted.isPlate()) {
        // The voice is the hall's: plates that repeat it one by one would be a choir.
        HallScreen plate = usualScreen({});
        plate.voice = false;
        const auto window =
            std::ranges::find(hall.windows, m_wanted.window, &board::WindowPlate::name);
        if (window != hall.windows.end()) {
            plate.windows = {window->id};
        }
        return plate;
    }
    const auto found = std::ranges::find(screens, m_wanted.screen, &HallScreen::name);
    const bool isMissing = found == screens.end() && !screens.empty();
    if (isMissing && !m_isMissing) {
        qCWarning(log).noquote() << "the office has no screen" << text(m_wanted.screen)
                                 << "- it shows the whole hall";
    }
    m_isMissing = isMissing;
    return found == screens.end() ? usualScreen(m_wanted.screen) : *found;
}

void Screen::showRows()
{
    m_present.show(rowsOf(m_board.present, m_hall, m_settings, m_language));
    m_recent.show(rowsOf(m_board.recent, m_hall, m_settings, m_language));
    m_queues.show(rowsOf(m_board.queues, m_language));
}

} // namespace talon::display
