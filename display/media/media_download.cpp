#include "display/media/media_download.h"

#include <QLoggingCategory>
#include <QNetworkRequest>

#include <unistd.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.media")

constexpr qint64 AheadBytes = 256 * 1024;
constexpr qint64 CheckedAtOnceBytes = 512 * 1024;

QUrl urlOf(const MediaSource& source, const std::string& name)
{
    const QByteArray encoded = QByteArray::fromStdString(name).toPercentEncoding();
    return source.controller.resolved(
        QUrl(u"/api/media/"_s + QString::fromLatin1(encoded), QUrl::StrictMode));
}

/// Whether the part that is sent begins where ours ends: "bytes 100-199/200".
bool goesOnAt(const QByteArray& contentRange, qint64 at)
{
    return contentRange.startsWith("bytes " + QByteArray::number(at) + "-");
}

} // namespace

MediaDownload::MediaDownload(QNetworkAccessManager& network,
                             const MediaSource& source,
                             MediaItem item,
                             const QString& path,
                             std::chrono::milliseconds silenceMax)
    : m_network(network)
    , m_source(source)
    , m_item(std::move(item))
    , m_path(path)
    , m_silenceMax(silenceMax)
    , m_part(partOf(path))
{
    connect(&m_check, &QTimer::timeout, this, &MediaDownload::check);
}

MediaDownload::~MediaDownload()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void MediaDownload::start()
{
    if (!m_part.open(QIODevice::ReadWrite | QIODevice::Append)) {
        QMetaObject::invokeMethod(
            this, [this] { end(End::Disk); }, Qt::QueuedConnection);
        return;
    }
    if (m_part.size() > m_item.bytes) {
        m_part.resize(0);
    }
    if (m_part.size() == m_item.bytes) {
        beginCheck();
        return;
    }
    QNetworkRequest request(urlOf(m_source, m_item.name));
    request.setRawHeader("Authorization", "Bearer " + m_source.token);
    request.setRawHeader("Accept-Encoding", "identity");
    // The token goes nowhere else.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(static_cast<int>(m_silenceMax.count()));
    if (m_part.size() > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_part.size()) + "-");
        request.setRawHeader("If-Range", '"' + QByteArray::fromStdString(m_item.sha256) + '"');
    }
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(AheadBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &MediaDownload::take);
    connect(m_reply, &QNetworkReply::finished, this, &MediaDownload::onFinished);
}

/// What the answer is: the rest, or all of it anew.
void MediaDownload::takeHead()
{
    m_hasHead = true;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200) {
        m_part.resize(0);
        return;
    }
    if (status == 206 && goesOnAt(m_reply->rawHeader("Content-Range"), m_part.size())) {
        return;
    }
    switch (status) {
    case 206:
    case 416:
        m_part.resize(0);
        end(End::Broken);
        return;
    case 401:
    case 403: end(End::Refused); return;
    case 404: end(End::Gone); return;
    default: end(End::Broken); return;
    }
}

void MediaDownload::take()
{
    if (m_isEnded || !m_reply) {
        return;
    }
    if (!m_hasHead) {
        takeHead();
    }
    while (!m_isEnded && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(AheadBytes);
        if (m_part.size() + bytes.size() > m_item.bytes) {
            m_part.resize(0);
            end(End::Wrong);
        } else if (m_part.write(bytes) != bytes.size() || !m_part.flush()) {
            qCWarning(log) << m_part.fileName() << m_part.errorString();
            m_part.resize(0); // Whoever has no room should not keep a beginning.
            end(End::Disk);
        }
    }
}

void MediaDownload::onFinished()
{
    take();
    if (m_isEnded) {
        return;
    }
    if (m_reply->error() != QNetworkReply::NoError || m_part.size() < m_item.bytes) {
        qCDebug(log) << "broke at" << m_part.size() << "of" << m_item.bytes
                     << m_reply->errorString();
        end(End::Broken);
        return;
    }
    beginCheck();
}

void MediaDownload::beginCheck()
{
    // Read back: what counts is what can be read, not what was sent.
    if (!m_part.seek(0)) {
        QMetaObject::invokeMethod(
            this, [this] { end(End::Disk); }, Qt::QueuedConnection);
        return;
    }
    m_check.start(0);
}

void MediaDownload::check()
{
    const QByteArray bytes = m_part.read(CheckedAtOnceBytes);
    m_hash.addData(bytes);
    if (!bytes.isEmpty() && m_part.pos() < m_item.bytes) {
        return;
    }
    m_check.stop();
    if (m_hash.result().toHex().toStdString() != m_item.sha256) {
        m_part.resize(0);
        end(End::Wrong);
        return;
    }
    ::fdatasync(m_part.handle());
    m_part.close();
    QFile::remove(m_path);
    end(m_part.rename(m_path) ? End::Whole : End::Disk);
}

void MediaDownload::end(End how)
{
    if (std::exchange(m_isEnded, true)) {
        return;
    }
    m_check.stop();
    if (how != End::Whole) {
        const bool isEmpty = m_part.size() == 0;
        m_part.close();
        if (isEmpty) {
            m_part.remove();
        }
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    Q_EMIT ended(how);
}

} // namespace talon::display
