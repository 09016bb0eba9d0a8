#pragma once

#include <iosfwd>

namespace talon::hw {

/// Writes the printers that this machine has, each with the name to give to a terminal. False when
/// there is none that can be used.
bool listPrinters(std::ostream& out);

} // namespace talon::hw
