#include "display/app/picture_keeper.h"

#include <QImage>
#include <QLoggingCategory>
#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.pictures")

constexpr auto SettledAfter = 700ms; ///< Longer than any motion of the board.

} // namespace

PictureKeeper::PictureKeeper(QQuickWindow& window, const QString& folder, QString name)
    : m_window(window)
    , m_folder(folder)
    , m_name(std::move(name))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(SettledAfter);
    connect(&m_settling, &QTimer::timeout, this, &PictureKeeper::keep);
}

void PictureKeeper::note(const QString& scene)
{
    m_scene = scene;
    m_settling.start();
}

void PictureKeeper::finish()
{
    if (m_settling.isActive()) {
        m_settling.stop();
        keep();
    }
}

void PictureKeeper::keep()
{
    const QString name = u"%1-%2-%3.png"_s.arg(m_name).arg(++m_count, 3, 10, '0'_L1).arg(m_scene);
    const QImage image = m_window.grabWindow();
    QSaveFile file(m_folder.filePath(name)); // Whole or not at all: scripts wait for it.
    if (image.isNull() || !file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") ||
        !file.commit()) {
        qCWarning(log) << "cannot keep" << m_folder.filePath(name);
    }
}

} // namespace talon::display
