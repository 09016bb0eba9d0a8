#include "hw/escpos/real_time.h"

#include "hw/escpos/decoder.h"
#include "hw/escpos/encoder.h"
#include "tests/hw/hex.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace talon::hw;
using namespace talon::hw::escpos;

namespace {

constexpr int BandRows = 4;

/// Written apart from the encoder's own search: where a printer would obey.
std::vector<std::size_t> realTimeAt(BytesView bytes)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const int second = std::to_integer<int>(bytes[i + 1]);
        if (bytes[i] == std::byte{0x10} && (second == 0x04 || second == 0x05 || second == 0x14)) {
            found.push_back(i);
        }
    }
    return found;
}

Raster printed(BytesView bytes)
{
    Decoder decoder;
    Raster paper;
    for (const Action& action : decoder.take(bytes)) {
        REQUIRE(std::holds_alternative<PrintRows>(action)); // and no real-time command
        appendRows(paper, std::get<PrintRows>(action).rows);
    }
    CHECK(decoder.unfinishedBytes() == 0);
    return paper;
}

std::size_t dotsChanged(const Raster& before, const Raster& after)
{
    REQUIRE(before.bits.size() == after.bits.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < before.bits.size(); ++i) {
        for (auto bits = std::to_integer<unsigned>(before.bits[i] ^ after.bits[i]); bits != 0;
             bits &= bits - 1) {
            ++changed;
        }
    }
    return changed;
}

} // namespace

TEST_CASE("a real-time command drawn at any place of a picture is broken by one dot")
{
    for (const int second : {0x04, 0x05, 0x14}) {
        for (const int third : {0x00, 0x01, 0x02, 0x04, 0x08, 0x10, 0xFF}) {
            // Every place, so also across the ends of rows and of bands.
            Raster raster = whiteRaster(24, 10);
            for (std::size_t at = 0; at + 2 < raster.bits.size(); ++at) {
                Raster drawn = raster;
                drawn.bits[at] = std::byte{0x10};
                drawn.bits[at + 1] = static_cast<std::byte>(second);
                drawn.bits[at + 2] = static_cast<std::byte>(third);
                const Bytes bytes = rasterBands(drawn, BandRows);
                INFO("second " << second << " third " << third << " at " << at);
                CHECK(realTimeAt(bytes).empty());
                // Between two bands stands the head of the second one: nothing to break there.
                const bool betweenBands = (at + 1) % (3 * BandRows) == 0;
                CHECK(dotsChanged(drawn, printed(bytes)) == (betweenBands ? 0 : 1));
            }
        }
    }
}

TEST_CASE("pictures made of nothing but dangerous bytes come out safe, with no dot taken away")
{
    constexpr std::array Dangerous{0x10, 0x04, 0x05, 0x14, 0x08, 0x01};
    std::mt19937 engine(20261123); // NOLINT(cert-msc51-cpp): the same pictures each time
    for (int round = 0; round < 300; ++round) {
        Raster raster = whiteRaster(48, 9);
        for (std::byte& byte : raster.bits) {
            byte = static_cast<std::byte>(Dangerous[engine() % Dangerous.size()]);
        }
        const Bytes bytes = rasterBands(raster, 1 + static_cast<int>(engine() % 9));
        CHECK(realTimeAt(bytes).empty());
        const Raster paper = printed(bytes);
        for (std::size_t i = 0; i < raster.bits.size(); ++i) {
            CHECK((paper.bits[i] & raster.bits[i]) == raster.bits[i]);
        }
    }
}

TEST_CASE("a whole slip holds no real-time command, whatever its picture")
{
    std::mt19937 engine(7); // NOLINT(cert-msc51-cpp)
    for (const Model& model : models()) {
        Raster raster = whiteRaster(model.widthDots, 700);
        raster.bits = talon::test::randomBytes(raster.bits.size(), engine);
        REQUIRE_FALSE(realTimeAt(raster.bits).empty()); // or this test shows nothing
        CHECK(realTimeAt(slip(raster, model, processIdOf(4))).empty());
    }
}
