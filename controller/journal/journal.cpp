#include "controller/journal/journal.h"

#include "controller/journal/account_tables.h"
#include "controller/journal/database.h"
#include "controller/journal/event_json.h"
#include "controller/journal/limits.h"
#include "controller/journal/office_json.h"
#include "controller/journal/replay.h"
#include "controller/journal/visit_table.h"
#include "controller/queue/apply.h"
#include "shared/base/ensure.h"

#include <QJsonDocument>

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace talon::journal {

namespace {

using Kind = JournalError::Kind;

constexpr std::int64_t LongReplay = 20'000;
constexpr std::int64_t EventsAVisit = 2; ///< Between two snapshots, for each visit in them.

std::int64_t milliseconds(Instant at)
{
    return at.time_since_epoch().count();
}

int noteFrames(void* frames, sqlite3* /*database*/, const char* /*name*/, int count)
{
    *static_cast<int*>(frames) = count;
    return SQLITE_OK;
}

/// Everything that was read is on the disk from here on. A process that was killed between writing
/// to the log and syncing it leaves commits that can be read and may yet be lost with the power.
void makeDurable(SQLite::Database& database)
{
    const bool busy = database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
    if (busy) {
        // A reader keeps the log from being emptied; a commit of our own syncs all of it too.
        database.exec("UPDATE meta SET opened = opened + 1");
    }
}

/// What changes a visit's row names the visit.
VisitId visitOf(const queue::Event& event)
{
    return std::visit(
        [](const auto& e) {
            if constexpr (requires { e.visit; }) {
                return e.visit;
            } else {
                return VisitId{};
            }
        },
        event);
}

} // namespace

struct Journal::State
{
    std::string path;
    int snapshotEvery;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<SQLite::Database> database; ///< After the lock: closed before it is let go.
    SQLite::Statement insertEvent;
    SQLite::Statement insertVisit;
    SQLite::Statement updateVisit;
    SQLite::Statement insertRequest;
    SQLite::Statement insertSnapshot;
    Replayed now; ///< As the file has it, or is about to.
    staff::Accounts accounts;
    std::int64_t epoch = 1;
    int framesInLog = 0;
    std::optional<JournalError> broken; ///< What ended this journal's life.

    State(std::string path_,
          int snapshotEvery_,
          std::unique_ptr<FileLock> lock_,
          std::unique_ptr<SQLite::Database> database_)
        : path(std::move(path_))
        , snapshotEvery(snapshotEvery_)
        , lock(std::move(lock_))
        , database(std::move(database_))
        , insertEvent(*database, R"(
              INSERT INTO event (seq, at, day, "by", kind, body, hash)
              VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
          )")
        , insertVisit(*database, InsertVisit)
        , updateVisit(*database, UpdateVisit)
        , insertRequest(*database, R"(
              INSERT INTO request (key, fingerprint, status, body, at) VALUES (?1, ?2, ?3, ?4, ?5)
          )")
        , insertSnapshot(*database, R"(
              INSERT INTO snapshot (seq, day_start, office, hash) VALUES (?1, ?2, ?3, ?4)
          )")
    {
        sqlite3_wal_hook(database->getHandle(), noteFrames, &framesInLog);
    }

    Expected<Done, JournalError> readAll();
    void write(std::span<const Entry> entries);
    void write(const Entry& entry, const queue::Event& event);
    void write(const StoredAnswer& answer, Instant at);
    void abandon(const std::string& key, Instant at);
    void forgetOld(Instant at);
    std::int64_t eventsToNextSnapshot() const;
    void takeSnapshot(bool dayStart);
    void shortenNextStart();
    void checkpoint();
    JournalError fail(JournalError error);
};

Expected<Done, JournalError> Journal::State::readAll()
{
    auto recovered = recover(*database, path);
    if (!recovered) {
        return Unexpected(recovered.error());
    }
    now = *std::move(recovered);
    auto read = readAccounts(*database, path);
    if (!read) {
        return Unexpected(read.error());
    }
    accounts = *std::move(read);
    epoch = database->execAndGet("SELECT epoch FROM meta").getInt64();
    return Done{};
}

void Journal::State::write(std::span<const Entry> entries)
{
    SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
    bool dayStarted = false;
    for (const Entry& entry : entries) {
        for (const queue::Event& event : entry.events) {
            write(entry, event);
            if (std::holds_alternative<queue::DayStarted>(event)) {
                forgetOld(entry.at);
                dayStarted = true;
            }
        }
        if (entry.answer) {
            write(*entry.answer, entry.at);
        }
        if (!entry.abandonedKey.empty()) {
            abandon(entry.abandonedKey, entry.at);
        }
        for (const staff::AccountChange& change : entry.accounts) {
            keep(*database, change);
        }
    }
    if (dayStarted || now.seq - now.snapshotSeq >= eventsToNextSnapshot()) {
        takeSnapshot(dayStarted);
    }
    transaction.commit();
}

void Journal::State::write(const Entry& entry, const queue::Event& event)
{
    const std::string_view kind = queue::name(event);
    const QByteArray body = bodyText(event);
    if (std::holds_alternative<queue::SettingsChanged>(event)) {
        // The one body that people write. What could not be read back must not be kept.
        const auto back = eventFromJson(kind, body);
        TALON_ENSURE(back && *back == event);
    }
    queue::apply(now.office, event);
    const EventRow row{.seq = now.seq + 1,
                       .at = milliseconds(entry.at),
                       .day = now.office.day.time_since_epoch().count(),
                       .by = entry.by,
                       .kind = kind,
                       .body = {body.constData(), static_cast<std::size_t>(body.size())}};
    now.last = chained(now.last, row);
    now.seq = row.seq;

    insertEvent.tryReset();
    insertEvent.bind(1, row.seq);
    insertEvent.bind(2, row.at);
    insertEvent.bind(3, row.day);
    insertEvent.bindNoCopy(4, entry.by);
    insertEvent.bind(5, std::string(kind));
    insertEvent.bind(6, body.toStdString());
    insertEvent.bindNoCopy(7, now.last.data(), static_cast<int>(now.last.size()));
    insertEvent.exec();

    if (const queue::Visit* const visit = queue::findVisit(now.office, visitOf(event))) {
        const bool isNew = std::holds_alternative<queue::TicketIssued>(event);
        SQLite::Statement& statement = isNew ? insertVisit : updateVisit;
        statement.tryReset();
        bindVisit(statement, *visit);
        TALON_ENSURE(statement.exec() == 1);
    }
}

void Journal::State::write(const StoredAnswer& answer, Instant at)
{
    insertRequest.tryReset();
    insertRequest.bindNoCopy(1, answer.key);
    insertRequest.bindNoCopy(2, answer.fingerprint);
    insertRequest.bind(3, answer.status);
    insertRequest.bindNoCopy(4, answer.body);
    insertRequest.bind(5, milliseconds(at));
    insertRequest.exec();
}

/// The key counts as used, by no request that there is: whoever comes with it is not served. One
/// that was answered keeps its answer.
void Journal::State::abandon(const std::string& key, Instant at)
{
    SQLite::Statement insert(*database, R"(
        INSERT OR IGNORE INTO request (key, fingerprint, status, body, at)
        VALUES (?1, 'abandoned', 410, '{}', ?2)
    )");
    insert.bindNoCopy(1, key);
    insert.bind(2, milliseconds(at));
    insert.exec();
}

void Journal::State::forgetOld(Instant at)
{
    SQLite::Statement requests(*database, "DELETE FROM request WHERE at < ?1");
    requests.bind(1, milliseconds(at - AnswersKept));
    requests.exec();
    SQLite::Statement sessions(*database, "DELETE FROM session WHERE expires_at <= ?1");
    sessions.bind(1, milliseconds(at));
    sessions.exec();
}

/// A snapshot holds the day's visits, and everybody waits while it is written: the longer the day,
/// the more events share one.
std::int64_t Journal::State::eventsToNextSnapshot() const
{
    return std::max<std::int64_t>(snapshotEvery, EventsAVisit * std::ssize(now.office.visits));
}

void Journal::State::takeSnapshot(bool dayStart)
{
    const std::string text =
        QJsonDocument(toJson(now.office)).toJson(QJsonDocument::Compact).toStdString();
    const Hash hash = snapshotHash(now.last, now.seq, text);
    insertSnapshot.tryReset();
    insertSnapshot.bind(1, now.seq);
    insertSnapshot.bind(2, dayStart ? 1 : 0);
    insertSnapshot.bindNoCopy(3, text);
    insertSnapshot.bindNoCopy(4, hash.data(), static_cast<int>(hash.size()));
    insertSnapshot.exec();
    // Those at a day's start are small and kept; of the others the newest few do.
    database->exec(R"(
        DELETE FROM snapshot WHERE day_start = 0 AND seq NOT IN (
            SELECT seq FROM snapshot WHERE day_start = 0 ORDER BY seq DESC LIMIT 3
        )
    )");
    now.snapshotSeq = now.seq;
}

/// A file from an older version has no snapshots that can be read: years would be replayed at each
/// start until the next day.
void Journal::State::shortenNextStart()
{
    if (now.seq - now.snapshotSeq <= LongReplay + eventsToNextSnapshot()) {
        return;
    }
    SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
    takeSnapshot(false);
    transaction.commit();
}

/// Moves the log into the file once it has grown. Throws when the disk fails.
void Journal::State::checkpoint()
{
    if (framesInLog < LogFramesMax) {
        return;
    }
    const int result = sqlite3_wal_checkpoint_v2(database->getHandle(), nullptr,
                                                 SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // Busy: a reader. Full: what is in the log is safe there. Both: the next commit tries again.
    const int kind = result & 0xFF;
    if (kind != SQLITE_OK && kind != SQLITE_BUSY && kind != SQLITE_FULL) {
        throw SQLite::Exception(database->getHandle(), result);
    }
}

JournalError Journal::State::fail(JournalError error)
{
    if (error.kind == Kind::Full) {
        // The transaction is gone; the office in memory is ahead of the file.
        const auto back = guarded(path, [&] { return readAll(); });
        if (back) {
            return error;
        }
        error = back.error();
    }
    leaveLogWhenClosed(*database);
    broken = error;
    return error;
}

Expected<Journal, JournalError> Journal::open(const std::string& path, const OpenOptions& options)
{
    const Storage& storage = options.storage;
    auto head = checkHead(path, storage);
    const bool missing = !head && head.error().kind == Kind::Missing;
    if (!head && !(missing && options.create)) {
        return Unexpected(head.error());
    }
    auto lock = lockFile(path, storage);
    if (!lock) {
        return Unexpected(lock.error());
    }
    if (missing) {
        if (auto created = createFile(path, storage); !created) {
            return Unexpected(created.error());
        }
    }
    auto database = openDatabase(path, Access::Write, storage);
    if (!database) {
        return Unexpected(database.error());
    }
    return guarded(path, [&]() -> Expected<Journal, JournalError> {
        auto state = std::make_unique<State>(path, options.snapshotEvery, *std::move(lock),
                                             *std::move(database));
        if (auto read = state->readAll(); !read) {
            return Unexpected(read.error());
        }
        makeDurable(*state->database);
        state->shortenNextStart();
        tidyLogWhenClosed(*state->database);
        return Journal(std::move(state));
    });
}

Journal::Journal(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Memory Journal::takeMemory()
{
    return {.office = m_state->now.office,
            .accounts = std::move(m_state->accounts),
            .seq = m_state->now.seq,
            .epoch = m_state->epoch};
}

Expected<std::int64_t, JournalError> Journal::append(std::span<const Entry> entries)
{
    State& state = *m_state;
    if (state.broken) {
        return Unexpected(*state.broken);
    }
    auto done = guarded(state.path, [&]() -> Expected<Done, JournalError> {
        state.write(entries);
        return Done{};
    });
    if (!done) {
        return Unexpected(state.fail(done.error()));
    }
    done = guarded(state.path, [&]() -> Expected<Done, JournalError> {
        state.checkpoint();
        return Done{};
    });
    if (!done) {
        return Unexpected(state.fail(done.error()));
    }
    return state.now.seq;
}

} // namespace talon::journal
