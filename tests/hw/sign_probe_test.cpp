#include "tests/hw/emulated_signs.h"
#include "tests/support/catch.h"

#include <QProcess>

/// `talon-hw sign` as a technician starts it.
namespace {

using namespace talon::test;

struct Run
{
    int code = -1;
    std::string out;
    std::string err;
};

Run talonHw(const std::vector<std::string>& words)
{
    QStringList all{QStringLiteral("sign")};
    for (const std::string& word : words) {
        all += QString::fromStdString(word);
    }
    QProcess process;
    process.start(QStringLiteral(TALON_HW_PROGRAM), all);
    REQUIRE(process.waitForFinished());
    return {.code = process.exitCode(),
            .out = process.readAllStandardOutput().toStdString(),
            .err = process.readAllStandardError().toStdString()};
}

} // namespace

TEST_CASE("talon-hw lists the protocols of signs with their options")
{
    const Run list = talonHw({"list"});
    CHECK(list.code == 0);
    CHECK(list.out.find("ascii: ") != std::string::npos);
    CHECK(list.out.find("startRegister=0 (0 to 65503)") != std::string::npos);
    CHECK(talonHw({"paint"}).code == 2);
    CHECK(talonHw({"show", "ascii:/dev/null"}).code == 2);
    CHECK(talonHw({"show", "pigeon:1", "А015"}).code == 2);
    const Run none = talonHw({"show", "ascii:/nowhere/tty", "А015"});
    CHECK(none.code == 1);
    CHECK(none.err == "talon-hw: /nowhere/tty: No such file or directory\n");
}

TEST_CASE("talon-hw shows a text on a sign and counts, and says when there is none")
{
    const PtyLine pty;
    EmulatedSigns signs(EmulatedSigns::Kind::Ascii, pty);
    signs.set(7, SignMood::Answers);
    const std::string uri = "ascii:" + pty.path() + "?address=7&baud=115200&characters=cp1251";
    const Run show = talonHw({"show", uri, "А015"});
    CHECK(show.out == "sign 7: shown, confirmed\n");
    CHECK(show.code == 0);
    CHECK(signs.cells(7) == "\xC0"
                            "015");

    const Run count = talonHw({"count", uri});
    CHECK(count.code == 0);
    CHECK(count.out.find("counted to 999") != std::string::npos);
    CHECK(signs.history(7).size() == 1001);
    CHECK(signs.cells(7) == " 999");

    const Run wrong = talonHw({"show", "ascii:" + pty.path() + "?address=8", "А015"});
    CHECK(wrong.code == 1);
    CHECK(wrong.err == "talon-hw: does not answer\n");
}
