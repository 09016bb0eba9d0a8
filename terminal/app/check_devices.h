#pragma once

#include "hw/device_uri.h"
#include "hw/printer_uri.h"

#include <optional>

namespace talon::terminal {

/// What `talon-terminal --check-devices` prints: how printer and scanner are, a line each. False
/// when one of them is not fit for visitors.
bool checkDevices(const hw::PrinterUri& printer, const std::optional<hw::DeviceUri>& scanner);

} // namespace talon::terminal
