#include "hw/sign/sign_protocol.h"

#include <algorithm>
#include <array>
#include <cstdint>

/// Modbus RTU: the text goes into holding registers, by function 0x10 "write multiple registers".
/// From "MODBUS over serial line specification and implementation guide V1.02" (frames, silence,
/// CRC) and "MODBUS application protocol specification V1.1b3" (function 0x10, exceptions).
///
///     address  10  start hi lo  count hi lo  bytes  data …  CRC lo hi
///     address  10  start hi lo  count hi lo  CRC lo hi                      taken
///     address  90  code  CRC lo hi                                          refused
///
/// Which registers there are is the maker's choice: the options say. A sign with a register for
/// blinking gets 0 or 1 there, after the text; others are made to blink by writing blanks.
namespace talon::hw {
namespace {

using namespace std::chrono_literals;

constexpr std::uint8_t WriteRegisters = 0x10;
constexpr std::uint8_t ExceptionBit = 0x80;
constexpr std::size_t AnswerBytes = 8;
constexpr std::size_t ExceptionBytes = 5;
constexpr int None = -1;
constexpr int RegisterMax = 0xFFFF - SignPlacesMax;

constexpr std::array Options{
    SignOption{"startRegister", "where the text begins, counted from 0", 0, RegisterMax, 0},
    SignOption{"charactersPerRegister", "2: high byte first; 1: in the low byte", 1, 2, 2},
    SignOption{"blinkRegister", "takes 1 to blink; -1: there is none", None, RegisterMax, None},
    SignOption{"brightnessRegister", "takes percent; -1: there is none", None, RegisterMax, None},
};

std::uint8_t valueOf(std::byte byte)
{
    return std::to_integer<std::uint8_t>(byte);
}

/// Low byte first, as it goes over the line.
Bytes crc(BytesView bytes)
{
    std::uint16_t sum = 0xFFFF;
    for (const std::byte byte : bytes) {
        sum = static_cast<std::uint16_t>(sum ^ valueOf(byte));
        for (int bit = 0; bit < 8; ++bit) {
            const bool isOdd = (sum & 1U) != 0;
            sum = static_cast<std::uint16_t>((sum >> 1U) ^ (isOdd ? 0xA001U : 0U));
        }
    }
    return bytesOf(sum & 0xFFU, sum >> 8U);
}

Bytes writing(int address, int start, const std::vector<int>& values)
{
    const int count = static_cast<int>(values.size());
    Bytes bytes = bytesOf(address, WriteRegisters, start >> 8, start & 0xFF, count >> 8,
                          count & 0xFF, count * 2);
    for (const int value : values) {
        append(bytes, bytesOf(value >> 8, value & 0xFF));
    }
    append(bytes, crc(bytes));
    return bytes;
}

std::string exceptionText(std::uint8_t code)
{
    constexpr std::array Texts{"no such function",    "no such register",    "no such value",
                               "the sign has failed", "the sign needs time", "the sign is busy"};
    return "exception " + std::to_string(code) +
           (code >= 1 && code <= Texts.size() ? std::string(": ") + Texts[code - 1U] : "");
}

class ModbusRtu : public SignProtocol
{
public:
    std::string_view name() const override { return "modbus"; }
    std::string_view what() const override { return "Modbus RTU: text in holding registers"; }
    int addressMax() const override { return 247; }
    std::span<const SignOption> options() const override { return Options; }

    /// 3.5 characters of 11 bits; above 19200 baud a fixed time, as the guide recommends.
    std::chrono::microseconds silence(int baud) const override
    {
        constexpr int FixedAbove = 19200;
        constexpr int BitsTimesMillion = 38'500'000; // 3.5 characters
        return baud > FixedAbove ? std::chrono::microseconds(1750)
                                 : std::chrono::microseconds(BitsTimesMillion / baud + 1);
    }

    bool canBlink(const Sign& sign) const override
    {
        return optionOf(*this, sign, "blinkRegister") != None;
    }

    std::vector<Bytes>
    show(const Sign& sign, std::string_view cells, bool isBlinking) const override
    {
        const auto each = static_cast<std::size_t>(optionOf(*this, sign, "charactersPerRegister"));
        std::vector<int> values;
        for (std::size_t at = 0; at < cells.size(); at += each) {
            int value = 0;
            for (std::size_t i = at; i < at + each; ++i) {
                const char cell = i < cells.size() ? cells[i] : ' ';
                value = value * 0x100 + static_cast<unsigned char>(cell);
            }
            values.push_back(value);
        }
        std::vector<Bytes> requests{
            writing(sign.address, optionOf(*this, sign, "startRegister"), values)};
        if (canBlink(sign)) {
            requests.push_back(writing(sign.address, optionOf(*this, sign, "blinkRegister"),
                                       {isBlinking ? 1 : 0}));
        }
        return requests;
    }

    std::vector<Bytes> dim(const Sign& sign, int percent) const override
    {
        const int where = optionOf(*this, sign, "brightnessRegister");
        return where == None ? std::vector<Bytes>{}
                             : std::vector<Bytes>{writing(sign.address, where, {percent})};
    }

    SignAnswer answer(const Sign& /*sign*/, BytesView request, BytesView heard) const override
    {
        using Verdict = SignAnswer::Verdict;
        const auto garbled = [](const char* what) {
            return SignAnswer{.verdict = Verdict::Garbled, .what = what};
        };
        if (!heard.empty() && heard[0] != request[0]) {
            return garbled("the answer is not from this sign");
        }
        if (heard.size() < 2) {
            return {};
        }
        const bool isException = valueOf(heard[1]) == (WriteRegisters | ExceptionBit);
        if (!isException && heard[1] != request[1]) {
            return garbled("the answer is to another function");
        }
        const std::size_t size = isException ? ExceptionBytes : AnswerBytes;
        if (heard.size() < size) {
            return {};
        }
        if (heard.size() > size ||
            !std::ranges::equal(heard.subspan(size - 2), crc(heard.subspan(0, size - 2)))) {
            return garbled("the checksum of the answer is wrong");
        }
        if (isException) {
            return {.verdict = Verdict::Refused, .what = exceptionText(valueOf(heard[2]))};
        }
        return std::ranges::equal(heard.subspan(2, 4), request.subspan(2, 4))
                   ? SignAnswer{.verdict = Verdict::Taken}
                   : garbled("the answer names other registers");
    }
};

} // namespace

const SignProtocol& modbusProtocol()
{
    static const ModbusRtu Protocol;
    return Protocol;
}

} // namespace talon::hw
