#include "tests/display/app/fake_feed.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRect>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

using namespace talon;
using namespace talon::test;
using namespace Qt::StringLiterals;

namespace {

/// An X server with outputs that are plugged in and out, on no hardware: xserver-xorg-video-dummy.
class XServer
{
public:
    XServer()
    {
        QFile config(m_folder.filePath(u"xorg.conf"_s));
        REQUIRE(config.open(QIODevice::WriteOnly));
        config.write("Section \"Device\"\n Identifier \"d\"\n Driver \"dummy\"\n"
                     " VideoRam 64000\nEndSection\n"
                     "Section \"Screen\"\n Identifier \"s\"\n Device \"d\"\n DefaultDepth 24\n"
                     " SubSection \"Display\"\n  Depth 24\n  Modes \"1024x768\" \"800x600\"\n"
                     "  Virtual 2048 768\n EndSubSection\nEndSection\n");
        config.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"Xorg"_s,
                        {u"-displayfd"_s, u"1"_s, u"-noreset"_s, u"-nolisten"_s, u"tcp"_s,
                         u"-novtswitch"_s, u"-sharevts"_s, u"-ac"_s, u"-config"_s,
                         config.fileName(), u"-logfile"_s, m_folder.filePath(u"log"_s)});
        REQUIRE(m_process.waitForStarted());
        const QRegularExpression number(u"^(\\d+)$"_s, QRegularExpression::MultilineOption);
        QString said;
        REQUIRE(eventually([&] {
            said += QString::fromUtf8(m_process.readAll());
            INFO(said.toStdString());
            REQUIRE(m_process.state() == QProcess::Running);
            const auto match = number.match(said);
            display = u':' + match.captured(1);
            return match.hasMatch();
        }));
        randr({u"--addmode"_s, u"DUMMY1"_s, u"1024x768"_s});
        randr({u"--output"_s, u"DUMMY0"_s, u"--mode"_s, u"1024x768"_s});
    }

    ~XServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    void randr(const QStringList& options) const { run(u"xrandr"_s, options); }

    void plug(const QString& output) const
    {
        const QString place = output == u"DUMMY0"_s ? u"0x0"_s : u"1024x0"_s;
        randr({u"--output"_s, output, u"--mode"_s, u"1024x768"_s, u"--pos"_s, place});
    }

    void unplug(const QString& output) const { randr({u"--output"_s, output, u"--off"_s}); }

    /// The places of the display's windows that can be seen, from left to right.
    std::vector<QRect> seen() const
    {
        static const QRegularExpression line(u"(0x[0-9a-f]+) .*\"talon-display\"\\)"_s);
        static const QRegularExpression facts(
            u"upper-left X:\\s+(-?\\d+).*upper-left Y:\\s+(-?\\d+).*Width:\\s+(\\d+).*"
            "Height:\\s+(\\d+).*Map State: IsViewable"_s,
            QRegularExpression::DotMatchesEverythingOption);
        std::vector<QRect> places;
        const QString tree = run(u"xwininfo"_s, {u"-root"_s, u"-tree"_s});
        for (auto each = line.globalMatch(tree); each.hasNext();) {
            const QString about = run(u"xwininfo"_s, {u"-id"_s, each.next().captured(1)});
            if (const auto match = facts.match(about); match.hasMatch()) {
                places.emplace_back(match.captured(1).toInt(), match.captured(2).toInt(),
                                    match.captured(3).toInt(), match.captured(4).toInt());
            }
        }
        std::ranges::sort(places, {}, &QRect::x);
        return places;
    }

    QString display;

private:
    QString run(const QString& program, const QStringList& options) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, display);
        process.setProcessEnvironment(environment);
        process.start(program, options);
        REQUIRE(process.waitForFinished());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

const QRect Left(0, 0, 1024, 768);
const QRect Right(1024, 0, 1024, 768);

} // namespace

TEST_CASE("each screen keeps its output while outputs are unplugged, plugged in and change size")
{
    const XServer server;
    server.plug(u"DUMMY1"_s);
    FakeFeed feed;
    feed.show(engelsHall());
    const QTemporaryDir folder;
    QFile token(folder.filePath(u"token"_s));
    REQUIRE(token.open(QIODevice::WriteOnly));
    token.write("secret\n");
    token.close();
    QProcess display;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, server.display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    display.setProcessEnvironment(environment);
    display.start(QStringLiteral(TALON_BINARY_DIR "/display/talon-display"),
                  {u"--controller"_s, feed.url().toString(), u"--token-file"_s, token.fileName(),
                   u"--state"_s, folder.path(), u"--sound"_s, u"none"_s, u"--fullscreen"_s,
                   u"--show"_s, u"hall@DUMMY0"_s, u"--show"_s, u"window:5@DUMMY1"_s});
    REQUIRE(display.waitForStarted());

    using Places = std::vector<QRect>;
    const auto shows = [&](const Places& places) {
        return eventually([&] { return server.seen() == places; });
    };
    CHECK(shows({Left, Right}));
    server.unplug(u"DUMMY1"_s);
    CHECK(shows({Left}));
    server.plug(u"DUMMY1"_s);
    CHECK(shows({Left, Right}));
    server.unplug(u"DUMMY0"_s);
    CHECK(shows({Right}));
    server.plug(u"DUMMY0"_s);
    CHECK(shows({Left, Right}));
    server.randr({u"--output"_s, u"DUMMY0"_s, u"--mode"_s, u"800x600"_s});
    CHECK(shows({QRect(0, 0, 800, 600), Right}));
    CHECK(display.state() == QProcess::Running);
    CHECK(feed.listeners() == 1);
    display.terminate();
    CHECK(display.waitForFinished());
    CHECK(display.exitCode() == 0);
}
