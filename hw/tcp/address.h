#pragma once

#include "hw/system.h"
#include "shared/base/expected.h"

#include <sys/socket.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talon::hw {

/// Where a network printer listens: "printer.office", "192.168.1.40:9101", "[fe80::1%eth0]:9100".
struct HostPort
{
    std::string host;
    std::string port = "9100";

    friend bool operator==(const HostPort&, const HostPort&) = default;
};

std::optional<HostPort> hostPortFrom(std::string_view text);

/// One of the addresses that a name stands for.
struct SocketAddress
{
    sockaddr_storage bytes{};
    socklen_t size = 0;
};

/// Asks the system what the name stands for. A name service that is silent costs no more than the
/// time given, though the system may go on asking by itself; addresses in figures ask nobody.
Expected<std::vector<SocketAddress>, IoError>
resolve(const HostPort& where, Deadline deadline, const std::string& id);

} // namespace talon::hw
