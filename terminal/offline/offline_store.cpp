#include "terminal/offline/offline_store.h"

#include "shared/base/ensure.h"

#include <QLoggingCategory>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.store")

using Kind = StoreError::Kind;

constexpr int LogFramesMax = 250; ///< Pages in the -wal file before they are moved: 1 MiB.
constexpr std::array Documents{Document::View, Document::Bookings, Document::Leases};

int noteFrames(void* frames, sqlite3* /*database*/, const char* /*schema*/, int count)
{
    *static_cast<int*>(frames) = count;
    return SQLITE_OK;
}

std::int64_t milliseconds(Instant at)
{
    return at.time_since_epoch().count();
}

template <class I>
void bindMaybe(SQLite::Statement& statement, int column, const std::optional<I>& id)
{
    id ? statement.bind(column, id->value) : statement.bind(column);
}

void bindName(SQLite::Statement& statement, int column, const std::optional<PrintOutcome>& outcome)
{
    outcome ? statement.bind(column, std::string(name(*outcome))) : statement.bind(column);
}

template <class I>
std::optional<I> maybeId(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(I{column.getInt64()});
}

/// The value that a column names. What nobody knows means that the file is not ours.
template <class Choices>
typename Choices::value_type named(const SQLite::Column& column, const Choices& choices)
{
    const std::string text = column.getString();
    const auto found =
        std::ranges::find_if(choices, [&](auto choice) { return name(choice) == text; });
    if (found == std::end(choices)) {
        throw SQLite::Exception("an unknown name: " + text, SQLITE_CORRUPT);
    }
    return *found;
}

std::optional<PrintOutcome> outcomeMaybe(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(named(column, PrintOutcomes));
}

KeptTicket ticketFrom(SQLite::Statement& row)
{
    KeptTicket kept{.seq = row.getColumn(0).getInt64(), .key = row.getColumn(1).getString()};
    kept.ticket = {.service = {row.getColumn(5).getInt64()},
                   .category = maybeId<CategoryId>(row.getColumn(6)),
                   .language = row.getColumn(7).getString(),
                   .people = row.getColumn(8).getInt(),
                   .booking = maybeId<BookingId>(row.getColumn(9)),
                   .day = Day{std::chrono::days{row.getColumn(2).getInt64()}},
                   .serial = row.getColumn(4).getInt(),
                   .number = row.getColumn(3).getString(),
                   .takenAt = Instant{std::chrono::milliseconds{row.getColumn(10).getInt64()}},
                   .paper = named(row.getColumn(12), PrintOutcomes),
                   .instead = row.getColumn(11).getString()};
    kept.sentPaper = outcomeMaybe(row.getColumn(13));
    kept.toldPaper = outcomeMaybe(row.getColumn(14));
    kept.state = named(row.getColumn(15), HandOverStates);
    kept.visit = maybeId<VisitId>(row.getColumn(16));
    kept.epoch = row.getColumn(17).getInt64();
    return kept;
}

} // namespace

