#include "terminal/app/scanner_reader.h"

#include "hw/scanner/open_scanner.h"
#include "tests/hw/pty_line.h"
#include "tests/support/catch.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <filesystem>
#include <optional>

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::terminal;
using talon::test::PtyLine;

namespace {

constexpr int PatienceMs = 10'000;

/// A reader on a link, as udev makes it, behind which a scanner may be or not.
struct Table
{
    void plugIn()
    {
        line.emplace();
        std::filesystem::create_symlink(line->path(), link);
    }

    void unplug()
    {
        std::filesystem::remove(link);
        line->unplug();
    }

    void begin()
    {
        reader = std::make_unique<ScannerReader>(
            ScannerReaderSettings{.scanner = *hw::parseScannerUri("serial:" + link),
                                  .openEvery = 20ms,
                                  .sameAgainAfter = 300ms});
        QObject::connect(reader.get(), &ScannerReader::scanned, reader.get(),
                         [this](const QString& code) { codes.append(code); });
        QObject::connect(reader.get(), &ScannerReader::troubled, reader.get(),
                         [this](const QString& what) { troubles.append(what); });
    }

    void waitForPresence(bool isPresent) const
    {
        QSignalSpy spy(reader.get(), &ScannerReader::presenceChanged);
        while (reader->isPresent() != isPresent && spy.wait(PatienceMs)) {
        }
        REQUIRE(reader->isPresent() == isPresent);
    }

    void waitForCodes(qsizetype count) const
    {
        QSignalSpy spy(reader.get(), &ScannerReader::scanned);
        while (codes.size() < count && spy.wait(PatienceMs)) {
        }
    }

    QTemporaryDir folder;
    std::string link = folder.path().toStdString() + "/scanner";
    std::optional<PtyLine> line;
    std::unique_ptr<ScannerReader> reader;
    QStringList codes;
    QStringList troubles;
};

} // namespace

TEST_CASE("a terminal hears each code that is shown to its scanner")
{
    Table table;
    table.plugIn();
    table.begin();
    table.waitForPresence(true);
    table.line->send("A015\rB016\r");
    table.waitForCodes(2);
    table.line->send("C017\r");
    table.waitForCodes(3);
    CHECK(table.codes ==
          QStringList{QStringLiteral("A015"), QStringLiteral("B016"), QStringLiteral("C017")});
    CHECK(table.troubles.isEmpty());
}

TEST_CASE("a code that is held before the scanner is one scan, and another time one more")
{
    Table table;
    table.plugIn();
    table.begin();
    table.waitForPresence(true);
    table.line->send("A015\rA015\rA015\rB016\rA015\r");
    table.waitForCodes(3);
    CHECK(table.codes ==
          QStringList{QStringLiteral("A015"), QStringLiteral("B016"), QStringLiteral("A015")});
    // Shown again after a while: nothing but time may pass in between.
    QSignalSpy none(table.reader.get(), &ScannerReader::scanned);
    CHECK_FALSE(none.wait(400));
    table.line->send("A015\r");
    table.waitForCodes(4);
    CHECK(table.codes.size() == 4);
}

TEST_CASE("a scanner may come late, go and come back")
{
    Table table;
    table.begin();
    QSignalSpy trouble(table.reader.get(), &ScannerReader::troubled);
    REQUIRE((!table.troubles.isEmpty() || trouble.wait(PatienceMs)));
    table.plugIn();
    table.waitForPresence(true);
    table.line->send("A015\r");
    table.waitForCodes(1);
    table.unplug();
    table.waitForPresence(false);
    table.plugIn();
    table.waitForPresence(true);
    table.line->send("B016\r");
    table.waitForCodes(2);
    CHECK(table.codes == QStringList{QStringLiteral("A015"), QStringLiteral("B016")});
    const QString scanner = QStringLiteral("serial:") + QString::fromStdString(table.link);
    REQUIRE(table.troubles.size() >= 2);
    CHECK(table.troubles[0] == scanner + QStringLiteral(": No such file or directory"));
    CHECK(table.troubles[1] == scanner + QStringLiteral(": the line was lost"));
    CHECK(table.troubles.size() <= 3); // absent for many looks, told once
}

TEST_CASE("garbage is told to the log and not to the screens")
{
    Table table;
    table.plugIn();
    table.begin();
    table.waitForPresence(true);
    table.line->send("\xD0\x90\r"
                     "A015\r");
    table.waitForCodes(1);
    CHECK(table.codes == QStringList{QStringLiteral("A015")});
    REQUIRE(table.troubles.size() == 1);
    CHECK(table.troubles[0].endsWith(
        QStringLiteral("code has 0xD0, which is not of printable ASCII")));
}

TEST_CASE("a reader ends soon, with a scanner and without one")
{
    for (const bool isThere : {true, false}) {
        Table table;
        if (isThere) {
            table.plugIn();
        }
        table.begin();
        if (isThere) {
            table.waitForPresence(true);
        }
        const auto begin = std::chrono::steady_clock::now();
        table.reader.reset();
        CHECK(std::chrono::steady_clock::now() - begin < 2s);
    }
}
