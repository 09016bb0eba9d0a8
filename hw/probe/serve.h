#pragma once

#include "hw/virtual/door.h"

#include <memory>
#include <string>
#include <string_view>

namespace talon::hw {

/// `--tcp PORT` or `--pty LINK`.
Expected<std::unique_ptr<Door>, ParseError> doorFrom(std::string_view kind, std::string_view where);

/// Serves the virtual printer of the folder, says where, and goes on until it is told to end.
Expected<Done, IoError> servePrinter(const std::string& folder, std::unique_ptr<Door> door);

} // namespace talon::hw
