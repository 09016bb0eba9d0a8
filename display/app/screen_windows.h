#pragma once

#include "display/app/display_app.h"
#include "display/app/media_playlist.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QRect>
#include <QSize>
#include <QTimer>

#include <memory>
#include <vector>

namespace talon::display {

/// A window for each screen, on the output where it belongs. An output that is unplugged takes its
/// window out of sight, not over another one's; one that is plugged in gets it back.
class ScreenWindows : public QObject
{
    Q_OBJECT

public:
    using Playlists = std::vector<std::unique_ptr<MediaPlaylist>>;

    /// One playlist for each screen of the app; both outlive the windows.
    ScreenWindows(DisplayApp& app,
                  const Playlists& playlists,
                  const QSize& size,
                  bool isFullscreen);

    /// False when a screen cannot be loaded.
    bool load();

    void show();

    /// The first one in a part of the screen, in front of whatever else is shown there.
    void showAt(const QRect& place);

    /// In the order of the app's screens.
    std::vector<QQuickWindow*> windows() const;

    /// A screen has nothing to be shown on.
    bool lacksOutput() const;

    /// Nothing was wrong with any of them.
    bool areFlawless() const { return m_areFlawless; }

Q_SIGNALS:
    void placed();

private:
    /// Each has its own, since Talon.Ui's Theme is one for an engine, and screens differ in size
    /// and contrast.
    struct Loaded
    {
        std::unique_ptr<QQmlApplicationEngine> engine;
        QQuickWindow* window = nullptr;
        bool hasOutput = true; ///< Told when it has none.
    };

    void placeSoon();
    void place();

    DisplayApp& m_app;
    const Playlists& m_playlists;
    const QSize m_size;
    const bool m_isFullscreen;
    std::vector<Loaded> m_loaded;
    QTimer m_placing; ///< Outputs come and go in bursts.
    bool m_areFlawless = true;
};

} // namespace talon::display
