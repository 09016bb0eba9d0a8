#include "controller/journal/visit_table.h"

#include <algorithm>

namespace talon::journal {

namespace {

void bind(SQLite::Statement& statement, int column, std::string_view text)
{
    statement.bind(column, std::string(text));
}

void bind(SQLite::Statement& statement, int column, Instant at)
{
    statement.bind(column, std::int64_t{at.time_since_epoch().count()});
}

template <class Tag>
void bind(SQLite::Statement& statement, int column, Id<Tag> id)
{
    statement.bind(column, id.value);
}

template <class T>
void bind(SQLite::Statement& statement, int column, const std::optional<T>& value)
{
    if (value) {
        bind(statement, column, *value);
    } else {
        statement.bind(column);
    }
}

Instant instantAt(SQLite::Statement& row, int column)
{
    return Instant{std::chrono::milliseconds{row.getColumn(column).getInt64()}};
}

std::optional<Instant> maybeInstantAt(SQLite::Statement& row, int column)
{
    return row.isColumnNull(column) ? std::nullopt : std::optional(instantAt(row, column));
}

template <class I>
std::optional<I> maybeIdAt(SQLite::Statement& row, int column)
{
    return row.isColumnNull(column) ? std::nullopt
                                    : std::optional(I{row.getColumn(column).getInt64()});
}

} // namespace

void bindVisit(SQLite::Statement& statement, Day day, const queue::Visit& visit)
{
    bind(statement, 1, visit.id);
    statement.bind(2, std::int64_t{day.time_since_epoch().count()});
    statement.bindNoCopy(3, visit.number);
    bind(statement, 4, visit.service);
    bind(statement, 5, visit.category);
    statement.bindNoCopy(6, visit.language);
    bind(statement, 7, name(visit.state));
    bind(statement, 8, visit.joinedAt);
    bind(statement, 9, visit.due);
    statement.bind(10, visit.timesCalled);
    bind(statement, 11, name(visit.print));
    bind(statement, 12, visit.window);
    bind(statement, 13, visit.calledAt);
    bind(statement, 14, visit.startedAt);
    bind(statement, 15, visit.endedAt);
    bind(statement, 16, visit.topic);
    if (visit.reason) {
        statement.bind(17, std::int64_t{visit.reason->waited.count()});
        statement.bind(18, std::int64_t{visit.reason->target.count()});
        statement.bind(19, visit.reason->helping ? 1 : 0);
    } else {
        statement.bind(17);
        statement.bind(18);
        statement.bind(19);
    }
    statement.bind(20, visit.call);
    bind(statement, 21, visit.latestCallAt);
}

std::optional<queue::Visit> visitFromRow(SQLite::Statement& row)
{
    const auto hasName = [&](int column) {
        return
            [text = row.getColumn(column).getString()](auto value) { return name(value) == text; };
    };
    const auto* const state = std::ranges::find_if(VisitStates, hasName(6));
    const auto* const print = std::ranges::find_if(PrintOutcomes, hasName(10));
    if (state == VisitStates.end() || print == PrintOutcomes.end()) {
        return std::nullopt;
    }
    queue::Visit visit{
        .id = {row.getColumn(0).getInt64()},
        .number = row.getColumn(2).getString(),
        .service = {row.getColumn(3).getInt64()},
        .category = maybeIdAt<CategoryId>(row, 4),
        .language = row.getColumn(5).getString(),
        .state = *state,
        .joinedAt = instantAt(row, 7),
        .due = instantAt(row, 8),
        .timesCalled = row.getColumn(9).getInt(),
        .print = *print,
        .window = maybeIdAt<WindowId>(row, 11),
        .call = row.getColumn(19).getInt64(),
        .calledAt = maybeInstantAt(row, 12),
        .latestCallAt = maybeInstantAt(row, 20),
        .startedAt = maybeInstantAt(row, 13),
        .endedAt = maybeInstantAt(row, 14),
        .topic = maybeIdAt<TopicId>(row, 15),
    };
    if (!row.isColumnNull(16)) {
        visit.reason = queue::CallReason{
            .waited = std::chrono::milliseconds{row.getColumn(16).getInt64()},
            .target = std::chrono::milliseconds{row.getColumn(17).getInt64()},
            .helping = row.getColumn(18).getInt() != 0,
        };
    }
    return visit;
}

} // namespace talon::journal
