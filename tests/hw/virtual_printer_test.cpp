#include "hw/virtual/virtual_printer.h"

#include "hw/escpos/paper.h"
#include "hw/png.h"
#include "tests/hw/hex.h"
#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon::hw;
using talon::test::hex;
using talon::test::ScratchFolder;

namespace {

std::unique_ptr<VirtualPrinter> opened(const ScratchFolder& folder)
{
    auto printer = openVirtualPrinter(folder.path());
    REQUIRE(printer);
    return *std::move(printer);
}

Raster chequered()
{
    Raster raster = whiteRaster(64, 40);
    for (int y = 0; y < raster.heightRows; ++y) {
        for (int x = y % 2; x < raster.widthDots; x += 2) {
            setBlack(raster, x, y);
        }
    }
    return raster;
}

Bytes slipOf(const Raster& raster)
{
    return escpos::slip(raster, *escpos::findModel("80mm"), {'0', '0', '1', '5'});
}

std::string said(VirtualPrinter& printer)
{
    const auto bytes = printer.read(0ms);
    REQUIRE(bytes);
    return hex(*bytes);
}

std::string answerTo(VirtualPrinter& printer, BytesView question)
{
    REQUIRE(printer.write(question, 10ms));
    return said(printer);
}

std::string statusOf(VirtualPrinter& printer)
{
    std::string all;
    for (const int n : {1, 2, 3, 4}) {
        all += (n > 1 ? " " : "") + answerTo(printer, escpos::askStatus(n));
    }
    return all;
}

std::string faultError(std::string_view text)
{
    const auto faults = parseFaults(text);
    return faults ? "" : describe(faults.error());
}

std::string textOf(BytesView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

constexpr const char* AllIsWell = "12 12 12 12";
constexpr const char* Word = "37 22 30 30 31 35 00";

} // namespace

TEST_CASE("faults are written by hand, with comments")
{
    CHECK(parseFaults("").value() == Faults{});
    CHECK(parseFaults("# all is well: paper-out\n").value() == Faults{});
    CHECK(parseFaults("paper-out cover-open\ndies-after 20000 # on the way\n").value() ==
          Faults{.paperOut = true, .coverOpen = true, .diesAfterBytes = 20000});
    CHECK(faultError("paper-outt").starts_with("paper-outt is not a known fault; known: paper-"));
    CHECK(faultError("dies-after") == "dies-after needs a number after it");
    CHECK(faultError("dies-after x") == "dies-after needs a number after it");
    CHECK(faultError("mm-per-second 0") == "mm-per-second needs a number after it");
}

TEST_CASE("a slip becomes a picture and its bytes, and the printer gives its word")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    CHECK(statusOf(*printer) == AllIsWell);
    CHECK(folder.pictures().empty());
    // The report that ASB begins with, then the word.
    CHECK(answerTo(*printer, slipOf(chequered())) == std::string(Word) + " 10 00 00 00");
    CHECK(folder.filesEndingIn("") ==
          std::vector<std::string>{"ticket-0001.escpos", "ticket-0001.png"});
    CHECK(folder.text("ticket-0001.png") == textOf(pngOf(chequered())));

    const std::string kept = folder.text("ticket-0001.escpos");
    const Bytes sent = slipOf(chequered());
    CHECK(kept == textOf(BytesView(sent).first(sent.size() - 11))); // but the question
    const auto slips = escpos::slipsOf(escpos::Decoder().take(std::as_bytes(std::span(kept))));
    CHECK(slips == std::vector{chequered()});
}

TEST_CASE("slips are numbered on, also by the next process")
{
    const ScratchFolder folder;
    for (int round = 0; round < 2; ++round) {
        const auto printer = opened(folder);
        answerTo(*printer, slipOf(chequered()));
        answerTo(*printer, slipOf(chequered()));
    }
    CHECK(folder.pictures() == std::vector<std::string>{"ticket-0001.png", "ticket-0002.png",
                                                        "ticket-0003.png", "ticket-0004.png"});
}

TEST_CASE("each fault is told in the bits of the manual")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    REQUIRE(printer->write(escpos::watchStatus(), 10ms));
    CHECK(said(*printer) == "10 00 00 00");

    folder.setFaults("paper-out");
    CHECK(said(*printer) == "18 00 0F 00");
    CHECK(statusOf(*printer) == "1A 32 12 7E");
    folder.setFaults("cover-open");
    CHECK(said(*printer) == "38 00 00 00");
    CHECK(statusOf(*printer) == "1A 16 12 12");
    folder.setFaults("near-end");
    CHECK(said(*printer) == "10 00 03 00");
    CHECK(statusOf(*printer) == "12 12 12 1E");
    folder.setFaults("broken");
    CHECK(said(*printer) == "18 20 00 00");
    CHECK(statusOf(*printer) == "1A 52 32 12");
    folder.setFaults("");
    CHECK(said(*printer) == "10 00 00 00");
    CHECK(statusOf(*printer) == AllIsWell);

    folder.setFaults("no-reply");
    CHECK(answerTo(*printer, escpos::askStatus(1)).empty());
}

