#pragma once

#include "controller/journal/database.h"
#include "controller/queue/office.h"

/// The table of visits: one row each, as the events left it.
namespace talon::journal {

/// The columns, in the order that bindVisit() and visitFromRow() use.
inline constexpr const char* VisitColumns =
    "id, day, number, service, category, language, state, joined_at, due, times_called, print, "
    "window, called_at, started_at, ended_at, topic, waited_ms, target_ms, helping, "
    "call, latest_call_at, booking, booked_for, people, queued_at, promised_low, promised_high, "
    "cancelled, dropped, story";

/// Two statements that write all columns.
inline constexpr const char* InsertVisit = R"(
    INSERT INTO visit (id, day, number, service, category, language, state, joined_at, due,
                       times_called, print, window, called_at, started_at, ended_at, topic,
                       waited_ms, target_ms, helping, call, latest_call_at, booking, booked_for,
                       people, queued_at, promised_low, promised_high, cancelled, dropped, story)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
            ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)
)";
inline constexpr const char* UpdateVisit = R"(
    UPDATE visit SET day = ?2, number = ?3, service = ?4, category = ?5, language = ?6, state = ?7,
                     joined_at = ?8, due = ?9, times_called = ?10, print = ?11, window = ?12,
                     called_at = ?13, started_at = ?14, ended_at = ?15, topic = ?16,
                     waited_ms = ?17, target_ms = ?18, helping = ?19, call = ?20,
                     latest_call_at = ?21, booking = ?22, booked_for = ?23, people = ?24,
                     queued_at = ?25, promised_low = ?26, promised_high = ?27, cancelled = ?28,
                     dropped = ?29, story = ?30
    WHERE id = ?1
)";

/// The visit without what only the living queue needs: its place, its line, its way back. So much
/// is in the table.
queue::Visit recorded(queue::Visit visit);

void bindVisit(SQLite::Statement& statement, const queue::Visit& visit);

/// None when the row has a name that nobody knows, or a story that cannot be read.
std::optional<queue::Visit> visitFromRow(SQLite::Statement& row);

} // namespace talon::journal
