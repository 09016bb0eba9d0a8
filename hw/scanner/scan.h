#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <string>

namespace talon::hw {

inline constexpr std::size_t CodeLengthMax = 128;

/// What a scanner has read: a code of printable ASCII, at most CodeLengthMax characters and not
/// empty, or why what came was none.
using Scan = Expected<std::string, ParseError>;

} // namespace talon::hw
