#include "hw/usb/usb_address.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace talon::hw {
namespace {

constexpr std::string_view Form = "needs the form VENDOR:PRODUCT[:SERIAL] in hexadecimal digits, "
                                  "such as 04b8:0202, or nothing for the first printer";

std::optional<std::uint16_t> numberOf(std::string_view digits)
{
    std::uint16_t number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number, 16);
    const bool isNumber = error == std::errc() && rest == end && digits.size() <= 4;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

Expected<UsbAddress, ParseError> parseUsbAddress(std::string_view text)
{
    if (text.empty()) {
        return UsbAddress{};
    }
    const std::size_t first = text.find(':');
    if (first == std::string_view::npos) {
        return Unexpected(ParseError{"usb", std::string(Form)});
    }
    const std::size_t second = text.find(':', first + 1);
    UsbAddress address{.vendor = numberOf(text.substr(0, first)),
                       .product = numberOf(text.substr(first + 1, second - first - 1)),
                       .serial = {}};
    if (second != std::string_view::npos) {
        address.serial = std::string(text.substr(second + 1));
    }
    const bool endsInColon = second != std::string_view::npos && address.serial.empty();
    if (!address.vendor || !address.product || endsInColon) {
        return Unexpected(ParseError{"usb", std::string(Form)});
    }
    return address;
}

std::string usbNumber(std::uint16_t number)
{
    std::array<char, 5> digits{};
    std::snprintf(digits.data(), digits.size(), "%04x", static_cast<unsigned>(number));
    return digits.data();
}

} // namespace talon::hw
