#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;
using Reply = FakeController::Reply;
using Request = FakeController::Request;

namespace {

/// A terminal at whose desk a hall administrator may work.
struct DeskUnderTest : AppUnderTest
{
    DeskUnderTest()
    {
        paper.setReady(true);
        controller.answer = letStaffInAs(u"Иванова Анна"_s);
        controller.show(engelsView());
        REQUIRE(isOn("segments"));
    }

    bool isAt(const char* page)
    {
        return eventually([&] { return desk.page() == QLatin1String(page); });
    }

    bool isSaid(const char* what)
    {
        return eventually([&] { return desk.said() == QLatin1String(what); });
    }

    void signIn()
    {
        desk.open();
        desk.signIn(u"4711"_s);
        REQUIRE(isAt("menu"));
    }

    void openTicket()
    {
        signIn();
        desk.choose(u"tickets"_s);
        REQUIRE(isAt("tickets"));
        desk.openTicket(17);
        REQUIRE(desk.page() == u"ticket"_s);
    }

    /// From now on the controller answers so, whatever it is asked.
    void answerAll(const Reply& reply)
    {
        controller.answer = [reply](const Request& /*request*/) -> std::optional<Reply> {
            return reply;
        };
    }

    terminal::StaffDesk& desk = *app.staff();
};

} // namespace

TEST_CASE("a PIN opens the menu, and the controller is the one who knows it")
{
    DeskUnderTest test;
    test.desk.open();
    CHECK(test.desk.page() == u"pin"_s);
    test.desk.signIn(u"4711"_s);
    CHECK(test.desk.isBusy());
    REQUIRE(test.isAt("menu"));
    CHECK_FALSE(test.desk.isBusy());
    CHECK(test.desk.staffName() == u"Иванова Анна"_s);
    const auto asked = test.controller.requestsTo(u"/api/terminal/sign-in"_s);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().body == QJsonObject{{u"pin"_s, u"4711"_s}});
}

TEST_CASE("a wrong PIN opens nothing, and the next one may be typed")
{
    DeskUnderTest test;
    test.answerAll({.status = 401, .body = {{u"error"_s, u"wrong pin"_s}}});
    test.desk.open();
    test.desk.signIn(u"0000"_s);
    REQUIRE(test.isSaid("wrongPin"));
    CHECK(test.desk.saidIsTrouble());
    CHECK(test.desk.page() == u"pin"_s);
    CHECK(test.desk.token().isEmpty());
    test.controller.answer = letStaffInAs(u"Иванова Анна"_s);
    test.desk.signIn(u"4711"_s);
    CHECK(test.isAt("menu"));
}

TEST_CASE("after too many wrong PINs the staff is told how long to wait, at once")
{
    DeskUnderTest test;
    test.answerAll({.status = 429,
                    .body = {{u"error"_s, u"too many wrong tries"_s}},
                    .retryAfterSeconds = 30});
    test.desk.open();
    test.desk.signIn(u"0000"_s);
    REQUIRE(test.isSaid("wait"));
    CHECK(test.desk.saidDetail() == u"30"_s);
    CHECK(test.controller.requests().size() == 1);
}

TEST_CASE("a badge at the scanner opens the menu from any screen, and is no booking")
{
    DeskUnderTest test;
    test.app.chooseSegment(u"b2c"_s);
    test.app.takeScan(u"TALON-S1 7KM3QP"_s);
    REQUIRE(test.isAt("menu"));
    CHECK(test.controller.requests().front().body ==
          QJsonObject{{u"badge"_s, u"TALON-S1 7KM3QP"_s}});
    // The next badge is somebody else's matter: who is here has not left.
    test.app.takeScan(u"TALON-S1 OTHER0"_s);
    CHECK(test.controller.requestsTo(u"/api/terminal/sign-in"_s).size() == 1);
    CHECK(test.app.screen() == u"services"_s);
}

