#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace talon::api {

/// What a query says of one thing, decoded: "day=2026-11-24"; none when it does not name it.
std::optional<std::string> valueIn(std::string_view query, std::string_view key);

} // namespace talon::api
