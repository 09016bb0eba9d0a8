#pragma once

#include "shared/domain/media.h"

#include <QCryptographicHash>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace talon::display {

/// Where pictures and videos come from.
struct MediaSource
{
    QUrl controller;
    QByteArray token;
};

/// Brings one file here: what has come stays in a part beside it, so that a line that broke is
/// gone on with; and the whole gets its name only after its size and hash were found right.
///
///     part ──Range, If-Range──▶ part, whole ──hash, slice by slice──▶ file
class MediaDownload : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Whole,   ///< It is there, and is what the list says.
        Broken,  ///< The line, or the controller; worth going on with.
        Gone,    ///< The controller does not have it any more.
        Refused, ///< We may not have it.
        Wrong,   ///< It is not what the list says; thrown away.
        Disk,    ///< It cannot be written.
    };

    MediaDownload(QNetworkAccessManager& network,
                  const MediaSource& source,
                  MediaItem item,
                  const QString& path,
                  std::chrono::milliseconds silenceMax);
    ~MediaDownload() override;

    void start();

    const MediaItem& item() const { return m_item; }

    /// Where the beginning of a file lies until it is whole.
    static QString partOf(const QString& path) { return path + QStringLiteral(".part"); }

Q_SIGNALS:
    /// Once, and never from within start().
    void ended(talon::display::MediaDownload::End end);

private:
    void takeHead();
    void take();
    void onFinished();
    void beginCheck();
    void check();
    void end(End end);

    QNetworkAccessManager& m_network;
    const MediaSource m_source;
    const MediaItem m_item;
    const QString m_path;
    const std::chrono::milliseconds m_silenceMax;
    QFile m_part;
    QPointer<QNetworkReply> m_reply;
    bool m_hasHead = false;
    bool m_isEnded = false;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QTimer m_check;
};

} // namespace talon::display
