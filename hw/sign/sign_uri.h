#pragma once

#include "hw/sign/sign_line.h"
#include "shared/base/expected.h"

namespace talon::hw {

/// One sign and its line, as the technician names them:
/// "modbus:/dev/ttyUSB0?address=3&baud=19200&parity=even&startRegister=16".
struct SignUri
{
    SignLineSettings line;
    Sign sign;
};

/// The scheme is the protocol. The error names what is known where something is not.
Expected<SignUri, ParseError> parseSignUri(std::string_view text);

} // namespace talon::hw
