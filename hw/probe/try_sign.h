#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace talon::hw {

/// What was typed is wrong, or the sign is.
using SignFault = std::variant<ParseError, IoError>;

/// `list`; `show SIGN TEXT`, `blink SIGN TEXT`, `count SIGN`.
Expected<Done, SignFault> trySign(std::span<const std::string_view> words, std::ostream& out);

} // namespace talon::hw
