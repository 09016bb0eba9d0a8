#include "controller/journal/database.h"
#include "controller/journal/journal.h"

namespace talon::journal {

namespace {

using Kind = JournalError::Kind;

Unexpected<JournalError> failed(const IoError& error)
{
    return Unexpected(JournalError{.kind = Kind::Io, .what = error.what});
}

Expected<Done, JournalError>
copyInto(SQLite::Database& database, const std::string& path, const std::string& copy)
{
    return guarded(path, [&]() -> Expected<Done, JournalError> {
        // Writes to another file; SQLite does not tell the difference.
        database.exec("PRAGMA query_only = OFF");
        SQLite::Statement vacuum(database, "VACUUM INTO ?1");
        vacuum.bind(1, copy);
        vacuum.exec();
        return Done{};
    });
}

} // namespace

Expected<Done, JournalError>
backUp(const std::string& path, const std::string& to, const Storage& storage)
{
    if (auto head = checkHead(path, storage); !head) {
        return head;
    }
    FileSystem& files = filesOf(storage);
    const auto there = files.head(to, 1);
    if (!there) {
        return failed(there.error());
    }
    if (there->has_value()) {
        return Unexpected(JournalError{.kind = Kind::Exists,
                                       .what = to + ": is there already and is left as it is"});
    }
    auto database = openDatabase(path, Access::Read, storage);
    if (!database) {
        return Unexpected(database.error());
    }
    const std::string copy = to + ".part";
    if (const auto removed = files.remove(copy); !removed) {
        return failed(removed.error());
    }
    if (const auto made = files.make(copy); !made) {
        return failed(made.error());
    }
    auto done = copyInto(**database, path, copy);
    if (done) {
        auto finished = files.sync(copy);
        if (finished) {
            finished = files.rename(copy, to);
        }
        if (!finished) {
            done = failed(finished.error());
        }
    }
    if (!done) {
        // What is left of it is worth nothing; the first error is the one to tell.
        (void)files.remove(copy);
    }
    return done;
}

Expected<std::int64_t, JournalError> raiseEpoch(const std::string& path, const Storage& storage)
{
    if (const auto head = checkHead(path, storage); !head) {
        return Unexpected(head.error());
    }
    const auto lock = lockFile(path, storage);
    if (!lock) {
        return Unexpected(lock.error());
    }
    auto database = openDatabase(path, Access::Write, storage);
    if (!database) {
        return Unexpected(database.error());
    }
    return guarded(path, [&]() -> Expected<std::int64_t, JournalError> {
        (*database)->exec("UPDATE meta SET epoch = epoch + 1");
        const std::int64_t epoch = (*database)->execAndGet("SELECT epoch FROM meta").getInt64();
        tidyLogWhenClosed(**database);
        return epoch;
    });
}

} // namespace talon::journal
