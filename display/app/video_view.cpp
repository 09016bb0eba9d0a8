#include "display/app/video_view.h"

#include <QPainter>
#include <QVideoFrame>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

constexpr auto SilenceMax = 8s;

} // namespace

VideoView::VideoView(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setOpaquePainting(false);
    m_silence.setSingleShot(true);
    m_silence.setInterval(SilenceMax);
    connect(&m_silence, &QTimer::timeout, this, [this] { fail(u"no picture comes"_s); });
}

VideoView::~VideoView()
{
    stop();
}

void VideoView::setSource(const QUrl& source)
{
    if (m_source == source) {
        return;
    }
    stop();
    m_source = source;
    if (!m_source.isEmpty()) {
        begin();
    }
    Q_EMIT sourceChanged();
}

void VideoView::begin()
{
    m_sink = std::make_unique<QVideoSink>();
    m_player = std::make_unique<QMediaPlayer>(); // Without an audio output it is muted.
    m_player->setVideoSink(m_sink.get());
    // Queued: whoever hears of the end may take the player away.
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &VideoView::onFrame);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &VideoView::onStatus,
            Qt::QueuedConnection);
    connect(
        m_player.get(), &QMediaPlayer::errorOccurred, this,
        [this](QMediaPlayer::Error error, const QString& why) {
            if (error != QMediaPlayer::NoError) {
                fail(why);
            }
        },
        Qt::QueuedConnection);
    m_silence.start();
    m_player->setSource(m_source);
    m_player->play();
}

void VideoView::stop()
{
    m_silence.stop();
    if (m_player) {
        m_player->disconnect(this);
        m_player->stop();
        m_player->setVideoSink(nullptr);
    }
    m_player.reset();
    if (m_sink) {
        m_sink->disconnect(this);
    }
    m_sink.reset();
    if (!m_picture.isNull()) {
        m_picture = {};
        Q_EMIT hasPictureChanged();
        update();
    }
}

void VideoView::fail(const QString& why)
{
    if (!m_player) {
        return;
    }
    m_silence.stop();
    Q_EMIT failed(why);
}

void VideoView::onFrame(const QVideoFrame& frame)
{
    if (!frame.isValid()) {
        return;
    }
    QImage picture = frame.toImage();
    if (picture.isNull()) {
        fail(u"its pictures cannot be read"_s);
        return;
    }
    m_silence.start();
    const bool isFirst = m_picture.isNull();
    m_picture = std::move(picture);
    if (isFirst) {
        Q_EMIT hasPictureChanged();
    }
    update();
}

void VideoView::onStatus(QMediaPlayer::MediaStatus status)
{
    if (!m_player) {
        return;
    }
    if (status == QMediaPlayer::EndOfMedia) {
        m_silence.stop();
        Q_EMIT ended();
    } else if (status == QMediaPlayer::InvalidMedia) {
        fail(u"it is no video, or of a kind that is not known"_s);
    }
}

void VideoView::paint(QPainter* painter)
{
    if (m_picture.isNull()) {
        return;
    }
    const QSizeF size = QSizeF(m_picture.size()).scaled(boundingRect().size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(), size);
    place.moveCenter(boundingRect().center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, m_picture);
}

} // namespace talon::display
