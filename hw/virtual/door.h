#pragma once

#include "hw/system.h"
#include "shared/base/done.h"
#include "shared/base/expected.h"

#include <cstdint>
#include <memory>
#include <string>

namespace talon::hw {

/// Where a served printer can be reached: a port or a line. Opened and closed as a device is
/// switched on and off.
class Door
{
public:
    Door() = default;
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;
    virtual ~Door() = default;

    virtual Expected<Done, IoError> open() = 0;
    virtual void close() = 0;

    /// Whoever comes within the time; not open when nobody does. One at a time.
    virtual Descriptor guest(std::chrono::milliseconds within) = 0;

    /// The printer's name for the one who wants to print: "tcp:127.0.0.1:9100".
    virtual std::string uri() const = 0;
};

/// A port on loopback; port 0 takes a free one and keeps it.
std::unique_ptr<Door> makeTcpDoor(std::uint16_t port);

/// A pseudo-terminal that looks like a serial line, with a symbolic link of a lasting name to it.
std::unique_ptr<Door> makePtyDoor(std::string link);

} // namespace talon::hw
