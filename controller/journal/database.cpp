#include "controller/journal/database.h"

#include "shared/base/ensure.h"

#include <QFile>

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <array>

namespace talon::journal {

namespace {

using Kind = JournalError::Kind;

constexpr int ApplicationId = 0x54414C4E; ///< "TALN"
constexpr int BusyMs = 5000;
constexpr std::string_view SqliteMagic{"SQLite format 3\0", 16};

/// In order; the place of each, from 1, is the file's user_version after it.
constexpr std::array Migrations{":/talon/journal/0001_init.sql", ":/talon/journal/0002_queue.sql",
                                ":/talon/journal/0003_people_and_devices.sql"};
constexpr int Version = static_cast<int>(Migrations.size());

Unexpected<JournalError> wrong(Kind kind, const std::string& path, const std::string& what)
{
    return Unexpected(JournalError{.kind = kind, .what = path + ": " + what});
}

Unexpected<JournalError> failed(const IoError& error)
{
    return Unexpected(JournalError{.kind = Kind::Io, .what = error.what});
}

JournalError newer(const std::string& path, int version)
{
    return {.kind = Kind::Newer,
            .what = path + ": was written by a newer Talon (version " + std::to_string(version) +
                    " of the journal, known here: " + std::to_string(Version) +
                    "); install that one; the file was left as it is"};
}

/// A number of four bytes, highest first, in SQLite's file header.
int headerNumber(const std::string& head, std::size_t offset)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = (number << 8U) | static_cast<unsigned char>(head.at(offset + i));
    }
    return static_cast<int>(number);
}

std::string migrationText(const char* resource)
{
    QFile file{QString::fromLatin1(resource)};
    TALON_ENSURE(file.open(QFile::ReadOnly));
    return file.readAll().toStdString();
}

void set(SQLite::Database& database, int option, int value)
{
    TALON_ENSURE(sqlite3_db_config(database.getHandle(), option, value, nullptr) == SQLITE_OK);
}

