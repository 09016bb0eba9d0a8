#pragma once

#include "controller/queue/events.h"
#include "controller/queue/office.h"
#include "controller/staff/accounts.h"
#include "shared/base/done.h"
#include "shared/base/expected.h"
#include "shared/disk/file_system.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The office's memory: one SQLite file that holds every event, in a hash chain, and the tables
/// made from them, written in the same transaction. See ARCHITECTURE.md, "What is never lost".
namespace talon::journal {

using disk::FileLock;
using disk::FileSystem;

/// Why the journal cannot be used, or did not take a batch.
struct JournalError
{
    enum class Kind {
        Missing, ///< No such file, and it was not asked to make one.
        NotOurs, ///< Something is there, but not a journal: left untouched.
        Newer,   ///< Written by a newer version: left untouched.
        Damaged, ///< SQLite or the hash chain says that the content is not what was written.
        InUse,   ///< Another controller has it.
        Full,    ///< The disk is full. Nothing of the batch was kept; trying later may work.
        Io,      ///< The disk failed. The process must end: what an fsync lost cannot be known.
        Exists,  ///< A back-up would replace a file: left untouched.
    };

    Kind kind = Kind::Io;
    std::string what; ///< One line for the log: file, what is wrong, what to do.

    friend bool operator==(const JournalError&, const JournalError&) = default;
};

/// The answer given to a request, kept so that the same request gets it again.
struct StoredAnswer
{
    std::string key;         ///< Made by the client; unique per request.
    std::string fingerprint; ///< Of what was asked: the same key for another request is a fault.
    int status = 200;        ///< HTTP.
    std::string body;        ///< JSON.

    friend bool operator==(const StoredAnswer&, const StoredAnswer&) = default;
};

/// What belongs together: all of it is kept, or nothing.
struct Entry
{
    Instant at;
    std::string by; ///< Who: "staff:3", "device:1", "office".
    std::vector<queue::Event> events;
    std::optional<StoredAnswer> answer;
    std::vector<staff::AccountChange> accounts;
    /// Of a request that must not be done any more, should it still come; empty for none.
    std::string abandonedKey = {};
};

/// What a journal knew when it was opened.
struct Memory
{
    queue::Office office;
    staff::Accounts accounts;
    std::int64_t seq = 0;   ///< Of the last event; 0 in a new journal.
    std::int64_t epoch = 1; ///< Raised whenever the file is restored or replaced.
};

/// The disk under the journal. Both halves go together: the machine's own, or one that fails and
/// forgets on command.
struct Storage
{
    std::string vfs;             ///< SQLite's name of it; empty for the default.
    FileSystem* files = nullptr; ///< Null for the machine's own.
};

struct OpenOptions
{
    bool create = false;      ///< Makes the file if there is none. Never replaces one.
    int snapshotEvery = 2000; ///< Events between snapshots of the office.
    Storage storage;
};

/// One writer. Not thread-safe: belongs to the thread that appends.
class Journal
{
public:
    /// Opens, migrates and recovers; on return everything in `memory()` is on disk, so that it may
    /// be shown to others (see engineering facts: checkpoint before the first answer).
    static Expected<Journal, JournalError> open(const std::string& path,
                                                const OpenOptions& options);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// What was recovered; moved out once.
    Memory takeMemory();

    /// Keeps all entries in one transaction, durable on return. On Full nothing was kept and the
    /// journal can go on; on any other error it cannot, and repeats that error from then on.
    /// Returns the sequence of the last event.
    Expected<std::int64_t, JournalError> append(std::span<const Entry> entries);

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Reads beside the writer, on another thread if need be: short queries only. To be opened after
/// the journal: only then is all that it can see durable.
class Reader
{
public:
    static Expected<Reader, JournalError> open(const std::string& path,
                                               const Storage& storage = {});

    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    Expected<std::optional<StoredAnswer>, JournalError> findAnswer(const std::string& key);

    /// The visits of one day, also of days long past, in the order of joining; at most `limit`.
    Expected<std::vector<queue::Visit>, JournalError> visitsOn(Day day, int limit);

    /// How the office is set up; none before its first settings. May read long: for work beside
    /// the office, not for its own.
    Expected<std::optional<OfficeSettings>, JournalError> settings();

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Reads the whole file: SQLite's own check, the hash chain from the first event on, and that the
/// tables and snapshots say what a replay of the events says. Changes nothing; may take minutes.
/// Beside a working controller it lets the -wal file grow meanwhile: better run on a back-up.
Expected<Done, JournalError> checkWhole(const std::string& path, const Storage& storage = {});

/// A copy that is whole and durable, taken while the journal is in use: VACUUM INTO a temporary
/// file beside `to`, fsync, rename, fsync of the folder. Refuses to replace an existing file.
Expected<Done, JournalError>
backUp(const std::string& path, const std::string& to, const Storage& storage = {});

/// Says that this file was restored or replaces another, so that devices hand over again what it
/// does not know. Needs the journal for itself. Returns the new epoch.
Expected<std::int64_t, JournalError> raiseEpoch(const std::string& path,
                                                const Storage& storage = {});

} // namespace talon::journal
