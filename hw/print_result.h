#pragma once

#include "hw/escpos/status.h"

#include <string>

namespace talon::hw {

/// What became of a slip.
enum class Fate {
    Printed,    ///< The printer said so.
    Unknown,    ///< Bytes went, and it did not say so.
    NotPrinted, ///< No byte of it went.
};

struct PrintResult
{
    Fate fate = Fate::NotPrinted;
    escpos::Condition condition = escpos::Condition::Ready; ///< Of the printer afterwards.
    std::string what; ///< For the log, where it did not go well.

    friend bool operator==(const PrintResult&, const PrintResult&) = default;
};

} // namespace talon::hw
