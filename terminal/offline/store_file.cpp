#include "terminal/offline/store_file.h"

#include <QUuid>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace talon::terminal {

namespace {

using Kind = StoreError::Kind;

constexpr int ApplicationId = 0x54414C54; ///< "TALT"
constexpr int Version = 1;
constexpr int BusyMs = 1000;
constexpr int NamesTried = 1000;

/// Days are counted from 1970-01-01, moments are UTC milliseconds, names those of name().
constexpr const char* Schema = R"(
    CREATE TABLE meta (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        store TEXT NOT NULL, -- made with the file: who holds the numbers
        opened INTEGER NOT NULL
    ) STRICT;

    -- The last that was heard, as it was sent.
    CREATE TABLE document (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;

    CREATE TABLE ticket (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, -- the order of hand-over
        key TEXT NOT NULL UNIQUE,
        day INTEGER NOT NULL,
        number TEXT NOT NULL,
        serial INTEGER NOT NULL,
        service INTEGER NOT NULL,
        category INTEGER,
        language TEXT NOT NULL,
        people INTEGER NOT NULL,
        booking INTEGER,
        taken_at INTEGER NOT NULL,
        instead TEXT NOT NULL,
        paper TEXT NOT NULL, -- as it is known here
        sent_paper TEXT, -- as the request says it: a repeat must say the same
        told_paper TEXT, -- as the controller was told after it
        state TEXT NOT NULL,
        visit INTEGER,
        epoch INTEGER NOT NULL, -- of the journal that has it; 0 before
        UNIQUE (day, number) -- whatever the program thinks
    ) STRICT;
)";

disk::FileSystem& filesOf(const StoreDisk& disk)
{
    return disk.files == nullptr ? disk::systemFiles() : *disk.files;
}

Unexpected<StoreError> failed(const IoError& error)
{
    return Unexpected(StoreError{.kind = Kind::Io, .what = error.what});
}

Unexpected<StoreError> notOurs(const std::string& path, const std::string& what)
{
    return Unexpected(StoreError{.kind = Kind::NotOurs, .what = path + ": " + what});
}

std::unique_ptr<SQLite::Database> connect(const std::string& path, const StoreDisk& disk)
{
    auto database = std::make_unique<SQLite::Database>(
        path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, BusyMs, disk.vfs);
    sqlite3_extended_result_codes(database->getHandle(), 1);
    database->exec("PRAGMA trusted_schema = OFF");
    database->exec("PRAGMA cell_size_check = ON");
    database->exec("PRAGMA temp_store = MEMORY");
    return database;
}

void useLog(SQLite::Database& database)
{
    if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
        throw SQLite::Exception("the disk cannot hold a write-ahead log", SQLITE_IOERR);
    }
    database.exec("PRAGMA synchronous = FULL");
    // SQLite's own checkpoints swallow errors of the disk; the store makes them itself.
    database.exec("PRAGMA wal_autocheckpoint = 0");
}

/// Under another name until it is whole: a file of this name always has its tables.
Expected<Done, StoreError> create(const std::string& path, const StoreDisk& disk)
{
    disk::FileSystem& files = filesOf(disk);
    const std::string temporary = path + ".new";
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        if (const auto removed = files.remove(temporary + suffix); !removed) {
            return failed(removed.error());
        }
    }
    if (const auto made = files.make(temporary); !made) {
        return failed(made.error());
    }
    const auto filled = guarded(temporary, [&]() -> Expected<Done, StoreError> {
        const auto database = connect(temporary, disk);
        database->exec("PRAGMA application_id = " + std::to_string(ApplicationId));
        useLog(*database);
        SQLite::Transaction transaction(*database);
        database->exec(Schema);
        SQLite::Statement meta(*database, "INSERT INTO meta (id, store, opened) VALUES (1, ?1, 0)");
        meta.bind(1, QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString());
        meta.exec();
        database->exec("PRAGMA user_version = " + std::to_string(Version));
        transaction.commit();
        database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return Done{};
    });
    if (!filled) {
        return filled;
    }
    if (const auto synced = files.sync(temporary); !synced) {
        return failed(synced.error());
    }
    if (const auto renamed = files.rename(temporary, path); !renamed) {
        return failed(renamed.error());
    }
    return Done{};
}

