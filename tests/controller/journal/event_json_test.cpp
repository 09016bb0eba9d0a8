#include "controller/journal/event_json.h"

#include "controller/journal/office_json.h"
#include "controller/queue/apply.h"
#include "tests/controller/journal/office_life.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"
#include "tests/support/small_office.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

using namespace talon;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Instant At = test::officeTime(test::SmallOfficeDay, 9h).now + 123ms;

/// One of each kind, with every field set to something that is not its default.
std::vector<queue::Event> oneOfEach()
{
    return {
        queue::DayStarted{test::SmallOfficeDay},
        queue::SettingsChanged{test::smallSettings()},
        queue::TicketIssued{.visit = {77},
                            .serial = 15,
                            .number = "А015",
                            .service = {2},
                            .route = {{.service = {3}, .onlyAt = WindowId{1}}},
                            .category = CategoryId{3},
                            .booking = BookingId{5},
                            .bookedFor = At + 5min,
                            .people = 4,
                            .language = "en",
                            .at = At,
                            .due = At + 10min,
                            .promised = WaitRange{.low = 61s, .high = 599s},
                            .offline = queue::OfflineOrigin{.device = {4},
                                                            .takenAt = At - 7min,
                                                            .handedOverAt = At + 1min}},
        queue::NumbersLeased{
            .device = {4},
            .holder = "c0ffee",
            .day = test::SmallOfficeDay,
            .leases = {{.service = {2}, .prefix = "А", .first = 9900, .last = 9999}},
            .at = At},
        queue::LateTicketRecorded{.device = {4},
                                  .service = {2},
                                  .number = "А9900",
                                  .day = test::SmallOfficeDay,
                                  .takenAt = At - 7min,
                                  .people = 4,
                                  .booking = BookingId{5},
                                  .outcome = PrintOutcome::Printed,
                                  .why = LateReason::NumberTaken,
                                  .at = At},
        queue::PrintReported{
            .visit = {77}, .outcome = PrintOutcome::OnScreen, .copy = true, .at = At},
        queue::WindowOpened{.window = {3}, .clerk = {9}, .at = At},
        queue::WindowPaused{.window = {3}, .at = At},
        queue::WindowClosed{.window = {3}, .at = At},
        queue::VisitCalled{.visit = {77},
                           .window = {3},
                           .call = 7,
                           .reason = {.waited = 61'001ms,
                                      .target = 600'000ms,
                                      .helping = true,
                                      .onlyHere = true,
                                      .category = CategoryId{3},
                                      .bookedFor = At + 5min,
                                      .outOfTurn = "в больницу"},
                           .at = At},
        queue::VisitRecalled{.visit = {77}, .window = {3}, .call = 8, .at = At},
        queue::ServiceStarted{.visit = {77}, .window = {3}, .at = At},
        queue::VisitFinished{.visit = {77}, .window = {3}, .topic = TopicId{2}, .at = At},
        queue::VisitorAbsent{.visit = {77}, .window = {3}, .at = At},
        queue::VisitDropped{.visit = {77}, .why = DropReason::SentHome, .at = At},
        queue::BookingAdded{.booking = {5},
                            .code = "7K3M",
                            .service = {2},
                            .day = test::SmallOfficeDay,
                            .bookedFor = At + 5min,
                            .phoneEnd = "0417",
                            .at = At},
        queue::BookingMoved{
            .booking = {5}, .day = test::SmallOfficeDay, .bookedFor = At + 6min, .at = At},
        queue::BookingCancelled{.booking = {5}, .at = At},
        queue::BookingMissed{.booking = {5}, .at = At},
        queue::BreakBegun{.window = {3}, .backAt = At + 30min, .breaksBehind = 2, .at = At},
        queue::BreaksPlanned{.window = {3},
                             .breaks = {{.begins = 12h, .length = 30min, .evenAlone = true}},
                             .at = At},
        queue::VisitPassedOn{.visit = {77},
                             .from = WindowId{3},
                             .served = true,
                             .topic = TopicId{2},
                             .to = {.service = {3}, .onlyAt = WindowId{1}},
                             .route = {{.service = {2}, .onlyAt = WindowId{3}}},
                             .due = At + 10min,
                             .note = "без очереди",
                             .at = At},
        queue::VisitHeld{.visit = {77}, .from = WindowId{3}, .until = At + 15min, .at = At},
        queue::VisitReturned{.visit = {77}, .from = WindowId{3}, .due = At + 10min, .at = At},
        queue::VisitCancelled{
            .visit = {77}, .from = WindowId{3}, .why = CancelReason::DoneElsewhere, .at = At},
        queue::CategorySet{.visit = {77}, .category = CategoryId{3}, .due = At + 5min, .at = At},
        queue::ActionUndone{.visit = {77}, .window = {3}, .at = At},
        queue::IssuingChanged{.service = {2},
                              .issuing = {.mode = IssuingMode::Continued, .lastTicketGiven = true},
                              .at = At},
    };
}