int userVersion(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

/// What holds for every connection.
void setUp(SQLite::Database& database)
{
    sqlite3_extended_result_codes(database.getHandle(), 1);
    set(database, SQLITE_DBCONFIG_DEFENSIVE, 1);
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA temp_store = MEMORY");
    database.exec("PRAGMA foreign_keys = ON");
}

Expected<Done, JournalError> setUpWriting(SQLite::Database& database, const std::string& path)
{
    const std::string mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
    if (mode != "wal") {
        return wrong(Kind::Io, path, "the disk cannot hold a write-ahead log; use a local disk");
    }
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA journal_size_limit = 16777216");
    // SQLite's own checkpoints swallow errors of the disk; append() makes them itself.
    database.exec("PRAGMA wal_autocheckpoint = 0");
    return Done{};
}

void migrate(SQLite::Database& database)
{
    for (int version = userVersion(database); version < Version; ++version) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(migrationText(Migrations.at(static_cast<std::size_t>(version))));
        database.exec("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
}

} // namespace

FileSystem& filesOf(const Storage& storage)
{
    return storage.files == nullptr ? disk::systemFiles() : *storage.files;
}

JournalError errorFrom(const std::string& path, const SQLite::Exception& exception)
{
    const auto say = [&](Kind kind, const std::string& what) {
        return JournalError{.kind = kind, .what = path + ": " + what};
    };
    const std::string detail = std::string(exception.what()) + ", code " +
                               std::to_string(exception.getExtendedErrorCode());
    // Only the lowest byte tells the kind.
    switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL: return say(Kind::Full, "the disk is full, nothing was kept; free some space");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR: // our statements are right: the tables are not those that we made
        return damaged(path, detail);
    case SQLITE_CONSTRAINT:
        return damaged(path, "what should be written does not fit what is there: " + detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return say(Kind::InUse, "another program has it locked; stop that one");
    default: return say(Kind::Io, "the disk failed (" + detail + "); look at the disk");
    }
}

JournalError damaged(const std::string& path, const std::string& what)
{
    return {.kind = Kind::Damaged,
            .what = path + ": is damaged: " + what +
                    "; keep the file for analysis and restore the latest back-up"};
}

Expected<Done, JournalError> checkHead(const std::string& path, const Storage& storage)
{
    FileSystem& files = filesOf(storage);
    const auto read = files.head(path, 100);
    if (!read) {
        return failed(read.error());
    }
    const std::optional<std::string>& head = *read;
    if (!head) {
        for (const char* suffix : {"-wal", "-journal"}) {
            const auto log = files.head(path + suffix, 1);
            if (!log) {
                return failed(log.error());
            }
            if (log->has_value()) {
                return wrong(Kind::Damaged, path,
                             std::string("is missing, but its ") + suffix +
                                 " file is there and may hold tickets; put the file back beside "
                                 "it, or restore a back-up and remove that one");
            }
        }
        return wrong(Kind::Missing, path, "no such journal; make one with 'talon-controller init'");
    }
    if (head->empty()) {
        return wrong(Kind::Damaged, path,
                     "is empty; restore the latest back-up, or remove it to begin anew");
    }
    if (head->size() < 100) {
        return wrong(Kind::NotOurs, path, "is not a journal of Talon; left as it is");
    }
    const bool ours = headerNumber(*head, 68) == ApplicationId;
    if (head->compare(0, SqliteMagic.size(), SqliteMagic) != 0) {
        return ours ? Unexpected(damaged(path, "its first bytes are not those of a database"))
                    : wrong(Kind::NotOurs, path, "is not a journal of Talon; left as it is");
    }
    if (!ours) {
        return wrong(Kind::NotOurs, path, "is a database of another program; left as it is");
    }
    if (const int version = headerNumber(*head, 60); version > Version) {
        return Unexpected(newer(path, version));
    }
    return Done{};
}

Expected<std::unique_ptr<SQLite::Database>, JournalError>
openDatabase(const std::string& path, Access access, const Storage& storage)
{
    return guarded(path, [&]() -> Expected<std::unique_ptr<SQLite::Database>, JournalError> {
        auto database = std::make_unique<SQLite::Database>(
            path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, BusyMs, storage.vfs);
        leaveLogWhenClosed(*database);
        setUp(*database);
        if (access == Access::Read) {
            database->exec("PRAGMA query_only = ON");
        }
        const int version = userVersion(*database);
        if (version > Version) {
            return Unexpected(newer(path, version));
        }
        if (version < 1) {
            return Unexpected(damaged(path, "it has no version"));
        }
        if (access == Access::Read) {
            if (version < Version) {
                return wrong(Kind::InUse, path,
                             "is of an older version; start the controller once to bring it up");
            }
            return database;
        }
        if (auto done = setUpWriting(*database, path); !done) {
            return Unexpected(done.error());
        }
        migrate(*database);
        return database;
    });
}

Expected<Done, JournalError> createFile(const std::string& path, const Storage& storage)
{
    FileSystem& files = filesOf(storage);
    const std::string temporary = path + ".new";
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        if (const auto removed = files.remove(temporary + suffix); !removed) {
            return failed(removed.error());
        }
    }
    if (const auto made = files.make(temporary); !made) {
        return failed(made.error());
    }
    const auto filled = guarded(temporary, [&]() -> Expected<Done, JournalError> {
        SQLite::Database database(temporary, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, BusyMs,
                                  storage.vfs);
        setUp(database);
        database.exec("PRAGMA application_id = " + std::to_string(ApplicationId));
        if (auto done = setUpWriting(database, temporary); !done) {
            return done;
        }
        migrate(database);
        // Moves all of it from the log into the file, which is what gets the name.
        const bool busy = database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
        return busy ? Expected<Done, JournalError>(wrong(Kind::InUse, temporary, "is in use"))
                    : Done{};
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

Expected<std::unique_ptr<FileLock>, JournalError> lockFile(const std::string& path,
                                                           const Storage& storage)
{
    auto lock = filesOf(storage).tryLock(path + ".lock");
    if (!lock) {
        return failed(lock.error());
    }
    if (*lock == nullptr) {
        return wrong(Kind::InUse, path, "another controller works with it; stop that one first");
    }
    return *std::move(lock);
}

void leaveLogWhenClosed(SQLite::Database& database)
{
    set(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
}

void tidyLogWhenClosed(SQLite::Database& database)
{
    set(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0);
}

std::string_view textOf(const SQLite::Column& column)
{
    const char* const text = column.getText("");
    return {text, static_cast<std::size_t>(column.getBytes())};
}

} // namespace talon::journal
