#include "shared/ui/fonts.h"
#include "terminal/app/translations.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSet>
#include <QtPlugin>

#include <memory>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_TerminalPlugin)

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;

namespace {

struct Panel
{
    const char* name;
    QSize size;
};

constexpr std::array Panels{
    Panel{.name = "portrait", .size = {1080, 1920}},
    Panel{.name = "landscape", .size = {1280, 1024}},
    Panel{.name = "small", .size = {800, 600}},
};

/// The terminal on a display, as a visitor sees it.
class Seen
{
public:
    Seen(AppUnderTest& test, const Panel& panel, const QString& language)
        : m_test(test)
        , m_panel(panel)
        , m_language(language)
    {
        REQUIRE(ui::loadFonts().has_value());
        REQUIRE(m_translations.use(language));
        test.app.chooseLanguage(language);
        m_engine.addImportPath(u"qrc:/qt/qml"_s);
        QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine,
                         [](const QList<QQmlError>& warnings) {
                             for (const QQmlError& each : warnings) {
                                 FAIL_CHECK(each.toString().toStdString());
                             }
                         });
        m_engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&test.app)},
                                       {u"width"_s, panel.size.width()},
                                       {u"height"_s, panel.size.height()}});
        m_engine.load(QUrl(u"qrc:/qt/qml/Talon/Terminal/ui/Main.qml"_s));
        REQUIRE(!m_engine.rootObjects().isEmpty());
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().front());
        REQUIRE(m_window != nullptr);
        // Nothing is to be waited for but what a screen does of itself.
        QQmlComponent still(&m_engine);
        still.setData("import QtQml; import Talon.Ui; QtObject { Component.onCompleted: "
                      "Theme.motionMs = 0 }",
                      {});
        const std::unique_ptr<QObject> stilled(still.create());
        REQUIRE(stilled != nullptr);
        m_window->show();
    }

    /// Waits until nothing moves any more, keeps a picture, and finds what does not fit.
    void check(const QString& name)
    {
        const auto until = std::chrono::milliseconds(120);
        QElapsedTimer since;
        since.start();
        while (!since.hasExpired(until.count())) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        }
        const QDir folder(QString::fromUtf8(TALON_BINARY_DIR "/pictures/terminal"));
        REQUIRE(folder.mkpath(u"."_s));
        const QString file =
            QString::fromLatin1(m_panel.name) + u"-"_s + m_language + u"-"_s + name + u".png"_s;
        CHECK(m_window->grabWindow().save(folder.filePath(file)));
        INFO(file.toStdString());
        checkItems(m_window->contentItem());
    }

private:
    void checkItems(const QQuickItem* item)
    {
        if (!item->isVisible() || item->opacity() == 0) {
            return;
        }
        const QString text = item->property("text").toString();
        const QVariant truncated = item->property("truncated");
        if (truncated.isValid() && !text.isEmpty()) {
            INFO("text: " << text.toStdString());
            CHECK_FALSE(truncated.toBool());
            CHECK(item->property("paintedHeight").toReal() <= item->height() + 1);
            CHECK(item->property("paintedWidth").toReal() <= item->width() + 1);
            const QRectF place = item->mapRectToScene(item->boundingRect());
            CHECK(QRectF(-1, -1, m_panel.size.width() + 2, m_panel.size.height() + 2)
                      .contains(place));
            // Nothing sticks out of the button that it stands on.
            for (const QQuickItem* each = item->parentItem(); each != nullptr;
                 each = each->parentItem()) {
                if (each->property("pressed").isValid()) {
                    CHECK(each->mapRectToScene(each->boundingRect())
                              .adjusted(-1, -1, 1, 1)
                              .contains(place));
                    CHECK(each->height() >= 56);
                }
            }
        }
        for (const QQuickItem* child : item->childItems()) {
            checkItems(child);
        }
    }

    AppUnderTest& m_test;
    Panel m_panel;
    QString m_language;
    terminal::Translations m_translations;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

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

} // namespace

TEST_CASE("every screen fits every display in every language")
{
    for (const Panel& panel : Panels) {
        for (const QString& language : terminal::languages()) {
            AppUnderTest test;
            Seen seen(test, panel, language);
            seen.check(u"00-starting"_s);

            auto view = engelsView();
            view.office.open = false;
            view.office.opensAt = view.office.now + std::chrono::hours(22);
            test.controller.show(view);
            REQUIRE(test.isOn("closed"));
            seen.check(u"01-closed"_s);

            test.controller.show(engelsView());
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
            test.controller.show(engelsView());
            test.app.goHome();
            test.app.chooseLanguage(language);
            test.app.chooseSegment(u"b2b"_s);
            seen.check(u"06-services-company"_s);
            test.app.goBack();
            test.app.chooseSegment(u"b2c"_s);
            test.app.chooseService(1);
            seen.check(u"07-category"_s);
            test.giveTickets(ticketOf(1));
            test.app.answerCategory(0);
            REQUIRE(test.isOn("done"));
            seen.check(u"08-done-printing"_s);
            test.paper.settle(PrintOutcome::Printed);
            seen.check(u"09-done-printed"_s);
            test.app.goHome();

            for (const PrintOutcome outcome : {PrintOutcome::OnScreen, PrintOutcome::Unknown}) {
                test.app.chooseLanguage(language);
                test.app.chooseSegment(u"b2b"_s);
                test.app.chooseService(9);
                REQUIRE(test.isOn("done"));
                test.paper.settle(outcome);
                seen.check(u"10-done-"_s + QString::fromLatin1(name(outcome).data()));
                test.app.goHome();
            }

            int picture = 11;
            for (const char* const refusal :
                 {"officeClosed", "numbersUsedUp", "unknownService", "serviceClosed",
                  "issuingStopped", "dayLimitReached", "lastTicketGiven"}) {
                const QString told = QString::fromLatin1(refusal);
                test.controller.answer = [told](const FakeController::Request& /*request*/)
                    -> std::optional<FakeController::Reply> {
                    return FakeController::Reply{.status = 409, .body = {{u"refusal"_s, told}}};
                };
                test.app.chooseLanguage(language);
                test.app.chooseSegment(u"b2b"_s);
                test.app.chooseService(9);
                REQUIRE(test.isOn("refused"));
                seen.check(QString::number(picture++) + u"-refused-"_s + told);
                test.app.goHome();
            }
            test.app.chooseLanguage(language);
            test.controller.goDown();
            REQUIRE(test.isOn("away"));
            seen.check(u"20-away"_s);
        }
    }
}
