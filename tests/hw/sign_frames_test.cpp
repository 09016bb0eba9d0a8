#include "hw/sign/sign_protocol.h"
#include "hw/sign/sign_uri.h"
#include "tests/hw/emulated_signs.h"
#include "tests/hw/hex.h"
#include "tests/support/catch.h"

#include <set>

using namespace talon;
using namespace talon::hw;

using namespace talon::test;
using Verdict = SignAnswer::Verdict;

namespace {

const SignProtocol& protocol(std::string_view name)
{
    const SignProtocol* const found = signProtocol(name);
    REQUIRE(found != nullptr);
    return *found;
}

std::string bytesAsText(const Bytes& bytes)
{
    return hex(bytes);
}

/// Each request on a line of its own.
std::string lines(const std::vector<Bytes>& requests)
{
    std::string text;
    for (const Bytes& request : requests) {
        text += (text.empty() ? "" : "\n") + bytesAsText(request);
    }
    return text;
}

Bytes withCrc(std::string_view bytesInHex)
{
    Bytes bytes = bytesFromHex(bytesInHex);
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::string sum = modbusCrc(text);
    append(bytes, std::as_bytes(std::span(sum)));
    return bytes;
}

std::string faultOf(std::string_view uri)
{
    const auto parsed = parseSignUri(uri);
    return parsed ? "none" : describe(parsed.error());
}

} // namespace

TEST_CASE("an ASCII frame is made of the bytes that its header names")
{
    const SignProtocol& ascii = protocol("ascii");
    const Sign sign{.address = 1};
    CHECK(lines(ascii.show(sign, " 042", false)) == "02 30 31 54 20 30 34 32 34 33 03");
    CHECK(lines(ascii.show(sign, " 042", true)) == "02 30 31 46 20 30 34 32 35 31 03");
    CHECK(lines(ascii.blank(sign)) == "02 30 31 43 34 32 03");
    CHECK(lines(ascii.dim({.address = 99}, 100)) == "02 39 39 42 39 37 42 03");
    CHECK(ascii.canBlink(sign));
}

TEST_CASE("what an ASCII sign answers is told apart")
{
    const SignProtocol& ascii = protocol("ascii");
    const Sign sign{.address = 1};
    const Bytes request = ascii.show(sign, " 042", false).front();
    const auto verdict = [&](const char* heard) {
        return ascii.answer(sign, request, bytesFromHex(heard)).verdict;
    };
    CHECK(verdict("") == Verdict::Unfinished);
    CHECK(verdict("02 30 31 06 30 37") == Verdict::Unfinished);
    CHECK(verdict("02 30 31 06 30 37 03") == Verdict::Taken);
    CHECK(verdict("02 30 31 15 31 34 03") == Verdict::Refused);
    CHECK(verdict("02 30 31 06 30 38 03") == Verdict::Garbled);    // checksum
    CHECK(verdict("02 30 32 06 30 34 03") == Verdict::Garbled);    // of another sign
    CHECK(verdict("06") == Verdict::Garbled);                      // no frame
    CHECK(verdict("02 30 31 06 30 37 04") == Verdict::Garbled);    // no end
    CHECK(verdict("02 30 31 06 30 37 03 00") == Verdict::Garbled); // more than an answer
    CHECK(verdict("02 30 31 41 34 30 03") == Verdict::Garbled);    // neither yes nor no
}

TEST_CASE("the checksum that the tests use is that of the guide's example")
{
    CHECK(bytesAsText(withCrc("02 07")) == "02 07 41 12");
}

TEST_CASE("a Modbus request is that of the specification's example")
{
    const SignProtocol& modbus = protocol("modbus");
    const Sign sign{.address = 17, .options = {{"startRegister", 1}}};
    const std::string cells("\x00\x0A\x01\x02", 4);
    CHECK(lines(modbus.show(sign, cells, false)) == "11 10 00 01 00 02 04 00 0A 01 02 C6 F0");
    CHECK_FALSE(modbus.canBlink(sign));
    CHECK(modbus.dim(sign, 50).empty());
}

