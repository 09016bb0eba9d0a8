#include "tests/terminal/app/seen_screens.h"

#include "shared/ui/fonts.h"
#include "tests/support/catch.h"

#include <QQmlComponent>

#include <memory>

namespace talon::test {

namespace {

/// What is seen: the staff's screens, and the four corners, cover those of the visitors.
QQuickItem* uppermost(QQuickItem* root)
{
    for (const char* const cover : {"staffScreen", "cornersScreen"}) {
        if (QQuickItem* const item = findItem(root, QLatin1String(cover)); item != nullptr) {
            return item;
        }
    }
    return root;
}

} // namespace

Seen::Seen(AppUnderTest& test,
           const Panel& panel,
           const QString& language,
           const QString& mode,
           terminal::SpokenGuide* guide)
    : m_looks(u"terminal"_s,
              QLatin1String(panel.name) + u'-' + language + (mode.isEmpty() ? mode : u'-' + mode))
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
                                   {u"guide"_s, QVariant::fromValue(guide)},
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

void Seen::check(const QString& name, const QString& shown)
{
    m_looks.check(*m_window, name, uppermost);
    if (!shown.isEmpty()) {
        INFO(name.toStdString() << " shows " << shown.toStdString());
        const QQuickItem* const item = findItem(m_window->contentItem(), shown);
        CHECK((item != nullptr && item->isVisible()));
    }
}

bool Seen::call(const char* button)
{
    QQuickItem* const item = findItem(m_window->contentItem(), QLatin1String(button));
    return item != nullptr && QMetaObject::invokeMethod(item, "tapped");
}

} // namespace talon::test
