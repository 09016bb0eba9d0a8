#include "hw/escpos/replies.h"

#include "hw/escpos/status.h"
#include "tests/hw/hex.h"
#include "tests/support/catch.h"

using namespace talon::hw;
using namespace talon::hw::escpos;
using talon::test::bytesFromHex;

namespace {

std::vector<Reply> replies(std::string_view hex)
{
    return ReplyParser().take(bytesFromHex(hex));
}

Reply eot(int bits)
{
    return EotReply{static_cast<std::byte>(bits)};
}

Reply asb(int a, int b, int c, int d)
{
    return AsbReply{{static_cast<std::byte>(a), static_cast<std::byte>(b),
                     static_cast<std::byte>(c), static_cast<std::byte>(d)}};
}

Reply wordFor(const std::string& id)
{
    return BlockReply{ProcessIdKind, id};
}

PrinterStatus eotStatus(int n, int bits)
{
    PrinterStatus status;
    apply(status, n, EotReply{static_cast<std::byte>(bits)});
    return status;
}

PrinterStatus asbStatus(int a, int b, int c)
{
    return statusOf(std::get<AsbReply>(asb(a, b, c, 0)));
}

} // namespace

TEST_CASE("kinds of replies are told apart")
{
    CHECK(replies("12") == std::vector{eot(0x12)});
    CHECK(replies("7E") == std::vector{eot(0x7E)});
    CHECK(replies("14 00 00 0F") == std::vector{asb(0x14, 0, 0, 0x0F)});
    CHECK(replies("3C 60 6F 4F") == std::vector{asb(0x3C, 0x60, 0x6F, 0x4F)});
    CHECK(replies("37 22 30 30 31 35 00") == std::vector{wordFor("0015")});
    CHECK(replies("37 25 00") == std::vector<Reply>{BlockReply{BuffersClearedKind, ""}});
    CHECK(replies("0C") == std::vector<Reply>{SensorReply{std::byte{0x0C}}});
    CHECK(replies("").empty());
}

TEST_CASE("flow control and noise are no replies")
{
    CHECK(replies("11 13 FF 90").empty());
    CHECK(replies("11 12 13") == std::vector{eot(0x12)});
}

TEST_CASE("a report that breaks off does not swallow what follows")
{
    CHECK(replies("14 00 12") == std::vector{eot(0x12)});
    CHECK(replies("14 00 37 22 30 30 31 35 00") == std::vector{wordFor("0015")});
    CHECK(replies("14 14 00 00 00") == std::vector{asb(0x14, 0, 0, 0)});
}

TEST_CASE("a block whose end was lost is given up")
{
    std::string endless = "37";
    for (int i = 0; i < 127; ++i) {
        endless += " 41";
    }
    CHECK(replies(endless + " 12") == std::vector{eot(0x12)});
    CHECK(replies("37 00") == std::vector<Reply>{BlockReply{}});
}

TEST_CASE("replies mean the same wherever the stream is cut")
{
    const Bytes stream =
        bytesFromHex("12 14 00 00 0F 37 22 30 30 31 35 00 16 1C 08 0C 00 37 25 00 12");
    const std::vector<Reply> whole = ReplyParser().take(stream);
    REQUIRE(whole.size() == 7);
    for (std::size_t first = 0; first <= stream.size(); ++first) {
        for (std::size_t second = first; second <= stream.size(); ++second) {
            ReplyParser parser;
            std::vector<Reply> pieces;
            for (const BytesView piece :
                 {BytesView(stream).first(first), BytesView(stream).subspan(first, second - first),
                  BytesView(stream).subspan(second)}) {
                const auto some = parser.take(piece);
                pieces.insert(pieces.end(), some.begin(), some.end());
            }
            CHECK(pieces == whole);
        }
    }
}

TEST_CASE("each status bit means what the manual says")
{
    CHECK(eotStatus(1, 0x12) == PrinterStatus{});
    CHECK(eotStatus(1, 0x1A) == PrinterStatus{.offline = true});
    CHECK(eotStatus(2, 0x16) == PrinterStatus{.coverOpen = true});
    CHECK(eotStatus(2, 0x32) == PrinterStatus{.paperEnd = true});
    CHECK(eotStatus(2, 0x52) == PrinterStatus{.otherFault = true});
    CHECK(eotStatus(3, 0x16) == PrinterStatus{.mechanicalFault = true});
    CHECK(eotStatus(3, 0x1A) == PrinterStatus{.cutterFault = true});
    CHECK(eotStatus(3, 0x32) == PrinterStatus{.unrecoverableFault = true});
    CHECK(eotStatus(3, 0x52) == PrinterStatus{.recoverableFault = true});
    CHECK(eotStatus(4, 0x1E) == PrinterStatus{.paperNearEnd = true});
    CHECK(eotStatus(4, 0x7E) == PrinterStatus{.paperEnd = true, .paperNearEnd = true});

    CHECK(asbStatus(0x10, 0, 0) == PrinterStatus{});
    CHECK(asbStatus(0x18, 0, 0) == PrinterStatus{.offline = true});
    CHECK(asbStatus(0x30, 0, 0) == PrinterStatus{.coverOpen = true});
    CHECK(asbStatus(0x10, 0x04, 0) == PrinterStatus{.mechanicalFault = true});
    CHECK(asbStatus(0x10, 0x08, 0) == PrinterStatus{.cutterFault = true});
    CHECK(asbStatus(0x10, 0x20, 0) == PrinterStatus{.unrecoverableFault = true});
    CHECK(asbStatus(0x10, 0x40, 0) == PrinterStatus{.recoverableFault = true});
    CHECK(asbStatus(0x10, 0, 0x03) == PrinterStatus{.paperNearEnd = true});
    CHECK(asbStatus(0x10, 0, 0x0C) == PrinterStatus{.paperEnd = true});
}

TEST_CASE("the most pressing condition is the one told")
{
    CHECK(conditionOf({}) == Condition::Ready);
    CHECK(conditionOf({.paperNearEnd = true}) == Condition::PaperLow);
    CHECK(conditionOf({.offline = true, .coverOpen = true, .paperEnd = true}) ==
          Condition::CoverOpen);
    CHECK(conditionOf({.offline = true, .paperEnd = true, .paperNearEnd = true}) ==
          Condition::PaperOut);
    CHECK(conditionOf({.offline = true, .cutterFault = true, .otherFault = true}) ==
          Condition::CutterFault);
    CHECK(conditionOf({.offline = true}) == Condition::Fault);
    CHECK(conditionOf({.recoverableFault = true}) == Condition::Fault);

    for (const Condition condition : Conditions) {
        CHECK(canPrint(condition) ==
              (condition == Condition::Ready || condition == Condition::PaperLow));
        CHECK_FALSE(name(condition).empty());
    }
}
