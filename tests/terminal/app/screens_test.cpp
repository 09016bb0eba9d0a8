#include "terminal/app/translations.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/booked_visitors.h"
#include "tests/terminal/app/seen_screens.h"
#include "tests/terminal/speech/held_speech.h"

#include <QtPlugin>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_TerminalPlugin)

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;

namespace {

/// Late in the day: one service is closed by forecast, one by the clock, one by its limit.
wire::TerminalView engelsAtFour()
{
    wire::TerminalView view = engelsView();
    const auto close = [&](std::size_t index, ClosedReason why, std::chrono::hours opensIn) {
        view.services.at(index).forecast.reset();
        view.services.at(index).closed = why;
        view.services.at(index).opensAt = view.office.now + opensIn;
    };
    close(2, ClosedReason::LastTicket, std::chrono::hours(22));
    close(3, ClosedReason::NotNow, std::chrono::hours(1));
    close(5, ClosedReason::DayLimit, std::chrono::hours(22));
    return view;
}

/// The same services in a tree, one of which is to be read about first.
wire::TerminalView engelsInATree()
{
    wire::TerminalView view = engelsView();
    view.groups = {
        {.id = {1}, .name = {{"ru", "Счётчики и показания"}, {"en", "Meters and readings"}}},
        {.id = {2},
         .name = {{"ru", "Договоры, справки и задолженность"},
                  {"en", "Contracts, certificates and debts"}}},
    };
    for (const std::size_t index : {0, 3}) {
        view.services.at(index).group = GroupId{1};
    }
    for (const std::size_t index : {2, 4, 6}) {
        view.services.at(index).group = GroupId{2};
    }
    view.services.at(2).readFirst = true;
    view.services.at(2).bring = {
        {"ru", "Паспорт, документы о праве собственности или договор аренды, акт допуска счётчика "
               "в эксплуатацию, показания счётчика на день обращения"},
        {"en", "Passport, the title of the property or the lease, the certificate of the meter, "
               "and its readings of today"}};
    return view;
}

enum class Mode { Usual, LargePrint, HighContrast, LowReach };

constexpr std::array Modes{Mode::Usual, Mode::LargePrint, Mode::HighContrast, Mode::LowReach};

const char* nameOf(Mode mode)
{
    switch (mode) {
    case Mode::Usual: return "";
    case Mode::LargePrint: return "largePrint";
    case Mode::HighContrast: return "highContrast";
    case Mode::LowReach: return "lowReach";
    }
    return "";
}

} // namespace

namespace {

/// Brings a visitor to every screen there is.
void visitEveryScreen(AppUnderTest& test, Seen& seen, const QString& language, Mode mode)
{
    const auto begin = [&] {
        test.app.goHome();
        test.app.chooseLanguage(language);
        if (mode != Mode::Usual && !test.app.access()->property(nameOf(mode)).toBool()) {
            test.app.toggleAccess(QLatin1String(nameOf(mode)));
        }
    };
    const wire::TerminalView usual = [] {
        wire::TerminalView view = engelsView();
        view.bookings = 1;
        view.officeCode = "engels";
        return view;
    }();
    const auto answers =
        [&usual](const FakeController::Request& request) -> std::optional<FakeController::Reply> {
        if (request.path == u"/api/arrivals"_s) {
            return FakeController::Reply{.body = wire::toJson(arrivalsOf(usual))};
        }
        const bool isTicket = request.path == u"/api/tickets"_s;
        return FakeController::Reply{.body = isTicket ? wire::toJson(ticketOf(1)) : QJsonObject{}};
    };
    test.controller.answer = answers;
    begin();
    seen.check(u"00-starting"_s);
    wire::TerminalView closed = usual;
    closed.office.open = false;
    closed.office.opensAt = closed.office.now + std::chrono::hours(22);
    test.controller.show(closed);
    REQUIRE(test.isOn("closed"));
    seen.check(u"01-closed"_s);

    test.controller.show(usual);
    REQUIRE(test.isOn("segments"));
    seen.check(u"02-segments"_s);
    test.paper.setReady(false);
    seen.check(u"03-segments-no-paper"_s);
    test.app.chooseSegment(u"b2c"_s);
    seen.check(u"04-services-no-paper"_s);
    test.paper.setReady(true);
    seen.check(u"05-services"_s);
    test.controller.show(engelsAtFour());
    seen.check(u"05-services-closing"_s);
    test.app.chooseService(3);
    seen.check(u"05-told-why"_s);
    test.controller.show(engelsInATree());
    begin();
    test.app.chooseSegment(u"b2c"_s);
    seen.check(u"06-tree"_s);
    test.app.chooseGroup(2);
    seen.check(u"06-tree-branch"_s);
    test.app.chooseService(3);
    seen.check(u"06-read"_s);
    test.controller.show(usual);
    begin();
    test.app.chooseSegment(u"b2b"_s);
    seen.check(u"06-services-company"_s);
    test.app.goBack();
    test.app.chooseSegment(u"b2c"_s);
    test.app.chooseService(1);
    seen.check(u"07-category"_s);
    test.app.answerCategory(0);
    REQUIRE(test.isOn("done"));
    seen.check(u"08-done-printing"_s);
    Q_EMIT test.paper.waiting();
    seen.check(u"08-done-waiting"_s);
    test.paper.settle(PrintOutcome::Unknown);
    test.paper.settle(PrintOutcome::Printed, true);
    seen.check(u"09-done-copy"_s);
    test.paper.settle(PrintOutcome::Printed);
    seen.check(u"09-done-printed"_s);
    begin();

    for (const PrintOutcome outcome : {PrintOutcome::OnScreen, PrintOutcome::Unknown}) {
        begin();
        test.app.chooseSegment(u"b2b"_s);
        test.app.chooseService(9);
        REQUIRE(test.isOn("done"));
        test.paper.settle(outcome);
        seen.check(u"10-done-"_s + QString::fromLatin1(name(outcome).data()));
        begin();
    }

    test.app.checkIn();
    REQUIRE(test.isOn("checkIn"));
    seen.check(u"11-check-in"_s);
    test.app.findBooking(u"0417"_s);
    REQUIRE(test.isOn("bookings"));
    seen.check(u"11-bookings"_s);
    for (const char* const code :
         {"EARLY", "LATE", "OTHER", "HERE", "GONE", "NOBODY", "TALON-B1 saratov 7K3M", "a b c"}) {
        begin();
        test.app.findBooking(QLatin1String(code));
        REQUIRE(test.isOn("arrival"));
        seen.check(u"11-arrival-"_s + test.app.appointment());
    }

    int picture = 12;
    for (const char* const refusal :
         {"officeClosed", "numbersUsedUp", "unknownService", "serviceClosed", "issuingStopped",
          "dayLimitReached", "lastTicketGiven"}) {
        const QString told = QString::fromLatin1(refusal);
        test.controller.answer =
            [told](const FakeController::Request&) -> std::optional<FakeController::Reply> {
            return FakeController::Reply{.status = 409, .body = {{u"refusal"_s, told}}};
        };
        begin();
        test.app.chooseSegment(u"b2b"_s);
        test.app.chooseService(9);
        REQUIRE(test.isOn("refused"));
        seen.check(QString::number(picture++) + u"-refused-"_s + told);
    }
    begin();
    test.controller.goDown();
    REQUIRE(test.isOn("away"));
    seen.check(u"20-away"_s);
}

} // namespace

