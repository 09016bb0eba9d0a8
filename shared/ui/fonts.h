#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

namespace talon::ui {

/// The family of all screens and tickets, in the weights Normal, Medium, DemiBold and Bold.
inline constexpr const char* FontFamily = "Inter";

/// Makes the fonts inside the program known to Qt; call once, after the application object exists.
/// The error names the font that is missing or cannot be read.
Expected<Done, IoError> loadFonts();

} // namespace talon::ui
