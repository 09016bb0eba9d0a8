#include "display/app/screen_windows.h"

#include <QGuiApplication>
#include <QLoggingCategory>
#include <QScreen>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.outputs")

constexpr auto PlaceAfter = 200ms;

std::vector<WantedScreen> wantedOf(const DisplayApp& app)
{
    std::vector<WantedScreen> wanted;
    for (const auto& screen : app.screens()) {
        wanted.push_back(screen->wanted());
    }
    return wanted;
}

} // namespace

ScreenWindows::ScreenWindows(DisplayApp& app,
                             const Playlists& playlists,
                             const QSize& size,
                             bool isFullscreen)
    : m_app(app)
    , m_playlists(playlists)
    , m_size(size)
    , m_isFullscreen(isFullscreen)
{
    m_placing.setSingleShot(true);
    m_placing.setInterval(PlaceAfter);
    connect(&m_placing, &QTimer::timeout, this, &ScreenWindows::place);
}

bool ScreenWindows::load()
{
    for (std::size_t i = 0; i < m_app.screens().size(); ++i) {
        Loaded loaded{.engine = std::make_unique<QQmlApplicationEngine>()};
        connect(loaded.engine.get(), &QQmlEngine::warnings, this,
                [this] { m_areFlawless = false; });
        loaded.engine->addImportPath(u"qrc:/qt/qml"_s);
        loaded.engine->setInitialProperties(
            {{u"app"_s, QVariant::fromValue(&m_app)},
             {u"shown"_s, QVariant::fromValue(m_app.screens()[i].get())},
             {u"media"_s, QVariant::fromValue(m_playlists[i].get())},
             {u"width"_s, m_size.width()},
             {u"height"_s, m_size.height()}});
        loaded.engine->load(QUrl(u"qrc:/qt/qml/Talon/Display/ui/Main.qml"_s));
        if (loaded.engine->rootObjects().isEmpty()) {
            return false;
        }
        loaded.window = qobject_cast<QQuickWindow*>(loaded.engine->rootObjects().constFirst());
        if (m_isFullscreen) {
            loaded.window->setCursor(Qt::BlankCursor);
        }
        m_loaded.push_back(std::move(loaded));
    }
    return true;
}

void ScreenWindows::show()
{
    if (!m_isFullscreen) {
        for (const Loaded& each : m_loaded) {
            each.window->show();
        }
        return;
    }
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ScreenWindows::placeSoon);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ScreenWindows::placeSoon);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &ScreenWindows::placeSoon);
    place();
}

void ScreenWindows::showAt(const QRect& place)
{
    QQuickWindow& window = *m_loaded.front().window;
    window.setFlags(Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint |
                    Qt::WindowDoesNotAcceptFocus);
    window.setGeometry(place);
    window.show();
}

std::vector<QQuickWindow*> ScreenWindows::windows() const
{
    std::vector<QQuickWindow*> windows;
    for (const Loaded& each : m_loaded) {
        windows.push_back(each.window);
    }
    return windows;
}

bool ScreenWindows::lacksOutput() const
{
    return !std::ranges::all_of(m_loaded, &Loaded::hasOutput);
}

void ScreenWindows::placeSoon()
{
    m_placing.start();
}

void ScreenWindows::place()
{
    const QList<QScreen*> outputs = QGuiApplication::screens();
    std::vector<QString> names;
    for (const QScreen* const output : outputs) {
        names.push_back(output->name());
        // A screen that is plugged in again may come in another size.
        connect(output, &QScreen::geometryChanged, this, &ScreenWindows::placeSoon,
                Qt::UniqueConnection);
    }
    const std::vector<int> chosen = outputsFor(wantedOf(m_app), names);
    for (std::size_t i = 0; i < m_loaded.size(); ++i) {
        QQuickWindow& window = *m_loaded[i].window;
        const QString what = QString::fromStdString(m_app.screens()[i]->wanted().screen +
                                                    m_app.screens()[i]->wanted().window);
        if (chosen[i] < 0) {
            if (m_loaded[i].hasOutput) {
                qCWarning(log).noquote() << what << "has no output; its calls are said, not shown";
            }
            m_loaded[i].hasOutput = false;
            window.hide();
            continue;
        }
        m_loaded[i].hasOutput = true;
        QScreen* const output = outputs.at(chosen[i]);
        if (window.isVisible() && window.screen() == output &&
            window.geometry() == output->geometry()) {
            continue;
        }
        qCInfo(log).noquote() << what << "is shown on" << output->name();
        window.hide(); // Some window managers move only what is mapped anew.
        window.setScreen(output);
        window.setGeometry(output->geometry());
        window.showFullScreen();
    }
    Q_EMIT placed();
}

} // namespace talon::display
