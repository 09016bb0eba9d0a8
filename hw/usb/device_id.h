#pragma once

#include "hw/bytes.h"

#include <string>

namespace talon::hw {

/// What a printer calls itself (IEEE 1284): "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;".
struct DeviceId
{
    std::string maker;
    std::string model;
    std::string commands; ///< The languages it speaks.
    std::string serial;

    friend bool operator==(const DeviceId&, const DeviceId&) = default;
};

/// The text in the answer to GET_DEVICE_ID, whose first two bytes are its length; empty where there
/// is none that makes sense.
std::string deviceIdText(BytesView answer);

/// Keys in their short and their long form; what is unknown is left out.
DeviceId parseDeviceId(std::string_view text);

} // namespace talon::hw
