#include "hw/escpos/encoder.h"

#include "tests/hw/hex.h"
#include "tests/support/catch.h"

using namespace talon::hw;
using namespace talon::hw::escpos;
using talon::test::hex;

TEST_CASE("each command is the bytes of the maker's manual")
{
    CHECK(hex(initialise()) == "1B 40");
    CHECK(hex(cut()) == "1D 56 42 00");
    CHECK(hex(watchStatus()) == "1D 61 0F");
    CHECK(hex(askStatus(1)) == "10 04 01");
    CHECK(hex(askStatus(4)) == "10 04 04");
    CHECK(hex(askSensor()) == "1D 72 01");
    CHECK(hex(askProcessId({'0', '0', '1', '5'})) == "1D 28 48 06 00 30 30 30 30 31 35");
    CHECK(hex(clearBuffers()) == "10 14 08 01 03 14 01 06 02 08");
    CHECK(hex(feed(0)).empty());
    CHECK(hex(feed(30)) == "1B 4A 1E");
    CHECK(hex(feed(300)) == "1B 4A FF 1B 4A 2D");
}

TEST_CASE("a process id is the last four digits of any number")
{
    CHECK(processIdOf(15) == ProcessId{'0', '0', '1', '5'});
    CHECK(processIdOf(1234567) == ProcessId{'4', '5', '6', '7'});
    CHECK(processIdOf(0) == ProcessId{'0', '0', '0', '0'});
    CHECK(processIdOf(INT64_MIN) == processIdOf(INT64_MAX));
}

TEST_CASE("a picture goes in bands, the last one shorter")
{
    Raster raster = whiteRaster(16, 5);
    setBlack(raster, 0, 0);
    setBlack(raster, 15, 1);
    setBlack(raster, 8, 4);
    CHECK(hex(rasterBands(raster, 2)) == "1D 76 30 00 02 00 02 00 80 00 00 01 "
                                         "1D 76 30 00 02 00 02 00 00 00 00 00 "
                                         "1D 76 30 00 02 00 01 00 00 80");
}

TEST_CASE("the width of a picture that does not end with a byte is rounded up")
{
    Raster raster = whiteRaster(12, 1);
    setBlack(raster, 11, 0);
    CHECK(hex(rasterBands(raster, 1)) == "1D 76 30 00 02 00 01 00 00 10");
}

TEST_CASE("a slip begins clean, ends with a cut and asks for the printer's word")
{
    Raster raster = whiteRaster(8, 1);
    setBlack(raster, 7, 0);
    const ProcessId id{'0', '0', '1', '5'};
    CHECK(hex(slip(raster, *findModel("80mm"), id)) ==
          "1B 40 1D 61 0F 1D 76 30 00 01 00 01 00 01 1D 56 42 00 "
          "1D 28 48 06 00 30 30 30 30 31 35");
    CHECK(hex(slip(raster, *findModel("58mm-clone"), id)) ==
          "1B 40 1D 61 0F 1D 76 30 00 01 00 01 00 01 1B 4A 60 1D 56 42 00 1D 72 01");
}

TEST_CASE("models are found by name")
{
    CHECK(findModel("80mm")->widthDots == 576);
    CHECK(findModel("58mm")->widthDots == 384);
    CHECK(findModel("81mm") == nullptr);
    CHECK(models().front().name == "80mm");
}
