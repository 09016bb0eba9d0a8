#pragma once

#include "hw/scanner/open_scanner.h"
#include "shared/base/done.h"

namespace talon::hw {

/// Shows what the scanner reads, a line for each code, until it is told to end or the scanner is
/// lost. What is no code is told on standard error.
Expected<Done, IoError> printCodes(const DeviceUri& scanner);

} // namespace talon::hw
