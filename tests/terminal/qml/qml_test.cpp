#include "shared/base/ensure.h"
#include "shared/ui/fonts.h"
#include "tests/terminal/qml/terminal_under_test.h"

#include <QQmlEngine>
#include <QtPlugin>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_TerminalPlugin)

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        TALON_ENSURE(talon::ui::loadFonts().has_value());
        qmlRegisterType<talon::test::TerminalUnderTest>("Talon.Test", 1, 0, "TerminalUnderTest");
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(terminal, Setup)
#include "qml_test.moc"
