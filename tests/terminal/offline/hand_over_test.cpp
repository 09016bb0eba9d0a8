#include "terminal/offline/hand_over.h"

#include "tests/support/catch.h"
#include "tests/terminal/app/fake_controller.h"
#include "tests/terminal/offline/leased_days.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <memory>

using namespace talon;
using namespace talon::terminal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using talon::test::eventually;
using talon::test::FakeController;
using talon::test::leasedDays;
using talon::test::offlineAt;

namespace {

const QString Offline = QStringLiteral("/api/tickets/offline");
const QString Leases = QStringLiteral("/api/number-leases");

/// A terminal that can be switched off and on again, and a controller that says what a test wants.
struct Bench
{
    FakeController controller;
    QTemporaryDir folder;
    std::unique_ptr<link::ControllerLink> link;
    std::unique_ptr<OfflineDesk> desk;
    std::unique_ptr<HandOver> handOver;
    std::vector<std::string> handedOver; ///< Numbers.
    std::vector<int> counts;
    int visits = 0;
    /// Answers to hand-overs; none for a reply that is lost. Else a visit.
    std::function<std::optional<FakeController::Reply>(const FakeController::Request&)> onTicket;
    int leaseNumbers = 100;

    Bench()
    {
        controller.answer = [this](const FakeController::Request& request) {
            return answer(request);
        };
        switchOn();
    }

    void switchOn()
    {
        link = std::make_unique<link::ControllerLink>(link::ControllerLink::Address{
            .controller = controller.url(), .token = "t", .feed = u"terminal"_s});
        auto store = OfflineStore::open(folder.filePath(u"terminal.store"_s).toStdString());
        REQUIRE(store);
        desk = std::make_unique<OfflineDesk>(*std::move(store));
        handOver = std::make_unique<HandOver>(*link, *desk, [] { return offlineAt(10h); });
        QObject::connect(handOver.get(), &HandOver::handedOver, handOver.get(),
                         [this](const OfflineTicket& ticket, const wire::HandedOver&) {
                             handedOver.push_back(ticket.number);
                         });
        QObject::connect(handOver.get(), &HandOver::waitingCountChanged, handOver.get(),
                         [this](int count) { counts.push_back(count); });
    }

    void switchOff()
    {
        handOver.reset();
        desk.reset();
        link.reset();
    }

    void connectIt()
    {
        controller.show(test::engelsView());
        link->start();
        REQUIRE(eventually([&] { return link->isConnected(); }));
    }

    void holdNumbers()
    {
        const wire::NumberLeases leases{.days = leasedDays(leaseNumbers)};
        const QByteArray text = QJsonDocument(wire::toJson(leases)).toJson(QJsonDocument::Compact);
        REQUIRE(desk->hold(leases.days, text.toStdString()));
    }

    std::string give(const std::string& instead = {})
    {
        const auto kept = handOver->give({.service = {1}, .instead = instead});
        return kept ? kept->ticket.number : std::string(name(kept.error()));
    }

    bool isIdle() const
    {
        return controller.requestsTo(Leases).size() > 0 && desk->waitingCount() == 0;
    }

    std::optional<FakeController::Reply> answer(const FakeController::Request& request)
    {
        if (request.path == Leases) {
            return FakeController::Reply{
                .status = 200,
                .body = wire::toJson(wire::NumberLeases{.days = leasedDays(leaseNumbers)})};
        }
        if (request.path == Offline && onTicket) {
            if (auto reply = onTicket(request); !reply || reply->status != 0) {
                return reply;
            }
        }
        if (request.path == Offline) {
            const wire::Ticket ticket{.visit = {++visits},
                                      .number =
                                          request.body.value("number"_L1).toString().toStdString(),
                                      .service = {1}};
            return FakeController::Reply{
                .status = 200,
                .body = wire::toJson(wire::HandedOver{.ticket = ticket, .late = {}})};
        }
        return FakeController::Reply{};
    }
};

FakeController::Reply asUsual()
{
    return {.status = 0, .body = {}};
}

} // namespace

TEST_CASE("without the controller tickets come from the numbers told at the last contact")
{
    Bench bench;
    CHECK(bench.give() == "noLeaseForDay");
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.desk->book().next({1}, test::OfflineDay).has_value(); }));
    CHECK(bench.controller.requestsTo(Leases).front().body.value("store"_L1).toString() ==
          QString::fromStdString(bench.desk->storeId()));
    bench.switchOff();
    bench.controller.goDown();
    bench.switchOn();
    CHECK(bench.give() == "А9900");
    CHECK(bench.give() == "А9901");
    CHECK(bench.counts == std::vector<int>{1, 2});
}

TEST_CASE("tickets are handed over in order, one at a time, and again under their key until told")
{
    Bench bench;
    bench.holdNumbers();
    int lost = 0;
    bench.onTicket = [&](const auto& request) -> std::optional<FakeController::Reply> {
        if (request.body.value("number"_L1) == u"А9901"_s && ++lost < 3) {
            return std::nullopt;
        }
        return asUsual();
    };
    for (int i = 0; i < 4; ++i) {
        bench.give("abandoned-" + std::to_string(i));
    }
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.isIdle(); }));
    CHECK(bench.handedOver == std::vector<std::string>{"А9900", "А9901", "А9902", "А9903"});
    CHECK(bench.counts == std::vector<int>{1, 2, 3, 4, 3, 2, 1, 0});
    const auto requests = bench.controller.requestsTo(Offline);
    REQUIRE(requests.size() == 6);
    CHECK(requests[1].key == requests[2].key);
    CHECK(requests[1].body == requests[3].body);
    CHECK(requests[0].key != requests[1].key);
    CHECK(requests[0].body.value("instead"_L1) == u"abandoned-0"_s);
    // Numbers are asked for when nothing waits any more.
    CHECK(bench.controller.requests().back().path == Leases);
}

