#pragma once

#include "controller/journal/journal.h"
#include "tests/support/power_cut_disk.h"

#include <sqlite3.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace talon::test {

/// A disk in memory under the journal: an SQLite VFS, and the other things it asks of files.
///
/// It writes down every operation, so that a test can walk through them and cut the power after
/// each one (PowerCutDisk); it can let the process die in the midst of an operation, fill up, fail
/// or lie. One process at a time: restart() ends it, and what it still holds open is dead.
class PowerCutVfs : public disk::FileSystem
{
public:
    explicit PowerCutVfs(const std::string& name);
    ~PowerCutVfs() override;

    journal::Storage storage() { return {.vfs = m_name, .files = this}; }

    const PowerCutDisk& disk() const { return m_disk; }
    const std::vector<DiskOperation>& operations() const { return m_operations; }

    /// The process dies after so many more operations: the next ones do not happen.
    void dieAfter(std::size_t operations);
    void dieAtSync() { m_diesAtSync = true; } ///< Instead of the next sync.
    bool isDead() const { return m_left && *m_left == 0; }

    /// The process is gone; a new one sees what it wrote, synced or not.
    void restart();

    /// The power is gone; a new process sees this disk.
    void restartFrom(PowerCutDisk disk);

    void setRoom(std::int64_t bytes) { m_room = bytes; } ///< Writes beyond it find the disk full.
    void failSyncs(bool fail) { m_failSyncs = fail; }
    void lieAboutSyncs(bool lie) { m_lie = lie; } ///< Says it synced, and did not.

    Expected<std::optional<std::string>, IoError> head(const std::string& path,
                                                       std::size_t bytes) override;
    Expected<Done, IoError> make(const std::string& path) override;
    Expected<Done, IoError> remove(const std::string& path) override;
    Expected<Done, IoError> sync(const std::string& path) override;
    Expected<Done, IoError> rename(const std::string& from, const std::string& to) override;
    Expected<std::unique_ptr<disk::FileLock>, IoError> tryLock(const std::string& path) override;

private:
    struct OpenFile;
    struct Shared; ///< What connections to one file share: locks and the index of the log.
    struct Calls;  ///< What SQLite calls.
    class Lock;

    int perform(DiskOperation operation);
    int syncFile(const std::string& path, bool withFolder);
    Expected<Done, IoError> performAll(std::vector<DiskOperation> operations);

    std::string m_name;
    sqlite3_vfs m_vfs{};
    std::recursive_mutex m_mutex;
    PowerCutDisk m_disk;
    std::vector<DiskOperation> m_operations;
    std::map<std::string, std::shared_ptr<Shared>> m_shared;
    std::map<std::string, int> m_locks; ///< By path, the process that has it.
    int m_process = 1;
    std::optional<std::size_t> m_left; ///< Operations until death.
    std::optional<std::int64_t> m_room;
    bool m_diesAtSync = false;
    bool m_failSyncs = false;
    bool m_lie = false;
};

} // namespace talon::test
