#include "tests/controller/api/port_bench.h"
#include "tests/controller/api/watcher.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace talon;
using namespace talon::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int callsIn(const QJsonObject& message)
{
    return static_cast<int>(message.value("view"_L1).toObject().value("calls"_L1).toArray().size());
}

/// Lets anna work at window 1, with somebody in the queue.
void prepare(PortBench& bench)
{
    bench.office.happen(queue::OpenWindow{.window = {1}, .clerk = {1}});
    bench.office.happen(queue::IssueTicket{.service = {1}});
    bench.office.happen(queue::IssueTicket{.service = {1}});
}

} // namespace

TEST_CASE("a feed begins with the present view")
{
    PortBench bench;
    prepare(bench);
    const QJsonObject hall = Watcher(bench, "hall", AsDisplay).view();
    CHECK(hall.value("feed"_L1) == u"hall"_s);
    CHECK(hall.value("epoch"_L1) == 3);
    CHECK(hall.value("seq"_L1) == 3);
    CHECK(hall.value("view"_L1)
              .toObject()
              .value("queues"_L1)
              .toArray()
              .at(0)
              .toObject()
              .value("waiting"_L1) == 2);
    CHECK(Watcher(bench, "terminal", AsTerminal)
              .view()
              .value("view"_L1)
              .toObject()
              .value("services"_L1)
              .toArray()
              .size() == 3);
    const QJsonObject window = Watcher(bench, "windows/1", as("anna")).view();
    CHECK(window.value("feed"_L1) == u"windows/1"_s);
    CHECK(window.value("view"_L1).toObject().value("waiting"_L1) == 2);
    CHECK(Watcher(bench, "dashboard", as("vera"))
              .view()
              .value("view"_L1)
              .toObject()
              .value("today"_L1)
              .toObject()
              .value("issued"_L1) == 2);
}

TEST_CASE("a feed of a window that is not there is refused")
{
    PortBench bench;
    Line line(bench);
    REQUIRE(line.send(requestOf("GET", "/api/feeds/windows/99",
                                as("anna") + "Connection: Upgrade\r\nUpgrade: websocket\r\n")));
    const auto reply = line.reply();
    REQUIRE(reply);
    CHECK(reply->status == 404);
}

TEST_CASE("an upgrade that no WebSocket client would ask for ends the connection")
{
    PortBench bench;
    Line line(bench);
    REQUIRE(line.send(requestOf("GET", "/api/feeds/hall",
                                AsDisplay + "Connection: Upgrade\r\nUpgrade: websocket\r\n")));
    CHECK(line.isEnded(30s));
    CHECK(waitUntil([&] { return bench.port.connectionCount() == 0; }));
    CHECK(bench.port.subscriberCount() == 0);
}

TEST_CASE("a call goes out at once, other changes are gathered")
{
    api::PortOptions options;
    options.feedAtMostEvery = 300ms;
    PortBench bench(options);
    prepare(bench);
    Watcher hall(bench, "hall", AsDisplay);
    REQUIRE(callsIn(hall.view()) == 0);

    QElapsedTimer timer;
    timer.start();
    bench.office.happen(queue::CallNext{.window = {1}, .clerk = {1}});
    CHECK(callsIn(hall.view()) == 1);
    CHECK(timer.elapsed() < 150);

    timer.restart();
    for (int i = 0; i < 20; ++i) {
        bench.office.happen(queue::IssueTicket{.service = {2}});
    }
    const QJsonObject gathered = hall.view();
    CHECK(timer.elapsed() >= 290);
    CHECK(gathered.value("seq"_L1).toInteger() == bench.office.seq());
    CHECK(hall.view(400ms).isEmpty()); // One message for all twenty.
}

TEST_CASE("a gathered change goes along with a call")
{
    api::PortOptions options;
    options.feedAtMostEvery = 500ms;
    PortBench bench(options);
    prepare(bench);
    Watcher hall(bench, "hall", AsDisplay);
    hall.view();
    bench.office.happen(queue::IssueTicket{.service = {2}});
    bench.office.happen(queue::CallNext{.window = {1}, .clerk = {1}});
    const QJsonObject message = hall.view(300ms);
    CHECK(message.value("seq"_L1).toInteger() == bench.office.seq());
    CHECK(hall.view(700ms).isEmpty());
}

TEST_CASE("a quiet feed speaks now and then")
{
    api::PortOptions options;
    options.feedAtLeastEvery = 60ms;
    PortBench bench(options);
    Watcher hall(bench, "hall", AsDisplay);
    for (int i = 0; i < 4; ++i) {
        CHECK_FALSE(hall.view(1s).isEmpty());
    }
}

