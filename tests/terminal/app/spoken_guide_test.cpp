#include "terminal/app/spoken_guide.h"

#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"
#include "tests/terminal/app/booked_visitors.h"
#include "tests/terminal/speech/held_speech.h"

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;

namespace {

constexpr int Back = 0;
constexpr int RepeatOrLanguage = 1;
constexpr int Next = 2;
constexpr int Take = 3;
constexpr int Elsewhere = -1;

/// A terminal whose visitor cannot see: everything is known from what is said.
struct GuideUnderTest : AppUnderTest
{
    GuideUnderTest()
    {
        giveTickets(ticketOf(1));
        paper.setReady(true);
        controller.show(engelsView());
        REQUIRE(isOn("segments"));
    }

    void plugIn() { Q_EMIT headphones.pluggedChanged(true); }
    void unplug() { Q_EMIT headphones.pluggedChanged(false); }

    bool says(const char* text) const { return guide.said().contains(QString::fromUtf8(text)); }

    HeldSpeech held;
    terminal::Headphones headphones{u"none"_s};
    terminal::SpokenGuide guide{app, held.speech, headphones};
};

} // namespace

TEST_CASE("whoever plugs headphones in is led from the welcome to the ticket by the corners")
{
    GuideUnderTest test;
    test.plugIn();
    CHECK(test.app.access()->spoken());
    CHECK(test.guide.said() ==
          u"Здравствуйте! Здесь можно взять талон в очередь. Кого вы представляете? "
          "Всего вариантов: два. Четыре угла экрана: четыре кнопки. Слева внизу: следующий "
          "вариант. Справа внизу: выбрать. English: top right corner. "
          "один из двух. Частное лицо."_s);
    CHECK(test.held.engine.isAsked());

    test.guide.touch(Take);
    REQUIRE(test.app.screen() == u"services"_s);
    CHECK(test.says("По какому вопросу вы пришли?"));
    CHECK(test.says("Всего вариантов: восемь."));
    CHECK(test.says("Слева вверху: назад."));
    CHECK(test.guide.focus() == u"Передать показания счётчика"_s);

    test.guide.touch(Next);
    CHECK(test.says("два из восьми."));
    test.guide.touch(RepeatOrLanguage);
    CHECK(test.says("По какому вопросу вы пришли?"));
    CHECK(test.says("два из восьми."));
    test.guide.touch(Take);
    REQUIRE(test.app.screen() == u"category"_s);
    CHECK(test.says("право на обслуживание без очереди"));
    CHECK(test.guide.focus() == u"Нет, взять талон"_s);

    test.guide.touch(Take);
    CHECK(test.says("Минуту, получаем номер."));
    REQUIRE(test.isOn("done"));
    CHECK(test.says("Ваш номер: а ноль пятнадцать."));
    CHECK(test.says("Впереди три человека."));
    CHECK_FALSE(test.guide.canTake());
    test.paper.settle(PrintOutcome::Printed);
    CHECK(test.guide.said() == u"Талон напечатан, возьмите его внизу."_s);

    test.guide.touch(Take);
    CHECK(test.app.screen() == u"segments"_s);
    CHECK_FALSE(test.app.access()->spoken());
    CHECK_FALSE(test.held.speech.isSpeaking());
}

TEST_CASE("the same way goes by keys, and other keys mean nothing")
{
    GuideUnderTest test;
    CHECK_FALSE(test.guide.press(Qt::Key_5)); // Nobody listens.
    test.plugIn();
    CHECK_FALSE(test.guide.press(Qt::Key_F5));
    CHECK(test.guide.press(Qt::Key_6));
    CHECK(test.guide.focus() == u"Организация"_s);
    CHECK(test.guide.press(Qt::Key_4));
    CHECK(test.guide.press(Qt::Key_5));
    REQUIRE(test.app.screen() == u"services"_s);
    CHECK(test.says("Клавиши."));
    CHECK(test.says("Звёздочка: назад."));
    CHECK(test.guide.press(Qt::Key_Asterisk));
    CHECK(test.app.screen() == u"segments"_s);
}

TEST_CASE("one corner of the first screen is the language, and everything is said anew in it")
{
    GuideUnderTest test;
    test.plugIn();
    CHECK(test.guide.offersLanguage());
    test.guide.touch(RepeatOrLanguage);
    CHECK(test.app.language() == u"en"_s);
    CHECK(test.says("Welcome!"));
    CHECK(test.says("Private person"));
    test.guide.touch(Take);
    CHECK_FALSE(test.guide.offersLanguage());
    CHECK(test.says("What is your visit about?"));
}

