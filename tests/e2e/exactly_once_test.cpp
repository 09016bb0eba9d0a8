#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"
#include "tests/support/websocket_client.h"

#include <csignal>
#include <latch>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;

namespace {

/// Sends the same request on many connections at the same moment.
std::vector<std::optional<HttpReply>> sendAtOnce(std::uint16_t port,
                                                 const std::vector<HttpRequest>& requests)
{
    std::vector<std::optional<HttpReply>> replies(requests.size());
    std::latch ready(static_cast<std::ptrdiff_t>(requests.size()));
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        threads.emplace_back([&, i] {
            HttpClient client(port);
            client.send({.path = "/api/health"});
            ready.arrive_and_wait();
            replies[i] = client.send(requests[i]);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return replies;
}

HttpReply mustSend(HttpClient& client, const HttpRequest& request)
{
    const auto reply = client.send(request);
    REQUIRE(reply);
    INFO(reply->body);
    REQUIRE(reply->status == 200);
    return *reply;
}

} // namespace

TEST_CASE("the same request by twenty connections at once makes one ticket")
{
    constexpr int Rounds = 25;
    TestOffice office;
    office.controller.start();
    const Credential manager = office.controller.signIn("manager");
    std::set<std::string> numbers;
    for (int round = 0; round < Rounds; ++round) {
        const HttpRequest request =
            post("/api/tickets", ticketFor(1), "tap-" + std::to_string(round), office.terminal);
        const auto replies =
            sendAtOnce(office.controller.port(), std::vector<HttpRequest>(20, request));
        for (const auto& reply : replies) {
            REQUIRE(reply);
            CHECK(reply->status == 200);
            CHECK(reply->body == replies.front()->body);
        }
        numbers.insert(textOf(jsonOf(*replies.front()).value("number"_L1)));
    }
    CHECK(numbers.size() == Rounds);
    CHECK(visitsToday(office, manager).size() == Rounds);
}

TEST_CASE("the same key for another request is refused and makes nothing")
{
    TestOffice office;
    office.controller.start();
    const Credential manager = office.controller.signIn("manager");
    HttpClient client(office.controller.port());
    mustSend(client, post("/api/tickets", ticketFor(1), "one", office.terminal));
    const auto other = client.send(post("/api/tickets", ticketFor(2), "one", office.terminal));
    REQUIRE(other);
    CHECK(other->status == 422);
    CHECK(visitsToday(office, manager).size() == 1);
}

TEST_CASE("two windows that call at once never get the same visitor")
{
    constexpr int Rounds = 60;
    constexpr int Windows = 2;
    TestOffice office(Windows);
    office.controller.start();
    std::vector<Credential> clerks;
    HttpClient client(office.controller.port());
    for (int i = 1; i <= Windows; ++i) {
        clerks.push_back(office.controller.signIn("clerk" + std::to_string(i)));
        mustSend(client, post("/api/windows/" + std::to_string(i) + "/open", "{}",
                              "open-" + std::to_string(i), clerks.back()));
    }
    for (int round = 0; round < Rounds; ++round) {
        // One visitor for two windows in every other round, two in the rest.
        const int visitors = round % 2 + 1;
        const std::string mark = std::to_string(round);
        for (int i = 0; i < visitors; ++i) {
            mustSend(client, post("/api/tickets", ticketFor(1 + i),
                                  "ticket-" + mark + "-" + std::to_string(i), office.terminal));
        }
        std::vector<HttpRequest> calls;
        for (int i = 1; i <= Windows; ++i) {
            calls.push_back(post("/api/windows/" + std::to_string(i) + "/call-next", "{}",
                                 "call-" + mark + "-" + std::to_string(i),
                                 clerks[static_cast<std::size_t>(i - 1)]));
        }
        const auto replies = sendAtOnce(office.controller.port(), calls);
        std::set<qint64> called;
        for (std::size_t i = 0; i < replies.size(); ++i) {
            REQUIRE(replies[i]);
            if (replies[i]->status == 409) {
                CHECK(textOf(jsonOf(*replies[i]).value("refusal"_L1)) == "queueEmpty");
                continue;
            }
            CHECK(replies[i]->status == 200);
            const qint64 visit = jsonOf(*replies[i])["visit"_L1].toObject()["visit"_L1].toInteger();
            CHECK(called.insert(visit).second);
            const std::string window = "/api/windows/" + std::to_string(i + 1);
            mustSend(client, post(window + "/start", "{}",
                                  "start-" + mark + "-" + std::to_string(i), clerks[i]));
            mustSend(client, post(window + "/finish", R"({"topic":1})",
                                  "finish-" + mark + "-" + std::to_string(i), clerks[i]));
        }
        CHECK(called.size() == static_cast<std::size_t>(visitors));
    }
}

TEST_CASE("a termination ends the controller cleanly and soon, with clients on the line")
{
    TestOffice office;
    office.controller.start();
    HttpClient client(office.controller.port());
    mustSend(client, post("/api/tickets", ticketFor(1), "one", office.terminal));
    auto feed =
        WebSocketClient::open(office.controller.port(), "/api/feeds/hall", {office.display});
    REQUIRE(feed);
    REQUIRE(feed->waitForNext(5s));
    const auto start = std::chrono::steady_clock::now();
    CHECK(office.controller.stop() == Exit{});
    CHECK(std::chrono::steady_clock::now() - start < 2s);
    // Nothing is left for a recovery: the next start finds the ticket as well.
    office.controller.start();
    CHECK(visitsToday(office, office.controller.signIn("manager")).size() == 1);
}
