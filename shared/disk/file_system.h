#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace talon::disk {

/// Held until destroyed, or until the process ends.
class FileLock
{
public:
    FileLock() = default;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    virtual ~FileLock() = default;
};

/// What keepers of SQLite files ask of the disk beside SQLite's own work. An interface, so that the
/// test's disk, which loses what was not synced, can stand in its place together with an SQLite
/// VFS.
class FileSystem
{
public:
    FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;
    virtual ~FileSystem() = default;

    /// The first bytes of a file, fewer when it is shorter; none when there is no such file.
    virtual Expected<std::optional<std::string>, IoError> head(const std::string& path,
                                                               std::size_t bytes) = 0;

    /// An empty file that only its owner may read. Fails when there is one.
    virtual Expected<Done, IoError> make(const std::string& path) = 0;

    /// Removes a file if there is one.
    virtual Expected<Done, IoError> remove(const std::string& path) = 0;

    /// Makes what was written to a file durable.
    virtual Expected<Done, IoError> sync(const std::string& path) = 0;

    /// Gives a file its final name, durably. Fails when there is a file of that name.
    virtual Expected<Done, IoError> rename(const std::string& from, const std::string& to) = 0;

    /// Takes `path` for this program alone; null when another has it. The file stays behind.
    virtual Expected<std::unique_ptr<FileLock>, IoError> tryLock(const std::string& path) = 0;
};

/// The machine's own.
FileSystem& systemFiles();

} // namespace talon::disk
