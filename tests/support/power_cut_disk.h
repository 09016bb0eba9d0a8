#pragma once

#include "tests/support/random.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace talon::test {

/// One thing that a program asks of a disk and that the disk may forget.
struct DiskOperation
{
    enum class Kind { Make, Write, Truncate, Sync, SyncFolder, Rename, Remove };

    Kind kind = Kind::Write;
    std::string path;
    std::int64_t offset = 0; ///< Of Write; of Truncate the new size.
    std::string bytes;       ///< Of Write.
    std::string to;          ///< Of Rename.
};

/// What a power cut does to what was not synced.
enum class Fate {
    Forget, ///< All of it is gone.
    Keep,   ///< All of it had just reached the disk.
    Tear,   ///< Each write is kept, lost or torn by sectors, each for itself: so out of order too.
};

/// A disk as a program sees it, and as it would be found after a power cut: what was written
/// becomes durable by Sync only, a name by SyncFolder only.
class PowerCutDisk
{
public:
    void happen(const DiskOperation& operation);

    const std::string* content(const std::string& path) const; ///< Null: no such file.
    std::int64_t size() const;                                 ///< Of all files.

    /// The disk as the next start finds it; everything on it is durable.
    PowerCutDisk afterPowerCut(Fate fate, Random& random) const;

private:
    struct File
    {
        std::string now;
        std::string durable;
        std::vector<DiskOperation> unsynced;
    };

    using Names = std::map<std::string, int>;

    static void change(std::string& content, const DiskOperation& operation);
    static void tear(std::string& content, const DiskOperation& operation, Random& random);
    static void rename(Names& names, const DiskOperation& operation, int file);

    std::map<int, File> m_files;
    int m_lastFile = 0;
    Names m_names;
    Names m_durableNames;
    std::vector<std::pair<DiskOperation, int>> m_unsyncedNames; ///< With the file that each names.
};

} // namespace talon::test
