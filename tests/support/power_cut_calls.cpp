#include "tests/support/power_cut_calls.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace talon::test {

namespace {

using Kind = DiskOperation::Kind;

constexpr int SectorBytes = 4096;

} // namespace

PowerCutVfs::OpenFile& PowerCutVfs::Calls::of(sqlite3_file* file)
{
    return *reinterpret_cast<OpenFile*>(file);
}

PowerCutVfs& PowerCutVfs::Calls::of(sqlite3_vfs* vfs)
{
    return *static_cast<PowerCutVfs*>(vfs->pAppData);
}

bool PowerCutVfs::Calls::isDead(const OpenFile& file)
{
    return file.process != file.vfs->m_process || file.vfs->isDead();
}

int PowerCutVfs::Calls::open(
    sqlite3_vfs* base, const char* name, sqlite3_file* place, int flags, int* out)
{
    PowerCutVfs& vfs = of(base);
    const std::lock_guard guard(vfs.m_mutex);
    place->pMethods = nullptr;
    if (name == nullptr || vfs.isDead()) {
        return SQLITE_CANTOPEN;
    }
    const bool isNew = vfs.m_disk.content(name) == nullptr;
    if (isNew) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) {
            return SQLITE_CANTOPEN;
        }
        if (vfs.perform({.kind = Kind::Make, .path = name}) != SQLITE_OK) {
            return SQLITE_CANTOPEN;
        }
    }
    auto& shared = vfs.m_shared[name];
    if (!shared) {
        shared = std::make_shared<Shared>();
    }
    const bool isLog = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    new (place) OpenFile{.base = {.pMethods = methods()},
                         .vfs = &vfs,
                         .process = vfs.m_process,
                         .path = name,
                         .shared = shared,
                         .syncsFolder = isNew && isLog};
    if (out != nullptr) {
        *out = flags;
    }
    return SQLITE_OK;
}

int PowerCutVfs::Calls::close(sqlite3_file* base)
{
    OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    if (!isDead(file)) {
        unlock(base, SQLITE_LOCK_NONE);
        unmapIndex(base, 0);
    }
    file.~OpenFile();
    return SQLITE_OK;
}

