#include "hw/scanner/open_scanner.h"
#include "shared/link/controller_link.h"
#include "shared/link/terminate.h"
#include "shared/ui/fonts.h"
#include "shared/voice/espeak_speech.h"
#include "terminal/app/check_devices.h"
#include "terminal/app/office_names.h"
#include "terminal/app/own_numbers.h"
#include "terminal/app/printed_paper.h"
#include "terminal/app/scanner_reader.h"
#include "terminal/app/scripted_visitor.h"
#include "terminal/app/slip_view.h"
#include "terminal/app/spoken_guide.h"
#include "terminal/app/status_reporter.h"
#include "terminal/app/terminal_app.h"
#include "terminal/app/ticket_preview.h"
#include "terminal/app/translations.h"
#include "terminal/app/wedge_filter.h"
#include "terminal/printing/print_queue.h"
#include "terminal/speech/headphones.h"
#include "terminal/speech/speech.h"

#include <QCommandLineParser>
#include <QDebug>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtPlugin>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_TerminalPlugin)

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::terminal;

namespace {

/// Exit codes, also in docs: 1 what was tried failed, 2 the command line is wrong, 3 the store's
/// disk has failed.
constexpr int ExitFailed = 1;
constexpr int ExitUsage = 2;
constexpr int ExitRestart = 4; ///< The staff wants a fresh start; systemd gives it.

constexpr int RestartAfterMs = 1500; ///< Time to read that it comes.

struct Options
{
    QUrl controller;
    QByteArray token;
    hw::PrinterUri printer;
    QString language;
    QSize size{1080, 1920};
    bool fullscreen = false;
    bool headless = false;
    bool selfTest = false;
    std::filesystem::path stateFolder;
    int rollMetres = 80;
    std::optional<std::vector<VisitorAct>> visitor;
    std::optional<std::filesystem::path> pictures;
    QString speech;
    QString speechOutput; ///< shared/voice/sound_output.h
    QString jack;         ///< terminal/speech/headphones.h
    std::optional<hw::DeviceUri> scanner;
    bool hasWedge = false; ///< A scanner types like a keyboard.
    bool checkDevices = false;
    QString preview; ///< Settings whose tickets are to be shown.
};

template <class T = Options>
Expected<T, QString> fault(const QString& what)
{
    return Unexpected(what);
}

Expected<QByteArray, QString> contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fault<QByteArray>(u"%1: %2"_s.arg(path, file.errorString()));
    }
    return file.readAll();
}

Expected<std::vector<VisitorAct>, QString> visitorFrom(const QString& path)
{
    const auto text = contentsOf(path);
    if (!text) {
        return Unexpected(text.error());
    }
    const QJsonDocument json = QJsonDocument::fromJson(*text);
    if (!json.isArray()) {
        return fault<std::vector<VisitorAct>>(u"%1: is no JSON array"_s.arg(path));
    }
    const auto acts = visitorActsFromJson(json.array());
    if (!acts) {
        return fault<std::vector<VisitorAct>>(
            u"%1: %2"_s.arg(path, QString::fromStdString(describe(acts.error()))));
    }
    return *acts;
}

std::optional<QSize> sizeFrom(const QString& text)
{
    const QStringList sides = text.split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    return size.width() >= 640 && size.height() >= 480 ? std::optional(size) : std::nullopt;
}

QString defaultPrinter()
{
    return u"virtual:"_s + QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           u"/tickets"_s;
}

