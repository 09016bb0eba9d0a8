#include "hw/probe/serve.h"

#include "hw/probe/until_told.h"
#include "hw/virtual/printer_server.h"

#include <charconv>
#include <iostream>
#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;

Expected<std::unique_ptr<Door>, ParseError> doorFrom(std::string_view kind, std::string_view where)
{
    if (kind == "--pty" && !where.empty()) {
        return makePtyDoor(std::string(where));
    }
    if (kind == "--tcp") {
        std::uint16_t port = 0;
        const char* const end = where.data() + where.size();
        const auto read = std::from_chars(where.data(), end, port);
        if (read.ec == std::errc() && read.ptr == end) {
            return makeTcpDoor(port);
        }
        return Unexpected(ParseError{"--tcp", "needs a port, or 0 for a free one"});
    }
    return Unexpected(ParseError{"serve", "needs --tcp PORT or --pty LINK"});
}

Expected<Done, IoError> servePrinter(const std::string& folder, std::unique_ptr<Door> door)
{
    watchForTheEnd();
    PrinterServer server(folder, std::move(door));
    if (const auto opened = server.open(); !opened) {
        return Unexpected(opened.error());
    }
    std::cout << "serving " << server.uri() << std::endl;
    while (!isToldToEnd()) {
        if (const auto served = server.turn(100ms); !served) {
            return Unexpected(served.error());
        }
    }
    return Done{};
}

} // namespace talon::hw
