#pragma once

#include "hw/device_uri.h"
#include "hw/scanner/scanner.h"

#include <memory>

namespace talon::hw {

/// "serial:/dev/ttyACM0", "evdev:/dev/input/by-id/usb-...-event-kbd". The error names what is known
/// where something is not.
Expected<DeviceUri, ParseError> parseScannerUri(std::string_view text);

/// Opens a scanner by its scheme; the schemes are a table in open_scanner.cpp.
Expected<std::unique_ptr<Scanner>, IoError> openScanner(const DeviceUri& uri);

/// A line for each scheme.
std::string knownScannerSchemes();

} // namespace talon::hw
