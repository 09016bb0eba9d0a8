#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What clerks and hall administrators do with visits, asked over the port. What the office makes
/// of it is tested in tests/controller/queue; here, that it gets what was asked.
namespace {

QJsonObject jsonOf(const HttpReply& reply)
{
    INFO(reply.status << " " << reply.body);
    CHECK(reply.status == 200);
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

/// The small office at ten, with window 1 open for Anna and two visitors for service 1.
struct Hall : PortBench
{
    Hall()
    {
        office.happen(queue::OpenWindow{.window = {1}, .clerk = {1}});
        office.happen(queue::IssueTicket{.service = {1}});
        office.happen(queue::IssueTicket{.service = {1}});
    }

    const queue::Visit& visit(std::int64_t id) const { return office.office().visits.at({id}); }
};

std::string millis(Instant at)
{
    return std::to_string(at.time_since_epoch().count());
}

} // namespace

TEST_CASE("a clerk holds a visit until a time, and takes it back")
{
    Hall hall;
    const Instant until = hall.office.time().now + 15min;
    const QJsonObject row =
        jsonOf(act(hall, "/api/visits/1/hold", as("anna"), "{\"until\":" + millis(until) + "}"));
    CHECK(row.value("state"_L1) == u"held"_s);
    CHECK(hall.visit(1).heldUntil == until);
    CHECK(act(hall, "/api/visits/1/return", as("anna")).status == 200);
    CHECK(hall.visit(1).state == VisitState::Waiting);
    CHECK(act(hall, "/api/visits/1/hold", as("anna"), "{}").status == 200);
    CHECK_FALSE(hall.visit(1).heldUntil);
    CHECK(act(hall, "/api/visits/99/return", as("anna")).body == R"({"refusal":"unknownVisit"})");
}

TEST_CASE("a clerk sends a visit on, with a note and the way back")
{
    Hall hall;
    act(hall, "/api/windows/1/call-next", as("anna"));
    act(hall, "/api/windows/1/start", as("anna"), R"({"visit":1})");
    const QJsonObject row =
        jsonOf(act(hall, "/api/visits/1/transfer", as("anna"),
                   R"({"service":2,"onlyAt":null,"andBack":true,"note":"плохо слышит"})"));
    CHECK(row.value("then"_L1) == QJsonArray{1});
    CHECK(row.value("before"_L1) == QJsonArray{1});
    CHECK(row.value("note"_L1) == u"плохо слышит"_s);
    CHECK(hall.visit(1).service == ServiceId{2});
    CHECK(hall.visit(1).route.front().onlyAt == WindowId{1});
}

TEST_CASE("a visit goes on to one more service when the first is done")
{
    Hall hall;
    act(hall, "/api/windows/1/call-next", as("anna"));
    act(hall, "/api/windows/1/start", as("anna"));
    CHECK(act(hall, "/api/windows/1/finish", as("anna"), R"({"topic":1,"then":{"service":2}})")
              .status == 200);
    CHECK(hall.visit(1).state == VisitState::Waiting);
    CHECK(hall.visit(1).stages.front().topic == TopicId{1});
}

TEST_CASE("a command that means another visit is refused, and does nothing to this one")
{
    Hall hall;
    act(hall, "/api/windows/1/call-next", as("anna"));
    for (const char* path : {"/api/windows/1/recall", "/api/windows/1/start",
                             "/api/windows/1/no-show", "/api/windows/1/put-back"}) {
        CHECK(act(hall, path, as("anna"), R"({"visit":2})").body ==
              R"({"refusal":"visitChanged"})");
    }
    CHECK(hall.visit(1).state == VisitState::Called);
    CHECK(hall.visit(1).timesCalled == 1);
}

TEST_CASE("a clerk calls out of turn, takes it back, and puts a visitor back")
{
    Hall hall;
    CHECK(act(hall, "/api/windows/1/call", as("anna"), R"({"visit":2,"why":""})").body ==
          R"({"refusal":"reasonMissing"})");
    const QJsonObject view =
        jsonOf(act(hall, "/api/windows/1/call", as("anna"), R"({"visit":2,"why":"к врачу"})"));
    CHECK(view.value("visit"_L1).toObject().value("reason"_L1).toObject().value("outOfTurn"_L1) ==
          u"к врачу"_s);
    CHECK(view.value("undoUntil"_L1).toInteger() ==
          (hall.office.time().now + 60s).time_since_epoch().count());
    CHECK(act(hall, "/api/windows/1/undo", as("anna")).status == 200);
    CHECK(hall.visit(2).state == VisitState::Waiting);
    act(hall, "/api/windows/1/call-next", as("anna"));
    CHECK(act(hall, "/api/windows/1/put-back", as("anna"), "{}").status == 200);
    CHECK(hall.visit(1).state == VisitState::Waiting);
}

TEST_CASE("a break begins when others cover it, or all the same")
{
    Hall hall;
    CHECK(act(hall, "/api/windows/1/break", as("anna")).body == R"({"refusal":"breakNotCovered"})");
    const QJsonObject view =
        jsonOf(act(hall, "/api/windows/1/break", as("anna"), R"({"evenAlone":true})"));
    CHECK(view.value("state"_L1) == u"onBreak"_s);
    CHECK_FALSE(view.value("backAt"_L1).isNull());
    CHECK(act(hall, "/api/windows/1/breaks", as("boris"),
              R"({"breaks":[{"begins":"12:00","minutes":30}]})")
              .status == 200);
    CHECK(hall.office.office().breaks.at({1}).front().begins == 12h);
    CHECK(act(hall, "/api/windows/1/breaks", as("anna"), R"({"breaks":[]})").status == 403);
    CHECK(act(hall, "/api/windows/1/breaks", as("boris"),
              R"({"breaks":[{"begins":"noon","minutes":30}]})")
              .body == R"({"error":"breaks[0].begins must be a time such as 08:00"})");
}

TEST_CASE("a terminal cancels a ticket that it could not hand out, but no visit at a window")
{
    Hall hall;
    CHECK(act(hall, "/api/visits/2/cancel", AsTerminal, R"({"why":"notPrinted"})").status == 200);
    CHECK(hall.visit(2).cancelled == CancelReason::NotPrinted);
    act(hall, "/api/windows/1/call-next", as("anna"));
    CHECK(act(hall, "/api/visits/1/cancel", AsTerminal, R"({"why":"notPrinted"})").body ==
          R"({"refusal":"visitElsewhere"})");
    CHECK(act(hall, "/api/visits/1/cancel", as("anna"), R"({"why":"visitorLeft"})").status == 200);
    CHECK(act(hall, "/api/visits/1/cancel", AsDisplay, R"({"why":"mistake"})").status == 403);
    CHECK(act(hall, "/api/visits/1/cancel", as("anna"), "{}").body ==
          R"({"error":"why is missing"})");
}

TEST_CASE("the staff grants a category")
{
    Hall hall;
    CHECK(act(hall, "/api/visits/2/category", as("anna"), R"({"category":1})").status == 200);
    CHECK(hall.visit(2).category == CategoryId{1});
    CHECK(act(hall, "/api/visits/2/category", as("anna"), R"({"category":null})").status == 200);
    CHECK_FALSE(hall.visit(2).category);
}

TEST_CASE("a booking is made at the counter, moved, and its visitor checks in")
{
    Hall hall;
    const QJsonObject booking =
        jsonOf(act(hall, "/api/bookings", as("boris"),
                   R"({"code":"7K3M","service":1,"day":"2026-11-24","time":"10:40"})"));
    CHECK(booking.value("id"_L1).toInt() == 1);
    CHECK(booking.value("state"_L1) == u"expected"_s);
    CHECK(jsonOf(act(hall, "/api/bookings/1/move", as("boris"),
                     R"({"day":"2026-11-24","time":"10:50"})"))
              .value("at"_L1)
              .toInteger() ==
          officeTime(SmallOfficeDay, 10h + 50min).now.time_since_epoch().count());
    CHECK(jsonOf(ask(hall, requestOf("GET", "/api/bookings", as("anna"))))
              .value("bookings"_L1)
              .toArray()
              .size() == 1);
    const QJsonObject ticket = jsonOf(act(hall, "/api/bookings/1/check-in", AsTerminal));
    CHECK(ticket.value("number"_L1) == u"А003"_s);
    CHECK(hall.visit(3).due == officeTime(SmallOfficeDay, 10h + 50min).now);
    CHECK(act(hall, "/api/bookings/1/cancel", as("boris")).body ==
          R"({"refusal":"bookingArrived"})");
    CHECK(act(hall, "/api/bookings", as("anna"), "{}").status == 403);
    CHECK(act(hall, "/api/bookings", as("boris"),
              R"({"code":"X","service":1,"day":"2026-11-24","time":"25:99"})")
              .body == R"({"error":"time must be a time such as 10:40"})");
}

TEST_CASE("a ticket for several services and a group is issued in one")
{
    Hall hall;
    act(hall, "/api/tickets", AsTerminal, R"({"service":1,"then":[2,3],"people":4})");
    CHECK(hall.visit(3).route.size() == 2);
    CHECK(hall.visit(3).people == 4);
    CHECK(act(hall, "/api/tickets", AsTerminal, R"({"service":1,"people":0})").body ==
          R"({"error":"people is out of range"})");
}

TEST_CASE("the hall administrator stops a service and goes on; the staff passes the last ticket")
{
    Hall hall;
    CHECK(act(hall, "/api/services/1/issuing", as("boris"), R"({"mode":"stopped"})").body == "{}");
    CHECK(act(hall, "/api/tickets", AsTerminal, R"({"service":1})").body ==
          R"({"refusal":"issuingStopped"})");
    act(hall, "/api/services/1/issuing", as("boris"), R"({"mode":"byRule"})");
    hall.office.happen(queue::SetLastTicket{.service = {1}, .given = true});
    CHECK(act(hall, "/api/tickets", AsTerminal, R"({"service":1})").body ==
          R"({"refusal":"lastTicketGiven"})");
    CHECK(act(hall, "/api/tickets", as("boris"), R"({"service":1})").status == 200);
    CHECK(act(hall, "/api/services/1/issuing", as("anna"), R"({"mode":"stopped"})").status == 403);
    CHECK(act(hall, "/api/services/1/issuing", as("boris"), R"({"mode":"perhaps"})").body ==
          R"({"error":"mode is not a known name"})");
}

TEST_CASE("a manager ends the day for all who still wait")
{
    Hall hall;
    CHECK(act(hall, "/api/send-home", as("boris")).status == 403);
    CHECK(act(hall, "/api/send-home", as("vera")).body == "{}");
    CHECK(hall.visit(1).dropped == DropReason::SentHome);
    CHECK(hall.visit(2).dropped == DropReason::SentHome);
}

TEST_CASE("the rule is told in words")
{
    Hall hall;
    const QJsonObject rule = jsonOf(ask(hall, requestOf("GET", "/api/rule", as("anna"))));
    CHECK(rule.value("order"_L1) == u"earliestDue"_s);
    REQUIRE(rule.value("statements"_L1).toArray().size() > 5);
    const QJsonObject first = rule.value("statements"_L1).toArray().first().toObject();
    CHECK_FALSE(first.value("ru"_L1).toString().isEmpty());
    CHECK_FALSE(first.value("en"_L1).toString().isEmpty());
}

TEST_CASE("settings of a zone that nobody knows are refused")
{
    Hall hall;
    QJsonObject settings = jsonOf(ask(hall, requestOf("GET", "/api/settings", as("vera"))));
    settings.insert(u"timeZone"_s, u"Nowhere"_s);
    const HttpReply reply = ask(hall, requestOf("PUT", "/api/settings", as("vera") + key("zone"),
                                                QJsonDocument(settings).toJson().toStdString()));
    CHECK(reply.status == 400);
    CHECK(reply.body == R"({"error":"timeZone is not known here: \"Nowhere\""})");
}
