#pragma once

#include "display/media/media_download.h"
#include "shared/link/controller_link.h"
#include "shared/wire/media_json.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace talon::display {

/// A picture or video that is here, whole.
struct ReadyMedia
{
    MediaItem item;
    QString path;

    friend bool operator==(const ReadyMedia&, const ReadyMedia&) = default;
};

struct MediaStoreOptions
{
    QString folder;
    qint64 bytesMax = 2LL * 1024 * 1024 * 1024; ///< Of all files together.
    qint64 freeBytesMin = 256LL * 1024 * 1024;  ///< That the disk must keep.
    /// Whether this machine can show such a file at all; others are not brought here.
    std::function<bool(const MediaItem&)> isShowable = [](const MediaItem&) { return true; };
    std::chrono::milliseconds pauseMin{1'000}; ///< Before what failed is tried again; doubles.
    std::chrono::milliseconds pauseMax{60'000};
    std::chrono::milliseconds silenceMax{30'000};
};

/// Keeps what the controller hands out for the hall in a folder of the display: brings what is
/// new, one file at a time, removes what is gone, never takes more room than it may; and has
/// what it has without a controller.
///
/// Files are named by their hashes, so no name from outside becomes a path, and the same content
/// under another name is not brought again.
class MediaStore : public QObject
{
    Q_OBJECT

public:
    MediaStore(link::ControllerLink& link, const MediaSource& source, MediaStoreOptions options);
    ~MediaStore() override;

    /// The hall's feed tells which list holds; asks for it when it is another than ours.
    void note(const QString& revision);

    /// What can be shown, in the list's order.
    const std::vector<ReadyMedia>& ready() const { return m_ready; }

Q_SIGNALS:
    void readyChanged();

private:
    void restore();
    void ask();
    void onList(const wire::MediaList& list);
    void keepList();
    void choose();
    void tidy();
    void refresh();
    void bringNext();
    void onEnded(MediaDownload::End end);
    void pause();
    bool isHere(const MediaItem& item) const;
    bool hasRoomFor(const MediaItem& item) const;
    QString pathOf(const MediaItem& item) const;

    link::ControllerLink& m_link;
    const MediaSource m_source;
    const MediaStoreOptions m_options;
    QNetworkAccessManager m_network;
    wire::MediaList m_list;
    QString m_told; ///< The revision that the feed named last.
    bool m_isAsking = false;
    std::vector<MediaItem> m_wanted; ///< Of the list, what is to be here.
    std::vector<ReadyMedia> m_ready;
    /// By hash, since the list came. What failed least is tried first, so that one bad file does
    /// not keep the others away.
    std::map<std::string, int> m_failures;
    std::map<std::string, int> m_wrong;
    qint64 m_bytesBefore = 0; ///< Of the file under way, when it was begun or gone on with.
    std::unique_ptr<MediaDownload> m_download;
    std::chrono::milliseconds m_pause{0};
    QTimer m_retry;
};

} // namespace talon::display
