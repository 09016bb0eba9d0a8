#pragma once

#include "shared/domain/media.h"

#include <QCryptographicHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

/// The pictures and videos of the office's folder: found, named, hashed, opened. What lies in the
/// folder is never trusted: only plain files of good names count, and none of it is read whole.
namespace talon::media {

/// A file that is open for reading, from wherever its reader wants.
class MediaFile
{
public:
    explicit MediaFile(int fd)
        : m_fd(fd)
    {}
    MediaFile(const MediaFile&) = delete;
    MediaFile& operator=(const MediaFile&) = delete;
    ~MediaFile();

    /// How many bytes it got; 0 at the end, and when the disk fails.
    std::size_t readAt(std::uint64_t offset, std::span<char> bytes) const;

    int fd() const { return m_fd; }

private:
    int m_fd;
};

/// What is handed out at the moment.
struct Catalogue
{
    std::string revision; ///< Of names, kinds, sizes, hashes and seconds, in their order.
    std::vector<MediaItem> items;

    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

/// With its revision.
Catalogue catalogueOf(std::vector<MediaItem> items);

struct FolderOptions
{
    std::chrono::milliseconds scanEvery{5'000};
    std::size_t hashSliceBytes = 256 * 1024; ///< Between two looks at everything else.
};

/// Looks into the folder now and then. A file counts once it has stood still between two looks and
/// has been hashed; so one that is being copied in is never told of. A look reads names and times
/// only; hashes are made once for each file, a slice at a time, in the thread of the event loop.
///
///     look ──▶ new or changed, and at rest? ──hash, slice by slice──▶ catalogue, if it is another
class MediaFolder : public QObject
{
    Q_OBJECT

public:
    explicit MediaFolder(std::string path, const FolderOptions& options = {});
    ~MediaFolder() override;

    /// None until the folder has been read for the first time. Of a folder that went away it is
    /// what was there last: nobody has to throw away what they have of it.
    const std::optional<Catalogue>& catalogue() const { return m_catalogue; }

    struct Opened
    {
        MediaItem item;
        std::shared_ptr<const MediaFile> file;
    };

    /// None when the catalogue does not have it, or the file is not any more what was hashed.
    std::optional<Opened> open(const std::string& name) const;

Q_SIGNALS:
    void changed();

private:
    /// What makes a file another one, without reading it.
    struct Signature
    {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        std::int64_t bytes = 0;
        std::int64_t modifiedNs = 0;
        std::int64_t changedNs = 0;

        friend bool operator==(const Signature&, const Signature&) = default;
    };
    struct Known
    {
        Signature signature;
        MediaItem item;
    };
    struct Hashing
    {
        std::string name;
        Signature signature;
        std::shared_ptr<const MediaFile> file;
        std::uint64_t done = 0;
        QCryptographicHash hash{QCryptographicHash::Sha256};
    };
    using Look = std::map<std::string, Signature>;

    static std::optional<Signature> signatureOf(int fd);
    std::optional<Look> look();
    bool isWelcome(const std::string& name, std::int64_t bytes);
    void scan();
    void hashNext();
    void hashSlice();
    void publish();
    void warnOnce(const std::string& about, const char* why);

    const std::string m_path;
    const FolderOptions m_options;
    std::optional<Catalogue> m_catalogue;
    Look m_seen; ///< At the latest look.
    bool m_hasLooked = false;
    std::map<std::string, Known> m_known;
    std::vector<std::string> m_toHash;
    std::unique_ptr<Hashing> m_hashing;
    std::set<std::string> m_warned;
    QTimer m_scan;
    QTimer m_slice;
};

/// What a folder has; without one it is nothing, and that is known.
std::optional<Catalogue> catalogueIn(const MediaFolder* folder);

} // namespace talon::media
