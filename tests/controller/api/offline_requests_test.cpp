#include "shared/wire/offline_json.h"
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

/// A terminal gets numbers and hands over tickets. What the office makes of it is tested in
/// tests/controller/queue/leases_test.cpp.
namespace {

const std::string Leases = "/api/number-leases";
const std::string Offline = "/api/tickets/offline";

wire::NumberLeases leases(const PortBench& bench, const char* store = "s1")
{
    const HttpReply reply =
        act(bench, Leases, AsTerminal, std::string(R"({"store":")") + store + R"("})");
    INFO(reply.body);
    REQUIRE(reply.status == 200);
    const auto read = wire::numberLeasesFromJson(
        QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object());
    REQUIRE(read);
    return *read;
}

/// Taken at half past nine; the office's clock says ten.
OfflineTicket ticketNumbered(int serial)
{
    return {.service = {1},
            .day = SmallOfficeDay,
            .serial = serial,
            .number = "А" + std::to_string(serial),
            .takenAt = officeTime(SmallOfficeDay, 9h + 30min).now,
            .paper = PrintOutcome::Printed};
}

HttpReply handOver(const PortBench& bench, const OfflineTicket& ticket, const std::string& key)
{
    return ask(bench, requestOf("POST", Offline, AsTerminal + test::key(key),
                                QJsonDocument(wire::toJson(ticket)).toJson().toStdString()));
}

wire::HandedOver resultOf(const HttpReply& reply)
{
    INFO(reply.status << " " << reply.body);
    REQUIRE(reply.status == 200);
    const auto read = wire::handedOverFromJson(
        QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object());
    REQUIRE(read);
    return *read;
}

} // namespace

TEST_CASE("a terminal is told its days, their hours, and the numbers that it may give")
{
    PortBench bench;
    const wire::NumberLeases first = leases(bench);
    REQUIRE(first.days.size() == 2);
    const LeasedDay& today = first.days.front();
    CHECK(today.day == SmallOfficeDay);
    CHECK(today.begins == officeTime(SmallOfficeDay, 0h).now);
    CHECK(today.ends == today.begins + 24h);
    CHECK(today.hours == std::vector<OpenTime>{{.opens = officeTime(SmallOfficeDay, 8h).now,
                                                .closes = officeTime(SmallOfficeDay, 17h).now}});
    REQUIRE(today.leases.size() == 3);
    CHECK(today.leases.front() ==
          NumberLease{.service = {1}, .prefix = "А", .first = 9900, .last = 9999});
    CHECK(first.days.back().day == SmallOfficeDay + std::chrono::days{2});
    CHECK(leases(bench) == first);
    CHECK(leases(bench, "s2").days.front().leases.front().last == 9899);
}

TEST_CASE("only terminals get numbers and hand over tickets")
{
    PortBench bench;
    for (const std::string& path : {Leases, Offline}) {
        CHECK(act(bench, path, AsDisplay, "{}").status == 403);
        CHECK(act(bench, path, as("vera"), "{}").status == 403);
        CHECK(act(bench, path, "", "{}").status == 401);
        CHECK(ask(bench, requestOf("POST", path, AsTerminal, "{}")).status == 400);
    }
    CHECK(act(bench, Leases, AsTerminal, "{}").body == R"({"error":"store is missing"})");
    CHECK(act(bench, Offline, AsTerminal, "{}").body == R"({"error":"service is missing"})");
}

TEST_CASE("a ticket that was handed over is a visit with the place that it earned")
{
    PortBench bench;
    leases(bench);
    bench.office.happen(queue::IssueTicket{.service = {1}});
    const wire::HandedOver result = resultOf(handOver(bench, ticketNumbered(9900), "k1"));
    REQUIRE(result.ticket);
    CHECK_FALSE(result.late);
    CHECK(result.ticket->number == "А9900");
    CHECK(result.ticket->peopleAhead == 0);
    CHECK_FALSE(result.ticket->promised);
    const queue::Visit& visit = bench.office.office().visits.at(result.ticket->visit);
    CHECK(visit.joinedAt == officeTime(SmallOfficeDay, 9h + 30min).now);
    CHECK(visit.print == PrintOutcome::Printed);
    REQUIRE(visit.offline);
    CHECK(visit.offline->device == DeviceId{1});
    CHECK(visit.offline->handedOverAt == bench.office.time().now);

    // Again: the same answer under the same key, the same visit under another.
    CHECK(resultOf(handOver(bench, ticketNumbered(9900), "k1")) == result);
    CHECK(resultOf(handOver(bench, ticketNumbered(9900), "k2")).ticket->visit == visit.id);
    CHECK(bench.office.office().visits.size() == 2);
}

TEST_CASE("what can be no visit is answered well, with the reason")
{
    PortBench bench;
    leases(bench);
    OfflineTicket ticket = ticketNumbered(9901);
    ticket.day -= std::chrono::days{1};
    CHECK(resultOf(handOver(bench, ticket, "k1")) ==
          wire::HandedOver{.ticket = {}, .late = LateReason::DayOver});
    ticket = ticketNumbered(9901);
    ticket.service = {77};
    CHECK(resultOf(handOver(bench, ticket, "k2")).late == LateReason::ServiceGone);
}

TEST_CASE("a request that was given up is undone, or never done")
{
    PortBench bench;
    leases(bench);
    const auto issue = [&](const std::string& key) {
        return ask(bench, requestOf("POST", "/api/tickets", AsTerminal + test::key(key),
                                    R"({"service":1})"));
    };
    REQUIRE(issue("heard-by-nobody").status == 200);
    OfflineTicket ticket = ticketNumbered(9900);
    ticket.instead = "heard-by-nobody";
    REQUIRE(resultOf(handOver(bench, ticket, "k1")).ticket);
    CHECK(bench.office.office().visits.at({1}).cancelled == CancelReason::NotPrinted);

    ticket = ticketNumbered(9901);
    ticket.instead = "comes-later";
    REQUIRE(resultOf(handOver(bench, ticket, "k2")).ticket);
    CHECK(issue("comes-later").status == 422);
    CHECK(bench.office.office().visits.size() == 3);

    ticket = ticketNumbered(9902);
    ticket.instead = "k3";
    CHECK(resultOf(handOver(bench, ticket, "k3")).ticket);
    CHECK(resultOf(handOver(bench, ticket, "k3")).ticket);
}