std::string_view name(HandOverState state)
{
    switch (state) {
    case HandOverState::Waiting: return "waiting";
    case HandOverState::HandedOver: return "handedOver";
    case HandOverState::SetAside: return "setAside";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

std::string_view name(Document document)
{
    switch (document) {
    case Document::View: return "view";
    case Document::Bookings: return "bookings";
    case Document::Leases: return "leases";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

struct OfflineStore::State
{
    std::string path;
    std::unique_ptr<disk::FileLock> lock;
    std::unique_ptr<SQLite::Database> database; ///< After the lock: closed before it is let go.
    std::string id;
    std::vector<KeptTicket> tickets;
    std::map<Document, std::string> documents;
    int framesInLog = 0;
    std::optional<StoreError> broken; ///< What ended this store's life.

    void readAll();
    void checkpoint();

    /// One transaction, on the disk when it returns.
    template <class Work>
    Expected<Done, StoreError> write(Work work)
    {
        if (broken) {
            return Unexpected(*broken);
        }
        auto done = guarded(path, [&]() -> Expected<Done, StoreError> {
            SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
            work();
            transaction.commit();
            return Done{};
        });
        if (done) {
            done = guarded(path, [&]() -> Expected<Done, StoreError> {
                checkpoint();
                return Done{};
            });
        }
        if (!done && done.error().kind != Kind::Full) {
            broken = done.error();
        }
        return done;
    }
};

void OfflineStore::State::readAll()
{
    id = database->execAndGet("SELECT store FROM meta").getString();
    SQLite::Statement rows(*database, R"(
        SELECT seq, key, day, number, serial, service, category, language, people, booking,
               taken_at, instead, paper, sent_paper, told_paper, state, visit, epoch
        FROM ticket ORDER BY seq
    )");
    while (rows.executeStep()) {
        tickets.push_back(ticketFrom(rows));
    }
    SQLite::Statement texts(*database, "SELECT name, text FROM document");
    while (texts.executeStep()) {
        documents[named(texts.getColumn(0), Documents)] = texts.getColumn(1).getString();
    }
}

/// Moves the log into the file once it has grown.
void OfflineStore::State::checkpoint()
{
    if (framesInLog < LogFramesMax) {
        return;
    }
    const int result = sqlite3_wal_checkpoint_v2(database->getHandle(), nullptr,
                                                 SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // Full: what is in the log is safe there, and the next commit tries again.
    const int kind = result & 0xFF;
    if (kind != SQLITE_OK && kind != SQLITE_BUSY && kind != SQLITE_FULL) {
        throw SQLite::Exception(database->getHandle(), result);
    }
}

Expected<OfflineStore, StoreError> OfflineStore::open(const std::string& path,
                                                      const StoreDisk& disk)
{
    disk::FileSystem& files = disk.files == nullptr ? disk::systemFiles() : *disk.files;
    auto lock = files.tryLock(path + ".lock");
    if (!lock) {
        return Unexpected(StoreError{.kind = Kind::Io, .what = lock.error().what});
    }
    if (*lock == nullptr) {
        return Unexpected(
            StoreError{.kind = Kind::InUse, .what = path + ": another terminal works with it"});
    }
    auto state = std::make_unique<State>();
    state->path = path;
    state->lock = *std::move(lock);
    const auto load = [&] {
        return guarded(path, [&]() -> Expected<Done, StoreError> {
            auto database = openStoreFile(path, disk);
            if (!database) {
                return Unexpected(database.error());
            }
            state->database = *std::move(database);
            state->readAll();
            sqlite3_wal_hook(state->database->getHandle(), noteFrames, &state->framesInLog);
            return Done{};
        });
    };
    auto loaded = load();
    if (!loaded && loaded.error().kind == Kind::NotOurs) {
        state->database.reset();
        state->tickets.clear();
        state->documents.clear();
        const auto other = setAside(path, disk);
        if (!other) {
            return Unexpected(other.error());
        }
        qCWarning(log,
                  "%s; it was set aside as %s and may hold tickets that were not handed over; the "
                  "terminal goes on without numbers of its own until the controller gives some",
                  loaded.error().what.c_str(), other->c_str());
        loaded = load();
    }
    if (!loaded) {
        return Unexpected(loaded.error());
    }
    return OfflineStore(std::move(state));
}

OfflineStore::OfflineStore(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

OfflineStore::OfflineStore(OfflineStore&&) noexcept = default;
OfflineStore& OfflineStore::operator=(OfflineStore&&) noexcept = default;
OfflineStore::~OfflineStore() = default;

const std::string& OfflineStore::id() const
{
    return m_state->id;
}

std::vector<KeptTicket> OfflineStore::takeTickets()
{
    return std::move(m_state->tickets);
}

std::optional<std::string> OfflineStore::document(Document document) const
{
    const auto found = m_state->documents.find(document);
    return found == m_state->documents.end() ? std::nullopt : std::optional(found->second);
}

Expected<Done, StoreError> OfflineStore::add(KeptTicket& kept)
{
    std::int64_t seq = 0;
    auto done = m_state->write([&] {
        const OfflineTicket& ticket = kept.ticket;
        SQLite::Statement insert(*m_state->database, R"(
            INSERT INTO ticket (key, day, number, serial, service, category, language, people,
                                booking, taken_at, instead, paper, state, epoch)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        )");
        insert.bind(1, kept.key);
        insert.bind(2, std::int64_t{ticket.day.time_since_epoch().count()});
        insert.bind(3, ticket.number);
        insert.bind(4, ticket.serial);
        insert.bind(5, ticket.service.value);
        bindMaybe(insert, 6, ticket.category);
        insert.bind(7, ticket.language);
        insert.bind(8, ticket.people);
        bindMaybe(insert, 9, ticket.booking);
        insert.bind(10, milliseconds(ticket.takenAt));
        insert.bind(11, ticket.instead);
        insert.bind(12, std::string(name(ticket.paper)));
        insert.bind(13, std::string(name(kept.state)));
        insert.bind(14, kept.epoch);
        insert.exec();
        seq = m_state->database->getLastInsertRowid();
    });
    if (done) {
        kept.seq = seq;
    }
    return done;
}

Expected<Done, StoreError> OfflineStore::update(const KeptTicket& kept)
{
    return m_state->write([&] {
        SQLite::Statement update(*m_state->database, R"(
            UPDATE ticket SET paper = ?2, sent_paper = ?3, told_paper = ?4, state = ?5, visit = ?6,
                              epoch = ?7
            WHERE seq = ?1
        )");
        update.bind(1, kept.seq);
        update.bind(2, std::string(name(kept.ticket.paper)));
        bindName(update, 3, kept.sentPaper);
        bindName(update, 4, kept.toldPaper);
        update.bind(5, std::string(name(kept.state)));
        bindMaybe(update, 6, kept.visit);
        update.bind(7, kept.epoch);
        TALON_ENSURE(update.exec() == 1);
    });
}

Expected<Done, StoreError> OfflineStore::setDocument(Document document, const std::string& text)
{
    auto done = m_state->write([&] {
        SQLite::Statement replace(*m_state->database,
                                  "REPLACE INTO document (name, text) VALUES (?1, ?2)");
        replace.bind(1, std::string(name(document)));
        replace.bind(2, text);
        replace.exec();
    });
    if (done) {
        m_state->documents[document] = text;
    }
    return done;
}

Expected<Done, StoreError> OfflineStore::waitAgain(std::int64_t epoch)
{
    return m_state->write([&] {
        SQLite::Statement again(*m_state->database, R"(
            UPDATE ticket SET state = 'waiting', visit = NULL, told_paper = NULL
            WHERE state = 'handedOver' AND epoch < ?1
        )");
        again.bind(1, epoch);
        again.exec();
    });
}

Expected<Done, StoreError> OfflineStore::forgetBefore(Day day)
{
    return m_state->write([&] {
        SQLite::Statement forget(*m_state->database,
                                 "DELETE FROM ticket WHERE day < ?1 AND state = 'handedOver'");
        forget.bind(1, std::int64_t{day.time_since_epoch().count()});
        forget.exec();
    });
}

} // namespace talon::terminal
