#pragma once

#include "hw/scanner/scan.h"

#include <chrono>
#include <optional>
#include <string>

namespace talon::hw {

/// A source of whole codes. Blocking, for the one thread that owns it; every call ends within the
/// time it is given, or a moment later where a code is just coming in.
class Scanner
{
public:
    Scanner() = default;
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    virtual ~Scanner() = default;

    /// Names the device in logs and on the health page: "serial:/dev/ttyACM0".
    virtual std::string id() const = 0;

    /// The next code; none when nobody has scanned. The error means that the scanner was lost:
    /// open it anew.
    virtual Expected<std::optional<Scan>, IoError> read(std::chrono::milliseconds within) = 0;
};

} // namespace talon::hw
