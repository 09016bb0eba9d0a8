#include "display/app/display_app.h"
#include "display/app/options.h"
#include "display/app/picture_keeper.h"
#include "display/app/screen_windows.h"
#include "display/app/status_reporter.h"
#include "display/app/video_trial.h"
#include "display/media/media_store.h"
#include "display/signs/signs.h"
#include "display/voice/voice.h"
#include "shared/link/terminate.h"
#include "shared/ui/fonts.h"
#include "shared/voice/espeak_speech.h"
#include "shared/voice/recorded_speech.h"

#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTranslator>
#include <QtPlugin>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

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
        if (qstrcmp(argv[i], "--headless") == 0 || qstrncmp(argv[i], "--list-words", 12) == 0) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            qputenv("QT_QUICK_BACKEND", "software");
        }
    }
    // Qt's other one, GStreamer, ends the program where a plugin of it is missing (Qt 6.4).
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    }
    QCoreApplication::setApplicationName(u"talon-display"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALON_VERSION));
    qSetMessagePattern(u"%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"_s);
}

bool canBeDrawn(const ScreenWindows& screens)
{
    return std::ranges::none_of(
               screens.windows(),
               [](QQuickWindow* window) { return window->grabWindow().isNull(); }) &&
           screens.areFlawless();
}

/// Those of the first screen are display-001-calls.png, of the others they have its name.
std::vector<std::unique_ptr<PictureKeeper>>
keepPictures(DisplayApp& app, const ScreenWindows& screens, const QString& folder)
{
    std::vector<std::unique_ptr<PictureKeeper>> keepers;
    const std::vector<QQuickWindow*> windows = screens.windows();
    for (std::size_t i = 0; i < windows.size(); ++i) {
        Screen& screen = *app.screens()[i];
        const WantedScreen& wanted = screen.wanted();
        const QString name =
            i == 0 ? u"display"_s : QString::fromStdString(wanted.screen + wanted.window);
        keepers.push_back(std::make_unique<PictureKeeper>(*windows[i], folder, name));
        PictureKeeper& keeper = *keepers.back();
        const auto note = [&screen, &keeper] { keeper.note(screen.scene()); };
        QObject::connect(&screen, &Screen::shownChanged, &keeper, note);
        QObject::connect(&app, &DisplayApp::shownChanged, &keeper, note);
    }
    return keepers;
}

/// One for each screen: each goes on by itself.
std::vector<std::unique_ptr<MediaPlaylist>>
playlistsFor(const DisplayApp& app, MediaStore& store, VideoTrial& trial)
{
    std::vector<std::unique_ptr<MediaPlaylist>> playlists;
    for (std::size_t i = 0; i < app.screens().size(); ++i) {
        playlists.push_back(std::make_unique<MediaPlaylist>(
            [&trial](const QString& path, const MediaPlaylist::Judge& judge) {
                trial.ask(path, judge);
            }));
        MediaPlaylist& playlist = *playlists.back();
        const auto show = [&playlist, &store] { playlist.show(store.ready()); };
        QObject::connect(&store, &MediaStore::readyChanged, &playlist, show);
        show();
    }
    return playlists;
}

/// What the dashboard is to know of the screens.
void report(const DisplayApp& app, const ScreenWindows& screens, StatusReporter& reporter)
{
    QObject::connect(&screens, &ScreenWindows::placed, &reporter,
                     [&] { reporter.setProblem(u"output"_s, screens.lacksOutput()); });
    for (const auto& screen : app.screens()) {
        QObject::connect(screen.get(), &Screen::shownChanged, &reporter, [&] {
            const bool isMissing = std::ranges::any_of(
                app.screens(), [](const auto& each) { return each->isMissing(); });
            reporter.setProblem(u"screen"_s, isMissing);
        });
    }
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
    voice::EspeakSpeech program(options.voice.program);
    std::unique_ptr<voice::SpeechEngine> recorded;
    if (options.voice.recorded) {
        recorded = std::make_unique<voice::RecordedSpeech>(
            voice::RecordedWords(*options.voice.recorded), program);
    }
    Voice voice(recorded ? *recorded : program, **output);
    link::ControllerLink controller(
        {.controller = options.controller, .token = options.token, .feed = u"hall"_s});
    DisplayApp app(controller, *announcedFile, lastViewFile, voice, options.language,
                   options.screens, options.voice.languages);
    const auto setVolume = [&] {
        const auto minute = app.minuteOfDay();
        const VolumePlan& plan = options.voice.volume;
        voice.setVolume(minute ? plan.at(*minute) : plan.percent);
    };
    setVolume();
    QObject::connect(&app, &DisplayApp::clockChanged, &voice, setVolume);

    StatusReporter reporter(controller);
    QObject::connect(&voice, &Voice::problemChanged, &reporter,
                     [&] { reporter.setProblem(u"speech"_s, voice.hasProblem()); });

    VideoTrial trial(QCoreApplication::applicationFilePath());
    MediaStore store(
        controller, {.controller = options.controller, .token = options.token},
        {.folder = QDir(options.state).filePath(u"media"_s), .bytesMax = options.mediaBytesMax});
    QObject::connect(&app, &DisplayApp::mediaRevisionTold, &store, &MediaStore::note);
    const auto playlists = playlistsFor(app, store, trial);

    ScreenWindows screens(app, playlists, options.size, options.fullscreen);
    if (!screens.load()) {
        return failed("the board cannot be loaded");
    }
    report(app, screens, reporter);
    if (options.place) {
        screens.showAt(*options.place);
    } else {
        screens.show();
    }
    if (options.selfTest) {
        return canBeDrawn(screens) ? 0 : failed("the board has faults");
    }

    std::vector<std::unique_ptr<PictureKeeper>> pictures;
    if (options.pictures) {
        pictures = keepPictures(app, screens, *options.pictures);
    }
    std::unique_ptr<Signs> signs;
    if (options.signs) {
        signs = std::make_unique<Signs>(*options.signs,
                                        Signs::Source{.hall = [&app] { return app.hall(); },
                                                      .now = [&app] { return app.now(); },
                                                      .isOld = [&app] { return app.isOld(); }});
        QObject::connect(&controller, &link::ControllerLink::viewArrived, signs.get(),
                         &Signs::update);
        QObject::connect(signs.get(), &Signs::troubleChanged, &reporter,
                         [&] { reporter.setProblem(u"sign"_s, signs->hasTrouble()); });
    }
    controller.start();
    const int code = QGuiApplication::exec();
    for (const auto& each : pictures) {
        each->finish();
    }
    return code;
}

} // namespace

int main(int argc, char* argv[])
{
    prepare(argc, argv);
    const QGuiApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], VideoTrial::Option) == 0) {
        return VideoTrial::tryHere(QString::fromLocal8Bit(argv[2]));
    }
    const auto options = optionsFrom(application);
    if (!options) {
        std::fprintf(stderr, "talon-display: %s\n", qUtf8Printable(options.error()));
        return ExitUsage;
    }
    if (options->voice.toList) {
        std::fputs(qUtf8Printable(wordsToRecord(options->voice)), stdout);
        return 0;
    }
    link::quitOnTerminate();
    return run(*options);
}
