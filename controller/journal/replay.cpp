#include "controller/journal/replay.h"

#include "controller/journal/event_json.h"
#include "controller/journal/office_json.h"
#include "controller/queue/apply.h"
#include "shared/wire/json_reader.h"

#include <algorithm>
#include <cstring>

namespace talon::journal {

namespace {

bool isHash(const SQLite::Column& column, const Hash& hash)
{
    return column.getBytes() == static_cast<int>(hash.size()) &&
           std::memcmp(column.getBlob(), hash.data(), hash.size()) == 0;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string eventNumber(std::int64_t seq)
{
    return "event " + std::to_string(seq);
}

} // namespace

Expected<Done, JournalError> replay(SQLite::Database& database,
                                    const std::string& path,
                                    Replayed& state,
                                    const BeforeEvent& before)
{
    SQLite::Statement rows(database, R"(
        SELECT seq, at, day, "by", kind, body, hash FROM event WHERE seq > ?1 ORDER BY seq
    )");
    rows.bind(1, state.seq);
    while (rows.executeStep()) {
        const SQLite::Column by = rows.getColumn(3);
        const SQLite::Column kind = rows.getColumn(4);
        const SQLite::Column body = rows.getColumn(5);
        const EventRow row{.seq = rows.getColumn(0).getInt64(),
                           .at = rows.getColumn(1).getInt64(),
                           .day = rows.getColumn(2).getInt64(),
                           .by = textOf(by),
                           .kind = textOf(kind),
                           .body = textOf(body)};
        if (row.seq != state.seq + 1) {
            return Unexpected(damaged(path, eventNumber(state.seq + 1) + " is missing"));
        }
        const Hash hash = chained(state.last, row);
        if (!isHash(rows.getColumn(6), hash)) {
            return Unexpected(damaged(path, eventNumber(row.seq) + " is not what was written"));
        }
        const auto event = eventFromJson(row.kind, bytesOf(row.body));
        if (!event) {
            return Unexpected(damaged(path, eventNumber(row.seq) + " of kind " +
                                                std::string(row.kind) + ": " +
                                                describe(event.error())));
        }
        if (before) {
            if (auto done = before(state, *event); !done) {
                return done;
            }
        }
        queue::apply(state.office, *event);
        state.seq = row.seq;
        state.last = hash;
    }
    return Done{};
}

std::optional<Replayed> readSnapshot(SQLite::Database& database, std::int64_t seq)
{
    SQLite::Statement row(database, R"(
        SELECT snapshot.office, snapshot.hash, event.hash
        FROM snapshot JOIN event USING (seq) WHERE seq = ?1
    )");
    row.bind(1, seq);
    if (!row.executeStep() || row.getColumn(2).getBytes() != static_cast<int>(Hash().size())) {
        return std::nullopt;
    }
    Replayed state{.office = {}, .seq = seq, .last = {}, .snapshotSeq = seq};
    std::memcpy(state.last.data(), row.getColumn(2).getBlob(), state.last.size());
    const SQLite::Column text = row.getColumn(0);
    if (!isHash(row.getColumn(1), snapshotHash(state.last, seq, textOf(text)))) {
        return std::nullopt;
    }
    const auto json = wire::objectFromText(bytesOf(textOf(text)));
    if (!json) {
        return std::nullopt;
    }
    auto office = officeFromJson(*json);
    if (!office) {
        return std::nullopt;
    }
    state.office = *std::move(office);
    return state;
}

Expected<Replayed, JournalError> recover(SQLite::Database& database, const std::string& path)
{
    Replayed state;
    SQLite::Statement snapshots(database, "SELECT seq FROM snapshot ORDER BY seq DESC");
    while (snapshots.executeStep()) {
        // A bad one is passed over: the events since an older one say the same.
        if (auto snapshot = readSnapshot(database, snapshots.getColumn(0).getInt64())) {
            state = *std::move(snapshot);
            break;
        }
    }
    if (auto done = replay(database, path, state); !done) {
        return Unexpected(done.error());
    }
    // Would catch a log that lost its end, before a ticket gets an id that is taken.
    const auto lastRow = database.execAndGet("SELECT coalesce(max(id), 0) FROM visit").getInt64();
    if (lastRow != state.office.lastVisit) {
        return Unexpected(damaged(path, "the last ticket of its events has id " +
                                            std::to_string(state.office.lastVisit) +
                                            ", of its tables " + std::to_string(lastRow)));
    }
    return state;
}

} // namespace talon::journal
