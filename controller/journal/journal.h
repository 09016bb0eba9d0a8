#pragma once

#include "controller/queue/events.h"
#include "controller/queue/office.h"
#include "controller/staff/accounts.h"
#include "shared/base/done.h"
#include "shared/base/expected.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The office's memory: one SQLite file that holds every event, in a hash chain, and the tables
/// made from them, written in the same transaction. See ARCHITECTURE.md, "What is never lost".
namespace talon::journal {

/// Why the journal cannot be used, or did not take a batch.
struct JournalError
{
    enum class Kind {
        Missing, ///< No such file, and it was not asked to make one.
        NotOurs, ///< A file, but not a journal: left untouched.
        Newer,   ///< Written by a newer version: left untouched.
        Damaged, ///< SQLite or the hash chain says that the content is not what was written.
        InUse,   ///< Another controller has it.
        Full,    ///< The disk is full. Nothing of the batch was kept; trying later may work.
        Io,      ///< The disk failed. The process must end: what an fsync lost cannot be known.
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
};

/// What a journal knew when it was opened.
struct Memory
{
    queue::Office office;
    staff::Accounts accounts;
    std::int64_t seq = 0;   ///< Of the last event; 0 in a new journal.
    std::int64_t epoch = 1; ///< Raised whenever the file is restored or replaced.
};

struct OpenOptions
{
    bool create = false;      ///< Makes the file if there is none. Never replaces one.
    std::string vfs;          ///< SQLite's name of it; empty for the default. For fault tests.
    int snapshotEvery = 2000; ///< Events between snapshots of the office.
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
    /// journal can go on; on any other error it cannot. Returns the sequence of the last event.
    Expected<std::int64_t, JournalError> append(std::span<const Entry> entries);

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Reads beside the writer, on another thread if need be: short queries only.
class Reader
{
public:
    static Expected<Reader, JournalError> open(const std::string& path,
                                               const std::string& vfs = {});

    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    Expected<std::optional<StoredAnswer>, JournalError> findAnswer(const std::string& key);

    /// The visits of one day, also of days long past, in the order of joining; at most `limit`.
    Expected<std::vector<queue::Visit>, JournalError> visitsOn(Day day, int limit);

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Reads the whole file: SQLite's own check, the hash chain from the first event on, and that the
/// tables say what a replay of the events says. For `talon-controller check`; may take minutes.
Expected<Done, JournalError> checkWhole(const std::string& path);

/// A copy that is whole and durable, taken while the journal is in use: VACUUM INTO a temporary
/// file beside `to`, fsync, rename, fsync of the folder. Refuses to replace an existing file.
Expected<Done, JournalError> backUp(const std::string& path, const std::string& to);

} // namespace talon::journal
