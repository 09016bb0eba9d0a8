#pragma once

#include "shared/base/done.h"
#include "shared/base/expected.h"
#include "shared/disk/file_system.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <memory>
#include <string>

/// The file under a terminal's store: how it is made, opened, set aside, and what may be wrong
/// with it.
namespace talon::terminal {

/// Why the store cannot be used, or did not keep something.
struct StoreError
{
    enum class Kind {
        Missing, ///< No such file.
        NotOurs, ///< Another program's, a newer version's, or damaged: to be set aside.
        InUse,   ///< Another terminal has it.
        Full,    ///< Nothing was kept; trying later may work.
        Io,      ///< The disk failed: what it kept cannot be known before the next start.
    };

    Kind kind = Kind::Io;
    std::string what; ///< One line for the log.

    friend bool operator==(const StoreError&, const StoreError&) = default;
};

/// The disk under the store: the machine's own, or a test's that forgets on command.
struct StoreDisk
{
    std::string vfs;                   ///< SQLite's name of it; empty for the default.
    disk::FileSystem* files = nullptr; ///< Null for the machine's own.
};

StoreError errorFrom(const std::string& path, const SQLite::Exception& exception);

/// Opens the file, made if there is none. On return everything in it is on the disk.
Expected<std::unique_ptr<SQLite::Database>, StoreError> openStoreFile(const std::string& path,
                                                                      const StoreDisk& disk);

/// Gives the file, and its log, another name for somebody to look at; returns it.
Expected<std::string, StoreError> setAside(const std::string& path, const StoreDisk& disk);

/// Runs what talks to SQLite; returns its Expected, or the error it threw.
template <class Work>
auto guarded(const std::string& path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return Unexpected(errorFrom(path, exception));
    }
}

} // namespace talon::terminal