TEST_CASE("the registers of a Modbus sign are as its options say")
{
    const SignProtocol& modbus = protocol("modbus");
    const Sign wide{.address = 3,
                    .options = {{"startRegister", 256},
                                {"charactersPerRegister", 1},
                                {"blinkRegister", 40},
                                {"brightnessRegister", 41}}};
    CHECK(modbus.canBlink(wide));
    CHECK(lines(modbus.show(wide, "A1", true)) ==
          lines({withCrc("03 10 01 00 00 02 04 00 41 00 31"),
                 withCrc("03 10 00 28 00 01 02 00 01")}));
    CHECK(lines(modbus.dim(wide, 80)) == lines({withCrc("03 10 00 29 00 01 02 00 50")}));
    // Three characters in two registers: a blank behind them.
    CHECK(lines(modbus.show({.address = 3, .places = 3}, "123", false)) ==
          lines({withCrc("03 10 00 00 00 02 04 31 32 33 20")}));
}

TEST_CASE("what a Modbus sign answers is told apart")
{
    const SignProtocol& modbus = protocol("modbus");
    const Sign sign{.address = 17, .options = {{"startRegister", 1}}};
    const Bytes request = modbus.show(sign, std::string("\x00\x0A\x01\x02", 4), false).front();
    const auto answer = [&](const Bytes& heard) { return modbus.answer(sign, request, heard); };
    CHECK(answer({}).verdict == Verdict::Unfinished);
    CHECK(answer(bytesFromHex("11")).verdict == Verdict::Unfinished);
    CHECK(answer(bytesFromHex("11 10 00 01 00 02 12")).verdict == Verdict::Unfinished);
    CHECK(answer(bytesFromHex("11 10 00 01 00 02 12 98")).verdict == Verdict::Taken);
    CHECK(answer(bytesFromHex("11 10 00 01 00 02 12 99")).verdict == Verdict::Garbled);
    CHECK(answer(bytesFromHex("12")).verdict == Verdict::Garbled);
    CHECK(answer(withCrc("11 03")).verdict == Verdict::Garbled);
    CHECK(answer(withCrc("11 10 00 01 00 03")).verdict == Verdict::Garbled);
    const SignAnswer refused = answer(withCrc("11 90 02"));
    CHECK(refused.verdict == Verdict::Refused);
    CHECK(refused.what == "exception 2: no such register");
    CHECK(answer(withCrc("11 90 0B")).what == "exception 11");
    CHECK(answer(bytesFromHex("11 90 02 00 00")).verdict == Verdict::Garbled);
}

TEST_CASE("Modbus keeps silent for 3.5 characters, and a fixed time on fast lines")
{
    using namespace std::chrono_literals;
    const SignProtocol& modbus = protocol("modbus");
    CHECK(modbus.silence(9600) == 4011us);
    CHECK(modbus.silence(19200) == 2006us);
    CHECK(modbus.silence(38400) == 1750us);
    CHECK(modbus.silence(115200) == 1750us);
}

TEST_CASE("each set of characters has its bytes")
{
    CHECK(signBytes("А015", SignCharacters::Cp866) == "\x80"
                                                      "015");
    CHECK(signBytes("Яя", SignCharacters::Cp866) == "\x9F\xEF");
    CHECK(signBytes("Ёё", SignCharacters::Cp866) == "\xF0\xF1");
    CHECK(signBytes("А015", SignCharacters::Cp1251) == "\xC0"
                                                       "015");
    CHECK(signBytes("Яя", SignCharacters::Cp1251) == "\xDF\xFF");
    CHECK(signBytes("ЁёІ", SignCharacters::Cp1251) == "\xA8\xB8\xB2");
    CHECK(signBytes("B02", SignCharacters::Ascii) == "B02");
}

