#include "display/media/media_store.h"

#include "shared/wire/json_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.media")

constexpr auto AskWithin = 10s;
constexpr qint64 ListBytesMax = 1024 * 1024;
constexpr int WrongMax = 3;
constexpr auto ListName = "list.json"_L1;

} // namespace

MediaStore::MediaStore(link::ControllerLink& link,
                       const MediaSource& source,
                       MediaStoreOptions options)
    : m_link(link)
    , m_source(source)
    , m_options(std::move(options))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (!m_told.isEmpty() && m_told.toStdString() != m_list.revision) {
            ask();
        } else {
            bringNext();
        }
    });
    if (!QDir().mkpath(m_options.folder)) {
        qCWarning(log) << m_options.folder << "cannot be made: no pictures and videos";
    }
    restore();
}

MediaStore::~MediaStore() = default;

QString MediaStore::pathOf(const MediaItem& item) const
{
    const auto dot = item.name.rfind('.');
    const QString ending = QString::fromStdString(item.name.substr(dot)).toLower();
    return QDir(m_options.folder).filePath(QString::fromStdString(item.sha256) + ending);
}

bool MediaStore::isHere(const MediaItem& item) const
{
    const QFileInfo file(pathOf(item));
    return file.isFile() && !file.isSymLink() && file.size() == item.bytes;
}

void MediaStore::restore()
{
    QFile file(QDir(m_options.folder).filePath(ListName));
    if (!file.open(QIODevice::ReadOnly) || file.size() > ListBytesMax) {
        return;
    }
    const auto object = wire::objectFromText(file.readAll());
    auto list = object ? wire::mediaListFromJson(*object)
                       : Expected<wire::MediaList, ParseError>(Unexpected(object.error()));
    if (!list) {
        qCWarning(log) << file.fileName() << describe(list.error()).c_str();
        return;
    }
    m_list = *std::move(list);
    choose();
    refresh();
}

void MediaStore::note(const QString& revision)
{
    if (revision.isEmpty() || revision == m_told) {
        return;
    }
    m_told = revision;
    m_pause = 0ms;
    if (revision.toStdString() == m_list.revision) {
        bringNext();
    } else {
        ask();
    }
}

void MediaStore::ask()
{
    if (std::exchange(m_isAsking, true)) {
        return;
    }
    m_link.get(u"/api/media"_s, AskWithin,
               [this, alive = QPointer<MediaStore>(this)](
                   const Expected<QJsonObject, link::LinkError>& answer) {
                   if (!alive) {
                       return;
                   }
                   m_isAsking = false;
                   if (!answer) {
                       qCInfo(log) << "no list of pictures and videos:" << answer.error().what;
                       pause();
                       return;
                   }
                   const auto list = wire::mediaListFromJson(*answer);
                   if (!list) {
                       qCWarning(log) << "the list of pictures and videos cannot be read:"
                                      << describe(list.error()).c_str();
                       pause();
                       return;
                   }
                   onList(*list);
               });
}

void MediaStore::onList(const wire::MediaList& list)
{
    m_list = list;
    m_pause = 0ms;
    m_failures.clear();
    m_wrong.clear();
    keepList();
    choose();
    const auto stillWanted = [this](const std::string& sha256) {
        return std::ranges::find(m_wanted, sha256, &MediaItem::sha256) != m_wanted.end();
    };
    if (m_download && !stillWanted(m_download->item().sha256)) {
        m_download.reset();
    }
    refresh(); // Nobody is shown what is to be removed.
    tidy();
    bringNext();
}

void MediaStore::keepList()
{
    QSaveFile file(QDir(m_options.folder).filePath(ListName));
    const QByteArray bytes = QJsonDocument(wire::toJson(m_list)).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        qCWarning(log) << file.fileName() << file.errorString();
    }
}

/// What is to be here: all that can be shown, from the top, as far as the room goes.
void MediaStore::choose()
{
    m_wanted.clear();
    qint64 bytes = 0;
    std::set<QString> counted;
    for (const MediaItem& item : m_list.items) {
        if (!m_options.isShowable(item)) {
            qCWarning(log) << item.name.c_str() << "is of a kind that this machine cannot show";
            continue;
        }
        const qint64 more = counted.contains(pathOf(item)) ? 0 : item.bytes;
        if (bytes + more > m_options.bytesMax) {
            qCWarning(log) << item.name.c_str() << "has no room beside the others in"
                           << m_options.bytesMax << "bytes";
            continue;
        }
        bytes += more;
        counted.insert(pathOf(item));
        m_wanted.push_back(item);
    }
}

