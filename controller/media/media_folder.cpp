#include "controller/media/media_folder.h"

#include <QLoggingCategory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace talon::media {

namespace {

Q_LOGGING_CATEGORY(log, "talon.controller.media")

constexpr std::size_t EntriesMax = 10'000; ///< Of the folder that are looked at.
constexpr std::size_t WarnedMax = 200;

constexpr std::int64_t nanoseconds(const timespec& at)
{
    return at.tv_sec * 1'000'000'000LL + at.tv_nsec;
}

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

int openFolder(const std::string& path)
{
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// A link is not followed, wherever it leads; what is no plain file is not waited for.
std::shared_ptr<const MediaFile> openIn(const std::string& folder, const std::string& name)
{
    const MediaFile directory(openFolder(folder));
    if (directory.fd() < 0) {
        return nullptr;
    }
    const int fd = ::openat(directory.fd(), name.c_str(),
                            O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    return fd < 0 ? nullptr : std::make_shared<const MediaFile>(fd);
}

} // namespace

MediaFile::~MediaFile()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

std::size_t MediaFile::readAt(std::uint64_t offset, std::span<char> bytes) const
{
    while (true) {
        const ssize_t count = ::pread(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            return 0;
        }
    }
}

Catalogue catalogueOf(std::vector<MediaItem> items)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const MediaItem& item : items) {
        // No name has a line feed.
        const std::string line = item.name + '\n' + std::string(name(item.kind)) + ' ' +
                                 std::to_string(item.bytes) + ' ' + item.sha256 + ' ' +
                                 std::to_string(item.seconds) + '\n';
        hash.addData(viewOf(line));
    }
    constexpr qsizetype RevisionDigits = 32;
    return {.revision = hash.result().toHex().first(RevisionDigits).toStdString(),
            .items = std::move(items)};
}

std::optional<Catalogue> catalogueIn(const MediaFolder* folder)
{
    return folder == nullptr ? catalogueOf({}) : folder->catalogue();
}

MediaFolder::MediaFolder(std::string path, const FolderOptions& options)
    : m_path(std::move(path))
    , m_options(options)
{
    connect(&m_scan, &QTimer::timeout, this, &MediaFolder::scan);
    connect(&m_slice, &QTimer::timeout, this, &MediaFolder::hashSlice);
    m_scan.start(options.scanEvery);
    scan();
}

MediaFolder::~MediaFolder() = default;

std::optional<MediaFolder::Signature> MediaFolder::signatureOf(int fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return Signature{.device = status.st_dev,
                     .inode = status.st_ino,
                     .bytes = status.st_size,
                     .modifiedNs = nanoseconds(status.st_mtim),
                     .changedNs = nanoseconds(status.st_ctim)};
}

std::optional<MediaFolder::Opened> MediaFolder::open(const std::string& name) const
{
    const auto known = m_known.find(name);
    if (!m_catalogue || known == m_known.end() ||
        std::ranges::find(m_catalogue->items, known->second.item) == m_catalogue->items.end()) {
        return std::nullopt;
    }
    auto file = openIn(m_path, name);
    if (!file || signatureOf(file->fd()) != known->second.signature) {
        return std::nullopt;
    }
    return Opened{.item = known->second.item, .file = std::move(file)};
}

