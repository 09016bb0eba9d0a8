#pragma once

#include "controller/journal/journal.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <memory>
#include <string>
#include <string_view>

/// A connection to the journal's file, with all that must be set on it; and SQLite's errors told
/// in our words. SQLiteCpp throws: what may throw runs inside guarded().
namespace talon::journal {

enum class Access {
    Write,
    Read, ///< Changes nothing, not even by tidying up when it closes.
};

FileSystem& filesOf(const Storage& storage);

/// What kind of failure an SQLite error is, and a line about it.
JournalError errorFrom(const std::string& path, const SQLite::Exception& exception);

JournalError damaged(const std::string& path, const std::string& what);

/// Looks at the first bytes, before SQLite may touch the file.
Expected<Done, JournalError> checkHead(const std::string& path, const Storage& storage);

/// Opens a file that passed checkHead() and makes sure of its version. Write migrates it. Leaves
/// the log when it closes, until it is told to tidy.
Expected<std::unique_ptr<SQLite::Database>, JournalError>
openDatabase(const std::string& path, Access access, const Storage& storage);

/// Makes a new journal under another name and gives it this one when it is whole: so a file of
/// this name always has its tables.
Expected<Done, JournalError> createFile(const std::string& path, const Storage& storage);

/// The file for this program alone.
Expected<std::unique_ptr<FileLock>, JournalError> lockFile(const std::string& path,
                                                           const Storage& storage);

/// Whether the last connection, when it closes, moves the log into the file or leaves both as they
/// are.
void leaveLogWhenClosed(SQLite::Database& database);
void tidyLogWhenClosed(SQLite::Database& database);

/// A text without a copy of it; valid until the next row.
std::string_view textOf(const SQLite::Column& column);

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

} // namespace talon::journal
