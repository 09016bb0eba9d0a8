#include "hw/escpos/decoder.h"

#include "hw/escpos/paper.h"
#include "hw/png.h"
#include "tests/hw/hex.h"
#include "tests/support/catch.h"

#include <QImage>

using namespace talon::hw;
using namespace talon::hw::escpos;
using talon::test::bytesFromHex;

namespace {

std::vector<Action> actions(std::string_view hex)
{
    return Decoder().take(bytesFromHex(hex));
}

Action askFor(const char* id)
{
    return AskProcessId{{id[0], id[1], id[2], id[3]}};
}

/// Free of dangerous pairs, so that every dot must come out as it went in.
Raster harmless(int widthDots, int heightRows, std::mt19937& engine)
{
    Raster raster = whiteRaster(widthDots, heightRows);
    raster.bits = talon::test::randomBytes(raster.bits.size(), engine);
    for (std::byte& byte : raster.bits) {
        byte &= std::byte{0xEF}; // never 0x10
    }
    return raster;
}

} // namespace

TEST_CASE("commands are told from each other")
{
    CHECK(actions("1B 40") == std::vector<Action>{Initialise{}});
    CHECK(actions("1B 4A 1E 1B 64 02") == std::vector<Action>{FeedRows{30}, FeedRows{60}});
    CHECK(actions("1D 56 42 00 1D 56 00 1D 56 01") == std::vector<Action>{Cut{}, Cut{}, Cut{}});
    CHECK(actions("1D 61 0F 1D 61 00") ==
          std::vector<Action>{WatchStatus{true}, WatchStatus{false}});
    CHECK(actions("1D 28 48 06 00 30 30 30 30 31 35") == std::vector{askFor("0015")});
    CHECK(actions("1D 72 01") == std::vector<Action>{AskSensor{1}});
    CHECK(actions("10 04 02") == std::vector<Action>{AskStatus{2}});
    CHECK(actions("10 14 08 01 03 14 01 06 02 08") == std::vector<Action>{ClearBuffers{}});
    CHECK(actions("10 05 02") == std::vector<Action>{OtherRealTime{bytesFromHex("10 05 02")}});
}

TEST_CASE("what is not known is kept and does not disturb what follows")
{
    CHECK(actions("41 1B 40") == std::vector<Action>{Strange{bytesFromHex("41")}, Initialise{}});
    CHECK(actions("1D 28 4B 02 00 32 04 1B 40") ==
          std::vector<Action>{Strange{bytesFromHex("1D 28 4B 02 00 32 04")}, Initialise{}});
    CHECK(actions("10 10 04 01").back() == Action{AskStatus{1}});
}

TEST_CASE("a status query inside a picture is answered, and the picture keeps its bytes")
{
    const auto found = actions("1D 76 30 00 03 00 01 00 10 04 01");
    REQUIRE(found.size() == 2);
    CHECK(found[0] == Action{AskStatus{1}});
    CHECK(std::get<PrintRows>(found[1]).rows.bits == bytesFromHex("10 04 01"));
}

TEST_CASE("clearing the buffers ends a picture that was half sent")
{
    CHECK(actions("1D 76 30 00 03 00 05 00 FF FF 10 14 08 01 03 14 01 06 02 08 1B 40") ==
          std::vector<Action>{ClearBuffers{}, Initialise{}});
}

TEST_CASE("a raster goes in and comes out the same, in any pieces")
{
    std::mt19937 engine(42); // NOLINT(cert-msc51-cpp): the same pictures each time
    for (const Model& model : models()) {
        for (const int rows : {1, 63, 64, 65, 128, 129, 500}) {
            const Raster raster = harmless(model.widthDots, rows, engine);
            const Bytes bytes = slip(raster, model, processIdOf(rows));
            Decoder decoder;
            std::vector<Action> found;
            for (std::size_t at = 0; at < bytes.size();) {
                const std::size_t size =
                    std::min<std::size_t>(1 + engine() % 999, bytes.size() - at);
                const auto some = decoder.take(BytesView(bytes).subspan(at, size));
                found.insert(found.end(), some.begin(), some.end());
                at += size;
            }
            const auto slips = slipsOf(found);
            REQUIRE(slips.size() == 1);
            Raster expected = raster;
            expected.widthDots = static_cast<int>(rowBytes(model.widthDots)) * 8; // whole bytes
            appendWhiteRows(expected, model.feedBeforeCutRows);
            CHECK(slips[0] == expected);
            CHECK(decoder.unfinishedBytes() == 0);
        }
    }
}

TEST_CASE("slips are cut from each other; an uncut one hangs on")
{
    const auto slips = slipsOf(actions("1D 76 30 00 01 00 01 00 FF 1D 56 00 1D 56 00 "
                                       "1D 76 30 00 01 00 02 00 0F F0 1B 4A 01"));
    REQUIRE(slips.size() == 2);
    CHECK(slips[0] == Raster{8, 1, bytesFromHex("FF")});
    CHECK(slips[1] == Raster{8, 3, bytesFromHex("0F F0 00")});
}

TEST_CASE("noise neither stops the decoder nor grows it without end")
{
    std::mt19937 engine(1); // NOLINT(cert-msc51-cpp)
    Decoder decoder;
    for (int round = 0; round < 200; ++round) {
        decoder.take(talon::test::randomBytes(1000, engine));
        CHECK(decoder.unfinishedBytes() < (1 << 20) + 1000);
    }
}

TEST_CASE("a picture file shows each dot, as another decoder reads it")
{
    std::mt19937 engine(3); // NOLINT(cert-msc51-cpp)
    for (const auto& [width, height] : {std::pair{1, 1}, {9, 3}, {384, 100}, {576, 1200}}) {
        Raster raster = whiteRaster(width, height);
        for (int i = 0; i < width * height / 3 + 1; ++i) {
            setBlack(raster, static_cast<int>(engine() % static_cast<unsigned>(width)),
                     static_cast<int>(engine() % static_cast<unsigned>(height)));
        }
        const Bytes png = pngOf(raster);
        QImage image;
        REQUIRE(image.loadFromData(reinterpret_cast<const uchar*>(png.data()),
                                   static_cast<int>(png.size()), "PNG"));
        REQUIRE(image.size() == QSize(width, height));
        int wrong = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                wrong += isBlack(raster, x, y) == (qGray(image.pixel(x, y)) == 0) ? 0 : 1;
            }
        }
        CHECK(wrong == 0);
    }
}
