#pragma once

#include "hw/raster.h"

namespace talon::hw {

/// The raster as a PNG file, black on white, at the 203 dpi of a thermal head. Not compressed: a
/// ticket is some 50 KB, and no library is needed.
Bytes pngOf(const Raster& raster);

} // namespace talon::hw
