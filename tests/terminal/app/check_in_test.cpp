#include "shared/wire/offline_json.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"
#include "tests/terminal/app/booked_visitors.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using Reply = FakeController::Reply;
using Request = FakeController::Request;

namespace {

constexpr Day Today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};
const QString ArrivalsPath = u"/api/arrivals"_s;

wire::TerminalView bookedView()
{
    wire::TerminalView view = engelsView();
    view.day = Today;
    view.dayEndsAt = Instant(Today) + 20h; // Four hours before UTC.
    view.hours = {{.from = Instant(Today) + 4h, .to = Instant(Today) + 13h}};
    view.bookings = 1;
    view.officeCode = "engels";
    return view;
}

/// A terminal that has the bookings of today.
struct CheckInUnderTest : AppUnderTest
{
    explicit CheckInUnderTest(const std::filesystem::path& folder = {})
        : AppUnderTest(folder)
    {
        controller.answer = [this](const Request& request) { return answer(request); };
        controller.show(bookedView());
        REQUIRE(isOn("segments"));
        REQUIRE(eventually([&] { return !controller.requestsTo(ArrivalsPath).empty(); }));
    }

    Reply answer(const Request& request)
    {
        if (request.path == ArrivalsPath) {
            return {.body = wire::toJson(arrivals)};
        }
        if (request.path == u"/api/number-leases"_s) {
            return {
                .body = wire::toJson(wire::NumberLeases{
                    .days = {{.day = Today,
                              .begins = Instant(Today) - 4h,
                              .ends = Instant(Today) + 20h,
                              .hours = {{Instant(Today) + 4h, Instant(Today) + 13h}},
                              .leases = {
                                  {.service = {3}, .prefix = "В", .first = 900, .last = 999}}}}})};
        }
        const bool isTicket =
            request.path == u"/api/tickets"_s || request.path.endsWith(u"/check-in"_s);
        return {.body = isTicket ? wire::toJson(ticketOf(3)) : QJsonObject{}};
    }

    /// What was asked for to check this booking in.
    std::size_t checkIns(int booking) const
    {
        return controller.requestsTo(u"/api/bookings/%1/check-in"_s.arg(booking)).size();
    }

    wire::Arrivals arrivals = arrivalsOf(bookedView());
};

} // namespace

TEST_CASE("who shows the code at the first screen has a ticket without a touch")
{
    CheckInUnderTest test;
    test.app.takeScan(u"TALON-B1 engels 7K3M"_s);
    REQUIRE(test.isOn("done"));
    CHECK(test.checkIns(1) == 1);
    CHECK(test.controller.requestsTo(u"/api/tickets"_s).empty());
    REQUIRE(test.paper.printed.size() == 1);
    CHECK(test.app.ticketNumber() == u"А015"_s);
}

TEST_CASE("a number may be typed as people type")
{
    CheckInUnderTest test;
    test.app.checkIn();
    REQUIRE(test.app.screen() == u"checkIn"_s);
    test.app.findBooking(u" 7k3-m"_s);
    REQUIRE(test.isOn("done"));
    CHECK(test.checkIns(1) == 1);
}

TEST_CASE("digits of a telephone that several visitors share lead to a choice of times")
{
    CheckInUnderTest test;
    test.app.checkIn();
    test.app.findBooking(u"0417"_s);
    REQUIRE(test.isOn("bookings"));
    CHECK(test.app.bookings()->rowCount() == 3);
    test.app.chooseBooking(1);
    REQUIRE(test.isOn("done"));
    CHECK(test.checkIns(1) == 1);
}

TEST_CASE("who chooses a time that is not yet, is told from when on")
{
    CheckInUnderTest test;
    test.app.checkIn();
    test.app.findBooking(u"0417"_s);
    REQUIRE(test.isOn("bookings"));
    test.app.chooseBooking(2);
    REQUIRE(test.isOn("arrival"));
    CHECK(test.app.appointment() == u"early"_s);
    CHECK(test.app.appointmentTime() == u"13:10"_s);
    CHECK(test.app.appointmentFrom() == u"12:10"_s);
    test.app.checkInAnyway(); // Not offered; a late touch of something else.
    CHECK(test.app.screen() == u"arrival"_s);
    CHECK(test.checkIns(2) == 0);
}

TEST_CASE("who is late may check in all the same")
{
    CheckInUnderTest test;
    test.app.takeScan(u"TALON-B1 engels LATE"_s);
    REQUIRE(test.isOn("arrival"));
    CHECK(test.app.appointment() == u"late"_s);
    CHECK(test.app.appointmentTime() == u"09:20"_s);
    test.app.checkInAnyway();
    REQUIRE(test.isOn("done"));
    CHECK(test.checkIns(3) == 1);
}

