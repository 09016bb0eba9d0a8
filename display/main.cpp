#include "display/app/display_app.h"
#include "display/app/options.h"
#include "display/app/picture_keeper.h"
#include "display/voice/voice.h"
#include "shared/link/terminate.h"
#include "shared/ui/fonts.h"
#include "shared/voice/espeak_speech.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>
#include <QtPlugin>

#include <cstdio>
#include <memory>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_DisplayPlugin)

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::display;

namespace {

/// Exit codes: 1 what was tried failed, 2 the command line is wrong.
constexpr int ExitFailed = 1;
constexpr int ExitUsage = 2;

int failed(const std::string& what)
{
    std::fprintf(stderr, "talon-display: %s\n", what.c_str());
    return ExitFailed;
}

void prepare(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--headless") == 0) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            qputenv("QT_QUICK_BACKEND", "software");
        }
    }
    QCoreApplication::setApplicationName(u"talon-display"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALON_VERSION));
    qSetMessagePattern(u"%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"_s);
}

int run(const Options& options)
{
    if (const auto fonts = ui::loadFonts(); !fonts) {
        return failed(fonts.error().what);
    }
    QGuiApplication::setFont(QFont(QString::fromLatin1(ui::FontFamily)));
    QTranslator translator;
    if (!translator.load(u":/talon/i18n/display_%1.qm"_s.arg(options.language))) {
        return failed("its texts are not inside it");
    }
    QCoreApplication::installTranslator(&translator);

    auto announcedFile = AnnouncedFile::openIn(options.state);
    if (!announcedFile) {
        return failed(announcedFile.error().what);
    }
    LastViewFile lastViewFile(options.state);
    const auto output = voice::openSoundOutput(options.sound);
    if (!output) {
        return failed(output.error().what);
    }
    voice::EspeakSpeech speech(options.speech);
    Voice voice(speech, **output);
    link::ControllerLink controller(
        {.controller = options.controller, .token = options.token, .feed = u"hall"_s});
    DisplayApp app(controller, *announcedFile, lastViewFile, voice, options.language);

    QQmlApplicationEngine engine;
    bool isFlawless = true;
    QObject::connect(&engine, &QQmlEngine::warnings, &engine,
                     [&isFlawless] { isFlawless = false; });
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&app)},
                                 {u"width"_s, options.size.width()},
                                 {u"height"_s, options.size.height()}});
    engine.load(QUrl(u"qrc:/qt/qml/Talon/Display/ui/Main.qml"_s));
    if (engine.rootObjects().isEmpty()) {
        return failed("the board cannot be loaded");
    }
    auto* const window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (options.fullscreen) {
        window->setCursor(Qt::BlankCursor);
        window->showFullScreen();
    } else {
        window->show();
    }
    if (options.selfTest) {
        return !window->grabWindow().isNull() && isFlawless ? 0 : failed("the board has faults");
    }

    std::unique_ptr<PictureKeeper> pictures;
    if (options.pictures) {
        pictures = std::make_unique<PictureKeeper>(*window, *options.pictures);
        QObject::connect(&app, &DisplayApp::shownChanged, pictures.get(),
                         [&] { pictures->note(app.scene()); });
    }
    controller.start();
    const int code = QGuiApplication::exec();
    if (pictures) {
        pictures->finish();
    }
    return code;
}

} // namespace

int main(int argc, char* argv[])
{
    prepare(argc, argv);
    const QGuiApplication application(argc, argv);
    const auto options = optionsFrom(application);
    if (!options) {
        std::fprintf(stderr, "talon-display: %s\n", qUtf8Printable(options.error()));
        return ExitUsage;
    }
    link::quitOnTerminate();
    return run(*options);
}