TEST_CASE("every screen fits every display in every language and access mode")
{
    for (const Panel& panel : Panels) {
        for (const QString& language : terminal::languages()) {
            for (const Mode mode : Modes) {
                if (mode == Mode::LowReach && panel.size.height() < panel.size.width()) {
                    continue; // Not offered there.
                }
                AppUnderTest test;
                Seen seen(test, panel, language, QLatin1String(nameOf(mode)));
                visitEveryScreen(test, seen, language, mode);
            }
        }
    }
}

TEST_CASE("every screen of the staff fits every display in every language")
{
    for (const Panel& panel : Panels) {
        for (const QString& language : terminal::languages()) {
            AppUnderTest test;
            Seen seen(test, panel, language, u"staff"_s);
            test.controller.answer = letStaffInAs(u"Иванова Анна"_s);
            test.controller.show(engelsView());
            test.paper.setReady(true);
            REQUIRE(test.isOn("segments"));
            const auto isAt = [&test](const char* page) {
                return eventually([&] { return test.app.staff()->page() == QLatin1String(page); });
            };
            test.app.staff()->open();
            test.app.chooseLanguage(language);
            seen.check(u"30-staff-pin"_s, u"staffLeave"_s);
            test.app.staff()->signIn(u"1234"_s);
            REQUIRE(isAt("menu"));
            seen.check(u"31-staff-menu"_s, u"staff-issue"_s);
            test.app.staff()->choose(u"tickets"_s);
            REQUIRE(isAt("tickets"));
            seen.check(u"32-staff-tickets"_s, u"ticket-А015"_s);
            test.app.staff()->openTicket(17);
            seen.check(u"33-staff-ticket"_s, u"reprint"_s);
            test.app.staff()->reprint();
            CHECK(test.paper.copies.size() == 1);
            test.paper.settle(PrintOutcome::Printed, true);
            seen.check(u"34-staff-printed"_s, u"reprint"_s);
            test.app.staff()->back();
            REQUIRE(isAt("tickets"));
            test.app.staff()->back();
            test.app.staff()->choose(u"devices"_s);
            seen.check(u"35-staff-devices"_s, u"testPrint"_s);
            test.app.staff()->back();
            test.app.staff()->choose(u"issue"_s);
            seen.check(u"36-staff-issuing"_s, u"staffIssuingBack"_s);
            REQUIRE(seen.call("staffIssuingBack"));
            REQUIRE(isAt("menu"));
            test.app.staff()->leave();
            CHECK(test.app.screen() == u"segments"_s);
        }
    }
}

TEST_CASE("the four corners fit every display in every language")
{
    for (const Panel& panel : Panels) {
        for (const QString& language : terminal::languages()) {
            AppUnderTest test;
            test.giveTickets(ticketOf(1));
            HeldSpeech held;
            terminal::Headphones headphones(u"none"_s);
            terminal::SpokenGuide guide(test.app, held.speech, headphones);
            Seen seen(test, panel, language, u"spoken"_s, &guide);
            test.paper.setReady(true);
            test.controller.show(engelsView());
            REQUIRE(test.isOn("segments"));
            test.app.toggleAccess(u"spoken"_s);
            const auto take = [&guide] {
                guide.touch(static_cast<int>(terminal::Corner::BottomRight));
            };
            seen.check(u"40-corners-welcome"_s, u"corner-bottomRight"_s);
            take();
            REQUIRE(test.isOn("services"));
            seen.check(u"41-corners-services"_s, u"corner-bottomRight"_s);
            take();
            REQUIRE(test.isOn("category"));
            seen.check(u"42-corners-category"_s, u"corner-bottomRight"_s);
            take();
            REQUIRE(test.isOn("done"));
            test.paper.settle(PrintOutcome::Printed);
            seen.check(u"43-corners-done"_s, u"leaveSpoken"_s);
        }
    }
}
