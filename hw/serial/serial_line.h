#pragma once

#include "hw/device_uri.h"
#include "hw/system.h"

#include <array>
#include <string>

namespace talon::hw {

/// What may stand behind the name of a serial line.
inline constexpr std::array SerialOptions{
    UriOption{.scheme = "serial",
              .key = "baud",
              .values = "1200|2400|4800|9600|19200|38400|57600|115200|230400|460800|921600"},
    UriOption{.scheme = "serial", .key = "parity", .values = "none|even|odd"},
    UriOption{.scheme = "serial", .key = "flow", .values = "rtscts|xonxoff|dtr|none"},
};

/// How the two ends of a line have agreed to speak; always eight data bits and one stop bit.
struct SerialSettings
{
    enum class Parity { None, Even, Odd };

    /// How the far end says that it can take no more.
    enum class Flow {
        RtsCts,
        XonXoff,
        Dtr, ///< Its DTR on our DSR, as printers are wired; the kernel leaves this to us.
        None,
    };

    int baud = 115200;
    Parity parity = Parity::None;
    Flow flow = Flow::RtsCts;

    friend bool operator==(const SerialSettings&, const SerialSettings&) = default;
};

/// What is not named is as in the fallback.
SerialSettings serialSettings(const UriOptions& options, const SerialSettings& fallback = {});

int bytesPerSecond(const SerialSettings& settings);

/// Opens the line for us alone, non-blocking, with every byte as it is. `id` names it in errors.
Expected<Descriptor, IoError>
openSerialLine(const std::string& path, const SerialSettings& settings, const std::string& id);

} // namespace talon::hw