TEST_CASE("a booking that is scanned while the staff is here is not the staff's business")
{
    DeskUnderTest test;
    test.signIn();
    test.app.takeScan(u"TALON-B1 engels 7K3M"_s);
    CHECK(test.desk.page() == u"menu"_s);
    CHECK(test.app.screen() == u"segments"_s);
}

TEST_CASE("a copy is printed, its paper is reported as a copy's, and the staff is told")
{
    const auto outcome = GENERATE(PrintOutcome::Printed, PrintOutcome::Unknown);
    DeskUnderTest test;
    test.openTicket();
    CHECK(test.desk.ticketNumber() == u"А015"_s);
    CHECK(test.desk.ticketService() == u"Передать показания счётчика"_s);
    CHECK(test.desk.ticketTime() == u"10:05"_s);
    test.desk.reprint();
    CHECK(test.desk.said() == u"printing"_s);
    REQUIRE(test.paper.copies == std::vector{ticketOf(1)});
    CHECK(test.paper.printed.empty());

    test.paper.settle(outcome, true);
    const bool isPrinted = outcome == PrintOutcome::Printed;
    CHECK(test.desk.said() == (isPrinted ? u"printed"_s : u"notPrinted"_s));
    CHECK(test.desk.saidIsTrouble() != isPrinted);
    const QString path = u"/api/tickets/17/print-report"_s;
    REQUIRE(eventually([&] { return test.controller.requestsTo(path).size() == 1; }));
    CHECK(test.controller.requestsTo(path).front().body.value("copy"_L1).toBool());
}

TEST_CASE("a category is set, or taken away, in the name of the one who is here")
{
    const qint64 category = GENERATE(4, 0);
    DeskUnderTest test;
    test.openTicket();
    test.desk.setCategory(category);
    test.desk.setCategory(3); // A second touch, while the first is under way.
    REQUIRE(test.isSaid("categorySet"));
    CHECK(test.desk.saidDetail() == u"А015"_s);
    CHECK(test.desk.ticketCategory() == category);
    const auto asked = test.controller.requestsTo(u"/api/visits/17/category"_s);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().body.value("category"_L1) ==
          (category == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(category)));
    CHECK(asked.front().token == "staff-1");
}

TEST_CASE("what the office refuses is told, and nothing is believed to have changed")
{
    DeskUnderTest test;
    test.openTicket();
    const auto [status, body, said] = GENERATE(table<int, QJsonObject, const char*>({
        {409, {{u"refusal"_s, u"visitIsOver"_s}}, "refused"},
        {403, {{u"error"_s, u"not allowed"_s}}, "mayNot"},
    }));
    test.answerAll({.status = status, .body = body});
    test.desk.setCategory(4);
    REQUIRE(test.isSaid(said));
    CHECK(test.desk.saidIsTrouble());
    CHECK(test.desk.ticketCategory() == 0);
}

TEST_CASE("the staff gives what visitors are refused, under its own name, and is back at its menu")
{
    DeskUnderTest test;
    auto view = engelsView();
    view.services.front().closed = ClosedReason::DayLimit;
    test.controller.show(view);
    test.signIn();
    test.desk.choose(u"issue"_s);
    CHECK(test.desk.isIssuing());
    CHECK(test.app.screen() == u"segments"_s);
    REQUIRE(eventually([&] { return test.app.office().view() == view; }));
    test.app.chooseSegment(u"b2c"_s);
    test.app.chooseService(1);
    REQUIRE(test.app.screen() == u"category"_s);
    test.app.answerCategory(4);
    REQUIRE(test.isOn("done"));
    const auto asked = test.controller.requestsTo(u"/api/tickets"_s);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().token == "staff-1");
    CHECK(asked.front().body.value("category"_L1).toInteger() == 4);
    test.app.goHome();
    CHECK(test.desk.page() == u"menu"_s);
    CHECK(test.app.screen() == u"segments"_s);

    // The next visitor has no such rights.
    test.desk.leave();
    test.app.chooseSegment(u"b2c"_s);
    test.app.chooseService(1);
    CHECK(test.app.screen() == u"refused"_s);
}

