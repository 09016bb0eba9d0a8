#pragma once

#include "hw/escpos/decoder.h"

namespace talon::hw::escpos {

/// The slips that a stream of bytes prints, cut from each other; the last one may be uncut.
std::vector<Raster> slipsOf(const std::vector<Action>& actions);

} // namespace talon::hw::escpos
