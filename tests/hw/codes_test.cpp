#include "hw/scanner/code_assembler.h"
#include "hw/scanner/keys.h"
#include "hw/scanner/wedge.h"
#include "tests/support/catch.h"

#include <linux/input-event-codes.h>

#include <vector>

using namespace std::chrono_literals;
using namespace talon::hw;

namespace {

using Moment = CodeAssembler::Moment;
using Stroke = KeyReader::Stroke;

constexpr Moment Begin{};

/// What the scans say: the code, or "!" and why there is none.
std::string words(const std::optional<Scan>& scan)
{
    return !scan ? "" : *scan ? **scan : "!" + describe(scan->error());
}

std::vector<std::string> assembled(std::u32string_view text)
{
    CodeAssembler assembler;
    std::vector<std::string> scans;
    for (const char32_t character : text) {
        if (const auto scan = assembler.take(character, Begin)) {
            scans.push_back(words(scan));
        }
    }
    scans.push_back(words(assembler.end()));
    return scans;
}

/// Characters with the same time between any two; what the last one ends.
std::string typed(Wedge& wedge, std::u32string_view text, std::chrono::milliseconds gap, Moment& at)
{
    std::string last;
    for (const char32_t character : text) {
        at += gap;
        last = words(wedge.take(character, at));
    }
    return last;
}

std::string typed(std::u32string_view text, std::chrono::milliseconds gap)
{
    Wedge wedge;
    Moment at = Begin;
    return typed(wedge, text, gap, at);
}

} // namespace

TEST_CASE("a code ends with its line, whatever the line ends with")
{
    using Codes = std::vector<std::string>;
    CHECK(assembled(U"A015\r\nB2\nC3\rD4\t") == Codes{"A015", "B2", "C3", "D4", ""});
    CHECK(assembled(U"\r\n\n\r") == Codes{""});
    CHECK(assembled(U"A015") == Codes{"A015"});
    CHECK(assembled(U"a b~!\n") == Codes{"a b~!", ""});
}

TEST_CASE("garbage is dropped whole, with the reason, and the next code is whole again")
{
    using Codes = std::vector<std::string>;
    CHECK(assembled(U"A0\u044F15\rB2\r") ==
          Codes{"!code has 0x44F, which is not of printable ASCII", "B2", ""});
    CHECK(assembled(U"\u0007A015\r") ==
          Codes{"!code has 0x07, which is not of printable ASCII", ""});
    const std::u32string longest(CodeLengthMax, U'7');
    CHECK(assembled(longest + U"\r") == Codes{std::string(CodeLengthMax, '7'), ""});
    CHECK(assembled(longest + U"7\rB2\r") ==
          Codes{"!code is longer than 128 characters", "B2", ""});
    CHECK(assembled(std::u32string(100'000, U'7')) == Codes{"!code is longer than 128 characters"});
}

TEST_CASE("an assembler knows since when it is quiet in the middle of a code")
{
    CodeAssembler assembler;
    CHECK_FALSE(assembler.quietSince());
    assembler.take(U'A', Begin + 1ms);
    assembler.take(U'0', Begin + 3ms);
    CHECK(assembler.quietSince() == Begin + 3ms);
    assembler.take(U'\r', Begin + 4ms);
    CHECK_FALSE(assembler.quietSince());
}

TEST_CASE("keys type what a US keyboard types, with shift and without")
{
    CHECK(characterOf(KEY_A, false) == U'a');
    CHECK(characterOf(KEY_A, true) == U'A');
    CHECK(characterOf(KEY_2, true) == U'@');
    CHECK(characterOf(KEY_SLASH, true) == U'?');
    CHECK(characterOf(KEY_KP7, false) == U'7');
    CHECK(characterOf(KEY_KPENTER, false) == U'\r');
    CHECK_FALSE(characterOf(KEY_F1, false));
    CHECK_FALSE(characterOf(KEY_POWER, true));

    // Each printable character can be typed.
    std::string plain;
    std::string shifted;
    for (int key = 1; key <= KEY_SPACE; ++key) {
        plain += static_cast<char>(characterOf(key, false).value_or(U'\r'));
        shifted += static_cast<char>(characterOf(key, true).value_or(U'\r'));
    }
    for (char character = ' '; character < 0x7F; ++character) {
        INFO(character);
        CHECK((plain + shifted).find(character) != std::string::npos);
    }
}

TEST_CASE("strokes become characters, however the shifts overlap")
{
    KeyReader keys;
    CHECK(keys.take(KEY_A, Stroke::Press) == U'a');
    CHECK_FALSE(keys.take(KEY_A, Stroke::Repeat));
    CHECK_FALSE(keys.take(KEY_A, Stroke::Release));
    CHECK_FALSE(keys.take(KEY_LEFTSHIFT, Stroke::Press));
    CHECK_FALSE(keys.take(KEY_RIGHTSHIFT, Stroke::Press));
    CHECK_FALSE(keys.take(KEY_LEFTSHIFT, Stroke::Release));
    CHECK(keys.take(KEY_A, Stroke::Press) == U'A');
    CHECK_FALSE(keys.take(KEY_RIGHTSHIFT, Stroke::Release));
    CHECK(keys.take(KEY_A, Stroke::Press) == U'a');
    CHECK_FALSE(keys.take(KEY_LEFTCTRL, Stroke::Press));
    CHECK(keys.take(KEY_M, Stroke::Press) == U'\r');
    CHECK(keys.take(KEY_RIGHTBRACE, Stroke::Press) == U'\x1D');
    CHECK_FALSE(keys.take(KEY_LEFTCTRL, Stroke::Release));
    CHECK(keys.take(KEY_M, Stroke::Press) == U'm');
}

TEST_CASE("a fast burst that ends with Enter is a scan, and a person who types is none")
{
    CHECK(typed(U"A015\r", 5ms) == "A015");
    CHECK(typed(U"A015\r", 50ms) == "A015");
    CHECK(typed(U"A015\r", 51ms).empty());
    CHECK(typed(U"A015\r", 200ms).empty());
    CHECK(typed(U"A15\r", 5ms).empty());
    CHECK(typed(U"A015", 5ms).empty());
    CHECK(typed(U"\r", 5ms).empty());
    CHECK(typed(U"\u0424015\r", 5ms) == "!code has 0x424, which is not of printable ASCII");
    CHECK(typed(std::u32string(129, U'7') + U"\r", 5ms) == "!code is longer than 128 characters");
}

TEST_CASE("what a person typed before a scan does not join it")
{
    Wedge wedge;
    Moment at = Begin;
    CHECK(typed(wedge, U"12", 150ms, at).empty());
    at += 300ms;
    CHECK(typed(wedge, U"A01", 5ms, at).empty());
    CHECK_FALSE(wedge.isBurst());
    CHECK(typed(wedge, U"5", 5ms, at).empty());
    CHECK(wedge.isBurst());
    CHECK(typed(wedge, U"\r", 5ms, at) == "A015");
    CHECK_FALSE(wedge.isBurst());

    // A burst whose Enter comes late, from a finger, is none.
    CHECK(typed(wedge, U"A016", 5ms, at).empty());
    at += 500ms;
    CHECK(typed(wedge, U"\r", 5ms, at).empty());
    CHECK(typed(wedge, U"A017\r", 5ms, at) == "A017");
}
