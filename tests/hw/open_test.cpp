#include "hw/open.h"

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

TEST_CASE("a printer's name that cannot be understood is told with what is known")
{
    CHECK(errorOf("printer") == "printer needs the form scheme:address");
    CHECK(errorOf(":/tmp") == "printer needs the form scheme:address");
    CHECK(errorOf("virtual:") == "printer has nothing after \"virtual:\"");
    CHECK(errorOf("virtual:/tmp?model=90mm") ==
          "printer has an unknown model \"90mm\"; known: 80mm, 58mm, 80mm-clone, 58mm-clone");
    CHECK(errorOf("virtual:/tmp?speed=1") ==
          "printer has an unknown option \"speed=1\"; known: model=NAME");
}

TEST_CASE("an unknown scheme is refused by naming the known ones")
{
    const auto printer = openPrinter(*parsePrinterUri("usb:04b8:0202"));
    REQUIRE_FALSE(printer);
    CHECK(printer.error().what == "usb:04b8:0202: unknown scheme \"usb\"; known: virtual, file");
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
