#pragma once

#include "tests/support/power_cut_vfs.h"

#include <array>

/// The inside of PowerCutVfs: what SQLite calls, and what it knows of open files.
namespace talon::test {

/// What connections to one file share.
struct PowerCutVfs::Shared
{
    int readers = 0; ///< Connections with a lock of any kind.
    OpenFile* writing = nullptr;
    OpenFile* alone = nullptr;
    std::vector<std::unique_ptr<char[]>> index;
    std::array<int, SQLITE_SHM_NLOCK> indexReaders{};
    std::array<OpenFile*, SQLITE_SHM_NLOCK> indexWriters{};
};

struct PowerCutVfs::OpenFile
{
    sqlite3_file base;
    PowerCutVfs* vfs;
    int process;
    std::string path;
    std::shared_ptr<Shared> shared;
    bool syncsFolder; ///< Its name is not durable yet; SQLite's own VFS sees to logs, no others.
    int level = SQLITE_LOCK_NONE;
    std::array<bool, SQLITE_SHM_NLOCK> reads{};
};

struct PowerCutVfs::Calls
{
    static OpenFile& of(sqlite3_file* file);
    static PowerCutVfs& of(sqlite3_vfs* vfs);
    static bool isDead(const OpenFile& file);
    static int open(sqlite3_vfs* base, const char* name, sqlite3_file* place, int flags, int* out);
    static int close(sqlite3_file* base);
    static int read(sqlite3_file* base, void* into, int count, sqlite3_int64 offset);
    static int write(sqlite3_file* base, const void* from, int count, sqlite3_int64 offset);
    static int truncate(sqlite3_file* base, sqlite3_int64 size);
    static int sync(sqlite3_file* base, int flags);
    static int size(sqlite3_file* base, sqlite3_int64* size);
    static int lock(sqlite3_file* base, int level);
    static int unlock(sqlite3_file* base, int level);
    static int isReserved(sqlite3_file* base, int* result);
    static int control(sqlite3_file* base, int code, void* argument);
    static int sectorSize(sqlite3_file* base);
    /// As SQLite's own VFS says of any disk: a write leaves the bytes beside it alone.
    static int device(sqlite3_file* base);
    static int mapIndex(sqlite3_file* base, int page, int bytes, int extend, volatile void** out);
    static int lockIndex(sqlite3_file* base, int offset, int count, int flags);
    static void barrier(sqlite3_file* base);
    static int unmapIndex(sqlite3_file* base, int remove);
    static int remove(sqlite3_vfs* base, const char* name, int syncFolder);
    static int access(sqlite3_vfs* base, const char* name, int flags, int* result);
    static int fullPath(sqlite3_vfs* base, const char* name, int bytes, char* out);
    static int randomness(sqlite3_vfs* base, int bytes, char* out);
    /// Nobody waits: a lock that is held here is not let go by waiting.
    static int sleep(sqlite3_vfs* base, int microseconds);
    static int currentTime(sqlite3_vfs* base, double* julianDay);
    static int lastError(sqlite3_vfs* base, int bytes, char* out);
    static const sqlite3_io_methods* methods();
};

} // namespace talon::test