TEST_CASE("switched off between request and answer, the terminal sends the very same again")
{
    Bench bench;
    bench.holdNumbers();
    bench.onTicket = [&](const auto&) { return std::nullopt; };
    const auto kept = bench.handOver->give({.service = {1}});
    REQUIRE(kept);
    bench.connectIt();
    REQUIRE(eventually([&] { return !bench.controller.requestsTo(Offline).empty(); }));
    bench.handOver->settlePaper(kept->key, PrintOutcome::Printed);
    bench.switchOff();
    bench.onTicket = nullptr;
    bench.switchOn();
    bench.connectIt();
    const QString report = u"/api/tickets/1/print-report"_s;
    REQUIRE(eventually([&] { return !bench.controller.requestsTo(report).empty(); }));
    const auto requests = bench.controller.requestsTo(Offline);
    CHECK(requests.front().key == requests.back().key);
    CHECK(requests.front().body == requests.back().body);
    const auto told = bench.controller.requestsTo(report).front();
    CHECK(told.body.value("outcome"_L1) == u"printed"_s);
    CHECK(told.key == QByteArray::fromStdString(kept->key) + "-printed");
    REQUIRE(eventually([&] { return bench.desk->tickets().front().toldPaper.has_value(); }));
    CHECK(bench.controller.requestsTo(report).size() == 1);
}

TEST_CASE("a device that is not known any more keeps its tickets")
{
    Bench bench;
    bench.holdNumbers();
    bool isKnown = false;
    bench.onTicket = [&](const auto&) -> std::optional<FakeController::Reply> {
        return isKnown ? asUsual() : FakeController::Reply{.status = 401, .body = {}};
    };
    bench.give();
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.controller.requestsTo(Offline).size() >= 2; }));
    CHECK(bench.desk->waitingCount() == 1);
    isKnown = true;
    REQUIRE(eventually([&] { return bench.desk->waitingCount() == 0; }));
}

TEST_CASE("a ticket that the controller cannot read holds up no other, and is kept")
{
    Bench bench;
    bench.holdNumbers();
    bool isOld = true;
    bench.onTicket = [&](const auto& request) -> std::optional<FakeController::Reply> {
        return isOld && request.body.value("number"_L1) == u"А9900"_s
                   ? FakeController::Reply{.status = 400, .body = {{u"error"_s, u"what?"_s}}}
                   : asUsual();
    };
    bench.give();
    bench.give();
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.isIdle(); }));
    CHECK(bench.handedOver == std::vector<std::string>{"А9901"});
    bench.switchOff();
    isOld = false;
    bench.switchOn();
    CHECK(bench.handOver->waitingCount() == 1);
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.handedOver.size() == 2; }));
    CHECK(bench.handedOver.back() == "А9900");
}

TEST_CASE("a ticket that is recorded only is handed over as well")
{
    Bench bench;
    bench.holdNumbers();
    bench.onTicket = [&](const auto&) {
        return FakeController::Reply{
            .status = 200,
            .body = wire::toJson(wire::HandedOver{.ticket = {}, .late = LateReason::DayOver})};
    };
    const auto kept = bench.handOver->give({.service = {1}});
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.isIdle(); }));
    bench.handOver->settlePaper(kept->key, PrintOutcome::Printed);
    bench.give();
    REQUIRE(eventually([&] { return bench.handedOver.size() == 2; }));
    CHECK(bench.controller.requestsTo(u"/api/tickets/1/print-report"_s).empty());
}

TEST_CASE("a restored journal gets the tickets again, under their keys")
{
    Bench bench;
    bench.holdNumbers();
    bench.give();
    bench.connectIt();
    REQUIRE(eventually([&] { return bench.isIdle(); }));
    bench.controller.epoch = 2;
    bench.controller.show(test::engelsView());
    REQUIRE(eventually([&] { return bench.controller.requestsTo(Offline).size() == 2; }));
    const auto requests = bench.controller.requestsTo(Offline);
    CHECK(requests.front().key == requests.back().key);
    CHECK(requests.front().body == requests.back().body);
    REQUIRE(eventually([&] { return bench.isIdle(); }));
    CHECK(bench.desk->tickets().front().epoch == 2);
    bench.controller.show(test::engelsView());
    REQUIRE(eventually([&] { return bench.controller.requestsTo(Leases).size() == 2; }));
    CHECK(bench.controller.requestsTo(Offline).size() == 2);
}

TEST_CASE("numbers that were used up give no ticket, and say so")
{
    Bench bench;
    bench.leaseNumbers = 2;
    bench.holdNumbers();
    CHECK(bench.give() == "А9998");
    CHECK(bench.give() == "А9999");
    CHECK(bench.give() == "leaseUsedUp");
    CHECK(bench.handOver->give({.service = {7}}).error() == NoNumber::NoLeaseForDay);
}
