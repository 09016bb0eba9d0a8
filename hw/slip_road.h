#pragma once

#include "hw/escpos/models.h"
#include "hw/print_result.h"
#include "hw/raster.h"

#include <chrono>
#include <cstdint>

namespace talon::hw {

/// A road that takes whole slips, where somebody else speaks with the printer: a driver in CUPS.
/// Only that one can ask how the printer is, and nobody says that it printed.
class SlipRoad
{
public:
    SlipRoad() = default;
    SlipRoad(const SlipRoad&) = delete;
    SlipRoad& operator=(const SlipRoad&) = delete;
    virtual ~SlipRoad() = default;

    virtual escpos::Condition condition(std::chrono::milliseconds within) = 0;

    /// Hands the slip over and sees what becomes of it; when the time is over it is taken back.
    virtual PrintResult print(const Raster& slip,
                              const escpos::Model& model,
                              std::int64_t job,
                              std::chrono::milliseconds within) = 0;
};

} // namespace talon::hw