TEST_CASE("elsewhere than in the corners the corners are told, and nothing is done")
{
    GuideUnderTest test;
    test.plugIn();
    test.guide.touch(Elsewhere);
    CHECK(test.says("Четыре угла экрана: четыре кнопки."));
    CHECK(test.app.screen() == u"segments"_s);
}

TEST_CASE("back leads back, and at the first screen it says that there is no further")
{
    GuideUnderTest test;
    test.plugIn();
    test.guide.touch(Back);
    CHECK(test.says("Это первый экран."));
    test.guide.touch(Take);
    test.guide.touch(Back);
    CHECK(test.app.screen() == u"segments"_s);
}

TEST_CASE("a closed service is told with its reason, and cannot be taken")
{
    GuideUnderTest test;
    auto view = engelsView();
    view.services.front().closed = ClosedReason::DayLimit;
    test.controller.show(view);
    REQUIRE(eventually([&] { return test.app.office().view() == view; }));
    test.plugIn();
    test.guide.touch(Take);
    CHECK(test.says("Талонов на сегодня больше нет."));
    test.guide.touch(Take);
    CHECK(test.says("Сейчас это выбрать нельзя."));
    CHECK(test.app.screen() == u"services"_s);
}

namespace {

/// Booked visitors, one of whom has headphones.
struct BookedGuideUnderTest : GuideUnderTest
{
    BookedGuideUnderTest()
    {
        wire::TerminalView view = engelsView();
        view.bookings = 1;
        controller.answer =
            [view](const FakeController::Request& request) -> std::optional<FakeController::Reply> {
            const bool isList = request.path == u"/api/arrivals"_s;
            return FakeController::Reply{.body = isList ? wire::toJson(arrivalsOf(view))
                                                        : wire::toJson(ticketOf(3))};
        };
        controller.show(view);
        REQUIRE(eventually([&] { return app.checkInOffered(); }));
        plugIn();
    }

    void scan(const char* code, const char* screen)
    {
        app.takeScan(QLatin1String(code));
        REQUIRE(isOn(screen));
    }
};

} // namespace

TEST_CASE("who cannot see and comes late with a booking is told so, and takes the ticket")
{
    BookedGuideUnderTest test;
    test.scan("LATE", "arrival");
    CHECK(test.says("Ваше время прошло. Вы были записаны: сегодня в девять двадцать."));
    CHECK(test.guide.focus() == u"Взять талон"_s);
    test.guide.touch(Take);
    REQUIRE(test.isOn("done"));
    CHECK(test.says("Ваш номер"));
}

TEST_CASE("who cannot see and cannot check in is told why, and goes on or back to the beginning")
{
    const auto [code, told, leadsTo] = GENERATE(table<const char*, const char*, const char*>({
        {"EARLY", "Отметиться можно не раньше, чем сегодня в двенадцать десять.", "category"},
        {"GONE", "Эта запись отменена.", "category"},
        {"HERE", "Ваш номер: вэ ноль ноль четыре.", "segments"},
        {"NOBODY", "Такая запись не найдена.", "segments"},
    }));
    BookedGuideUnderTest test;
    test.scan(code, "arrival");
    INFO(test.guide.said().toStdString());
    CHECK(test.says(told));
    test.guide.touch(Take);
    CHECK(test.app.screen() == QLatin1String(leadsTo));
    test.app.goHome();
    test.scan(code, "arrival");
    test.guide.touch(Back);
    CHECK(test.app.screen() == u"segments"_s);
}

TEST_CASE("of several bookings the times are told, and one is taken")
{
    BookedGuideUnderTest test;
    test.scan("0417", "bookings");
    CHECK(test.says("Какая запись ваша? Всего вариантов: три."));
    CHECK(test.says("сегодня в девять двадцать. Заключить"));
    test.guide.touch(Next);
    CHECK(test.says("сегодня в десять десять."));
    test.guide.touch(Take);
    CHECK(test.isOn("done"));
}

TEST_CASE("who unplugs is spoken to no more, and a branch opens as a service does")
{
    GuideUnderTest test;
    auto view = engelsView();
    view.groups = {{.id = {1}, .name = {{"ru", "Счётчики"}}}};
    view.services.front().group = GroupId{1};
    test.controller.show(view);
    REQUIRE(eventually([&] { return test.app.office().view() == view; }));
    test.plugIn();
    test.guide.touch(Take);
    CHECK(test.says("Раздел: услуги внутри него."));
    test.guide.touch(Take);
    CHECK(test.app.place() == u"services/1"_s);
    CHECK(test.says("Счётчики."));
    test.unplug();
    CHECK_FALSE(test.app.access()->spoken());
    CHECK_FALSE(test.held.speech.isSpeaking());
    const QString last = test.guide.said();
    test.app.goBack();
    CHECK(test.guide.said() == last);
}
