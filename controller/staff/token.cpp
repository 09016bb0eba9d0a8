#include "controller/staff/token.h"

#include "shared/base/ensure.h"

#include <sodium.h>

#include <array>
#include <span>

namespace talon::staff {

namespace {

constexpr std::size_t TokenBytes = 32;

std::string hex(std::span<const unsigned char> bytes)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 0xFU];
    }
    return text;
}

} // namespace

std::string newToken()
{
    TALON_ENSURE(sodium_init() >= 0);
    std::array<unsigned char, TokenBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes);
}

std::string tokenHash(std::string_view token)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
    const auto* const bytes = reinterpret_cast<const unsigned char*>(token.data());
    crypto_hash_sha256(hash.data(), bytes, token.size());
    return hex(hash);
}

} // namespace talon::staff