/// Fields that may be missing, and then mean what an older journal meant.
bool mayBeMissing(const QString& key)
{
    static const QStringList keys{u"category"_s, u"route"_s,    u"booking"_s,  u"bookedFor"_s,
                                  u"people"_s,   u"promised"_s, u"onlyHere"_s, u"outOfTurn"_s,
                                  u"clerk"_s,    u"from"_s,     u"until"_s,    u"topic"_s,
                                  u"why"_s,      u"phoneEnd"_s, u"offline"_s,  u"copy"_s};
    return keys.contains(key);
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

TEST_CASE("every kind of event is kept in the form that its golden file shows")
{
    std::set<std::string_view> kinds;
    for (const queue::Event& event : oneOfEach()) {
        const std::string kind(queue::name(event));
        INFO(kind);
        kinds.insert(queue::name(event));
        const QJsonObject body = journal::toJson(event);
        const QString file = u"journal/%1.json"_s.arg(QString::fromStdString(kind));
        const QJsonObject kept = test::golden(file, body);
        CHECK(body == kept);

        const auto back = journal::eventFromJson(kind, compact(kept));
        REQUIRE(back);
        CHECK(*back == event);
    }
    CHECK(kinds.size() == std::variant_size_v<queue::Event>);
}

TEST_CASE("an event that lacks a field, or has a wrong one, is named by that field")
{
    for (const queue::Event& event : oneOfEach()) {
        const QJsonObject body = journal::toJson(event);
        for (const QString& key : body.keys()) {
            INFO(queue::name(event) << " without " << key.toStdString());
            QJsonObject without = body;
            without.remove(key);
            const auto read = journal::eventFromJson(queue::name(event), compact(without));
            REQUIRE((!read || mayBeMissing(key)));
            QJsonObject wrong = body;
            wrong.insert(key, body.value(key).isArray() ? QJsonValue(5) : QJsonArray{});
            CHECK_FALSE(journal::eventFromJson(queue::name(event), compact(wrong)));
        }
    }
    CHECK_FALSE(journal::eventFromJson("ticketEaten", "{}"));
    CHECK_FALSE(journal::eventFromJson("dayStarted", "{"));
    CHECK_FALSE(journal::eventFromJson("dayStarted", R"({"day":"2026-13-01"})"));
}

TEST_CASE("a ticket without a category stays without one")
{
    const queue::Event event = queue::TicketIssued{
        .visit = {1}, .serial = 1, .number = "А001", .service = {1}, .at = At, .due = At};
    const auto back = journal::eventFromJson("ticketIssued", journal::bodyText(event));
    REQUIRE(back);
    CHECK(*back == event);
}

TEST_CASE("an office comes back from its snapshot equal, at every moment of a life")
{
    CHECK(*journal::officeFromJson(journal::toJson(queue::Office{})) == queue::Office{});
    test::OfficeLife life(11);
    for (int i = 0; i < 600; ++i) {
        life.next();
        const auto back = journal::officeFromJson(journal::toJson(life.office()));
        REQUIRE(back);
        REQUIRE(*back == life.office());
    }
}