TEST_CASE("who cannot check in is told why, and may take a usual ticket for the same service")
{
    const auto [code, told, service] = GENERATE(table<const char*, const char*, const char*>({
        {"OTHER", "wrongDay", "Заключить договор"},
        {"GONE", "cancelled", "Заключить договор"},
        {"EARLY", "early", "Заключить договор"},
    }));
    CheckInUnderTest test;
    test.app.takeScan(u"TALON-B1 engels %1"_s.arg(QLatin1String(code)));
    REQUIRE(test.isOn("arrival"));
    CHECK(test.app.appointment() == QLatin1String(told));
    CHECK_FALSE(test.app.appointmentService().isEmpty());
    test.app.takeUsualTicket();
    REQUIRE(test.app.screen() == u"category"_s);
    test.app.answerCategory(0);
    REQUIRE(test.isOn("done"));
    CHECK(test.controller.requestsTo(u"/api/tickets"_s).front().body.value("service"_L1) == 3);
}

TEST_CASE("the code of another office is known as such, and leads to the usual screens")
{
    CheckInUnderTest test;
    test.app.takeScan(u"TALON-B1 saratov 7K3M"_s);
    REQUIRE(test.isOn("arrival"));
    CHECK(test.app.appointment() == u"wrongOffice"_s);
    test.app.takeUsualTicket();
    CHECK(test.app.screen() == u"segments"_s);
}

TEST_CASE("who is here already is told the number, and gets no second one")
{
    CheckInUnderTest test;
    test.app.takeScan(u"TALON-B1 engels HERE"_s);
    REQUIRE(test.isOn("arrival"));
    CHECK(test.app.appointment() == u"alreadyHere"_s);
    CHECK(test.app.appointmentNumber() == u"В004"_s);
    test.app.checkInAnyway();
    CHECK(test.app.screen() == u"arrival"_s);
    CHECK(test.checkIns(5) == 0);
}

TEST_CASE("a booking of this minute is asked for once more before it is said to be unknown")
{
    CheckInUnderTest test;
    const std::size_t before = test.controller.requestsTo(ArrivalsPath).size();
    const bool isMadeNow = GENERATE(true, false);
    if (isMadeNow) {
        test.arrivals.bookings.front().code = "NEW1";
    }
    test.app.takeScan(u"TALON-B1 engels NEW1"_s);
    REQUIRE(test.isOn(isMadeNow ? "done" : "arrival"));
    CHECK(test.controller.requestsTo(ArrivalsPath).size() == before + 1);
    CHECK(test.checkIns(1) == (isMadeNow ? 1 : 0));
    if (!isMadeNow) {
        CHECK(test.app.appointment() == u"unknown"_s);
        test.app.goBack();
        CHECK(test.app.screen() == u"checkIn"_s);
    }
}

TEST_CASE("a code that comes when nobody can check in changes nothing")
{
    CheckInUnderTest test;
    wire::TerminalView closed = bookedView();
    closed.office.open = false;
    test.controller.show(closed);
    REQUIRE(test.isOn("closed"));
    test.app.takeScan(u"TALON-B1 engels 7K3M"_s);
    CHECK(test.app.screen() == u"closed"_s);
    CHECK(test.checkIns(1) == 0);
}

TEST_CASE("while the controller is away, bookings that are known check in with a number from here")
{
    const QTemporaryDir folder;
    CheckInUnderTest test(folder.path().toStdString());
    REQUIRE(eventually([&] { return test.app.numbersLeft() == 100; }));
    REQUIRE(eventually(
        [&] { return test.own.desk()->document(terminal::Document::Bookings).has_value(); }));
    test.controller.goDown();
    REQUIRE(eventually([&] { return test.app.office().isAlone(); }));
    CHECK(test.app.screen() == u"segments"_s);
    test.app.takeScan(u"TALON-B1 engels 7K3M"_s);
    REQUIRE(test.isOn("done"));
    CHECK(test.app.ticketNumber() == u"В900"_s);
    CHECK(test.app.ticketAlone());
    REQUIRE(test.own.desk()->tickets().size() == 1);
    CHECK(test.own.desk()->tickets().front().ticket.booking == BookingId{1});

    test.app.goHome();
    test.app.takeScan(u"TALON-B1 engels NOBODY"_s);
    CHECK(test.app.appointment() == u"unknown"_s);
}
