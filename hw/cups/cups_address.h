#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <string>
#include <string_view>

namespace talon::hw {

/// "QUEUE" on this machine's CUPS, or "HOST:PORT/QUEUE" on another's.
struct CupsAddress
{
    static constexpr int StandardPort = 631;

    std::string host; ///< Empty: whatever this machine's libcups takes.
    int port = StandardPort;
    std::string queue;

    friend bool operator==(const CupsAddress&, const CupsAddress&) = default;
};

Expected<CupsAddress, ParseError> parseCupsAddress(std::string_view text);

} // namespace talon::hw
