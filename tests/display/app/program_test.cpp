#include "display/voice/chime.h"
#include "tests/display/app/fake_feed.h"
#include "tests/shared/voice/tones.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

using namespace talon;
using namespace talon::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The real program on a folder of its own.
class Display
{
public:
    explicit Display(const QStringList& options, const FakeFeed* feed = nullptr)
    {
        QFile token(folder.filePath(u"token"_s));
        REQUIRE(token.open(QIODevice::WriteOnly));
        token.write("secret\n");
        token.close();
        QStringList all{u"--headless"_s, u"--state"_s, folder.path()};
        if (feed != nullptr) {
            all += {u"--controller"_s, feed->url().toString(), u"--token-file"_s, token.fileName()};
        }
        process.start(QStringLiteral(TALON_BINARY_DIR "/display/talon-display"), all + options);
        REQUIRE(process.waitForStarted());
    }

    ~Display()
    {
        process.kill();
        process.waitForFinished();
    }

    int exitCode()
    {
        REQUIRE(eventually([this] { return process.state() == QProcess::NotRunning; }));
        REQUIRE(process.exitStatus() == QProcess::NormalExit);
        return process.exitCode();
    }

    /// Lines of the log that say so.
    qsizetype logged(const QByteArray& what)
    {
        m_log += process.readAllStandardError();
        return m_log.count(what);
    }

    QTemporaryDir folder;
    QProcess process;

private:
    QByteArray m_log;
};

voice::Sound soundIn(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto sound = voice::soundFromWav(file.readAll().toStdString());
    REQUIRE(sound);
    return *sound;
}

} // namespace

TEST_CASE("a call is on the screen, in a sound file and in the log, once, also after a restart")
{
    const QTemporaryDir out;
    FakeFeed feed;
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 12, "А015")};
    feed.show(view);
    const QStringList options{u"--sound"_s, u"wav:"_s + out.path(), u"--pictures"_s, out.path(),
                              u"--size"_s,  u"1280x720"_s};
    Display display(options, &feed);
    const QByteArray line = "announced call 12 number А015 window 5";
    REQUIRE(eventually([&] { return display.logged(line) == 1; }));
    const QString wav = out.filePath(u"call-000012.wav"_s);
    REQUIRE(eventually([&] { return QFile::exists(wav); }));
    const voice::Sound sound = soundIn(wav);
    CHECK(sound.length() > display::chime().length() + 1500ms);
    CHECK(sound.length() < 8s);
    CHECK(voice::peak(sound) > 5000);
    const QString picture = out.filePath(u"display-001-calls.png"_s);
    REQUIRE(eventually([&] { return QImage(picture).size() == QSize(1280, 720); }));
    feed.drop();
    REQUIRE(eventually([&] { return feed.listeners() == 1; }));
    display.process.terminate();
    CHECK(display.exitCode() == 0);
    CHECK(display.logged(line) == 1);

    REQUIRE(QFile::remove(wav));
    Display again(options + QStringList{u"--state"_s, display.folder.path()}, &feed);
    REQUIRE(eventually([&] { return feed.listeners() == 1; }));
    view.calls.insert(view.calls.begin(), callIn(view, 13, "Б002"));
    feed.show(view);
    REQUIRE(
        eventually([&] { return again.logged("announced call 13 number Б002 window 6") == 1; }));
    CHECK(again.logged(line) == 0);
    CHECK_FALSE(QFile::exists(wav));
    again.process.terminate();
    CHECK(again.exitCode() == 0);
}

TEST_CASE("one machine shows several screens, each its part of the hall, with one voice")
{
    const QTemporaryDir out;
    FakeFeed feed;
    wire::HallView view = engelsHall();
    HallScreen east = usualScreen("east");
    east.windows = {{5}};
    HallScreen west = usualScreen("west");
    west.windows = {{6}};
    west.layout = ScreenLayout::List;
    HallScreen quiet = usualScreen("quiet");
    quiet.windows = {{7}};
    quiet.voice = false;
    view.screens = {east, west, quiet};
    view.calls = {callIn(view, 14, "Г003"), callIn(view, 13, "Б002"), callIn(view, 12, "А015")};
    view.calls[0].window = "7";
    feed.show(view);
    Display display({u"--sound"_s, u"wav:"_s + out.path(), u"--pictures"_s, out.path(), u"--show"_s,
                     u"east"_s, u"--show"_s, u"west"_s, u"--show"_s, u"quiet"_s, u"--show"_s,
                     u"window:7"_s, u"--size"_s, u"1280x720"_s},
                    &feed);
    REQUIRE(eventually([&] { return display.logged("announced call") == 2; }));
    for (const QString& name : {u"display"_s, u"west"_s, u"quiet"_s, u"7"_s}) {
        REQUIRE(
            eventually([&] { return QFile::exists(out.filePath(name + u"-001-calls.png"_s)); }));
    }
    display.process.terminate();
    CHECK(display.exitCode() == 0);
    CHECK(display.logged("announced call 12 number А015 window 5") == 1);
    CHECK(display.logged("announced call 13 number Б002 window 6") == 1);
    CHECK_FALSE(QFile::exists(out.filePath(u"call-000014.wav"_s)));
}

