#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace talon::hw {

/// Which USB printer is meant: "" is the first one, "04b8:0202" the first of its kind,
/// "04b8:0202:J3XF012345" that very one.
struct UsbAddress
{
    std::optional<std::uint16_t> vendor;
    std::optional<std::uint16_t> product;
    std::string serial; ///< Empty: any.

    friend bool operator==(const UsbAddress&, const UsbAddress&) = default;
};

Expected<UsbAddress, ParseError> parseUsbAddress(std::string_view text);

/// As it is written in an address: four hexadecimal digits.
std::string usbNumber(std::uint16_t number);

} // namespace talon::hw
