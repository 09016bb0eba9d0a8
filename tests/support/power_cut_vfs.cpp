#include "tests/support/power_cut_vfs.h"

#include "shared/base/ensure.h"
#include "tests/support/power_cut_calls.h"

namespace talon::test {

namespace {

using Kind = DiskOperation::Kind;

} // namespace

class PowerCutVfs::Lock : public disk::FileLock
{
public:
    Lock(PowerCutVfs& vfs, std::string path)
        : m_vfs(vfs)
        , m_path(std::move(path))
        , m_process(vfs.m_process)
    {
        vfs.m_locks[m_path] = m_process;
    }

    ~Lock() override
    {
        if (m_process == m_vfs.m_process) {
            m_vfs.m_locks.erase(m_path);
        }
    }

private:
    PowerCutVfs& m_vfs;
    std::string m_path;
    int m_process;
};

PowerCutVfs::PowerCutVfs(const std::string& name)
    : m_name(name)
{
    m_vfs.iVersion = 1;
    m_vfs.szOsFile = sizeof(OpenFile);
    m_vfs.mxPathname = 512;
    m_vfs.zName = m_name.c_str();
    m_vfs.pAppData = this;
    m_vfs.xOpen = Calls::open;
    m_vfs.xDelete = Calls::remove;
    m_vfs.xAccess = Calls::access;
    m_vfs.xFullPathname = Calls::fullPath;
    m_vfs.xRandomness = Calls::randomness;
    m_vfs.xSleep = Calls::sleep;
    m_vfs.xCurrentTime = Calls::currentTime;
    m_vfs.xGetLastError = Calls::lastError;
    TALON_ENSURE(sqlite3_vfs_register(&m_vfs, 0) == SQLITE_OK);
}

PowerCutVfs::~PowerCutVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

void PowerCutVfs::dieAfter(std::size_t operations)
{
    m_left = operations;
}

void PowerCutVfs::restart()
{
    const std::lock_guard guard(m_mutex);
    ++m_process;
    m_left.reset();
    m_shared.clear();
    m_locks.clear();
}

void PowerCutVfs::restartFrom(PowerCutDisk disk)
{
    restart();
    m_disk = std::move(disk);
    m_operations.clear();
}

int PowerCutVfs::perform(DiskOperation operation)
{
    if (m_left) {
        if (*m_left == 0) {
            return SQLITE_IOERR;
        }
        --*m_left;
    }
    m_disk.happen(operation);
    m_operations.push_back(std::move(operation));
    return SQLITE_OK;
}

int PowerCutVfs::syncFile(const std::string& path, bool withFolder)
{
    if (m_diesAtSync) {
        m_diesAtSync = false;
        dieAfter(0);
    }
    if (m_failSyncs) {
        return SQLITE_IOERR_FSYNC;
    }
    if (m_lie) {
        return SQLITE_OK;
    }
    int result = perform({.kind = Kind::Sync, .path = path});
    if (result == SQLITE_OK && withFolder) {
        result = perform({.kind = Kind::SyncFolder, .path = path});
    }
    return result == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

Expected<Done, IoError> PowerCutVfs::performAll(std::vector<DiskOperation> operations)
{
    for (DiskOperation& operation : operations) {
        const std::string path = operation.path;
        if (perform(std::move(operation)) != SQLITE_OK) {
            return Unexpected(IoError{path + ": the process is dead"});
        }
    }
    return Done{};
}

Expected<std::optional<std::string>, IoError> PowerCutVfs::head(const std::string& path,
                                                                std::size_t bytes)
{
    const std::lock_guard guard(m_mutex);
    const std::string* const content = m_disk.content(path);
    return content == nullptr ? std::nullopt : std::optional(content->substr(0, bytes));
}

Expected<Done, IoError> PowerCutVfs::make(const std::string& path)
{
    const std::lock_guard guard(m_mutex);
    if (m_disk.content(path) != nullptr) {
        return Unexpected(IoError{path + ": is there"});
    }
    return performAll({{.kind = Kind::Make, .path = path}});
}

Expected<Done, IoError> PowerCutVfs::remove(const std::string& path)
{
    const std::lock_guard guard(m_mutex);
    if (m_disk.content(path) == nullptr) {
        return Done{};
    }
    return performAll({{.kind = Kind::Remove, .path = path}});
}

Expected<Done, IoError> PowerCutVfs::sync(const std::string& path)
{
    const std::lock_guard guard(m_mutex);
    if (syncFile(path, false) != SQLITE_OK) {
        return Unexpected(IoError{path + ": sync failed"});
    }
    return Done{};
}

Expected<Done, IoError> PowerCutVfs::rename(const std::string& from, const std::string& to)
{
    const std::lock_guard guard(m_mutex);
    if (m_disk.content(to) != nullptr) {
        return Unexpected(IoError{to + ": is there"});
    }
    std::vector<DiskOperation> operations{{.kind = Kind::Rename, .path = from, .to = to}};
    if (!m_lie) {
        operations.push_back({.kind = Kind::SyncFolder, .path = to});
    }
    return performAll(std::move(operations));
}

Expected<std::unique_ptr<disk::FileLock>, IoError> PowerCutVfs::tryLock(const std::string& path)
{
    const std::lock_guard guard(m_mutex);
    if (m_locks.contains(path)) {
        return std::unique_ptr<disk::FileLock>();
    }
    return std::unique_ptr<disk::FileLock>(std::make_unique<Lock>(*this, path));
}

} // namespace talon::test
