#pragma once

#include "hw/raster.h"

#include <string>

namespace talon::terminal {

/// A page that shows whether the printer works, and who it is.
struct TestPage
{
    std::string printer;   ///< As in its address.
    std::string condition; ///< Name of what it says of itself.
    std::string version;   ///< Of this program.

    friend bool operator==(const TestPage&, const TestPage&) = default;
};

/// Name and state, letters of every language, sizes, greys, both edges of the paper, a QR code.
/// Needs the fonts of shared/ui loaded.
hw::Raster layOut(const TestPage& page, int widthDots);

} // namespace talon::terminal
