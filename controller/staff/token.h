#pragma once

#include <string>
#include <string_view>

namespace talon::staff {

/// A credential that cannot be guessed: 256 random bits, 64 hex digits. Given out once; only its
/// hash is kept.
std::string newToken();

/// SHA-256, hex. A plain hash is enough for what has 256 random bits of its own.
std::string tokenHash(std::string_view token);

} // namespace talon::staff
