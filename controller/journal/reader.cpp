#include "controller/journal/database.h"
#include "controller/journal/event_json.h"
#include "controller/journal/journal.h"
#include "controller/journal/visit_table.h"

namespace talon::journal {

struct Reader::State
{
    std::string path;
    std::unique_ptr<SQLite::Database> database;
    SQLite::Statement answer;
    SQLite::Statement visits;

    State(std::string path_, std::unique_ptr<SQLite::Database> database_)
        : path(std::move(path_))
        , database(std::move(database_))
        , answer(*database, "SELECT fingerprint, status, body FROM request WHERE key = ?1")
        , visits(*database,
                 std::string("SELECT ") + VisitColumns +
                     " FROM visit WHERE day = ?1 ORDER BY id LIMIT ?2")
    {}
};

namespace {

/// Ends the statement's reading of the file, also when something throws: an open read keeps the
/// log from being emptied.
class Reading
{
public:
    explicit Reading(SQLite::Statement& statement)
        : m_statement(statement)
    {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { m_statement.tryReset(); }

private:
    SQLite::Statement& m_statement;
};

} // namespace

Expected<Reader, JournalError> Reader::open(const std::string& path, const Storage& storage)
{
    if (const auto head = checkHead(path, storage); !head) {
        return Unexpected(head.error());
    }
    auto database = openDatabase(path, Access::Read, storage);
    if (!database) {
        return Unexpected(database.error());
    }
    return guarded(path, [&]() -> Expected<Reader, JournalError> {
        return Reader(std::make_unique<State>(path, *std::move(database)));
    });
}

Reader::Reader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Expected<std::optional<StoredAnswer>, JournalError> Reader::findAnswer(const std::string& key)
{
    SQLite::Statement& row = m_state->answer;
    using Found = Expected<std::optional<StoredAnswer>, JournalError>;
    return guarded(m_state->path, [&]() -> Found {
        const Reading reading(row);
        row.bind(1, key);
        if (!row.executeStep()) {
            return std::optional<StoredAnswer>();
        }
        return std::optional(StoredAnswer{.key = key,
                                          .fingerprint = row.getColumn(0).getString(),
                                          .status = row.getColumn(1).getInt(),
                                          .body = row.getColumn(2).getString()});
    });
}

Expected<std::vector<queue::Visit>, JournalError> Reader::visitsOn(Day day, int limit)
{
    SQLite::Statement& rows = m_state->visits;
    using Found = Expected<std::vector<queue::Visit>, JournalError>;
    return guarded(m_state->path, [&]() -> Found {
        const Reading reading(rows);
        rows.bind(1, std::int64_t{day.time_since_epoch().count()});
        rows.bind(2, limit);
        std::vector<queue::Visit> visits;
        while (rows.executeStep()) {
            auto visit = visitFromRow(rows);
            if (!visit) {
                return Unexpected(damaged(m_state->path, "a visit's row has an unknown name"));
            }
            visits.push_back(*std::move(visit));
        }
        return visits;
    });
}

Expected<std::optional<OfficeSettings>, JournalError> Reader::settings()
{
    using Found = Expected<std::optional<OfficeSettings>, JournalError>;
    return guarded(m_state->path, [&]() -> Found {
        SQLite::Statement row(*m_state->database, "SELECT kind, body FROM event WHERE kind = "
                                                  "'settingsChanged' ORDER BY seq DESC LIMIT 1");
        if (!row.executeStep()) {
            return std::optional<OfficeSettings>();
        }
        const auto event = eventFromJson(row.getColumn(0).getString(),
                                         QByteArray::fromStdString(row.getColumn(1).getString()));
        const auto* const changed = event ? std::get_if<queue::SettingsChanged>(&*event) : nullptr;
        if (changed == nullptr) {
            return Unexpected(damaged(m_state->path, "its settings cannot be read"));
        }
        return std::optional(changed->settings);
    });
}

} // namespace talon::journal
