#include "controller/api/limits.h"
#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace talon;
using namespace talon::test;
using namespace Qt::StringLiterals;

namespace {

const std::string TicketWanted = R"({"service":1,"category":null,"language":"ru"})";

QJsonObject jsonOf(const HttpReply& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

std::string errorOf(const HttpReply& reply)
{
    return jsonOf(reply).value("error"_L1).toString().toStdString();
}

} // namespace

TEST_CASE("a terminal gets a ticket, and the office knows who asked")
{
    PortBench bench;
    const HttpReply reply = act(bench, "/api/tickets", AsTerminal, TicketWanted);
    CHECK(reply.status == 200);
    CHECK(reply.header("Content-Type") == "application/json");
    CHECK(reply.header("Cache-Control") == "no-store");
    CHECK(reply.header("X-Content-Type-Options") == "nosniff");
    CHECK(jsonOf(reply).value("number"_L1).toString() == u"А001"_s);
    CHECK(jsonOf(reply).value("peopleAhead"_L1).toInt() == 0);
    CHECK(bench.office.lastBy() == "device:1");
    CHECK(jsonOf(act(bench, "/api/tickets", AsTerminal, TicketWanted))
              .value("peopleAhead"_L1)
              .toInt() == 1);
}

TEST_CASE("a visit goes through its life by the API")
{
    PortBench bench;
    act(bench, "/api/tickets", AsTerminal, TicketWanted);
    CHECK(act(bench, "/api/tickets/1/print-report", AsTerminal, R"({"outcome":"printed"})").body ==
          "{}");
    CHECK(jsonOf(act(bench, "/api/windows/1/open", as("anna"))).value("state"_L1) == u"open"_s);
    CHECK(jsonOf(act(bench, "/api/windows/1/call-next", as("anna")))
              .value("visit"_L1)
              .toObject()
              .value("number"_L1) == u"А001"_s);
    CHECK(act(bench, "/api/windows/1/recall", as("anna"), "{}").status == 200);
    CHECK(act(bench, "/api/windows/1/start", as("anna")).status == 200);
    const HttpReply finished = act(bench, "/api/windows/1/finish", as("anna"), R"({"topic":1})");
    CHECK(finished.status == 200);
    CHECK(jsonOf(finished).value("visit"_L1).isNull());
    CHECK(act(bench, "/api/windows/1/pause", as("anna")).status == 200);
    CHECK(act(bench, "/api/windows/1/close", as("anna")).status == 200);
    CHECK(bench.office.lastBy() == "staff:1");
    const auto& visit = bench.office.office().visits.at({1});
    CHECK(visit.state == VisitState::Finished);
    CHECK(visit.topic == TopicId{1});
    CHECK(visit.print == PrintOutcome::Printed);
}

TEST_CASE("the office's no is a 409 with its name")
{
    PortBench bench;
    const HttpReply reply = act(bench, "/api/windows/1/call-next", as("anna"));
    CHECK(reply.status == 409);
    CHECK(reply.body == R"({"refusal":"windowClosed"})");
    CHECK(act(bench, "/api/windows/99/open", as("anna")).body == R"({"refusal":"unknownWindow"})");
}

TEST_CASE("a fault in a request is named")
{
    PortBench bench;
    const auto faultOf = [&](std::string_view path, const std::string& who, std::string_view body) {
        const HttpReply reply = act(bench, path, who, body);
        return std::to_string(reply.status) + " " + errorOf(reply);
    };
    CHECK(faultOf("/api/tickets", AsTerminal, "{}") == "400 service is missing");
    CHECK(faultOf("/api/tickets", AsTerminal, R"({"service":"1"})").starts_with("400 service "));
    CHECK(faultOf("/api/tickets", AsTerminal, "{").starts_with("400 "));
    CHECK(faultOf("/api/tickets", AsTerminal, "[]").starts_with("400 "));
    CHECK(faultOf("/api/tickets/1/print-report", AsTerminal, R"({"outcome":"burnt"})")
              .starts_with("400 outcome "));
    CHECK(faultOf("/api/windows/1/finish", as("anna"), R"({"topic":"x"})") ==
          "400 topic must be a whole number");
    CHECK(faultOf("/api/windows/1/open", as("anna"), "nonsense").starts_with("400 "));
    CHECK(bench.office.submissions() == 0);
}

TEST_CASE("paths, methods and types that are not ours are refused")
{
    PortBench bench;
    CHECK(ask(bench, requestOf("GET", "/api/nothing")).status == 404);
    CHECK(ask(bench, requestOf("GET", "/apix")).status == 404);
    CHECK(ask(bench, requestOf("POST", "/api/windows/x/open", as("anna") + key("k"))).status ==
          404);
    CHECK(ask(bench, requestOf("POST", "/api/windows//open", as("anna") + key("k"))).status == 404);
    CHECK(ask(bench, requestOf("POST", "/api/windows/0/open", as("anna") + key("k"))).status ==
          404);
    CHECK(ask(bench,
              requestOf("POST", "/api/windows/99999999999999999999/open", as("anna") + key("k")))
              .status == 404);
    const HttpReply wrong = ask(bench, requestOf("DELETE", "/api/settings", as("vera")));
    CHECK(wrong.status == 405);
    CHECK(wrong.header("Allow") == "GET, PUT");
    const HttpReply typed =
        ask(bench, "POST /api/tickets HTTP/1.1\r\nHost: a\r\n" + AsTerminal + key("k") +
                       "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
    CHECK(typed.status == 415);
    CHECK(ask(bench, requestOf("GET", "/api/feeds/hall", as("anna"))).status == 426);
}

TEST_CASE("a changing request has a key of its form")
{
    PortBench bench;
    const auto withKey = [&](const std::string& header) {
        return ask(bench, requestOf("POST", "/api/tickets", AsTerminal + header, TicketWanted));
    };
    CHECK(errorOf(withKey("")) == "Idempotency-Key is missing");
    CHECK(withKey(key("with space")).status == 400);
    CHECK(withKey(key(std::string(65, 'a'))).status == 400);
    CHECK(withKey(key("ключ")).status == 400);
    CHECK(withKey(key(std::string(64, 'a'))).status == 200);
}

TEST_CASE("the same key gets the same answer, and another request with it is a fault")
{
    PortBench bench;
    const std::string request =
        requestOf("POST", "/api/tickets", AsTerminal + key("k1"), TicketWanted);
    const HttpReply first = ask(bench, request);
    CHECK(ask(bench, request).body == first.body);
    CHECK(bench.office.office().visits.size() == 1);
    CHECK(ask(bench, requestOf("POST", "/api/tickets", AsTerminal + key("k1"),
                               R"({"service":2,"category":null,"language":"ru"})"))
              .status == 422);
    // Somebody else with the same key asks for something else, too.
    CHECK(ask(bench, requestOf("POST", "/api/tickets", as("vera") + key("k1"), TicketWanted))
              .status == 422);
}

TEST_CASE("twenty connections at once with one key make one ticket")
{
    PortBench bench;
    std::vector<std::unique_ptr<Line>> lines;
    for (int i = 0; i < 20; ++i) {
        lines.push_back(std::make_unique<Line>(bench));
    }
    for (const auto& line : lines) {
        REQUIRE(line->send(
            requestOf("POST", "/api/tickets", AsTerminal + key("double-tap"), TicketWanted)));
    }
    for (const auto& line : lines) {
        const auto reply = line->reply();
        REQUIRE(reply);
        CHECK(jsonOf(*reply).value("number"_L1).toString() == u"А001"_s);
    }
    CHECK(bench.office.office().visits.size() == 1);
}

TEST_CASE("requests sent in one go are answered in their order")
{
    PortBench bench;
    Line line(bench);
    std::string all;
    for (int i = 1; i <= 50; ++i) {
        all += requestOf("POST", "/api/tickets", AsTerminal + key("p" + std::to_string(i)),
                         TicketWanted);
        all += requestOf("GET", "/api/health");
    }
    REQUIRE(line.send(all));
    for (int i = 1; i <= 50; ++i) {
        const auto ticket = line.reply();
        REQUIRE(ticket);
        CHECK(jsonOf(*ticket).value("visit"_L1).toInt() == i);
        const auto health = line.reply();
        REQUIRE(health);
        CHECK(jsonOf(*health).value("seq"_L1).toInt() >= i);
    }
}

TEST_CASE("a client that left before its answer harms nobody, and its request was done")
{
    PortBench bench;
    bench.office.setHeld(true);
    for (int i = 0; i < 10; ++i) {
        Line line(bench);
        REQUIRE(line.send(requestOf("POST", "/api/tickets",
                                    AsTerminal + key("gone-" + std::to_string(i)), TicketWanted)));
        REQUIRE(waitUntil([&] { return bench.office.submissions() == i + 1; }));
        line.leave();
    }
    REQUIRE(waitUntil([&] { return bench.port.connectionCount() == 0; }));
    bench.office.setHeld(false);
    CHECK(bench.office.office().visits.size() == 10);
    CHECK(ask(bench, requestOf("GET", "/api/health")).status == 200);
}

TEST_CASE("an answer that comes after the port has gone harms nobody")
{
    MemoryOffice office;
    std::string request;
    SECTION("of a command")
    {
        request = requestOf("POST", "/api/tickets", AsTerminal + key("k"), TicketWanted);
    }
    SECTION("of a sign-in")
    {
        request =
            requestOf("POST", "/api/session", {}, R"({"login":"anna","password":"annaanna"})");
    }
    SECTION("of a sign-out")
    {
        request = requestOf("DELETE", "/api/session", as("anna"));
    }
    {
        api::Port port(office);
        const auto bound = port.listen(QHostAddress::LocalHost, 0);
        REQUIRE(bound);
        const Socket socket = connectTo(*bound);
        office.setHeld(true);
        REQUIRE(sendAll(socket, request));
        REQUIRE(waitUntil([&] { return office.heldAnswers() == 1; }));
    }
    office.setHeld(false);
}

TEST_CASE("a full disk asks to come again")
{
    PortBench bench;
    bench.office.setFull(true);
    const HttpReply reply = act(bench, "/api/tickets", AsTerminal, TicketWanted);
    CHECK(reply.status == 503);
    CHECK(reply.header("Retry-After") == "2");
}

TEST_CASE("questions are answered from the office")
{
    PortBench bench;
    act(bench, "/api/tickets", AsTerminal, TicketWanted);
    const QJsonObject health = jsonOf(ask(bench, requestOf("GET", "/api/health")));
    CHECK(health.value("status"_L1) == u"ok"_s);
    CHECK(health.value("epoch"_L1) == 3);
    CHECK(health.value("seq"_L1) == 1);
    CHECK(jsonOf(ask(bench, requestOf("GET", "/api/windows", as("anna"))))
              .value("windows"_L1)
              .toArray()
              .size() == 3);

    const auto visits = [&](const std::string& query) {
        return ask(bench, requestOf("GET", "/api/visits" + query, as("vera")));
    };
    CHECK(jsonOf(visits("")).value("day"_L1) == u"2026-11-24"_s);
    CHECK(jsonOf(visits("?day=2026-11-24")).value("visits"_L1).toArray().size() == 1);
    CHECK(visits("?day=2026-11-23").body.find("А007") != std::string::npos);
    CHECK(errorOf(visits("?day=yesterday")) == "day must be a date such as 2026-11-24");
    CHECK(visits("?day").status == 400);
    bench.office.setReadable(false);
    CHECK(visits("?day=2026-11-23").status == 503);
}

TEST_CASE("a manager reads the settings and puts them back changed")
{
    PortBench bench;
    const HttpReply got = ask(bench, requestOf("GET", "/api/settings", as("vera")));
    REQUIRE(got.status == 200);
    QJsonObject settings = jsonOf(got);
    settings.insert("qualityLine"_L1, u"8 800"_s);
    const std::string body = QJsonDocument(settings).toJson().toStdString();
    const HttpReply put =
        ask(bench, requestOf("PUT", "/api/settings", as("vera") + key("s1"), body));
    CHECK(put.status == 200);
    CHECK(jsonOf(put).value("qualityLine"_L1) == u"8 800"_s);
    CHECK(bench.office.office().settings.qualityLine == "8 800");
    settings.remove("name"_L1);
    const HttpReply wrong = ask(bench, requestOf("PUT", "/api/settings", as("vera") + key("s2"),
                                                 QJsonDocument(settings).toJson().toStdString()));
    CHECK(errorOf(wrong) == "name is missing");
}
