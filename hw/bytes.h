#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace talon::hw {

using Bytes = std::vector<std::byte>;
using BytesView = std::span<const std::byte>;

/// `bytesOf(0x1B, '@')`: the bytes of a command as the maker's manual writes them.
template <class... Values>
Bytes bytesOf(Values... values)
{
    return {static_cast<std::byte>(values)...};
}

inline void append(Bytes& to, BytesView what)
{
    to.insert(to.end(), what.begin(), what.end());
}

} // namespace talon::hw
