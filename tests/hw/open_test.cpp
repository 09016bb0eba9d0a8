#include "hw/open.h"

#include "hw/file/file_printer.h"
#include "hw/serial/serial_line.h"
#include "tests/hw/hex.h"
#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon::hw;

namespace {

std::string errorOf(std::string_view uri)
{
    const auto parsed = parsePrinterUri(uri);
    return parsed ? "" : describe(parsed.error());
}

} // namespace

TEST_CASE("a printer is named by scheme, address and model")
{
    const auto plain = parsePrinterUri("virtual:/tmp/tickets");
    REQUIRE(plain);
    CHECK(plain->scheme == "virtual");
    CHECK(plain->address == "/tmp/tickets");
    CHECK(plain->model->name == "80mm");
    CHECK(describe(*plain) == "virtual:/tmp/tickets");

    const auto narrow = parsePrinterUri("file:/dev/usb/lp0?model=58mm");
    REQUIRE(narrow);
    CHECK(narrow->address == "/dev/usb/lp0");
    CHECK(narrow->model->widthDots == 384);
}

namespace {

class NamedPrinter : public FilePrinter
{
public:
    explicit NamedPrinter(std::string deviceId)
        : FilePrinter("/dev/null", {})
        , m_deviceId(std::move(deviceId))
    {}
    std::string deviceId() const override { return m_deviceId; }

private:
    std::string m_deviceId;
};

} // namespace

TEST_CASE("what a printer calls itself chooses the model, unless one is named")
{
    const NamedPrinter known("MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;");
    const NamedPrinter clone("MFG:STMicroelectronics;MDL:POS58 Printer USB;");
    const NamedPrinter unknown("MFG:Somebody;MDL:Something;");
    CHECK(modelFor(*parsePrinterUri("usb:"), known).name == "80mm-512");
    CHECK(modelFor(*parsePrinterUri("usb:"), clone).name == "58mm-clone");
    CHECK(modelFor(*parsePrinterUri("usb:"), unknown).name == "80mm");
    CHECK(modelFor(*parsePrinterUri("usb:?model=58mm-420"), known).name == "58mm-420");
    CHECK(modelFor(*parsePrinterUri("usb:?model=80mm"), known).name == "80mm");
}

TEST_CASE("a printer's name that cannot be understood is told with what is known")
{
    CHECK(errorOf("printer") == "printer needs the form scheme:address");
    CHECK(errorOf(":/tmp") == "printer needs the form scheme:address");
    CHECK(errorOf("virtual:") == "printer has nothing after \"virtual:\"");
    CHECK(errorOf("usb:").empty()); // the first there is
    CHECK(errorOf("virtual:/tmp?model=90mm") ==
          "printer has an unknown model \"90mm\"; known: 80mm, 58mm, 80mm-clone, 58mm-clone, "
          "80mm-512, 58mm-420, 58mm-432");
    CHECK(errorOf("virtual:/tmp?speed=1") ==
          "printer has an unknown option \"speed=1\"; known: model");
    CHECK(errorOf("virtual:/tmp?baud=9600") ==
          "printer has an unknown option \"baud=9600\"; known: model");
    CHECK(errorOf("serial:/dev/ttyS0?speed=1") ==
          "printer has an unknown option \"speed=1\"; known: model, baud, parity, flow");
    CHECK(errorOf("serial:/dev/ttyS0?baud") ==
          "printer has an unknown option \"baud\"; known: model, baud, parity, flow");
    CHECK(errorOf("serial:/dev/ttyS0?baud=9600&flow=maybe") ==
          "printer has an unknown flow \"maybe\"; known: rtscts, xonxoff, dtr, none");
    CHECK(errorOf("serial:/dev/ttyS0?flow=dtr&flow=dtr") == "printer says \"flow\" twice");
    CHECK(errorOf("serial:/dev/ttyS0?") ==
          "printer has an unknown option \"\"; known: model, baud, parity, flow");
}

TEST_CASE("what a serial line is set to stands in its name")
{
    const auto uri =
        parsePrinterUri("serial:/dev/ttyUSB0?baud=19200&model=58mm&parity=odd&flow=dtr");
    REQUIRE(uri);
    CHECK(uri->address == "/dev/ttyUSB0");
    CHECK(uri->model->name == "58mm");
    const SerialSettings odd{
        .baud = 19200, .parity = SerialSettings::Parity::Odd, .flow = SerialSettings::Flow::Dtr};
    CHECK((serialSettings(uri->options) == odd));
    CHECK(bytesPerSecond(odd) == 1745);
    CHECK((serialSettings({}) == SerialSettings{}));
    CHECK(bytesPerSecond(serialSettings({})) == 11520);
}

TEST_CASE("an unknown scheme is refused by naming the known ones")
{
    const auto printer = openPrinter(*parsePrinterUri("pigeon:1"));
    REQUIRE_FALSE(printer);
    CHECK(printer.error().what ==
          "pigeon:1: unknown scheme \"pigeon\"; known: usb, cups, tcp, serial, virtual, file");
}

TEST_CASE("a file printer adds bytes to its file, and says nothing")
{
    const talon::test::ScratchFolder folder;
    const auto uri = parsePrinterUri("file:" + folder.path() + "/out");
    for (int round = 0; round < 2; ++round) {
        const auto printer = openPrinter(*uri);
        REQUIRE(printer);
        CHECK(printer->get()->id() == "file:" + folder.path() + "/out");
        CHECK_FALSE(printer->get()->canAnswer());
        CHECK(printer->get()->write(bytesOf('a', 'b'), 100ms));
        CHECK(printer->get()->read(0ms)->empty());
    }
    CHECK(folder.text("out") == "abab");
}

TEST_CASE("a printer that cannot be opened is told by name")
{
    const auto file = openPrinter(*parsePrinterUri("file:/nowhere/at/all"));
    REQUIRE_FALSE(file);
    CHECK(file.error().what == "file:/nowhere/at/all: cannot be opened for writing");
    const auto folder = openPrinter(*parsePrinterUri("virtual:/dev/null/tickets"));
    REQUIRE_FALSE(folder);
    CHECK(folder.error().what.starts_with("virtual:/dev/null/tickets: "));
}
