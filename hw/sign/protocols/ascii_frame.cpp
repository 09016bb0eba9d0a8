#include "hw/sign/sign_protocol.h"

#include <algorithm>
#include <cstdint>

/// ASCII frames. There is no standard: makers of signs agree on the form and differ in letters and
/// checksums. This is Talon's plain reading of the common form; a sign that wants another letter or
/// checksum needs a file like this one.
///
///     STX  A A  C  text …  S S  ETX
///     02   30 31  54  …    37 43  03
///
/// - A A: the address, "01" to "99".
/// - C: "T" shows the text steadily, "F" flashing; "C" makes dark, without text; "B" sets how
///   bright, with one digit of text from "0" to "9".
/// - text: as many bytes as the sign has places, each from 0x20 on.
/// - S S: the exclusive or of all bytes from the first of the address to the last of the text, as
///   two digits of upper-case hexadecimal.
///
/// The sign answers with a frame of the same form without text, whose C is ACK (06), or NAK (15)
/// for what it cannot do.
namespace talon::hw {
namespace {

using namespace std::chrono_literals;

constexpr auto Stx = std::byte{0x02};
constexpr auto Etx = std::byte{0x03};
constexpr auto Ack = std::byte{0x06};
constexpr auto Nak = std::byte{0x15};
constexpr std::size_t AnswerBytes = 7;

Bytes hex(std::uint8_t value)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    return bytesOf(Digits[value >> 4U], Digits[value & 0x0FU]);
}

/// Of what stands between STX and the checksum.
Bytes checksum(BytesView body)
{
    std::uint8_t sum = 0;
    for (const std::byte byte : body) {
        sum ^= std::to_integer<std::uint8_t>(byte);
    }
    return hex(sum);
}

Bytes frame(int address, char command, std::string_view text)
{
    Bytes bytes = bytesOf(Stx, '0' + address / 10, '0' + address % 10, command);
    append(bytes, std::as_bytes(std::span(text)));
    append(bytes, checksum(BytesView(bytes).subspan(1)));
    bytes.push_back(Etx);
    return bytes;
}

class AsciiFrames : public SignProtocol
{
public:
    std::string_view name() const override { return "ascii"; }
    std::string_view what() const override { return "ASCII frames: STX address command text ETX"; }
    int addressMax() const override { return 99; }

    /// Time for a driver of RS-485 to let go of the wires.
    std::chrono::microseconds silence(int /*baud*/) const override { return 5ms; }

    bool canBlink(const Sign& /*sign*/) const override { return true; }

    std::vector<Bytes>
    show(const Sign& sign, std::string_view cells, bool isBlinking) const override
    {
        return {frame(sign.address, isBlinking ? 'F' : 'T', cells)};
    }

    std::vector<Bytes> blank(const Sign& sign) const override
    {
        return {frame(sign.address, 'C', "")};
    }

    std::vector<Bytes> dim(const Sign& sign, int percent) const override
    {
        const int step = std::min(9, percent / 10);
        return {frame(sign.address, 'B', std::to_string(step))};
    }

    SignAnswer answer(const Sign& /*sign*/, BytesView request, BytesView heard) const override
    {
        using Verdict = SignAnswer::Verdict;
        const auto garbled = [](const char* what) {
            return SignAnswer{.verdict = Verdict::Garbled, .what = what};
        };
        const BytesView address = request.subspan(1, 2);
        const std::size_t count = std::min<std::size_t>(heard.size(), 3);
        if ((count > 0 && heard[0] != Stx) ||
            (count > 1 &&
             !std::ranges::equal(heard.subspan(1, count - 1), address.subspan(0, count - 1)))) {
            return garbled("the answer is not from this sign");
        }
        if (heard.size() < AnswerBytes) {
            return {};
        }
        if (!std::ranges::equal(heard.subspan(4, 2), checksum(heard.subspan(1, 3)))) {
            return garbled("the checksum of the answer is wrong");
        }
        if (heard.size() > AnswerBytes || heard[6] != Etx) {
            return garbled("the answer has no end");
        }
        if (heard[3] == Nak) {
            return {.verdict = Verdict::Refused, .what = "the sign refuses (NAK)"};
        }
        return heard[3] == Ack ? SignAnswer{.verdict = Verdict::Taken}
                               : garbled("the answer is neither ACK nor NAK");
    }
};

} // namespace

const SignProtocol& asciiProtocol()
{
    static const AsciiFrames Protocol;
    return Protocol;
}

} // namespace talon::hw