Expected<Options, QString> optionsFrom(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The terminal of the Talon queue: gives out tickets."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption controller(u"controller"_s, u"Where the controller is."_s, u"url"_s,
                                        u"http://127.0.0.1:8080"_s);
    const QCommandLineOption token(u"token-file"_s, u"File with this device's token."_s, u"file"_s);
    const QCommandLineOption printer(u"printer"_s, u"The ticket printer."_s, u"uri"_s,
                                     defaultPrinter());
    const QCommandLineOption state(
        u"state"_s, u"Folder for what must outlive a power cut: reserved numbers, tickets."_s,
        u"folder"_s, QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    const QCommandLineOption roll(u"roll"_s, u"Metres of paper on a new roll."_s, u"metres"_s,
                                  u"80"_s);
    const QCommandLineOption language(u"language"_s, u"In which every visitor begins: ru, en."_s,
                                      u"code"_s, u"ru"_s);
    const QCommandLineOption size(u"size"_s, u"Of the window, at least 640x480."_s, u"WxH"_s,
                                  u"1080x1920"_s);
    const QCommandLineOption fullscreen(u"fullscreen"_s, u"Fill the display, hide the pointer."_s);
    const QCommandLineOption headless(u"headless"_s, u"Draw without a display."_s);
    const QCommandLineOption selfTest(u"self-test"_s, u"Load every screen, then exit."_s);
    const QCommandLineOption visitor(u"visitor"_s, u"Play the visitor of this script."_s,
                                     u"file"_s);
    const QCommandLineOption pictures(u"pictures"_s, u"Keep a picture of each of their screens."_s,
                                      u"folder"_s);
    const QCommandLineOption speech(u"speech"_s, u"The program that speaks."_s, u"program"_s,
                                    u"espeak-ng"_s);
    const QCommandLineOption speechOutput(
        u"speech-output"_s,
        u"Where prompts are heard. device: the sound card. wav:FOLDER, live:FOLDER: files. none."_s,
        u"where"_s, u"device"_s);
    const QCommandLineOption speechDevice(
        u"speech-device"_s, u"Speak on the sound card of this name only: the headphones."_s,
        u"name"_s);
    const QCommandLineOption jack(u"headphone-jack"_s,
                                  u"Tells of headphones. auto: the first that can. DEVICE: such as "
                                  "/dev/input/event5. none."_s,
                                  u"which"_s, u"auto"_s);
    const QCommandLineOption scanner(
        u"scanner"_s, u"Reads bookings and badges: serial:..., evdev:..., wedge."_s, u"uri"_s);
    const QCommandLineOption check(u"check-devices"_s, u"Tell how the devices are, then exit."_s);
    const QCommandLineOption preview(
        u"preview-ticket"_s,
        u"Show the tickets of these settings, anew whenever the file is saved."_s, u"file"_s);
    parser.addOptions({preview, scanner, check, controller, token, printer, state, roll, language,
                       size, fullscreen, headless, selfTest, visitor, pictures, speech,
                       speechOutput, speechDevice, jack});
    parser.process(application);

    Options options;
    options.controller = QUrl(parser.value(controller));
    if (!options.controller.isValid() || !options.controller.scheme().startsWith("http"_L1)) {
        return fault(u"--controller: is no http address"_s);
    }
    if (parser.isSet(token)) {
        const auto text = contentsOf(parser.value(token));
        if (!text) {
            return Unexpected(text.error());
        }
        options.token = text->trimmed();
    } else if (!parser.isSet(selfTest) && !parser.isSet(check) && !parser.isSet(preview)) {
        return fault(u"--token-file: is missing; the controller's add-device makes one"_s);
    }
    const auto uri = hw::parsePrinterUri(parser.value(printer).toStdString());
    if (!uri) {
        return fault(u"--printer: "_s + QString::fromStdString(describe(uri.error())));
    }
    options.printer = *uri;
    if (!parser.isSet(selfTest)) {
        if (!QDir().mkpath(parser.value(state))) {
            return fault(u"--state: %1 cannot be made"_s.arg(parser.value(state)));
        }
        options.stateFolder = parser.value(state).toStdString();
    }
    options.rollMetres = parser.value(roll).toInt();
    if (options.rollMetres < 5 || options.rollMetres > 500) {
        return fault(u"--roll: is no number of metres from 5 to 500"_s);
    }
    options.language = parser.value(language);
    if (!languages().contains(options.language)) {
        return fault(u"--language: is none of "_s + languages().join(u", "_s));
    }
    const auto wanted = sizeFrom(parser.value(size));
    if (!wanted) {
        return fault(u"--size: is no size such as 1080x1920, or is under 640x480"_s);
    }
    options.size = *wanted;
    options.fullscreen = parser.isSet(fullscreen);
    options.headless = QGuiApplication::platformName() == u"offscreen"_s;
    options.selfTest = parser.isSet(selfTest);
    if (parser.isSet(visitor)) {
        const auto acts = visitorFrom(parser.value(visitor));
        if (!acts) {
            return Unexpected(acts.error());
        }
        options.visitor = *acts;
    }
    if (parser.isSet(pictures)) {
        if (!QDir().mkpath(parser.value(pictures))) {
            return fault(u"--pictures: %1 cannot be made"_s.arg(parser.value(pictures)));
        }
        options.pictures = parser.value(pictures).toStdString();
    }
    options.hasWedge = parser.value(scanner) == u"wedge"_s;
    if (parser.isSet(scanner) && !options.hasWedge) {
        const auto device = hw::parseScannerUri(parser.value(scanner).toStdString());
        if (!device) {
            return fault(u"--scanner: "_s + QString::fromStdString(describe(device.error())));
        }
        options.scanner = *device;
    }
    options.checkDevices = parser.isSet(check);
    options.preview = parser.value(preview);
    options.speech = parser.value(speech);
    options.speechOutput = parser.value(speechOutput);
    options.jack = parser.value(jack);
    if (parser.isSet(speechDevice)) {
        if (options.speechOutput != u"device"_s || parser.value(speechDevice).isEmpty()) {
            return fault(u"--speech-device: names a sound card, and goes with no files"_s);
        }
        options.speechOutput += u':' + parser.value(speechDevice);
    }
    return options;
}

