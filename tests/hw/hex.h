#pragma once

#include "hw/bytes.h"

#include <array>
#include <random>
#include <string>

namespace talon::test {

/// "1D 76 30", as the makers' manuals write bytes.
inline std::string hex(hw::BytesView bytes)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::string text;
    for (const std::byte byte : bytes) {
        text += text.empty() ? "" : " ";
        text += Digits[std::to_integer<std::size_t>(byte >> 4)];
        text += Digits[std::to_integer<std::size_t>(byte & std::byte{0x0F})];
    }
    return text;
}

inline hw::Bytes bytesFromHex(std::string_view text)
{
    hw::Bytes bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
        bytes.push_back(
            static_cast<std::byte>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

inline hw::Bytes randomBytes(std::size_t size, std::mt19937& engine)
{
    hw::Bytes bytes(size);
    for (std::byte& byte : bytes) {
        byte = static_cast<std::byte>(engine() >> 24U);
    }
    return bytes;
}

} // namespace talon::test