TEST_CASE("a letter that a sign lacks becomes what looks like it, never a digit")
{
    CHECK(signBytes("АВЕКМНОРСТУХ", SignCharacters::Ascii) == "ABEKMHOPCTYX");
    CHECK(signBytes("авх", SignCharacters::Ascii) == "ABX");
    CHECK(signBytes("Қ7", SignCharacters::Cp866) == "\x8A"
                                                    "7");
    CHECK(signBytes("ә", SignCharacters::Cp1251) == "\xC0");
    CHECK(signBytes("І5", SignCharacters::Cp866) == "I5");
    CHECK(signBytes("— –", SignCharacters::Ascii) == "- -");
    CHECK(signBytes("А015—", SignCharacters::Digits) == "015-");
    CHECK(signBytes("\xD0", SignCharacters::Ascii).empty()); // half a letter
    CHECK(signBytes("漢1", SignCharacters::Cp866) == "1");

    // Two services with different letters stay different.
    std::set<std::string> seen;
    for (const char* letter :
         {"А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К", "Л", "М", "Н", "О",
          "П", "Р", "С", "Т", "У", "Ф", "Х", "Ц", "Ч", "Ш", "Щ", "Э", "Ю", "Я"}) {
        const std::string bytes = signBytes(letter, SignCharacters::Ascii);
        INFO(letter);
        CHECK(bytes.size() == 1);
        CHECK(bytes.find_first_of("0123456789") == std::string::npos);
        CHECK(seen.insert(bytes).second);
    }
}

TEST_CASE("a text is fitted into the places of a sign")
{
    const auto cells = [](const char* text, SignAlign align) {
        return signCells(text, SignCharacters::Ascii, 4, align);
    };
    CHECK(cells("15", SignAlign::Right) == "  15");
    CHECK(cells("15", SignAlign::Left) == "15  ");
    CHECK(cells("А015", SignAlign::Right) == "A015");
    CHECK(cells("А1015", SignAlign::Left) == "1015"); // the digits are worth more than the letter
    CHECK(cells("", SignAlign::Right) == "    ");
}

TEST_CASE("a sign is named with its line and its protocol's options")
{
    const auto uri = parseSignUri("modbus:/dev/ttyUSB0?address=3&baud=19200&parity=even&"
                                  "startRegister=16&places=5&characters=cp866&align=left&"
                                  "brightness=80&answers=no&echo=yes");
    REQUIRE(uri);
    CHECK(uri->line.path == "/dev/ttyUSB0");
    CHECK(uri->line.protocol == signProtocol("modbus"));
    CHECK(uri->line.serial == SerialSettings{.baud = 19200,
                                             .parity = SerialSettings::Parity::Even,
                                             .flow = SerialSettings::Flow::None});
    CHECK(uri->line.hearsItself);
    CHECK(uri->sign == Sign{.address = 3,
                            .places = 5,
                            .characters = SignCharacters::Cp866,
                            .align = SignAlign::Left,
                            .brightnessPercent = 80,
                            .answers = false,
                            .options = {{"startRegister", 16}}});
    CHECK(faultOf("pigeon:/dev/ttyUSB0") ==
          "sign has an unknown protocol \"pigeon\"; known: ascii, modbus");
    CHECK(faultOf("ascii:") == "sign needs a line, such as /dev/ttyUSB0");
    CHECK(faultOf("ascii:/dev/ttyUSB0?address=100") == "sign: address is no number from 1 to 99");
    CHECK(faultOf("ascii:/dev/ttyUSB0?address=0") == "sign: address is no number from 1 to 99");
    CHECK(faultOf("ascii:/dev/ttyUSB0?places=33") == "sign: places is no number from 1 to 32");
    CHECK(faultOf("ascii:/dev/ttyUSB0?brightness=") ==
          "sign: brightness is no number from 0 to 100");
    CHECK(faultOf("ascii:/dev/ttyUSB0?startRegister=1").find("unknown option") !=
          std::string::npos);
    CHECK(faultOf("modbus:/dev/ttyUSB0?startRegister=x") ==
          "sign: startRegister is no number from 0 to 65503");
    CHECK(faultOf("ascii:/dev/ttyUSB0?flow=rtscts").find("unknown option") != std::string::npos);
}
