#pragma once

#include <QDir>
#include <QObject>
#include <QQuickWindow>
#include <QTimer>

namespace talon::display {

/// Keeps a picture of the window each time what it shows has changed and come to rest:
/// NAME-001-calls.png and so on. For the demo without a screen, and for looking back.
class PictureKeeper : public QObject
{
    Q_OBJECT

public:
    PictureKeeper(QQuickWindow& window, const QString& folder, QString name);

    /// Something changed; the scene names the picture.
    void note(const QString& scene);

    /// Takes what is due at once, before the program ends.
    void finish();

private:
    void keep();

    QQuickWindow& m_window;
    QDir m_folder;
    QString m_name;
    QTimer m_settling;
    QString m_scene;
    int m_count = 0;
};

} // namespace talon::display
