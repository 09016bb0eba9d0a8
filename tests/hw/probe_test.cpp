#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

#include <QProcess>

/// The tool as a technician starts it.
namespace {

using talon::test::ScratchFolder;

struct Run
{
    int code = -1;
    std::string out;
    std::string err;
};

Run talonHw(const QStringList& words)
{
    QProcess process;
    process.start(QStringLiteral(TALON_HW_PROGRAM), words);
    REQUIRE(process.waitForFinished());
    return {.code = process.exitCode(),
            .out = process.readAllStandardOutput().toStdString(),
            .err = process.readAllStandardError().toStdString()};
}

QString on(const ScratchFolder& folder)
{
    return QStringLiteral("virtual:") + QString::fromStdString(folder.path());
}

} // namespace

TEST_CASE("talon-hw tells how it is used")
{
    const Run help = talonHw({QStringLiteral("--help")});
    CHECK(help.code == 0);
    CHECK(help.out.find("talon-hw decode FILE") != std::string::npos);
    CHECK(talonHw({QStringLiteral("--version")}).out == "talon-hw " TALON_VERSION "\n");
    CHECK(talonHw({}).code == 2);
    CHECK(talonHw({QStringLiteral("paint")}).code == 2);
    CHECK(talonHw({QStringLiteral("status")}).code == 2);
    CHECK(talonHw({QStringLiteral("status"), QStringLiteral("nonsense")}).code == 2);
    const Run pigeon = talonHw({QStringLiteral("status"), QStringLiteral("pigeon:1")});
    CHECK(pigeon.code == 1);
    CHECK(pigeon.err.find("known: ") != std::string::npos);
}

TEST_CASE("talon-hw prints a test slip and reads the bytes back to the same picture")
{
    const ScratchFolder folder;
    const Run print = talonHw({QStringLiteral("print"), on(folder)});
    CHECK(print.code == 0);
    CHECK(print.out.find("printed, confirmed") != std::string::npos);
    REQUIRE(folder.pictures() == std::vector<std::string>{"ticket-0001.png"});

    const QString path = QString::fromStdString(folder.path());
    const Run decode =
        talonHw({QStringLiteral("decode"), path + QStringLiteral("/ticket-0001.escpos"),
                 path + QStringLiteral("/again")});
    CHECK(decode.code == 0);
    CHECK(decode.out.find("576 x 320 dots, 40 mm") != std::string::npos);
    CHECK(folder.text("again-1.png") == folder.text("ticket-0001.png"));
    CHECK(talonHw({QStringLiteral("decode"), path + QStringLiteral("/none")}).code == 3);
}

TEST_CASE("talon-hw says what is wrong with a printer")
{
    const ScratchFolder folder;
    CHECK(talonHw({QStringLiteral("status"), on(folder)}).code == 0);
    folder.setFaults("cover-open");
    const Run status = talonHw({QStringLiteral("status"), on(folder)});
    CHECK(status.code == 1);
    CHECK(status.out.find("coverOpen") != std::string::npos);
    const Run print = talonHw({QStringLiteral("print"), on(folder)});
    CHECK(print.code == 1);
    CHECK(print.err.find("not printed") != std::string::npos);
}

TEST_CASE("talon-hw refuses to serve or scan what it does not understand")
{
    const ScratchFolder folder;
    const QString path = QString::fromStdString(folder.path());
    const auto serve = [&](const QString& kind, const QString& where) {
        return talonHw({QStringLiteral("serve"), path, kind, where});
    };
    const Run usb = serve(QStringLiteral("--usb"), QStringLiteral("1"));
    CHECK(usb.code == 2);
    CHECK(usb.err == "talon-hw: serve needs --tcp PORT or --pty LINK\n");
    CHECK(serve(QStringLiteral("--tcp"), QStringLiteral("70000")).code == 2);
    CHECK(serve(QStringLiteral("--tcp"), QStringLiteral("port")).code == 2);
    CHECK(talonHw({QStringLiteral("serve"), path}).code == 2);
    const Run taken = serve(QStringLiteral("--pty"), path); // a folder stands there
    CHECK(taken.code == 1);
    CHECK(taken.err.find("exists, and is no link") != std::string::npos);

    CHECK(talonHw({QStringLiteral("scan"), QStringLiteral("nonsense")}).code == 2);
    const Run none = talonHw({QStringLiteral("scan"), QStringLiteral("serial:/nowhere/tty")});
    CHECK(none.code == 1);
    CHECK(none.err == "talon-hw: serial:/nowhere/tty: No such file or directory\n");
}
