#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QString>

namespace talon::ui {

/// The family of all screens and tickets, in the weights Normal, Medium, DemiBold and Bold.
inline constexpr const char* FontFamily = "Inter";

/// Makes the fonts inside the program known to Qt; call once, after the application object exists.
/// The error names the font that is missing or cannot be read.
Expected<Done, IoError> loadFonts();

/// The characters of a text that those fonts cannot write, each once: on a screen or a ticket each
/// would be a box. Empty when all is well.
QString unwritable(const QString& text);

} // namespace talon::ui
