#pragma once

#include <QImage>
#include <QMediaPlayer>
#include <QQuickPaintedItem>
#include <QTimer>
#include <QUrl>
#include <QVideoSink>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace talon::display {

/// Plays a video without sound, fitted and undistorted.
///
/// Not QML's VideoOutput: that one draws nothing without a graphics card, which many displays do
/// not have, and its module would be one more that must be there for the board to load.
class VideoView : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// Empty shows nothing, and holds nothing.
    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY hasPictureChanged)

public:
    explicit VideoView(QQuickItem* parent = nullptr);
    ~VideoView() override;

    QUrl source() const { return m_source; }
    void setSource(const QUrl& source);
    bool hasPicture() const { return !m_picture.isNull(); }

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void sourceChanged();
    void hasPictureChanged();
    void ended();
    void failed(const QString& why);

private:
    void begin();
    void stop();
    void fail(const QString& why);
    void onFrame(const QVideoFrame& frame);
    void onStatus(QMediaPlayer::MediaStatus status);

    QUrl m_source;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaPlayer> m_player;
    QImage m_picture; ///< The latest.
    QTimer m_silence; ///< No picture came for long.
};

} // namespace talon::display
