#include "shared/wire/arrivals_json.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;
using Reply = FakeController::Reply;
using Request = FakeController::Request;

namespace {

void chooseFirstService(AppUnderTest& test)
{
    test.controller.show(engelsView());
    REQUIRE(test.isOn("segments"));
    test.app.chooseSegment(u"b2c"_s);
    test.app.chooseService(1);
    REQUIRE(test.app.screen() == u"category"_s);
}

} // namespace

TEST_CASE("three touches make a ticket, and its paper is reported")
{
    AppUnderTest test;
    test.giveTickets(ticketOf(1));
    chooseFirstService(test);
    test.app.answerCategory(0);
    CHECK(test.app.screen() == u"issuing"_s);
    REQUIRE(test.isOn("done"));

    CHECK(test.app.ticketNumber() == u"А015"_s);
    CHECK(test.app.peopleAhead() == 3);
    CHECK(test.app.waitFrom() == 5);
    CHECK(test.app.waitTo() == 20);
    CHECK(test.app.ticketService() == u"Передать показания счётчика"_s);
    CHECK(test.app.paper() == u"notReported"_s);
    REQUIRE(test.paper.printed.size() == 1);
    CHECK(test.paper.printed.front() == ticketOf(1));
    const auto asked = test.controller.requestsTo(u"/api/tickets"_s);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().body == QJsonObject{{u"service"_s, 1},
                                            {u"category"_s, QJsonValue::Null},
                                            {u"language"_s, u"ru"_s},
                                            {u"then"_s, QJsonArray{}},
                                            {u"people"_s, 1}});

    test.paper.settle(PrintOutcome::Printed);
    CHECK(test.app.paper() == u"printed"_s);
    const QString path = u"/api/tickets/17/print-report"_s;
    REQUIRE(eventually([&] { return test.controller.requestsTo(path).size() == 1; }));
    CHECK(test.controller.requestsTo(path).front().body ==
          QJsonObject{{u"outcome"_s, u"printed"_s}, {u"copy"_s, false}});
}

TEST_CASE("a lost reply is asked for again under the same key")
{
    AppUnderTest test;
    int asked = 0;
    test.controller.answer = [&asked](const Request& request) -> std::optional<Reply> {
        if (request.path != u"/api/tickets"_s) {
            return Reply{};
        }
        return ++asked < 3 ? std::nullopt
                           : std::optional(Reply{.status = 200, .body = wire::toJson(ticketOf(1))});
    };
    chooseFirstService(test);
    test.app.answerCategory(4);
    REQUIRE(test.isOn("done"));

    const auto requests = test.controller.requestsTo(u"/api/tickets"_s);
    REQUIRE(requests.size() == 3);
    CHECK(!requests[0].key.isEmpty());
    CHECK(requests[1].key == requests[0].key);
    CHECK(requests[2].key == requests[0].key);
    CHECK(requests[2].body == requests[0].body);
    CHECK(test.paper.printed.size() == 1);
}

TEST_CASE("two visitors have two keys")
{
    AppUnderTest test;
    test.giveTickets(ticketOf(1));
    for (int visitor = 0; visitor < 2; ++visitor) {
        chooseFirstService(test);
        test.app.answerCategory(0);
        REQUIRE(test.isOn("done"));
        test.app.goHome();
    }
    const auto requests = test.controller.requestsTo(u"/api/tickets"_s);
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].key != requests[1].key);
}

TEST_CASE("a second touch while the ticket is made asks for nothing")
{
    AppUnderTest test;
    test.giveTickets(ticketOf(1));
    chooseFirstService(test);
    test.app.answerCategory(0);
    test.app.answerCategory(4);
    test.app.chooseService(2);
    test.app.goHome();
    REQUIRE(test.isOn("done"));
    CHECK(test.controller.requestsTo(u"/api/tickets"_s).size() == 1);
}

TEST_CASE("a refusal is shown as what it means to the visitor")
{
    const auto [refusal, problem] = GENERATE(table<const char*, const char*>({
        {"officeClosed", "officeClosed"},
        {"numbersUsedUp", "numbersUsedUp"},
        {"unknownService", "notOffered"},
    }));
    AppUnderTest test;
    const QString told = QString::fromLatin1(refusal);
    test.controller.answer = [told](const Request& /*request*/) -> std::optional<Reply> {
        return Reply{.status = 409, .body = {{u"refusal"_s, told}}};
    };
    chooseFirstService(test);
    test.app.answerCategory(0);
    REQUIRE(test.isOn("refused"));
    CHECK(test.app.problem() == QLatin1String(problem));
    CHECK(test.paper.printed.empty());
}

