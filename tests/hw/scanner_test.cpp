#include "hw/scanner/open_scanner.h"
#include "tests/hw/pty_line.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon::hw;
using talon::test::PtyLine;

namespace {

std::string errorOf(std::string_view uri)
{
    const auto parsed = parseScannerUri(uri);
    return parsed ? "" : describe(parsed.error());
}

std::unique_ptr<Scanner> open(const std::string& uri)
{
    auto scanner = openScanner(*parseScannerUri(uri));
    REQUIRE(scanner);
    return *std::move(scanner);
}

/// The code, "!" and why there is none, "" for nothing, "gone".
std::string next(Scanner& scanner, std::chrono::milliseconds within = 5s)
{
    const auto scan = scanner.read(within);
    if (!scan) {
        return "gone";
    }
    return !*scan ? "" : **scan ? ***scan : "!" + describe((*scan)->error());
}

} // namespace

TEST_CASE("a scanner is named by scheme and address, and what is wrong is told with what is known")
{
    const auto uri = parseScannerUri("serial:/dev/ttyACM0?baud=115200&parity=even");
    REQUIRE(uri);
    CHECK(uri->address == "/dev/ttyACM0");
    CHECK(uri->options == UriOptions{{"baud", "115200"}, {"parity", "even"}});
    CHECK(parseScannerUri("evdev:Honeywell Scanner 1250g")->address == "Honeywell Scanner 1250g");
    CHECK(errorOf("usb:1") == "scanner has an unknown scheme \"usb\"; known: serial, evdev");
    CHECK(errorOf("evdev:x?baud=9600") ==
          "scanner has an unknown option \"baud=9600\"; known: none");
    CHECK(errorOf("serial:x?model=80mm") ==
          "scanner has an unknown option \"model=80mm\"; known: baud, parity, flow");
}

TEST_CASE("codes come from a line one by one, however they are cut")
{
    const PtyLine line;
    const auto scanner = open("serial:" + line.path());
    CHECK(scanner->id() == "serial:" + line.path());
    CHECK(next(*scanner, 0ms).empty());
    line.send("A015\r\nB0");
    CHECK(next(*scanner) == "A015");
    line.send("16\rC017\n");
    CHECK(next(*scanner) == "B016");
    CHECK(next(*scanner) == "C017");
    CHECK(next(*scanner, 20ms).empty());
}

TEST_CASE("a code without an end is over when the scanner is quiet")
{
    const PtyLine line;
    const auto scanner = open("serial:" + line.path());
    line.send("A015");
    CHECK(next(*scanner, 20ms).empty());
    CHECK(next(*scanner) == "A015");
    CHECK(next(*scanner, 20ms).empty());
}

TEST_CASE("a scanner on a line drops garbage and says why")
{
    const PtyLine line;
    const auto scanner = open("serial:" + line.path());
    line.send("\xD0\x90\x30\rA015\r" + std::string(300, '7') + "\rB016\r");
    CHECK(next(*scanner) == "!code has 0xD0, which is not of printable ASCII");
    CHECK(next(*scanner) == "A015");
    CHECK(next(*scanner) == "!code is longer than 128 characters");
    CHECK(next(*scanner) == "B016");
}

TEST_CASE("what was scanned before anybody listened is not read, and one program listens")
{
    const PtyLine line;
    line.send("OLD\r");
    const auto scanner = open("serial:" + line.path());
    line.send("NEW1\r");
    CHECK(next(*scanner) == "NEW1");
    const auto second = openScanner(*parseScannerUri("serial:" + line.path()));
    REQUIRE_FALSE(second);
    CHECK(second.error().what == "serial:" + line.path() + ": another program has it");
}

TEST_CASE("an unplugged scanner is told at once")
{
    PtyLine line;
    const auto scanner = open("serial:" + line.path());
    line.unplug();
    CHECK(next(*scanner) == "gone");
    const auto none = openScanner(*parseScannerUri("serial:/nowhere/ttyACM0"));
    REQUIRE_FALSE(none);
    CHECK(none.error().what == "serial:/nowhere/ttyACM0: No such file or directory");
    const auto file = openScanner(*parseScannerUri("serial:/dev/null"));
    REQUIRE_FALSE(file);
    CHECK(file.error().what == "serial:/dev/null: is no serial line");
    CHECK_FALSE(openScanner(*parseScannerUri("evdev:no such scanner")));
    CHECK_FALSE(openScanner(*parseScannerUri("evdev:/dev/null")));
}
