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
                            .category = CategoryId{3},
                            .language = "en",
                            .at = At,
                            .due = At + 10min},
        queue::PrintReported{.visit = {77}, .outcome = PrintOutcome::OnScreen, .at = At},
        queue::WindowOpened{.window = {3}, .clerk = {9}, .at = At},
        queue::WindowPaused{.window = {3}, .at = At},
        queue::WindowClosed{.window = {3}, .at = At},
        queue::VisitCalled{.visit = {77},
                           .window = {3},
                           .call = 7,
                           .reason = {.waited = 61'001ms, .target = 600'000ms, .helping = true},
                           .at = At},
        queue::VisitRecalled{.visit = {77}, .window = {3}, .call = 8, .at = At},
        queue::ServiceStarted{.visit = {77}, .window = {3}, .at = At},
        queue::VisitFinished{.visit = {77}, .window = {3}, .topic = {2}, .at = At},
        queue::VisitorAbsent{.visit = {77}, .window = {3}, .at = At},
        queue::VisitDropped{.visit = {77}, .at = At},
    };
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
            if (key == "category"_L1) {
                CHECK(read); // Absent means none, as null does.
                continue;
            }
            REQUIRE_FALSE(read);
            QJsonObject wrong = body;
            wrong.insert(key, QJsonArray{});
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