TEST_CASE("a terminal that is not let in says that it needs help")
{
    AppUnderTest test;
    test.controller.answer = [](const Request& /*request*/) -> std::optional<Reply> {
        return Reply{.status = 401, .body = {{u"error"_s, u"unknown device"_s}}};
    };
    chooseFirstService(test);
    test.app.answerCategory(0);
    REQUIRE(test.isOn("refused"));
    CHECK(test.app.problem() == u"fault"_s);
}

TEST_CASE("a booking that is found late is not shown to who has gone on, nor to the next visitor")
{
    AppUnderTest test;
    const QString path = u"/api/arrivals"_s;
    bool isHeard = false;
    test.controller.answer = [&](const Request& request) -> std::optional<Reply> {
        return request.path == path && !isHeard
                   ? std::nullopt
                   : std::optional(Reply{.status = 200, .body = wire::toJson(wire::Arrivals{})});
    };
    auto view = engelsView();
    view.bookings = 1;
    test.controller.show(view);
    REQUIRE(test.isOn("segments"));
    test.app.checkIn();
    test.app.findBooking(u"7K3M"_s);
    test.app.goHome();
    test.app.chooseSegment(u"b2c"_s);
    REQUIRE(test.app.screen() == u"services"_s);

    isHeard = true;
    // Asked for by the view and by the visitor.
    const std::size_t lost = test.controller.requestsTo(path).size();
    REQUIRE(eventually([&] { return test.controller.requestsTo(path).size() == lost + 2; }));
    QTest::qWait(100);
    CHECK(test.app.screen() == u"services"_s);
}

TEST_CASE("the terminal goes away and comes back with the controller")
{
    AppUnderTest test;
    CHECK(test.app.screen() == u"away"_s);
    CHECK(test.app.starting());
    test.controller.show(engelsView());
    REQUIRE(test.isOn("segments"));
    CHECK_FALSE(test.app.starting());

    test.controller.goDown();
    REQUIRE(test.isOn("away"));
    CHECK_FALSE(test.app.starting());

    test.controller.comeBack();
    REQUIRE(test.isOn("segments"));
}

TEST_CASE("a short break in the line disturbs nobody")
{
    AppUnderTest test;
    chooseFirstService(test);
    const QSignalSpy screens(&test.app, &terminal::TerminalApp::screenChanged);
    const QSignalSpy lines(&test.link, &link::ControllerLink::connectedChanged);
    test.controller.goDown();
    REQUIRE(eventually([&lines] { return lines.count() == 1; }));
    test.controller.comeBack();
    REQUIRE(eventually([&lines] { return lines.count() == 2; }));
    CHECK(test.app.screen() == u"category"_s);
    CHECK(screens.count() == 0);
}

TEST_CASE("the language of one visitor is not the next one's")
{
    AppUnderTest test;
    test.giveTickets(ticketOf(1));
    test.controller.show(engelsView());
    REQUIRE(test.isOn("segments"));
    CHECK(test.app.officeName() == u"Энгельсский ЦОК"_s);
    test.app.chooseLanguage(u"en"_s);
    CHECK(test.app.officeName() == u"Engels Service Centre"_s);
    CHECK(test.app.dateText() == u"Tuesday, 24 November"_s);
    test.app.chooseSegment(u"b2b"_s);
    test.app.chooseService(9);
    REQUIRE(test.isOn("done"));
    CHECK(test.controller.requests().front().body.value("language"_L1).toString() == u"en"_s);
    test.app.goHome();
    CHECK(test.app.language() == u"ru"_s);
}

TEST_CASE("time is the office's, whatever this machine believes")
{
    AppUnderTest test;
    test.controller.show(engelsView());
    REQUIRE(test.isOn("segments"));
    CHECK(test.app.timeText() == u"10:05"_s);
    CHECK(test.app.dateText() == u"вторник, 24 ноября"_s);
}

TEST_CASE("a closed office says when it opens")
{
    AppUnderTest test;
    auto view = engelsView();
    view.office.open = false;
    view.office.opensAt = view.office.now + std::chrono::hours(22);
    test.controller.show(view);
    REQUIRE(test.isOn("closed"));
    CHECK(test.app.opensTime() == u"08:05"_s);
    CHECK(test.app.opensDate() == u"среда, 25 ноября"_s);

    view.office.opensAt = view.office.now + std::chrono::hours(2);
    test.controller.show(view);
    REQUIRE(eventually([&] { return test.app.opensTime() == u"12:05"_s; }));
    CHECK(test.app.opensDate().isEmpty());
}
