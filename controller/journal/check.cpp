#include "controller/journal/account_tables.h"
#include "controller/journal/database.h"
#include "controller/journal/journal.h"
#include "controller/journal/replay.h"
#include "controller/journal/visit_table.h"

#include <SQLiteCpp/Transaction.h>

#include <set>

namespace talon::journal {

namespace {

/// Goes along with a replay of everything and compares it with what else the file says.
class Comparison
{
public:
    Comparison(SQLite::Database& database, const std::string& path)
        : m_database(database)
        , m_path(path)
        , m_visit(database, std::string("SELECT ") + VisitColumns + " FROM visit WHERE id = ?1")
    {
        SQLite::Statement snapshots(database, "SELECT seq FROM snapshot");
        while (snapshots.executeStep()) {
            m_snapshots.insert(snapshots.getColumn(0).getInt64());
        }
    }

    Expected<Done, JournalError> before(const Replayed& state, const queue::Event& event)
    {
        if (auto done = compareSnapshot(state); !done) {
            return done;
        }
        // The visits of a day are about to leave memory.
        return std::holds_alternative<queue::DayStarted>(event) ? compareVisits(state.office, false)
                                                                : Done{};
    }

    Expected<Done, JournalError> atEnd(const Replayed& state)
    {
        if (auto done = compareSnapshot(state); !done) {
            return done;
        }
        if (auto done = compareVisits(state.office, true); !done) {
            return done;
        }
        const auto rows = m_database.execAndGet("SELECT count(*) FROM visit").getInt64();
        if (rows != m_visits) {
            return wrong("the table of visits has " + std::to_string(rows) + " rows, the events " +
                         std::to_string(m_visits) + " visits");
        }
        if (!m_snapshots.empty()) {
            return wrong("snapshot " + std::to_string(*m_snapshots.begin()) + " has no event");
        }
        return Done{};
    }

private:
    Unexpected<JournalError> wrong(const std::string& what)
    {
        return Unexpected(damaged(m_path, what));
    }

    Expected<Done, JournalError> compareSnapshot(const Replayed& state)
    {
        if (m_snapshots.erase(state.seq) == 0) {
            return Done{};
        }
        const auto snapshot = readSnapshot(m_database, state.seq);
        if (!snapshot || snapshot->office != state.office) {
            return wrong("snapshot " + std::to_string(state.seq) + " is not what was written");
        }
        return Done{};
    }

    /// Who is at a window when a day ends goes on in the next: only the end tells.
    Expected<Done, JournalError> compareVisits(const queue::Office& office, bool atEnd)
    {
        for (const auto& [id, visit] : office.visits) {
            if (!isEnd(visit.state) && !atEnd) {
                continue;
            }
            m_visit.tryReset();
            m_visit.bind(1, id.value);
            if (!m_visit.executeStep()) {
                return wrong("visit " + std::to_string(id.value) + " has no row");
            }
            const auto row = visitFromRow(m_visit);
            if (!row || *row != recorded(visit)) {
                return wrong("the row of visit " + std::to_string(id.value) +
                             " does not say what its events say");
            }
            ++m_visits;
        }
        return Done{};
    }

    SQLite::Database& m_database;
    const std::string& m_path;
    SQLite::Statement m_visit;
    std::set<std::int64_t> m_snapshots; ///< Not yet compared.
    std::int64_t m_visits = 0;
};

} // namespace

Expected<Done, JournalError> checkWhole(const std::string& path, const Storage& storage)
{
    if (auto head = checkHead(path, storage); !head) {
        return head;
    }
    auto opened = openDatabase(path, Access::Read, storage);
    if (!opened) {
        return Unexpected(opened.error());
    }
    SQLite::Database& database = **opened;
    return guarded(path, [&]() -> Expected<Done, JournalError> {
        // One transaction: all of it is of the same moment.
        const SQLite::Transaction transaction(database);
        const std::string result = database.execAndGet("PRAGMA integrity_check(1)").getString();
        if (result != "ok") {
            return Unexpected(damaged(path, result));
        }
        SQLite::Statement orphans(database, "PRAGMA foreign_key_check");
        if (orphans.executeStep()) {
            return Unexpected(damaged(path, "a row of " + orphans.getColumn(0).getString() +
                                                " refers to one that is not there"));
        }
        if (auto accounts = readAccounts(database, path); !accounts) {
            return Unexpected(accounts.error());
        }
        Comparison comparison(database, path);
        Replayed state;
        auto replayed =
            replay(database, path, state, [&](const Replayed& before, const queue::Event& event) {
                return comparison.before(before, event);
            });
        return replayed ? comparison.atEnd(state) : replayed;
    });
}

} // namespace talon::journal
