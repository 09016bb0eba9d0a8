#include "controller/api/limits.h"

#include "controller/api/token_buckets.h"
#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;

namespace {

api::PortOptions impatient()
{
    api::PortOptions options;
    options.headWithin = 40ms;
    options.bodyWithin = 40ms;
    options.idleWithin = 80ms;
    options.takenWithin = 80ms;
    options.farewellWithin = 40ms;
    return options;
}

/// The status that some bytes are answered with before the connection ends; 0 for none.
int lastWordTo(const PortBench& bench, const std::string& bytes)
{
    Line line(bench);
    REQUIRE(line.send(bytes));
    const auto reply = line.reply();
    if (reply) {
        CHECK(reply->header("Connection") == "close");
        CHECK(reply->body.find("\"error\"") != std::string::npos);
    }
    CHECK(line.isEnded());
    return reply ? reply->status : 0;
}

const std::string Head = "GET /api/health HTTP/1.1\r\nHost: office\r\n";

} // namespace

TEST_CASE("what breaks a limit of the head or is no request gets one last word")
{
    const PortBench bench;
    CHECK(lastWordTo(bench, "\x16\x03\x01 garbage\r\n\r\n") == 400);
    CHECK(lastWordTo(bench, "GET / HTTP/1.1\r\n\r\n") == 400);
    CHECK(lastWordTo(bench, Head + "Content-Length: -1\r\n\r\n") == 400);
    CHECK(lastWordTo(bench, Head + "X: " + std::string(9'000, 'x') + "\r\n\r\n") == 431);
    CHECK(lastWordTo(bench, Head + "X: " + std::string(200'000, 'x')) == 431);
    CHECK(lastWordTo(bench, "POST /api/tickets HTTP/1.1\r\nHost: a\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n") == 411);
}

TEST_CASE("a body may have 64 KiB")
{
    const PortBench bench;
    const std::string who = AsTerminal + key("k");
    const auto withBody = [&](std::size_t bytes) {
        return requestOf("POST", "/api/tickets", who, std::string(bytes, ' '));
    };
    CHECK(ask(bench, withBody(api::BodyBytesMax)).status == 400); // Read, and not JSON.
    CHECK(lastWordTo(bench, withBody(api::BodyBytesMax + 1)) == 413);
    // Refused from the head alone: nothing of such a body is taken.
    CHECK(lastWordTo(bench, "POST /api/tickets HTTP/1.1\r\nHost: a\r\n" + who +
                                "Content-Length: 209715200\r\n\r\n") == 413);
}

TEST_CASE("only a manager's settings may be longer, up to 1 MiB")
{
    const PortBench bench;
    const auto put = [&](const std::string& who, std::size_t bytes) {
        return requestOf("PUT", "/api/settings", who + key("k"), std::string(bytes, ' '));
    };
    CHECK(lastWordTo(bench, put(as("anna"), 100'000)) == 413);
    CHECK(ask(bench, put(as("vera"), 1'000'000)).status == 400); // Read, and not JSON.
    CHECK(lastWordTo(bench, put(as("vera"), api::SettingsBytesMax + 1)) == 413);
}

TEST_CASE("a client that waits for leave to send its body gets it")
{
    const PortBench bench;
    Line line(bench);
    REQUIRE(line.send("POST /api/tickets HTTP/1.1\r\nHost: a\r\n" + AsTerminal + key("k") +
                      "Content-Type: application/json\r\nExpect: 100-continue\r\n"
                      "Content-Length: 13\r\n\r\n"));
    const auto leave = line.reply();
    REQUIRE(leave);
    CHECK(leave->status == 100);
    REQUIRE(line.send(R"({"service":1})"));
    const auto ticket = line.reply();
    REQUIRE(ticket);
    CHECK(ticket->status == 200);
}

TEST_CASE("whoever is slow is not waited for")
{
    const PortBench bench(impatient());
    SECTION("a head that does not end")
    {
        CHECK(lastWordTo(bench, Head) == 408);
    }
    SECTION("a head that drips")
    {
        Line line(bench);
        REQUIRE(line.send("GET /"));
        for (int i = 0; i < 10 && line.readSome(); ++i) {
            letPass(10ms);
            line.send("x");
        }
        const auto reply = line.reply(1ms);
        REQUIRE(reply);
        CHECK(reply->status == 408);
    }
    SECTION("a body that does not come")
    {
        CHECK(lastWordTo(bench, "POST /api/tickets HTTP/1.1\r\nHost: a\r\n"
                                "Content-Length: 10\r\n\r\n{") == 408);
    }
    SECTION("a connection that says nothing")
    {
        Line line(bench);
        CHECK(line.isEnded());
        CHECK(line.rest().empty());
    }
    SECTION("a connection that has nothing more to say")
    {
        Line line(bench);
        REQUIRE(line.send(requestOf("GET", "/api/health")));
        REQUIRE(line.reply());
        letPass(50ms);
        REQUIRE(line.send(requestOf("GET", "/api/health"))); // Still there after 50 ms,
        REQUIRE(line.reply());
        CHECK(line.isEnded()); // and not for ever.
    }
    CHECK(waitUntil([&] { return bench.port.connectionCount() == 0; }));
}

TEST_CASE("the office may take longer than any client")
{
    PortBench bench(impatient());
    bench.office.setHeld(true);
    Line line(bench);
    REQUIRE(
        line.send(requestOf("POST", "/api/tickets", AsTerminal + key("k"), R"({"service":1})")));
    letPass(200ms);
    bench.office.setHeld(false);
    const auto reply = line.reply();
    REQUIRE(reply);
    CHECK(reply->status == 200);
}

TEST_CASE("who does not take its answers is not answered further, and ended")
{
    api::PortOptions options = impatient();
    options.requestsPerSecond = 100'000;
    options.takenWithin = 200ms;
    PortBench bench(options);
    for (int i = 0; i < 200; ++i) {
        bench.office.happen(queue::IssueTicket{.service = {1}});
    }
    int asked = 0;
    QObject::connect(&bench.office, &MemoryOffice::committed, &bench.office, [&] { ++asked; });
    Line line(bench, 4096);
    std::string all;
    for (int i = 0; i < 2'000; ++i) {
        all += requestOf("GET", "/api/visits", as("vera"));
        all += requestOf("POST", "/api/tickets", AsTerminal + key("t" + std::to_string(i)),
                         R"({"service":2})");
    }
    line.send(all);
    REQUIRE(waitUntil([&] { return asked > 0; }));
    CHECK(waitUntil([&] { return bench.port.connectionCount() == 0; }));
    CHECK(asked < 500); // 2 000 answers would be 140 MB.
}

TEST_CASE("connections have a number, in all and of each address")
{
    api::PortOptions options;
    SECTION("in all")
    {
        options.connectionsMax = 3;
    }
    SECTION("of one address")
    {
        options.connectionsPerAddress = 3;
    }
    const PortBench bench(options);
    std::vector<std::unique_ptr<Line>> lines;
    for (int i = 0; i < 3; ++i) {
        lines.push_back(std::make_unique<Line>(bench));
    }
    REQUIRE(waitUntil([&] { return bench.port.connectionCount() == 3; }));
    Line oneTooMany(bench);
    const auto reply = oneTooMany.reply();
    REQUIRE(reply);
    CHECK(reply->status == 503);
    CHECK(reply->header("Retry-After") == "5");
    CHECK(oneTooMany.isEnded());
    lines.pop_back();
    REQUIRE(waitUntil([&] { return bench.port.connectionCount() == 2; }));
    CHECK(ask(bench, requestOf("GET", "/api/health")).status == 200);
}

TEST_CASE("who asks too often is told when to come again, and nobody else is")
{
    api::PortOptions options;
    options.requestsPerSecond = 3;
    const PortBench bench(options);
    const auto asAnna = requestOf("GET", "/api/session", as("anna"));
    for (int i = 0; i < 6; ++i) {
        CHECK(ask(bench, asAnna).status == 200);
    }
    const HttpReply reply = ask(bench, asAnna);
    CHECK(reply.status == 429);
    CHECK(reply.header("Retry-After") == "1");
    CHECK(ask(bench, requestOf("GET", "/api/session", as("boris"))).status == 200);
    CHECK(ask(bench, requestOf("GET", "/api/health")).status == 200);
}

TEST_CASE("a bucket fills at its rate, up to its size")
{
    using api::TokenBuckets;
    TokenBuckets buckets({.perSecond = 2, .burst = 3});
    const TokenBuckets::Moment start{};
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(buckets.take("a", start));
    }
    CHECK(buckets.take("a", start) == 1);
    CHECK_FALSE(buckets.take("b", start));
    CHECK(buckets.take("a", start + 400ms) == 1);
    CHECK_FALSE(buckets.take("a", start + 500ms));
    CHECK(buckets.take("a", start + 500ms) == 1);
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(buckets.take("a", start + 1h));
    }
    CHECK(buckets.take("a", start + 1h) == 1);
    buckets.giveBack("a");
    CHECK_FALSE(buckets.take("a", start + 1h));
}

TEST_CASE("a slow bucket names the seconds until its next token")
{
    api::TokenBuckets buckets({.perSecond = 0.1, .burst = 1});
    const api::TokenBuckets::Moment start{};
    CHECK_FALSE(buckets.take("a", start));
    CHECK(buckets.take("a", start) == 10);
    CHECK(buckets.take("a", start + 7s) == 3);
}