TEST_CASE("a call without speech still has its chime")
{
    const QTemporaryDir out;
    FakeFeed feed;
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 12, "А015")};
    feed.show(view);
    Display display({u"--sound"_s, u"wav:"_s + out.path(), u"--speech"_s, u"/no/such/program"_s},
                    &feed);
    const QString wav = out.filePath(u"call-000012.wav"_s);
    REQUIRE(eventually([&] { return QFile::exists(wav); }));
    const voice::Sound sound = soundIn(wav);
    CHECK(sound.length() >= display::chime().length());
    CHECK(voice::peak(sound) == voice::peak(display::chime()));
    display.process.terminate();
    CHECK(display.exitCode() == 0);
}

TEST_CASE("calls are made of the office's own words, weaker in the hours that it has named")
{
    const QTemporaryDir out;
    const QTemporaryDir words;
    QDir(words.path()).mkdir(u"ru"_s);
    for (const char* const word : {"talon", "a", "nol", "pyatnadtsat", "okno", "pyat"}) {
        QFile file(words.filePath(u"ru/%1.wav"_s.arg(QLatin1StringView(word))));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(voice::wavFrom(toneOf(3000, 0.2, 44100, 0.3))));
    }
    FakeFeed feed;
    wire::HallView view = engelsHall(); // At 10:42.
    view.calls = {callIn(view, 20, "Б002"), callIn(view, 12, "А015")};
    feed.show(view);
    Display display({u"--sound"_s, u"wav:"_s + out.path(), u"--speech"_s,
                     u"recorded:"_s + words.path(), u"--volume"_s, u"90"_s, u"--volume-at"_s,
                     u"10:00-11:00=40"_s},
                    &feed);
    REQUIRE(eventually([&] { return display.logged("announced call 20") == 1; }));
    const QString spoken = out.filePath(u"call-000020.wav"_s);
    REQUIRE(eventually([&] { return QFile::exists(spoken); }));
    CHECK(display.logged("no recording ru/beh.wav") == 1);
    const voice::Sound own = soundIn(out.filePath(u"call-000012.wav"_s));
    CHECK(strengthOf(own, 3000) > 0.03);
    CHECK(voice::peak(own) == Approx(0.4 * 0.85 * 32767).epsilon(0.02));
    CHECK(strengthOf(soundIn(spoken), 3000) < 0.003);
}

TEST_CASE("the words to be recorded are listed without a controller")
{
    const QTemporaryDir words;
    QDir(words.path()).mkdir(u"en"_s);
    QFile broken(words.filePath(u"en/ticket.wav"_s));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("ID3");
    broken.close();
    Display display({u"--list-words"_s, u"en"_s, u"--speech"_s, u"recorded:"_s + words.path()});
    CHECK(display.exitCode() == 0);
    CHECK(display.logged("en/ticket.wav as a WAV file") == 1);
    const QByteArray list = display.process.readAllStandardOutput();
    CHECK(list.startsWith("en/ticket.wav\tTicket\tTicket A zero fifteen, window five\n"));
}

TEST_CASE("exit codes tell what was wrong")
{
    struct Row
    {
        QStringList options;
        int code;
    };
    const Row rows[] = {
        {{u"--self-test"_s, u"--sound"_s, u"none"_s}, 0},
        {{u"--version"_s}, 0},
        {{u"--help"_s}, 0},
        {{u"--self-test"_s, u"--sound"_s, u"trumpet"_s}, 1},
        {{}, 2},
        {{u"--token-file"_s, u"/no/such"_s}, 2},
        {{u"--self-test"_s, u"--size"_s, u"12x12"_s}, 2},
        {{u"--self-test"_s, u"--language"_s, u"fr"_s}, 2},
        {{u"--self-test"_s, u"--controller"_s, u"ftp://there"_s}, 2},
        {{u"--self-test"_s, u"--sound"_s, u"none"_s, u"--show"_s, u"hall"_s, u"--show"_s,
          u"window:5"_s},
         0},
        {{u"--self-test"_s, u"--sound"_s, u"none"_s, u"--place"_s, u"640x360+20+0"_s}, 0},
        {{u"--self-test"_s, u"--show"_s, u"Hall"_s}, 2},
        {{u"--self-test"_s, u"--show"_s, u"hall@"_s}, 2},
        {{u"--self-test"_s, u"--place"_s, u"640x360"_s}, 2},
        {{u"--self-test"_s, u"--place"_s, u"640x360+0+0"_s, u"--fullscreen"_s}, 2},
        {{u"--self-test"_s, u"--volume"_s, u"loud"_s}, 2},
        {{u"--list-words"_s, u"fr"_s}, 2},
        {{u"--self-test"_s, u"stray"_s}, 2},
    };
    for (const Row& row : rows) {
        INFO(row.options.join(u' ').toStdString());
        Display display(row.options);
        CHECK(display.exitCode() == row.code);
    }
}