/// One line for the one who runs the script.
void tell(const ScriptedVisitor::Result& result, const TerminalApp& app)
{
    QJsonObject line{{u"ok"_s, result.isOk}, {u"screen"_s, app.screen()}};
    if (!result.isOk) {
        line.insert(u"failure"_s, result.failure);
    }
    if (!app.ticketNumber().isEmpty()) {
        line.insert(u"number"_s, app.ticketNumber());
        line.insert(u"visit"_s, qint64{app.visit().value});
        line.insert(u"peopleAhead"_s, app.peopleAhead());
        line.insert(u"paper"_s, app.paper());
    }
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void prepare(int argc, char* argv[])
{
    // Half the work for each byte from the network, by measurement.
    qputenv("QT_NO_GLIB", "1");
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--headless") == 0 || qstrcmp(argv[i], "--check-devices") == 0) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            qputenv("QT_QUICK_BACKEND", "software");
        }
    }
    QCoreApplication::setApplicationName(u"talon-terminal"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALON_VERSION));
}

/// Tickets while somebody edits what stands on them; with --pictures they are only drawn.
int preview(const Options& options)
{
    const QTemporaryDir drawn;
    TicketPreview tickets(options.preview, options.pictures.value_or(drawn.path().toStdString()));
    if (options.pictures || !tickets.problem().isEmpty()) {
        if (!tickets.problem().isEmpty()) {
            std::fprintf(stderr, "talon-terminal: %s\n", qUtf8Printable(tickets.problem()));
        }
        return tickets.problem().isEmpty() ? 0 : ExitFailed;
    }
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"preview"_s, QVariant::fromValue(&tickets)}});
    engine.load(QUrl(u"qrc:/qt/qml/Talon/Terminal/ui/PreviewWindow.qml"_s));
    return engine.rootObjects().isEmpty() ? ExitFailed : QGuiApplication::exec();
}

