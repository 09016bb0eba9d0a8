#include "controller/journal/visit_table.h"

#include "controller/journal/queue_json.h"
#include "shared/wire/json_values.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

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

/// What few visits have: services before and after, more about the call, a note, copies.
QJsonObject storyOf(const queue::Visit& visit)
{
    QJsonObject story;
    if (!visit.route.empty()) {
        story.insert(u"route"_s, wire::arrayOf(visit.route, [](const queue::Stop& stop) {
                         return toJson(stop);
                     }));
    }
    if (!visit.stages.empty()) {
        story.insert(u"stages"_s, wire::arrayOf(visit.stages, [](const queue::Stage& stage) {
                         return toJson(stage);
                     }));
    }
    if (visit.offline) {
        story.insert(u"offline"_s, toJson(*visit.offline));
    }
    const auto& reason = visit.reason;
    if (reason &&
        (reason->onlyHere || reason->category || reason->bookedFor || !reason->outOfTurn.empty())) {
        story.insert(u"reason"_s, toJson(*reason));
    }
    if (!visit.note.empty()) {
        story.insert(u"note"_s, wire::toJson(visit.note));
    }
    if (visit.copies > 0) {
        story.insert(u"copies"_s, visit.copies);
    }
    return story;
}

/// Whether it could be read.
bool addStory(const std::string& text, queue::Visit& visit)
{
    const auto story = wire::objectFromText(QByteArray::fromStdString(text));
    if (!story) {
        return false;
    }
    wire::JsonReader json(*story);
    visit.route = json.listMaybe("route", stopFrom);
    visit.stages = json.listMaybe("stages", stageFrom);
    if (json.has("reason")) {
        wire::JsonReader reason = json.object("reason");
        visit.reason = reasonFrom(reason);
    }
    if (json.has("offline")) {
        wire::JsonReader offline = json.object("offline");
        visit.offline = originFrom(offline);
    }
    visit.note = json.textMaybe("note").value_or("");
    visit.copies =
        static_cast<int>(json.integerOr("copies", 0, 0, std::numeric_limits<int>::max()));
    return json.finish(true).has_value();
}

/// The value that a column names, if it names one.
template <class Choices>
bool readName(SQLite::Statement& row,
              int column,
              const Choices& choices,
              std::optional<typename Choices::value_type>& value)
{
    if (row.isColumnNull(column)) {
        return true;
    }
    const std::string text = row.getColumn(column).getString();
    const auto* const found =
        std::ranges::find_if(choices, [&](auto choice) { return name(choice) == text; });
    if (found == choices.end()) {
        return false;
    }
    value = *found;
    return true;
}

} // namespace

queue::Visit recorded(queue::Visit visit)
{
    visit.place = {};
    visit.notBefore = {};
    visit.onlyAt.reset();
    visit.heldUntil.reset();
    visit.passedStation = false;
    visit.revision = 0;
    return visit;
}

void bindVisit(SQLite::Statement& statement, const queue::Visit& visit)
{
    bind(statement, 1, visit.id);
    statement.bind(2, std::int64_t{visit.day.time_since_epoch().count()});
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
    bind(statement, 22, visit.booking);
    bind(statement, 23, visit.bookedFor);
    statement.bind(24, visit.people);
    bind(statement, 25, visit.queuedAt);
    if (visit.promised) {
        statement.bind(26, std::int64_t{visit.promised->low.count()});
        statement.bind(27, std::int64_t{visit.promised->high.count()});
    } else {
        statement.bind(26);
        statement.bind(27);
    }
    const auto bindName = [&](int column, const auto& value) {
        value ? bind(statement, column, name(*value)) : statement.bind(column);
    };
    bindName(28, visit.cancelled);
    bindName(29, visit.dropped);
    if (const QJsonObject story = storyOf(visit); story.isEmpty()) {
        statement.bind(30);
    } else {
        statement.bind(30, QJsonDocument(story).toJson(QJsonDocument::Compact).toStdString());
    }
}

std::optional<queue::Visit> visitFromRow(SQLite::Statement& row)
{
    std::optional<VisitState> state;
    std::optional<PrintOutcome> print;
    queue::Visit visit{
        .id = {row.getColumn(0).getInt64()},
        .day = Day{std::chrono::days{row.getColumn(1).getInt64()}},
        .number = row.getColumn(2).getString(),
        .service = {row.getColumn(3).getInt64()},
        .category = maybeIdAt<CategoryId>(row, 4),
        .booking = maybeIdAt<BookingId>(row, 21),
        .bookedFor = maybeInstantAt(row, 22),
        .people = row.getColumn(23).getInt(),
        .language = row.getColumn(5).getString(),
        .joinedAt = instantAt(row, 7),
        .queuedAt = instantAt(row, 24),
        .due = instantAt(row, 8),
        .timesCalled = row.getColumn(9).getInt(),
        .window = maybeIdAt<WindowId>(row, 11),
        .call = row.getColumn(19).getInt64(),
        .calledAt = maybeInstantAt(row, 12),
        .latestCallAt = maybeInstantAt(row, 20),
        .startedAt = maybeInstantAt(row, 13),
        .endedAt = maybeInstantAt(row, 14),
        .topic = maybeIdAt<TopicId>(row, 15),
    };
    const bool named = readName(row, 6, VisitStates, state) &&
                       readName(row, 10, PrintOutcomes, print) &&
                       readName(row, 27, CancelReasons, visit.cancelled) &&
                       readName(row, 28, DropReasons, visit.dropped);
    if (!named || !state || !print) {
        return std::nullopt;
    }
    visit.state = *state;
    visit.print = *print;
    if (!row.isColumnNull(16)) {
        visit.reason = queue::CallReason{
            .waited = std::chrono::milliseconds{row.getColumn(16).getInt64()},
            .target = std::chrono::milliseconds{row.getColumn(17).getInt64()},
            .helping = row.getColumn(18).getInt() != 0,
        };
    }
    if (!row.isColumnNull(25)) {
        visit.promised = WaitRange{.low = std::chrono::seconds{row.getColumn(25).getInt64()},
                                   .high = std::chrono::seconds{row.getColumn(26).getInt64()}};
    }
    if (!row.isColumnNull(29) && !addStory(row.getColumn(29).getString(), visit)) {
        return std::nullopt;
    }
    return visit;
}

} // namespace talon::journal