TEST_CASE("a printer without paper keeps what it got and goes on when paper is loaded")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("paper-out-after 10");
    CHECK(answerTo(*printer, slipOf(chequered())) == "18 00 0F 00");
    CHECK(folder.pictures().empty());
    folder.setFaults("");
    CHECK(said(*printer) == std::string(Word) + " 10 00 00 00");
    CHECK(folder.text("ticket-0001.png") == textOf(pngOf(chequered())));
}

TEST_CASE("what waits for paper is dropped on demand; the half slip stays in the head")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("paper-out-after 10");
    answerTo(*printer, slipOf(chequered()));
    CHECK(answerTo(*printer, escpos::clearBuffers()) == "37 25 00");
    folder.setFaults("");
    CHECK(said(*printer) == "10 00 00 00");
    CHECK(folder.pictures().empty());

    Bytes cutAway = escpos::initialise();
    append(cutAway, escpos::cut());
    answerTo(*printer, cutAway);
    Raster half = chequered();
    half.heightRows = 10;
    half.bits.resize(10 * rowBytes(half.widthDots));
    CHECK(folder.text("ticket-0001.png") == textOf(pngOf(half)));
}

TEST_CASE("a jammed cutter stops the printer at the cut")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("cutter-jam");
    CHECK(statusOf(*printer) == AllIsWell); // nobody knows before it cuts
    CHECK(answerTo(*printer, slipOf(chequered())) == "18 08 00 00");
    CHECK(statusOf(*printer) == "1A 52 1A 12");
    folder.setFaults("");
    CHECK(said(*printer) == std::string(Word) + " 10 00 00 00");
    CHECK(folder.pictures().size() == 1);
}

TEST_CASE("a write that breaks off says how many bytes went")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    const Bytes slip = slipOf(chequered());

    folder.setFaults("stalls-after 100");
    const auto stalled = printer->write(slip, 20ms);
    REQUIRE_FALSE(stalled);
    CHECK(stalled.error().cause == WriteError::Cause::TimedOut);
    CHECK(stalled.error().bytesSent == 100);

    folder.setFaults("dies-after 150");
    const auto died = printer->write(BytesView(slip).subspan(100), 20ms);
    REQUIRE_FALSE(died);
    CHECK(died.error().cause == WriteError::Cause::LinkLost);
    CHECK(died.error().bytesSent == 50);

    CHECK(printer->write(slip, 20ms).error().bytesSent == 0);
    CHECK_FALSE(printer->read(0ms));
    CHECK(opened(folder)->read(0ms)); // switched on again
}

TEST_CASE("a stopped printer takes a buffer full and no more")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("cover-open");
    CHECK(printer->write(Bytes(4096), 20ms));
    const auto refused = printer->write(Bytes(1), 20ms);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().cause == WriteError::Cause::TimedOut);
    CHECK(refused.error().bytesSent == 0);
    folder.setFaults("");
    CHECK(printer->write(Bytes(1), 20ms));
}

TEST_CASE("a printer that is gone cannot be opened, written or read")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("gone");
    CHECK(printer->write(bytesOf(1), 10ms).error() ==
          WriteError{.what = "virtual:" + folder.path() + ": is gone"});
    CHECK_FALSE(printer->read(0ms));
    CHECK_FALSE(openVirtualPrinter(folder.path()));
    folder.setFaults("");
    CHECK(printer->read(0ms));
}

TEST_CASE("a fault that is written wrongly is told, not ignored")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("paperout");
    const auto error = printer->read(0ms);
    REQUIRE_FALSE(error);
    CHECK(error.error().what.find("faults: paperout is not a known fault") != std::string::npos);
}

TEST_CASE("a slow printer gives its word when the paper is out, not before")
{
    const ScratchFolder folder;
    const auto printer = opened(folder);
    folder.setFaults("mm-per-second 100"); // 40 rows are 5 mm: 50 ms
    const auto begin = std::chrono::steady_clock::now();
    CHECK(answerTo(*printer, slipOf(chequered())) == "10 00 00 00");
    const auto word = printer->read(2s);
    REQUIRE(word);
    CHECK(hex(*word) == Word);
    CHECK(std::chrono::steady_clock::now() - begin >= 50ms);
}