int PowerCutVfs::Calls::read(sqlite3_file* base, void* into, int count, sqlite3_int64 offset)
{
    const OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    const std::string* const content = file.vfs->m_disk.content(file.path);
    if (isDead(file) || content == nullptr) {
        return SQLITE_IOERR_READ;
    }
    const auto at = std::min(static_cast<std::size_t>(offset), content->size());
    const auto wanted = static_cast<std::size_t>(count);
    const auto got = std::min(wanted, content->size() - at);
    std::memcpy(into, content->data() + at, got);
    std::memset(static_cast<char*>(into) + got, 0, wanted - got);
    return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int PowerCutVfs::Calls::write(sqlite3_file* base, const void* from, int count, sqlite3_int64 offset)
{
    const OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    if (isDead(file)) {
        return SQLITE_IOERR_WRITE;
    }
    const auto& room = file.vfs->m_room;
    const auto have = static_cast<std::int64_t>(file.vfs->m_disk.content(file.path)->size());
    const std::int64_t growth = std::max<std::int64_t>(0, offset + count - have);
    if (room && growth > 0 && file.vfs->m_disk.size() + growth > *room) {
        return SQLITE_FULL;
    }
    return file.vfs->perform(
        {.kind = Kind::Write,
         .path = file.path,
         .offset = offset,
         .bytes = {static_cast<const char*>(from), static_cast<std::size_t>(count)}});
}

int PowerCutVfs::Calls::truncate(sqlite3_file* base, sqlite3_int64 size)
{
    const OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    if (isDead(file)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    return file.vfs->perform({.kind = Kind::Truncate, .path = file.path, .offset = size});
}

int PowerCutVfs::Calls::sync(sqlite3_file* base, int /*flags*/)
{
    OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    if (isDead(file)) {
        return SQLITE_IOERR_FSYNC;
    }
    const int result = file.vfs->syncFile(file.path, file.syncsFolder);
    file.syncsFolder = file.syncsFolder && result != SQLITE_OK;
    return result;
}

int PowerCutVfs::Calls::size(sqlite3_file* base, sqlite3_int64* size)
{
    const OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    const std::string* const content = file.vfs->m_disk.content(file.path);
    if (isDead(file) || content == nullptr) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = static_cast<sqlite3_int64>(content->size());
    return SQLITE_OK;
}

int PowerCutVfs::Calls::lock(sqlite3_file* base, int level)
{
    OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    Shared& shared = *file.shared;
    if (file.level >= level) {
        return SQLITE_OK;
    }
    if (shared.alone != nullptr && shared.alone != &file) {
        return SQLITE_BUSY;
    }
    if (level >= SQLITE_LOCK_RESERVED) {
        if (shared.writing != nullptr && shared.writing != &file) {
            return SQLITE_BUSY;
        }
        shared.writing = &file;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE) {
        if (shared.readers > 1) {
            return SQLITE_BUSY;
        }
        shared.alone = &file;
    }
    shared.readers += file.level == SQLITE_LOCK_NONE ? 1 : 0;
    file.level = level;
    return SQLITE_OK;
}

int PowerCutVfs::Calls::unlock(sqlite3_file* base, int level)
{
    OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    Shared& shared = *file.shared;
    if (file.level <= level) {
        return SQLITE_OK;
    }
    if (shared.writing == &file) {
        shared.writing = nullptr;
    }
    if (shared.alone == &file) {
        shared.alone = nullptr;
    }
    shared.readers -= level == SQLITE_LOCK_NONE ? 1 : 0;
    file.level = level;
    return SQLITE_OK;
}

int PowerCutVfs::Calls::isReserved(sqlite3_file* base, int* result)
{
    *result = of(base).shared->writing != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int PowerCutVfs::Calls::control(sqlite3_file* /*base*/, int /*code*/, void* /*argument*/)
{
    return SQLITE_NOTFOUND;
}

int PowerCutVfs::Calls::sectorSize(sqlite3_file* /*base*/)
{
    return SectorBytes;
}

int PowerCutVfs::Calls::device(sqlite3_file* /*base*/)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int PowerCutVfs::Calls::mapIndex(
    sqlite3_file* base, int page, int bytes, int extend, volatile void** out)
{
    const OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    auto& index = file.shared->index;
    *out = nullptr;
    if (isDead(file)) {
        return SQLITE_IOERR_SHMMAP;
    }
    const auto wanted = static_cast<std::size_t>(page);
    while (extend != 0 && index.size() <= wanted) {
        index.push_back(std::make_unique<char[]>(static_cast<std::size_t>(bytes)));
    }
    if (wanted < index.size()) {
        *out = index[wanted].get();
    }
    return SQLITE_OK;
}

int PowerCutVfs::Calls::lockIndex(sqlite3_file* base, int offset, int count, int flags)
{
    OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    Shared& shared = *file.shared;
    const auto first = static_cast<std::size_t>(offset);
    const auto end = first + static_cast<std::size_t>(count);
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (std::size_t slot = first; (flags & SQLITE_SHM_LOCK) != 0 && slot < end; ++slot) {
        OpenFile* const writer = shared.indexWriters.at(slot);
        const int others = shared.indexReaders.at(slot) - (file.reads.at(slot) ? 1 : 0);
        if ((writer != nullptr && writer != &file) || (exclusive && others > 0)) {
            return SQLITE_BUSY;
        }
    }
    for (std::size_t slot = first; slot < end; ++slot) {
        const bool locks = (flags & SQLITE_SHM_LOCK) != 0;
        if (exclusive) {
            shared.indexWriters.at(slot) = locks ? &file : nullptr;
        } else if (file.reads.at(slot) != locks) {
            shared.indexReaders.at(slot) += locks ? 1 : -1;
            file.reads.at(slot) = locks;
        }
    }
    return SQLITE_OK;
}

void PowerCutVfs::Calls::barrier(sqlite3_file* /*base*/) {}

int PowerCutVfs::Calls::unmapIndex(sqlite3_file* base, int /*remove*/)
{
    OpenFile& file = of(base);
    const std::lock_guard guard(file.vfs->m_mutex);
    for (std::size_t slot = 0; slot < file.reads.size(); ++slot) {
        file.shared->indexReaders.at(slot) -= file.reads.at(slot) ? 1 : 0;
        file.reads.at(slot) = false;
        if (file.shared->indexWriters.at(slot) == &file) {
            file.shared->indexWriters.at(slot) = nullptr;
        }
    }
    return SQLITE_OK;
}

int PowerCutVfs::Calls::remove(sqlite3_vfs* base, const char* name, int syncFolder)
{
    PowerCutVfs& vfs = of(base);
    const std::lock_guard guard(vfs.m_mutex);
    if (vfs.m_disk.content(name) == nullptr) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    int result = vfs.perform({.kind = Kind::Remove, .path = name});
    if (result == SQLITE_OK && syncFolder != 0) {
        result = vfs.perform({.kind = Kind::SyncFolder, .path = name});
    }
    return result == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int PowerCutVfs::Calls::access(sqlite3_vfs* base, const char* name, int /*flags*/, int* result)
{
    PowerCutVfs& vfs = of(base);
    const std::lock_guard guard(vfs.m_mutex);
    *result = vfs.m_disk.content(name) == nullptr ? 0 : 1;
    return SQLITE_OK;
}

int PowerCutVfs::Calls::fullPath(sqlite3_vfs* /*base*/, const char* name, int bytes, char* out)
{
    sqlite3_snprintf(bytes, out, "%s", name);
    return SQLITE_OK;
}

int PowerCutVfs::Calls::randomness(sqlite3_vfs* base, int bytes, char* out)
{
    Random random(of(base).m_operations.size() + 1);
    for (int i = 0; i < bytes; ++i) {
        out[i] = static_cast<char>(random.next() & 0xFFU);
    }
    return bytes;
}

int PowerCutVfs::Calls::sleep(sqlite3_vfs* /*base*/, int microseconds)
{
    return microseconds;
}

int PowerCutVfs::Calls::currentTime(sqlite3_vfs* /*base*/, double* julianDay)
{
    *julianDay = 2461368.5;
    return SQLITE_OK;
}

int PowerCutVfs::Calls::lastError(sqlite3_vfs* /*base*/, int /*bytes*/, char* /*out*/)
{
    return 0;
}

const sqlite3_io_methods* PowerCutVfs::Calls::methods()
{
    static const sqlite3_io_methods Methods{.iVersion = 2,
                                            .xClose = close,
                                            .xRead = read,
                                            .xWrite = write,
                                            .xTruncate = truncate,
                                            .xSync = sync,
                                            .xFileSize = size,
                                            .xLock = lock,
                                            .xUnlock = unlock,
                                            .xCheckReservedLock = isReserved,
                                            .xFileControl = control,
                                            .xSectorSize = sectorSize,
                                            .xDeviceCharacteristics = device,
                                            .xShmMap = mapIndex,
                                            .xShmLock = lockIndex,
                                            .xShmBarrier = barrier,
                                            .xShmUnmap = unmapIndex,
                                            .xFetch = nullptr,
                                            .xUnfetch = nullptr};
    return &Methods;
}

} // namespace talon::test
