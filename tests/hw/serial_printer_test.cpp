#include "hw/serial/serial_printer.h"

#include "tests/hw/pty_line.h"
#include "tests/support/catch.h"

/// The road itself, on a line whose far end is the test.
using namespace std::chrono_literals;
using namespace talon::hw;
using Cause = WriteError::Cause;
using std::chrono::steady_clock;
using talon::test::PtyLine;

namespace {

std::unique_ptr<SerialPrinter> printerOn(const PtyLine& line, const UriOptions& options = {})
{
    auto opened = openSerialPrinter(line.path(), options);
    REQUIRE(opened);
    return *std::move(opened);
}

std::string read(SerialPrinter& printer, std::chrono::milliseconds within)
{
    const auto bytes = printer.read(within);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size())
                 : "! " + bytes.error().what;
}

} // namespace

TEST_CASE("a line that cannot be opened is told by name")
{
    const auto none = openSerialPrinter("/dev/no-such-line", {});
    REQUIRE_FALSE(none);
    CHECK(none.error().what == "serial:/dev/no-such-line: No such file or directory");
    const auto noLine = openSerialPrinter("/dev/null", {});
    REQUIRE_FALSE(noLine);
    CHECK(noLine.error().what == "serial:/dev/null: is no serial line");
}

TEST_CASE("a line is set as its name says, and passes every byte as it is")
{
    const PtyLine line;
    auto printer = printerOn(line, {{"baud", "19200"}, {"flow", "xonxoff"}});
    const termios set = line.settings();
    CHECK(cfgetospeed(&set) == B19200);
    CHECK((set.c_cflag & (CRTSCTS | HUPCL)) == 0);
    CHECK((set.c_iflag & IXON) == IXON);
    printer.reset();
    printer = printerOn(line);
    const termios anew = line.settings();
    CHECK(cfgetospeed(&anew) == B115200);
    CHECK((anew.c_cflag & CRTSCTS) == CRTSCTS);
    CHECK((anew.c_iflag & IXON) == 0);

    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<std::byte>(i);
    }
    REQUIRE(printer->write(all, 1s));
    const std::string text(reinterpret_cast<const char*>(all.data()), all.size());
    CHECK(line.receive() == text);
    line.send(text);
    std::string heard;
    while (heard.size() < text.size()) {
        const std::string more = read(*printer, 1s);
        REQUIRE_FALSE(more.empty());
        heard += more;
    }
    CHECK(heard == text);
}

TEST_CASE("a printer on a line that takes nothing gets exactly as many bytes as are told")
{
    const PtyLine line;
    const auto printer = printerOn(line);
    const Bytes slip(200'000, std::byte{0x55});
    const auto begin = steady_clock::now();
    const auto sent = printer->write(slip, 200ms);
    const auto took = steady_clock::now() - begin;
    REQUIRE_FALSE(sent);
    CHECK((sent.error().cause == Cause::TimedOut));
    CHECK(took >= 200ms);
    CHECK(took < 1s);
    CHECK(sent.error().bytesSent > 0);
    CHECK(line.receive().size() == sent.error().bytesSent);
    CHECK(printer->write(slip, 0ms).error().cause == Cause::TimedOut);
}

TEST_CASE("a line that is unplugged is told by the call that meets it")
{
    PtyLine line;
    const auto printer = printerOn(line);
    CHECK(read(*printer, 20ms).empty());
    line.unplug();
    CHECK(read(*printer, 1s) == "! " + printer->id() + ": the line was lost");
    const auto sent = printer->write(bytesOf('a'), 1s);
    REQUIRE_FALSE(sent);
    CHECK((sent.error().cause == Cause::LinkLost));
    CHECK(sent.error().bytesSent == 0);
}
