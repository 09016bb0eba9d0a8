#pragma once

#include "hw/raster.h"

namespace talon::hw {

/// A slip that shows at a glance what is wrong with a head: a frame that must touch both edges,
/// a ruler in millimetres, steps of grey, and a solid bar where dead dots are white lines.
Raster testSlip(int widthDots);

} // namespace talon::hw
