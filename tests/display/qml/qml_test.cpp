#include "shared/base/ensure.h"
#include "shared/ui/fonts.h"

#include <QQmlEngine>
#include <QtPlugin>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_DisplayPlugin)

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        TALON_ENSURE(talon::ui::loadFonts().has_value());
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(display, Setup)
#include "qml_test.moc"