TEST_CASE("a page to try the printer is printed, and the staff is told")
{
    DeskUnderTest test;
    test.signIn();
    test.desk.choose(u"testPrint"_s);
    CHECK(test.paper.tests == 1);
    CHECK(test.desk.said() == u"printing"_s);
    Q_EMIT test.paper.testSettled(true);
    CHECK(test.desk.said() == u"printed"_s);
}

TEST_CASE("a fresh start is asked for by the staff only")
{
    DeskUnderTest test;
    const QSignalSpy restarts(&test.app, &terminal::TerminalApp::restartWanted);
    test.desk.choose(u"restart"_s);
    CHECK(restarts.empty());
    test.signIn();
    test.desk.choose(u"restart"_s);
    CHECK(restarts.size() == 1);
    CHECK(test.desk.said() == u"restarting"_s);
}

TEST_CASE("devices are told as they are, and follow what happens to them")
{
    DeskUnderTest test;
    const auto stateOf = [&test](const char* what) {
        for (const QVariant& each : test.desk.devices()) {
            if (each.toMap().value(u"what"_s).toString() == QLatin1String(what)) {
                return each.toMap().value(u"state"_s).toString();
            }
        }
        return QString();
    };
    test.signIn();
    test.desk.choose(u"devices"_s);
    CHECK(stateOf("printer") == u"ready"_s);
    CHECK(stateOf("scanner") == u"none"_s);
    CHECK(stateOf("controller") == u"ready"_s);
    const QSignalSpy changes(&test.desk, &terminal::StaffDesk::changed);
    test.paper.setReady(false);
    test.app.expectScanner();
    CHECK(stateOf("printer") == u"paperOut"_s);
    CHECK(stateOf("scanner") == u"gone"_s);
    CHECK_FALSE(changes.empty());
    test.controller.goDown();
    CHECK(eventually([&] { return stateOf("controller") == u"notAnswering"_s; }));
}

TEST_CASE("the staff has a language of its own, and visitors find theirs again")
{
    DeskUnderTest test;
    test.signIn();
    test.app.chooseLanguage(u"en"_s);
    CHECK(test.app.language() == u"en"_s);
    test.desk.leave();
    CHECK(test.app.language() == u"ru"_s);

    test.signIn();
    CHECK(test.app.language() == u"en"_s);
    // The one who is given a ticket reads the screens too.
    test.desk.choose(u"issue"_s);
    CHECK(test.app.language() == u"ru"_s);
    test.desk.endIssuing();
    CHECK(test.app.language() == u"en"_s);
}

TEST_CASE("who leaves takes everything along, also an answer that is still under way")
{
    DeskUnderTest test;
    test.openTicket();
    test.desk.setCategory(4);
    test.desk.leave();
    CHECK(test.desk.page().isEmpty());
    CHECK(test.desk.staffName().isEmpty());
    CHECK(test.desk.ticketNumber().isEmpty());
    REQUIRE(eventually(
        [&] { return test.controller.requestsTo(u"/api/visits/17/category"_s).size() == 1; }));
    test.desk.open();
    CHECK(test.desk.page() == u"pin"_s);
    CHECK(test.desk.said().isEmpty());
    test.desk.choose(u"tickets"_s);
    CHECK(test.desk.page() == u"pin"_s);
}

TEST_CASE("without the controller nobody signs in, and the staff is told why")
{
    DeskUnderTest test;
    test.controller.goDown();
    test.desk.open();
    test.desk.signIn(u"4711"_s);
    // It is tried until the staff's patience ends.
    REQUIRE((test.isSaid("noAnswer") || test.isSaid("noAnswer")));
    CHECK(test.desk.page() == u"pin"_s);
    CHECK_FALSE(test.desk.isBusy());
}
