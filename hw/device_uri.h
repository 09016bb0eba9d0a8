#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace talon::hw {

/// One thing that may stand behind the `?` of a device's name.
struct UriOption
{
    std::string_view scheme; ///< Empty for every scheme.
    std::string_view key;
    std::string_view values; ///< "none|even|odd"; empty where any text will do.
};

/// Checked: each key is known to the scheme, each value to the key.
using UriOptions = std::map<std::string, std::string, std::less<>>;

/// Names a device: "serial:/dev/ttyUSB0?baud=115200&flow=rtscts".
struct DeviceUri
{
    std::string scheme;
    std::string address;
    UriOptions options;

    friend bool operator==(const DeviceUri&, const DeviceUri&) = default;
};

/// `kind` names the device in errors, "printer". The error names what is known where something is
/// not. Whether the address may be empty is for the caller to say.
Expected<DeviceUri, ParseError>
parseDeviceUri(std::string_view kind, std::string_view text, std::span<const UriOption> known);

/// What the name says of the key, or else the fallback.
std::string_view
optionOf(const UriOptions& options, std::string_view key, std::string_view fallback);

} // namespace talon::hw