/// Whether SQLite and we know what is in it.
Expected<Done, StoreError> checkContent(SQLite::Database& database, const std::string& path)
{
    if (database.execAndGet("PRAGMA application_id").getInt() != ApplicationId) {
        return notOurs(path, "is not a terminal's store");
    }
    if (database.execAndGet("PRAGMA user_version").getInt() != Version) {
        return notOurs(path, "is a store of another version");
    }
    const std::string result = database.execAndGet("PRAGMA quick_check(1)").getString();
    return result == "ok" ? Expected<Done, StoreError>(Done{})
                          : notOurs(path, "is damaged: " + result);
}

} // namespace

StoreError errorFrom(const std::string& path, const SQLite::Exception& exception)
{
    const auto say = [&](Kind kind, const std::string& what) {
        return StoreError{.kind = kind, .what = path + ": " + what};
    };
    const std::string detail = std::string(exception.what()) + ", code " +
                               std::to_string(exception.getExtendedErrorCode());
    // Only the lowest byte tells the kind.
    switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL: return say(Kind::Full, "the disk is full, nothing was kept");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return say(Kind::InUse, "another program has it locked");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR: // our statements are right: the tables are not those that we made
        return say(Kind::NotOurs, "is damaged or foreign: " + detail);
    default: return say(Kind::Io, "the disk failed: " + detail);
    }
}

Expected<std::unique_ptr<SQLite::Database>, StoreError> openStoreFile(const std::string& path,
                                                                      const StoreDisk& disk)
{
    disk::FileSystem& files = filesOf(disk);
    const auto head = files.head(path, 1);
    const auto log = files.head(path + "-wal", 1);
    if (!head || !log) {
        return failed(!head ? head.error() : log.error());
    }
    if (!head->has_value()) {
        if (log->has_value()) {
            return notOurs(path, "is missing, but its log is there");
        }
        if (auto created = create(path, disk); !created) {
            return Unexpected(created.error());
        }
    }
    if (head->has_value() && (*head)->empty()) {
        return notOurs(path, "is empty");
    }
    using Opened = Expected<std::unique_ptr<SQLite::Database>, StoreError>;
    return guarded(path, [&]() -> Opened {
        auto database = connect(path, disk);
        // Whoever fails to open it leaves its log alone.
        sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        if (auto checked = checkContent(*database, path); !checked) {
            return Unexpected(checked.error());
        }
        useLog(*database);
        // What the log holds may never have reached the disk: before anything is built on it, it
        // must. A commit of our own syncs all of it where the log cannot be emptied.
        if (database->execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0) {
            database->exec("UPDATE meta SET opened = opened + 1");
        }
        return database;
    });
}

/// The file first: what is left when the power goes in between is a log without its file, which no
/// start takes for a store.
Expected<std::string, StoreError> setAside(const std::string& path, const StoreDisk& disk)
{
    disk::FileSystem& files = filesOf(disk);
    for (int i = 1; i <= NamesTried; ++i) {
        const std::string other = path + ".damaged-" + std::to_string(i);
        const auto taken = files.head(other, 1);
        const auto takenLog = files.head(other + "-wal", 1);
        if (!taken || !takenLog) {
            return failed(!taken ? taken.error() : takenLog.error());
        }
        if (taken->has_value() || takenLog->has_value()) {
            continue;
        }
        for (const char* suffix : {"", "-wal"}) {
            const auto there = files.head(path + suffix, 1);
            if (!there) {
                return failed(there.error());
            }
            if (there->has_value()) {
                if (const auto renamed = files.rename(path + suffix, other + suffix); !renamed) {
                    return failed(renamed.error());
                }
            }
        }
        if (const auto removed = files.remove(path + "-shm"); !removed) {
            return failed(removed.error());
        }
        return other;
    }
    return Unexpected(StoreError{.kind = Kind::Io, .what = path + ": too many set aside"});
}

} // namespace talon::terminal
