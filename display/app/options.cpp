#include "display/app/options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

constexpr int SideMin = 480;
constexpr int SideMax = 8192;

std::optional<QSize> sizeFrom(const QString& text)
{
    const QStringList sides = text.split(u'x');
    if (sides.size() != 2) {
        return std::nullopt;
    }
    const QSize size(sides[0].toInt(), sides[1].toInt());
    const bool fits = std::min(size.width(), size.height()) >= SideMin &&
                      std::max(size.width(), size.height()) <= SideMax;
    return fits ? std::optional(size) : std::nullopt;
}

/// A service has its own folder (systemd's StateDirectory), a person one at home.
QString defaultState()
{
    const QString given = qEnvironmentVariable("STATE_DIRECTORY");
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                           : given.section(u':', 0, 0);
}

} // namespace

QStringList languages()
{
    return {u"ru"_s, u"en"_s};
}

Expected<Options, QString> optionsFrom(const QCoreApplication& application)
{
    const auto fault = [](const QString& what) { return Unexpected(what); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The hall display of the Talon queue: shows and speaks who is called."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption controller(u"controller"_s, u"Where the controller is."_s, u"url"_s,
                                        u"http://127.0.0.1:8080"_s);
    const QCommandLineOption token(u"token-file"_s, u"File with this device's token."_s, u"file"_s);
    const QCommandLineOption state(u"state"_s, u"Remembers here what was announced."_s, u"folder"_s,
                                   defaultState());
    const QCommandLineOption sound(u"sound"_s,
                                   u"device: the sound card if there is one. wav:FOLDER: a file "
                                   "for each call. none: silence."_s,
                                   u"where"_s, u"device"_s);
    const QCommandLineOption speech(u"speech"_s, u"The program that speaks."_s, u"program"_s,
                                    u"espeak-ng"_s);
    const QCommandLineOption language(u"language"_s, u"Of the board: ru, en."_s, u"code"_s,
                                      u"ru"_s);
    const QCommandLineOption size(u"size"_s,
                                  u"Of the window; higher than wide is the upright board."_s,
                                  u"WxH"_s, u"1920x1080"_s);
    const QCommandLineOption fullscreen(u"fullscreen"_s, u"Fill the screen, hide the pointer."_s);
    const QCommandLineOption headless(u"headless"_s, u"Draw without a screen."_s);
    const QCommandLineOption selfTest(u"self-test"_s, u"Load the board, then exit."_s);
    const QCommandLineOption pictures(
        u"pictures"_s, u"Keep a picture here each time the board has changed."_s, u"folder"_s);
    parser.addOptions({controller, token, state, sound, speech, language, size, fullscreen,
                       headless, selfTest, pictures});
    parser.process(application);

    Options options;
    if (!parser.positionalArguments().isEmpty()) {
        return fault(u"%1: is no option"_s.arg(parser.positionalArguments().constFirst()));
    }
    options.controller = QUrl(parser.value(controller));
    if (!options.controller.isValid() || !options.controller.scheme().startsWith("http"_L1)) {
        return fault(u"--controller: is no http address"_s);
    }
    options.selfTest = parser.isSet(selfTest);
    if (parser.isSet(token)) {
        QFile file(parser.value(token));
        if (!file.open(QIODevice::ReadOnly)) {
            return fault(u"--token-file: %1: %2"_s.arg(file.fileName(), file.errorString()));
        }
        options.token = file.readAll().trimmed();
    } else if (!options.selfTest) {
        return fault(u"--token-file: is missing; the controller's add-device makes one"_s);
    }
    options.state = parser.value(state);
    options.sound = parser.value(sound);
    options.speech = parser.value(speech);
    options.language = parser.value(language);
    if (!languages().contains(options.language)) {
        return fault(u"--language: is none of "_s + languages().join(u", "_s));
    }
    const auto wanted = sizeFrom(parser.value(size));
    if (!wanted) {
        return fault(
            u"--size: is no size such as 1920x1080, of %1 to %2 pixels a side"_s.arg(SideMin).arg(
                SideMax));
    }
    options.size = *wanted;
    options.fullscreen = parser.isSet(fullscreen);
    if (parser.isSet(pictures)) {
        if (!QDir().mkpath(parser.value(pictures))) {
            return fault(u"--pictures: %1 cannot be made"_s.arg(parser.value(pictures)));
        }
        options.pictures = parser.value(pictures);
    }
    return options;
}

} // namespace talon::display