/// All that may be handed out, with its signature; none when the folder cannot be read.
std::optional<MediaFolder::Look> MediaFolder::look()
{
    const int fd = openFolder(m_path);
    DIR* const listing = fd < 0 ? nullptr : ::fdopendir(fd);
    if (listing == nullptr) {
        if (fd >= 0) {
            ::close(fd);
        }
        return std::nullopt;
    }
    Look look;
    std::size_t count = 0;
    while (const dirent* const entry = ::readdir(listing)) {
        const std::string name = static_cast<const char*>(entry->d_name);
        if (++count > EntriesMax) {
            warnOnce(m_path, "has too many files; the rest is passed over");
            break;
        }
        if (name == "." || name == "..") {
            continue;
        }
        struct stat status = {};
        if (::fstatat(fd, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            continue;
        }
        if (!S_ISREG(status.st_mode)) {
            warnOnce(name, "is no plain file, and is passed over");
            continue;
        }
        if (isWelcome(name, status.st_size)) {
            look[name] = {.device = status.st_dev,
                          .inode = status.st_ino,
                          .bytes = status.st_size,
                          .modifiedNs = nanoseconds(status.st_mtim),
                          .changedNs = nanoseconds(status.st_ctim)};
        }
    }
    ::closedir(listing);
    if (look.size() > MediaItemsMax) {
        warnOnce(m_path, "has more than 200 pictures and videos; the last by name are passed over");
        look.erase(std::next(look.begin(), MediaItemsMax), look.end());
    }
    return look;
}

bool MediaFolder::isWelcome(const std::string& name, std::int64_t bytes)
{
    const auto kind = mediaKindOf(name);
    if (!kind) {
        warnOnce(name, "is no picture (png, jpg, webp) and no video (mp4, webm) by its name");
        return false;
    }
    if (bytes > bytesMaxOf(*kind)) {
        warnOnce(name, "is too large");
        return false;
    }
    return bytes > 0; // A copy that has just begun.
}

void MediaFolder::scan()
{
    if (m_hashing || !m_toHash.empty()) {
        return; // It goes on from what is found when all is hashed.
    }
    auto now = look();
    if (!now) {
        warnOnce("folder", (m_path + " cannot be read; what was told stays").c_str());
        return;
    }
    m_warned.erase("folder");
    std::erase_if(m_known, [&](const auto& entry) {
        const auto found = now->find(entry.first);
        return found == now->end() || found->second != entry.second.signature;
    });
    bool isAllAtRest = true;
    for (const auto& [name, signature] : *now) {
        if (m_known.contains(name)) {
            continue;
        }
        const auto before = m_seen.find(name);
        if (before != m_seen.end() && before->second == signature) {
            m_toHash.push_back(name);
        } else {
            isAllAtRest = false;
        }
    }
    m_seen = *std::move(now);
    const bool isFirst = !std::exchange(m_hasLooked, true);
    if (!m_toHash.empty()) {
        hashNext();
    } else if (!isFirst || isAllAtRest) {
        publish();
    }
}

void MediaFolder::hashNext()
{
    m_hashing.reset();
    while (!m_hashing && !m_toHash.empty()) {
        const std::string name = m_toHash.back();
        m_toHash.pop_back();
        auto file = openIn(m_path, name);
        if (!file || signatureOf(file->fd()) != m_seen.at(name)) {
            continue; // Not at rest after all.
        }
        m_hashing = std::make_unique<Hashing>();
        m_hashing->name = name;
        m_hashing->signature = m_seen.at(name);
        m_hashing->file = std::move(file);
    }
    if (m_hashing) {
        m_slice.start(0);
        return;
    }
    m_slice.stop();
    publish();
}

void MediaFolder::hashSlice()
{
    Hashing& at = *m_hashing;
    std::vector<char> bytes(m_options.hashSliceBytes);
    const std::size_t count = at.file->readAt(at.done, bytes);
    at.hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(count)));
    at.done += count;
    const auto whole = static_cast<std::uint64_t>(at.signature.bytes);
    if (count > 0 && at.done < whole) {
        return;
    }
    if (at.done == whole && signatureOf(at.file->fd()) == at.signature) {
        const MediaKind kind = *mediaKindOf(at.name);
        m_known[at.name] = {
            .signature = at.signature,
            .item = {.name = at.name,
                     .kind = kind,
                     .bytes = at.signature.bytes,
                     .sha256 = at.hash.result().toHex().toStdString(),
                     .seconds = kind == MediaKind::Picture ? pictureSecondsOf(at.name) : 0}};
    }
    hashNext();
}

void MediaFolder::publish()
{
    std::vector<MediaItem> items;
    items.reserve(m_known.size());
    for (const auto& [name, known] : m_known) {
        items.push_back(known.item);
    }
    Catalogue now = catalogueOf(std::move(items));
    if (m_catalogue == now) {
        return;
    }
    qCInfo(log, "%s: %zu pictures and videos, revision %s", m_path.c_str(), now.items.size(),
           now.revision.c_str());
    m_catalogue = std::move(now);
    Q_EMIT changed();
}

void MediaFolder::warnOnce(const std::string& about, const char* why)
{
    if (m_warned.size() < WarnedMax && m_warned.insert(about).second) {
        qCWarning(log, "%s %s", about.c_str(), why);
    }
}

} // namespace talon::media