/// Removes all that is not wanted.
void MediaStore::tidy()
{
    std::set<QString> kept{QString(ListName)};
    for (const MediaItem& item : m_wanted) {
        const QString path = pathOf(item);
        kept.insert(QFileInfo(path).fileName());
        kept.insert(QFileInfo(MediaDownload::partOf(path)).fileName());
    }
    const QDir folder(m_options.folder);
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        if (!kept.contains(name)) {
            QFile::remove(folder.filePath(name));
        }
    }
}

void MediaStore::refresh()
{
    std::vector<ReadyMedia> ready;
    for (const MediaItem& item : m_wanted) {
        if (isHere(item)) {
            ready.push_back({.item = item, .path = pathOf(item)});
        }
    }
    if (ready != m_ready) {
        m_ready = std::move(ready);
        Q_EMIT readyChanged();
    }
}

bool MediaStore::hasRoomFor(const MediaItem& item) const
{
    const QStorageInfo disk(m_options.folder);
    const qint64 part = QFileInfo(MediaDownload::partOf(pathOf(item))).size();
    return !disk.isValid() || disk.bytesAvailable() - (item.bytes - part) >= m_options.freeBytesMin;
}

void MediaStore::bringNext()
{
    // Only what a controller of now has told: an old list may name what is gone.
    if (m_download || m_told.isEmpty() || m_retry.isActive()) {
        return;
    }
    const MediaItem* next = nullptr;
    for (const MediaItem& item : m_wanted) {
        const bool isToCome = !isHere(item) && m_wrong[item.sha256] < WrongMax;
        if (isToCome && (next == nullptr || m_failures[item.sha256] < m_failures[next->sha256])) {
            next = &item;
        }
    }
    if (next == nullptr) {
        return;
    }
    if (!hasRoomFor(*next)) {
        qCWarning(log) << next->name.c_str() << "has no room on the disk";
        pause();
        return;
    }
    m_download = std::make_unique<MediaDownload>(m_network, m_source, *next, pathOf(*next),
                                                 m_options.silenceMax);
    connect(m_download.get(), &MediaDownload::ended, this, &MediaStore::onEnded,
            Qt::QueuedConnection);
    m_bytesBefore = QFileInfo(MediaDownload::partOf(pathOf(*next))).size();
    m_download->start();
}

void MediaStore::onEnded(MediaDownload::End end)
{
    if (!m_download || sender() != m_download.get()) {
        return;
    }
    const MediaItem item = m_download->item();
    m_download.reset();
    switch (end) {
    case MediaDownload::End::Whole:
        qCInfo(log) << item.name.c_str() << "is here";
        m_pause = 0ms;
        refresh();
        bringNext();
        return;
    case MediaDownload::End::Wrong:
        qCWarning(log) << item.name.c_str() << "came as something else than the list says";
        ++m_wrong[item.sha256];
        ++m_failures[item.sha256];
        break;
    case MediaDownload::End::Gone:
        // The folder has changed: mostly the feed tells of a new list soon.
        ++m_failures[item.sha256];
        break;
    case MediaDownload::End::Refused:
        qCWarning(log) << "this display may not have pictures and videos";
        m_pause = m_options.pauseMax;
        break;
    case MediaDownload::End::Disk:
        qCWarning(log) << item.name.c_str() << "cannot be written";
        m_pause = m_options.pauseMax;
        break;
    case MediaDownload::End::Broken:
        if (QFileInfo(MediaDownload::partOf(pathOf(item))).size() > m_bytesBefore) {
            m_pause = 0ms; // It gets on.
        }
        break;
    }
    pause();
}

void MediaStore::pause()
{
    m_pause = std::clamp(m_pause * 2, m_options.pauseMin, m_options.pauseMax);
    m_retry.start(m_pause);
}

} // namespace talon::display