TEST_CASE("five hundred screens hear of a call")
{
    api::PortOptions options;
    options.connectionsPerAddress = 1000;
    options.requestsPerSecond = 10'000;
    PortBench bench(options);
    prepare(bench);
    std::vector<std::unique_ptr<Watcher>> screens;
    for (int i = 0; i < 500; ++i) {
        screens.push_back(std::make_unique<Watcher>(bench, "hall", AsDisplay));
        REQUIRE(callsIn(screens.back()->view()) == 0);
    }
    CHECK(bench.port.subscriberCount() == 500);
    bench.office.happen(queue::CallNext{.window = {1}, .clerk = {1}});
    for (const auto& screen : screens) {
        CHECK(callsIn(screen->view()) == 1);
    }
    screens.clear();
    CHECK(waitUntil([&] { return bench.port.connectionCount() == 0; }));
    CHECK(bench.port.subscriberCount() == 0);
}

TEST_CASE("a feed takes no messages")
{
    PortBench bench;
    Watcher hall(bench, "hall", AsDisplay);
    hall.view();
    SECTION("no text")
    {
        hall.send(0x1, "hello");
    }
    SECTION("no bytes")
    {
        hall.send(0x2, "hello");
    }
    CHECK(hall.closeCode() == 1003);
}

TEST_CASE("a message that is too long is not taken in")
{
    PortBench bench;
    Watcher hall(bench, "hall", AsDisplay);
    hall.view();
    // A frame that says it has 1 GiB.
    REQUIRE(hall.line().send(std::string("\x81\xFF\0\0\0\0\x40\0\0\0", 10) + std::string(4, '\0')));
    CHECK(hall.closeCode() == 1009);
}

TEST_CASE("a ping is answered, and one who answers none is dropped")
{
    api::PortOptions options;
    options.pingEvery = 50ms;
    PortBench bench(options);
    Watcher alive(bench, "hall", AsDisplay);
    Watcher dead(bench, "hall", AsDisplay);
    alive.send(0x9, "are you there");
    auto message = alive.next();
    while (message && message->kind != FrameReader::Kind::Pong) {
        message = alive.next();
    }
    REQUIRE(message);
    CHECK(message->payload == "are you there");

    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 500) {
        const auto heard = alive.next(20ms);
        if (heard && heard->kind == FrameReader::Kind::Ping) {
            alive.send(0xA, heard->payload);
        }
    }
    CHECK(bench.port.subscriberCount() == 1);
    CHECK(dead.line().isEnded());
    CHECK(alive.line().readSome());
}

TEST_CASE("a reader that takes nothing is dropped, and the others hear everything")
{
    api::PortOptions options;
    options.pingEvery = 1h;
    options.feedAtMostEvery = 0ms;
    PortBench bench(options);
    for (int i = 0; i < 200; ++i) {
        bench.office.happen(queue::IssueTicket{.service = {1}});
    }
    Watcher slow(bench, "windows/1", as("anna"), 4096);
    Watcher quick(bench, "windows/1", as("boris"));
    std::int64_t seen = 0;
    std::int64_t bytes = 0;
    // More than the system's own memory for a socket, and 1 MiB of ours.
    while (bench.port.subscriberCount() == 2 && bytes < 64'000'000) {
        bench.office.happen(queue::IssueTicket{.service = {1}});
        const auto message = quick.next();
        REQUIRE(message);
        bytes += static_cast<std::int64_t>(message->payload.size());
        ++seen;
    }
    CHECK(bench.port.subscriberCount() == 1);
    CHECK(bytes < 16'000'000);
    CHECK(seen > 10);
    CHECK(slow.line().isEnded());
}

TEST_CASE("a feed ends with the session that it was opened in")
{
    PortBench bench;
    Watcher window(bench, "windows/1", as("anna"));
    Watcher other(bench, "windows/1", as("boris"));
    window.view();
    CHECK(ask(bench, requestOf("DELETE", "/api/session", as("anna"))).status == 200);
    CHECK(window.closeCode() == 1008);
    letPass(20ms);
    CHECK(other.line().readSome());
    CHECK(bench.port.subscriberCount() >= 1);
}

TEST_CASE("a feed ends when its window is taken away")
{
    PortBench bench;
    Watcher window(bench, "windows/3", as("anna"));
    window.view();
    OfficeSettings settings = smallSettings();
    settings.windows.pop_back();
    bench.office.happen(queue::ChangeSettings{settings});
    CHECK(window.closeCode() == 1001);
}

TEST_CASE("the port ends its feeds when it closes")
{
    PortBench bench;
    Watcher hall(bench, "hall", AsDisplay);
    hall.view();
    bench.port.close();
    CHECK(hall.line().isEnded());
    CHECK(bench.port.connectionCount() == 0);
}

TEST_CASE("what changes beside the office is shown, too")
{
    PortBench bench;
    Watcher hall(bench, "hall", AsDisplay);
    hall.view();
    bench.port.changed();
    CHECK_FALSE(hall.view(1s).isEmpty());
}