int run(const Options& options)
{
    if (const auto fonts = ui::loadFonts(); !fonts) {
        std::fprintf(stderr, "talon-terminal: %s\n", fonts.error().what.c_str());
        return ExitFailed;
    }
    QGuiApplication::setFont(QFont(QString::fromLatin1(ui::FontFamily)));

    if (!options.preview.isEmpty()) {
        return preview(options);
    }
    const auto speechOutput = voice::openSoundOutput(options.speechOutput);
    if (!speechOutput) {
        std::fprintf(stderr, "talon-terminal: --speech-output: %s\n",
                     speechOutput.error().what.c_str());
        return ExitUsage;
    }
    voice::EspeakSpeech speechEngine(options.speech, PromptManner);
    Speech speech(speechEngine, **speechOutput);
    Headphones headphones(options.jack);

    PrintQueue printing({.printer = options.printer,
                         .folder = options.stateFolder,
                         .rollMetres = options.rollMetres});
    PrintedPaper paper(printing);
    link::ControllerLink controller(
        {.controller = options.controller, .token = options.token, .feed = u"terminal"_s});
    OwnNumbers own(controller, options.stateFolder);
    if (!own.trouble().isEmpty()) {
        std::fprintf(stderr, "talon-terminal: %s\n", qUtf8Printable(own.trouble()));
        return ExitFailed;
    }
    TerminalApp app({.link = controller, .paper = paper, .own = own.handOver(), .desk = own.desk()},
                    options.language);
    own.setClock([&app] { return app.office().clock().now(); });
    QObject::connect(&app, &TerminalApp::restartWanted, &app, [] {
        QTimer::singleShot(RestartAfterMs, [] { QCoreApplication::exit(ExitRestart); });
    });
    if (const auto half = printing.halfPrinted()) {
        app.settleHalfPrinted(half->visit, half->number);
    }
    SpokenGuide guide(app, speech, headphones);
    const OfficeNames names(app);
    StatusReporter reporter(controller, app, paper, own.handOver());
    reporter.addProblem(u"glyphs"_s, names.areUnwritable());
    QObject::connect(&names, &OfficeNames::unwritableChanged, &reporter,
                     [&](bool are) { reporter.addProblem(u"glyphs"_s, are); });
    QObject::connect(&speech, &Speech::problemChanged, &reporter,
                     [&] { reporter.addProblem(u"speech"_s, !speech.problem().isEmpty()); });
    std::optional<ScannerReader> scanner;
    if (options.scanner) {
        app.expectScanner();
        scanner.emplace(ScannerReaderSettings{.scanner = *options.scanner});
        QObject::connect(&*scanner, &ScannerReader::scanned, &app, &TerminalApp::takeScan);
        QObject::connect(&*scanner, &ScannerReader::presenceChanged, &app,
                         &TerminalApp::setScannerReady);
        QObject::connect(&*scanner, &ScannerReader::troubled, &app,
                         [](const QString& what) { qWarning().noquote() << what; });
    }
    WedgeFilter wedge;
    Translations translations;
    translations.use(options.language);

    QQmlApplicationEngine engine;
    QObject::connect(&app, &TerminalApp::languageChanged, &engine, [&] {
        translations.use(app.language());
        engine.retranslate();
    });
    bool isFlawless = true;
    QObject::connect(&engine, &QQmlEngine::warnings, &engine,
                     [&isFlawless] { isFlawless = false; });
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&app)},
                                 {u"guide"_s, QVariant::fromValue(&guide)},
                                 {u"width"_s, options.size.width()},
                                 {u"height"_s, options.size.height()}});
    engine.load(QUrl(u"qrc:/qt/qml/Talon/Terminal/ui/Main.qml"_s));
    if (engine.rootObjects().isEmpty()) {
        return ExitFailed;
    }
    auto* const window = qobject_cast<QQuickWindow*>(engine.rootObjects().front());
    if (options.fullscreen) {
        window->setCursor(Qt::BlankCursor);
        window->showFullScreen();
    } else {
        window->show();
    }
    if (options.hasWedge) {
        window->installEventFilter(&wedge);
        QObject::connect(&wedge, &WedgeFilter::scanned, &app, &TerminalApp::takeScan);
        app.setScannerReady(true);
    }
    if (options.selfTest) {
        return !window->grabWindow().isNull() && isFlawless ? 0 : ExitFailed;
    }

    SlipView slip(QString::fromStdString(options.printer.address));
    if (options.printer.scheme == "virtual" && !options.headless && !options.fullscreen) {
        QObject::connect(&printing, &PrintQueue::finished, &slip, [&slip] { slip.look(); });
        engine.setInitialProperties({{u"slip"_s, QVariant::fromValue(&slip)}});
        engine.load(QUrl(u"qrc:/qt/qml/Talon/Terminal/ui/SlipWindow.qml"_s));
    }

    std::unique_ptr<ScriptedVisitor> visitor;
    if (options.visitor) {
        visitor =
            std::make_unique<ScriptedVisitor>(app, *window, *options.visitor, options.pictures);
        QObject::connect(visitor.get(), &ScriptedVisitor::finished, &app,
                         [&app](const ScriptedVisitor::Result& result) {
                             tell(result, app);
                             if (result.quits) {
                                 QCoreApplication::exit(result.isOk ? 0 : ExitFailed);
                             }
                         });
        visitor->start();
    }
    controller.start();
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    prepare(argc, argv);
    const QGuiApplication application(argc, argv);
    const auto options = optionsFrom(application);
    if (!options) {
        std::fprintf(stderr, "talon-terminal: %s\n", qUtf8Printable(options.error()));
        return ExitUsage;
    }
    if (options->checkDevices) {
        return checkDevices(options->printer, options->scanner) ? 0 : ExitFailed;
    }
    link::quitOnTerminate();
    return run(*options);
}
