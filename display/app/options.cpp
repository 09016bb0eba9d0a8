#include "display/app/options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

constexpr int SideMin = 240;
constexpr int SideMax = 8192;
constexpr int MediaMegabytesMax = 1'000'000;

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

/// "640x360+1280+0", as X has it.
std::optional<QRect> placeFrom(const QString& text)
{
    const QStringList parts = text.split(u'+');
    const auto size = sizeFrom(parts.constFirst());
    if (parts.size() != 3 || !size) {
        return std::nullopt;
    }
    bool isX = false;
    bool isY = false;
    const QPoint corner(parts[1].toUInt(&isX) & 0xFFFF, parts[2].toUInt(&isY) & 0xFFFF);
    return isX && isY ? std::optional(QRect(corner, *size)) : std::nullopt;
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
    const VoiceCommandLine voice;
    const QCommandLineOption language(u"language"_s, u"Of the board: ru, en."_s, u"code"_s,
                                      u"ru"_s);
    const QCommandLineOption size(u"size"_s,
                                  u"Of the window; higher than wide is the upright board."_s,
                                  u"WxH"_s, u"1920x1080"_s);
    const QCommandLineOption fullscreen(u"fullscreen"_s, u"Fill the screen, hide the pointer."_s);
    const QCommandLineOption place(
        u"place"_s,
        u"Stay in this part of the screen, in front of what else is there: 640x360+0+0."_s,
        u"WxH+X+Y"_s);
    const QCommandLineOption headless(u"headless"_s, u"Draw without a screen."_s);
    const QCommandLineOption selfTest(u"self-test"_s, u"Load the board, then exit."_s);
    const QCommandLineOption pictures(
        u"pictures"_s, u"Keep a picture here each time the board has changed."_s, u"folder"_s);
    const QCommandLineOption show(
        u"show"_s,
        u"What to show: a screen of the office's settings, or window:5 for the plate above that "
        "window; once for each output of this machine, then with its name: hall@HDMI-1."_s,
        u"screen"_s, QString::fromLatin1(UsualScreen));
    const QCommandLineOption media(
        u"media-megabytes"_s,
        u"Room for the office's pictures and videos, in the state's folder; 0 for none."_s, u"MB"_s,
        u"2048"_s);
    parser.addOptions({media, show, place, controller, token, state, sound, language, size,
                       fullscreen, headless, selfTest, pictures});
    const QCommandLineOption signs(u"signs"_s, u"LED signs on serial lines, as this file says."_s,
                                   u"file"_s);
    parser.addOption(signs);
    parser.addOptions(voice.options());
    parser.process(application);

    Options options;
    if (!parser.positionalArguments().isEmpty()) {
        return fault(u"%1: is no option"_s.arg(parser.positionalArguments().constFirst()));
    }
    auto asked = voice.read(parser);
    if (!asked) {
        return fault(asked.error());
    }
    options.voice = std::move(*asked);
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
    } else if (!options.selfTest && !options.voice.toList) {
        return fault(u"--token-file: is missing; the controller's add-device makes one"_s);
    }
    options.state = parser.value(state);
    options.sound = parser.value(sound);
    options.language = parser.value(language);
    if (!languages().contains(options.language)) {
        return fault(u"--language: is none of "_s + languages().join(u", "_s));
    }
    for (const QString& each : parser.values(show)) {
        const auto screen = wantedScreenFrom(each);
        if (!screen) {
            return fault(u"--show: %1: %2"_s.arg(each, screen.error()));
        }
        options.screens.push_back(*screen);
    }
    if (options.screens.size() > WantedScreensMax) {
        return fault(u"--show: is given more than %1 times"_s.arg(WantedScreensMax));
    }
    const auto wanted = sizeFrom(parser.value(size));
    if (!wanted) {
        return fault(
            u"--size: is no size such as 1920x1080, of %1 to %2 pixels a side"_s.arg(SideMin).arg(
                SideMax));
    }
    options.size = *wanted;
    bool isNumber = false;
    const int megabytes = parser.value(media).toInt(&isNumber);
    if (!isNumber || megabytes < 0 || megabytes > MediaMegabytesMax) {
        return fault(u"--media-megabytes: is no number from 0 to %1"_s.arg(MediaMegabytesMax));
    }
    options.mediaBytesMax = megabytes * 1'000'000LL;
    options.fullscreen = parser.isSet(fullscreen);
    if (parser.isSet(place)) {
        options.place = placeFrom(parser.value(place));
        if (!options.place) {
            return fault(u"--place: is no place such as 640x360+1280+0"_s);
        }
        if (options.fullscreen || options.screens.size() > 1) {
            return fault(u"--place: is for one screen that does not fill its output"_s);
        }
        options.size = options.place->size();
    }
    if (parser.isSet(pictures)) {
        if (!QDir().mkpath(parser.value(pictures))) {
            return fault(u"--pictures: %1 cannot be made"_s.arg(parser.value(pictures)));
        }
        options.pictures = parser.value(pictures);
    }
    if (parser.isSet(signs)) {
        auto read = readSignSettings(parser.value(signs));
        if (!read) {
            return fault(u"--signs: "_s + read.error());
        }
        options.signs = *std::move(read);
    }
    return options;
}

} // namespace talon::display
